import { readDelimited } from '../delimited.ts';
import { disguiseOf } from '../disguises.ts';
import { lettersFor } from '../letters.ts';
import { limits } from '../limits.ts';
import { createPauses, Refusal } from '../refusal.ts';
import { createTableReader } from '../table.ts';
import { createUtf8Check, decoded, SAMPLE_BYTES, unicodeByHead } from '../text.ts';
import { typeTable } from '../typed-rows.ts';
import {
  type FileReading,
  isUnreadEntry,
  type Lettering,
  type NotUsed,
  type Question,
  type ReadOptions,
  type SheetTable,
  type UnreadEntry,
} from '../types.ts';
import { type Unpacked, unpack, type ZipEntry, zipEntries } from '../zip.ts';
import { isReview, readDocument, readingOf, recordsFormat, withDeclared } from './read-records.ts';
import { createRecordReader } from './record-table.ts';

const START_BYTES = 4096;

/** What macOS and Windows put into zips of their own. Another name with a dot before it may be anybody's. */
const isLitter = (name: string) =>
  /(?:^|\/)(?:__macosx\/|\._[^/]*$|\.ds_store$|thumbs\.db$|desktop\.ini$)/i.test(name) || name.endsWith('/');

/** A text in a zip that is a table, or why it cannot be used. */
async function tableIn(
  pieces: AsyncIterable<string>,
  name: string,
  options: ReadOptions,
): Promise<{ table: SheetTable } | { question: Question } | NotUsed['why']> {
  const parts: string[] = [];
  for await (const piece of pieces) parts.push(piece);
  const reader = createTableReader({ file: name, dates1904: false, options });
  await readDelimited(new Blob(parts), 'utf-8', reader, { mapping: options.mapping, signal: options.signal });
  const collected = reader.finish();
  if ('question' in collected) return collected;
  if ('nothing' in collected) return collected.why === 'no-rows' ? 'no-rows' : 'nothing-known';
  return typeTable(collected.table);
}

/** What an entry is that is neither records nor a table. */
function otherKind(start: string, name: string): NotUsed['why'] | undefined {
  if (start.startsWith('PK\x03\x04')) return /\.xls[xm]$/.test(name) ? 'workbook' : 'zip';
  if (isReview(start.trimStart())) return 'review';
  const isNoText = start.includes('\0') || disguiseOf(new TextEncoder().encode(start)) !== undefined;
  return isNoText ? 'nothing-known' : undefined;
}

/** What tells how an entry is written. */
interface Looked {
  head: Uint8Array;
  isUtf8: boolean;
  /** The first part of it that is no UTF-8. */
  sample: Blob;
}

const MOST_SAMPLE_BYTES = 1024 * 1024;
/** An entry up to this size is kept while it is looked through; a larger one is unpacked twice. */
const MOST_KEPT_BYTES = 16 * 1024 * 1024;

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const kept: T[] = [];
  for await (const piece of pieces) kept.push(piece);
  return kept;
}

async function* each<T>(kept: readonly T[]): AsyncGenerator<T> {
  yield* kept;
}

/** Looks an entry through as far as it takes to tell how it is written: that may show in its last byte only. */
async function lookThrough(pieces: AsyncIterable<Uint8Array>): Promise<Looked> {
  const check = createUtf8Check();
  const head: Uint8Array[] = [];
  const sample: Uint8Array[] = [];
  const size = (all: readonly Uint8Array[]) => all.reduce((sum, { length }) => sum + length, 0);
  let last: Uint8Array | undefined;
  for await (const piece of pieces) {
    last = piece;
    if (size(head) < SAMPLE_BYTES) head.push(piece);
    check.push(piece);
    if (!check.soFar()) sample.push(piece);
    if (size(sample) > MOST_SAMPLE_BYTES) break;
  }
  const isUtf8 = check.end();
  if (!isUtf8 && sample.length === 0 && last) sample.push(last);
  return { head: await bytesOfParts(head), isUtf8, sample: new Blob(sample as BlobPart[]) };
}

const bytesOfParts = async (parts: Uint8Array[]): Promise<Uint8Array> =>
  new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());

/** How an entry is written, as for a file by itself; `undefined`: it is no text. */
async function lettersIn(
  { head, isUtf8, sample }: Looked,
  options: ReadOptions,
): Promise<Awaited<ReturnType<typeof lettersFor>> | undefined> {
  try {
    const encoding = unicodeByHead(head.subarray(0, SAMPLE_BYTES)) ?? (isUtf8 ? 'utf-8' : undefined);
    if (encoding) return { encoding };
  } catch (problem) {
    if (problem instanceof Refusal && problem.reason === 'not-text') return undefined;
    throw problem;
  }
  return lettersFor(sample, withDeclared(options, 'xml', head));
}

/** Why no more of an entry was read than what was whole before; what is no reason of the entry's own is thrown on. */
function whyUnread(problem: unknown): UnreadEntry {
  if (problem instanceof Refusal && isUnreadEntry(problem.reason)) return problem.reason;
  throw problem;
}

