import { likeliestEncoding } from '../sheets/letters.ts';
import { textPieces } from '../sheets/text.ts';
import {
  institutionKey,
  mostCharacters,
  type ParsedTotals,
  parseTotals,
  sameFigures,
  type Totals,
} from '../totals/index.ts';
import type { TakenFile } from '../ui/drop-place.tsx';

/** A file that was looked at, and what came of it. */
export interface GivenFile {
  /** Counts the files given on this page, from 1. */
  readonly key: number;
  readonly name: string;
  readonly parsed: ParsedTotals;
}

/** A file whose totals are used. */
export interface UsedFile extends GivenFile {
  readonly totals: Totals;
  readonly dropped: readonly string[];
}

const refusedFor = (why: string): ParsedTotals => ({
  state: 'refused',
  faults: [{ key: `totals_fault_${why}`, values: {} }],
});

/** Reads what was given; never throws. What is far too large for totals is not read at all. */
export async function readTotals({ blob, folder }: Pick<TakenFile, 'blob' | 'folder'>): Promise<ParsedTotals> {
  if (folder) return refusedFor('folder');
  // No character takes more than four bytes.
  if (blob.size > mostCharacters * 4) return refusedFor('too_large');
  try {
    let text = '';
    for await (const piece of textPieces(blob, await likeliestEncoding(blob))) text += piece;
    return parseTotals(text);
  } catch {
    return refusedFor('not_json');
  }
}

/** Tells apart what is used, what says the same as a file before it, and what cannot be used. */
export function sorted(files: readonly GivenFile[]): {
  readonly used: readonly UsedFile[];
  readonly twice: readonly { readonly file: GivenFile; readonly as: string }[];
  readonly refused: readonly GivenFile[];
} {
  const byDay = new Map<string, UsedFile[]>();
  const used: UsedFile[] = [];
  const twice: { file: GivenFile; as: string }[] = [];
  for (const file of files) {
    if (file.parsed.state === 'refused') continue;
    const one: UsedFile = { ...file, totals: file.parsed.totals, dropped: file.parsed.dropped };
    const day = `${one.totals.date} ${institutionKey(one.totals.institution)}`;
    const ofDay = byDay.get(day) ?? [];
    const same = ofDay.find(({ totals }) => sameFigures(totals, one.totals));
    if (same) twice.push({ file, as: same.name });
    else {
      used.push(one);
      byDay.set(day, [...ofDay, one]);
    }
  }
  return { used, twice, refused: files.filter(({ parsed }) => parsed.state === 'refused') };
}
