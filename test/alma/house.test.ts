import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const sources = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => /\.(ts|js)$/.test(name));

describe('the stand-in as an instrument', () => {
  it.each(sources)('%s takes nothing from the extension but types of the record', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const imports = [...text.matchAll(/^import\s+(type\s)?[\s\S]*?from\s+'([^']+)'/gm)];
    for (const [, isType, from = ''] of imports) {
      if (!from.includes('/src/')) continue;
      expect(from).toBe('../../src/record/index.ts');
      expect(isType).toBe('type ');
    }
    expect(text).not.toMatch(/import\([^)]*src\//);
  });

  it('knows nothing of what the extension puts into a page', () => {
    const name = new RegExp(['alma', 'user', 'guard'].join('-'));
    for (const source of sources) expect(readFileSync(new URL(source, folder), 'utf8'), source).not.toMatch(name);
  });
});
