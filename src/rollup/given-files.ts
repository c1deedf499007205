import { likeliestEncoding } from '../sheets/letters.ts';
import { unicodeOfBytes } from '../sheets/text.ts';
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

/** The text of a small file, read in one go: of hundreds of files, each more look at their bytes is felt. */
async function textOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return new TextDecoder(unicodeOfBytes(bytes) ?? (await likeliestEncoding(blob))).decode(bytes);
}

/** Reads what was given; never throws. What is far too large for totals is not read at all. */
export async function readTotals({ blob, folder }: Pick<TakenFile, 'blob' | 'folder'>): Promise<ParsedTotals> {
  if (folder) return refusedFor('folder');
  // No character takes more than four bytes.
  if (blob.size > mostCharacters * 4) return refusedFor('too_large');
  try {
    return parseTotals(await textOf(blob));
  } catch {
    return refusedFor('not_json');
  }
}

/** Files that are read side by side: in the time until the next ones the page can be drawn and used. */
const sideBySide = 16;

/** Reads all that was given, some files at a time. */
export async function readAllTotals(given: readonly TakenFile[]): Promise<Omit<GivenFile, 'key'>[]> {
  const read: Omit<GivenFile, 'key'>[] = [];
  for (let at = 0; at < given.length; at += sideBySide) {
    const some = given.slice(at, at + sideBySide);
    read.push(...(await Promise.all(some.map(async (file) => ({ name: file.name, parsed: await readTotals(file) })))));
  }
  return read;
}

/** What the given files are: used, the same as one before, or of no use. */
export interface SortedFiles {
  readonly used: readonly UsedFile[];
  /** `as`: the name of the file that says the same. */
  readonly twice: readonly (GivenFile & { readonly as: string })[];
  readonly refused: readonly GivenFile[];
}

/** Tells apart what is used, what says the same as a file before it, and what cannot be used. */
export function sorted(files: readonly GivenFile[]): SortedFiles {
  const byDay = new Map<string, UsedFile[]>();
  const used: UsedFile[] = [];
  const twice: (GivenFile & { as: string })[] = [];
  for (const file of files) {
    if (file.parsed.state === 'refused') continue;
    const one: UsedFile = { ...file, totals: file.parsed.totals, dropped: file.parsed.dropped };
    const day = `${one.totals.date} ${institutionKey(one.totals.institution)}`;
    const ofDay = byDay.get(day) ?? [];
    const same = ofDay.find(({ totals }) => sameFigures(totals, one.totals));
    if (same) twice.push({ ...file, as: same.name });
    else {
      used.push(one);
      byDay.set(day, [...ofDay, one]);
    }
  }
  return { used, twice, refused: files.filter(({ parsed }) => parsed.state === 'refused') };
}

/** The files of each member by its key, the newest first. */
export function byMember(files: readonly UsedFile[]): ReadonlyMap<string, readonly UsedFile[]> {
  const byKey = new Map<string, UsedFile[]>();
  for (const file of [...files].sort((a, b) => (a.totals.date < b.totals.date ? 1 : -1))) {
    const key = institutionKey(file.totals.institution);
    const own = byKey.get(key);
    if (own) own.push(file);
    else byKey.set(key, [file]);
  }
  return byKey;
}
