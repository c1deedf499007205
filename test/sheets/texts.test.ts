import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { suggestionKeys } from '../../src/review/model/index.ts';
import texts from '../../src/texts/en/sheets.json' with { type: 'json' };

const source = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');

/** The members of a union of texts, as its type declares them. */
function members(path: string, type: string): string[] {
  const body = new RegExp(`type ${type} =([\\s\\S]*?);`).exec(source(path))?.[1] ?? '';
  return [...body.matchAll(/'([a-z-]+)'/g)].map(([, member]) => member as string);
}

const known = new Set(Object.keys(texts).map((key) => key.replace(/__(zero|one|two|few|many|other)$/, '')));

describe('the texts for reading and reviewing', () => {
  it.each([
    ['sheets/types.ts', 'RefusedReason', 'sheets_refused_'],
    ['sheets/types.ts', 'UnreadRowReason', 'sheets_unread_'],
    ['sheets/types.ts', 'SheetKind', 'sheets_kind_'],
    ['review/model/types.ts', 'ReconciliationReason', 'sheets_reason_'],
    ['review/model/exports.ts', 'ByHandReason', 'sheets_by_hand_'],
  ])('%s: every %s has its sentence', (path, type, prefix) => {
    const reasons = members(path, type);
    expect(reasons.length).toBeGreaterThan(3);
    const keys = reasons.map((reason) => prefix + reason.replaceAll('-', '_'));
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });

  it('every suggestion and every check has its sentence', () => {
    const asked = source('review/model/decisions.ts') + source('review/model/review-file.ts');
    const keys = [...asked.matchAll(/'(sheets_[a-z_]+)'/g)].map(([, key]) => key as string);
    expect(keys.length).toBeGreaterThan(3);
    expect([...suggestionKeys, ...keys].filter((key) => !known.has(key))).toEqual([]);
  });
});