/** What the entries of a zip are. */
interface InZip {
  notUsed: NotUsed[];
  tables: SheetTable[];
  questions: Question[];
  /** Of the last entry with records. */
  format?: 'json' | 'xml';
  /** How the letters of the first text that is not Unicode were read. */
  letters?: Lettering | undefined;
}

/**
 * Reads a zip of user records, in JSON or XML, all of them as one file; tables of text in it are tables of their own. What is none of
 * these is named, with the reason. Throws `Refusal`: `not-a-workbook` where nothing in it is known.
 */
export async function readRecordsInZip(blob: Blob, name: string, options: ReadOptions): Promise<FileReading> {
  const { signal, onProgress } = options;
  const reader = createRecordReader(name, options);
  const pause = createPauses(signal);
  const entries = [...(await zipEntries(blob))].filter(([path]) => !isLitter(path)).map(([, entry]) => entry);
  const toUnpack = entries.reduce((sum, { size }) => sum + size * (size <= MOST_KEPT_BYTES ? 1 : 2), 0);
  let done = 0;
  const found: InZip = { notUsed: [], tables: [], questions: [] };

  async function* bytesOf(entry: ZipEntry, unpacked: Unpacked) {
    for await (const piece of unpack(blob, entry, { mostBytes: limits.sheetBytes, unpacked, signal })) {
      done += piece.length;
      onProgress?.(Math.min(done, toUnpack), toUnpack);
      yield piece;
      await pause();
    }
  }

  async function readEntry(
    entry: ZipEntry,
    unpacked: Unpacked,
  ): Promise<NotUsed['why'] | { question: Question } | undefined> {
    const kept = entry.size <= MOST_KEPT_BYTES ? await all(bytesOf(entry, unpacked)) : undefined;
    const again = () => (kept ? each(kept) : bytesOf(entry, unpacked));
    const looked = await lookThrough(kept ? each(kept) : bytesOf(entry, { bytes: 0 }));
    const letters = await lettersIn(looked, options);
    if (letters && 'question' in letters) return { question: { ...letters.question, sheet: entry.name } };
    const encoding = letters?.encoding ?? 'windows-1252';
    const start = new TextDecoder(encoding).decode(looked.head.subarray(0, START_BYTES));
    const other = otherKind(start, entry.name.toLowerCase());
    if (other || !letters) return other ?? 'nothing-known';
    found.letters ??= letters.letters;
    return readText(entry, decoded(again(), encoding), recordsFormat(start));
  }

  async function readText(
    entry: ZipEntry,
    pieces: AsyncIterable<string>,
    format: 'json' | 'xml' | undefined,
  ): Promise<NotUsed['why'] | undefined> {
    if (format) {
      found.format = format;
      const unread = await readDocument(pieces, format, reader, pause).then(() => undefined, whyUnread);
      return unread ?? (entries.length > 1 ? reader.notUsed() : undefined);
    }
    const table = await tableIn(pieces, name, options);
    if (typeof table === 'string') return table;
    if ('question' in table) {
      found.questions.push(table.question);
      return 'asks';
    }
    found.tables.push({ ...table.table, sheet: entry.name });
    return undefined;
  }

  const unpacked = { bytes: 0 };
  for (const entry of entries) {
    if (entries.length > 1) reader.beginEntry(entry.name);
    const why = await readEntry(entry, unpacked);
    if (typeof why === 'object') return { state: 'question', question: why.question };
    if (why) found.notUsed.push({ name: entry.name, why });
  }
  return zipReading(found, found.format && (await readingOf(reader, found.format)));
}

/** What the entries of a zip come to together. */
function zipReading({ notUsed, tables, questions, letters }: InZip, records: FileReading | undefined): FileReading {
  const [question, ...more] = questions;
  // With nothing else to use, one table can ask as it would by itself.
  if (question && more.length === 0 && tables.length === 0 && records?.state !== 'read')
    return { state: 'question', question };
  const isRead = tables.length > 0 || records?.state === 'read' || records?.state === 'question';
  const unread = notUsed.map(({ why }) => why).find(isUnreadEntry);
  if (!isRead && unread) throw new Refusal(unread === 'version-1' ? 'records-version-1' : unread);
  if (!records && tables.length === 0) throw new Refusal('not-a-workbook');
  if (records?.state === 'question' || (records && records.state !== 'read' && tables.length === 0)) return records;
  const [first, ...others] = [...(records?.state === 'read' ? records.tables : []), ...tables];
  if (!first) throw new Refusal('not-a-workbook');
  const facts = first.records ?? { withoutRoles: 0, newRoles: 0 };
  const told = notUsed.length > 0 ? { ...first, records: { ...facts, notUsed } } : first;
  return { state: 'read', tables: [told, ...others], otherSheets: [], sheets: [], ...(letters ? { letters } : {}) };
}
