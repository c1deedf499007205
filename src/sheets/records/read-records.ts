import { readDelimited } from '../delimited.ts';
import { lettersFor } from '../letters.ts';
import { limits } from '../limits.ts';
import { createPauses, Refusal } from '../refusal.ts';
import { createTableReader } from '../table.ts';
import { decodedPieces, textPieces } from '../text.ts';
import { typeTable } from '../typed-rows.ts';
import {
  type Encoding,
  encodings,
  type FileReading,
  type Question,
  type ReadOptions,
  type RefusedReason,
  type SheetTable,
} from '../types.ts';
import { unpack, type ZipEntry, zipEntries } from '../zip.ts';
import { createJsonSource } from './json-source.ts';
import { BrokenDocument, localName, type Source } from './nodes.ts';
import { createRecordReader, type RecordsRead } from './record-table.ts';
import { createXmlSource } from './xml-source.ts';

type RecordReader = ReturnType<typeof createRecordReader>;

const beforeRoot = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)*<([^\s/>!?]+)/i;
const knownRoots: ReadonlySet<string> = new Set([
  ...['user', 'users', 'userRecords', 'userRecord', 'userDetails', 'report', 'QueryResult', 'rowset'],
  ...['web_service_result', 'staff_logins', 'staff_login'],
]);

/** What a text is by its beginning, whatever the file is called; `undefined`: neither JSON nor XML of records. */
export function recordsFormat(start: string): 'json' | 'xml' | undefined {
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return 'json';
  const root = beforeRoot.exec(text)?.[1];
  return root !== undefined && knownRoots.has(localName(root)) ? 'xml' : undefined;
}

const pages: ReadonlySet<string> = new Set(['html', 'head', 'body', 'table', 'meta']);

/** XML with a root that is nothing of ours, and no web page. */
export function isOtherXml(start: string): boolean {
  const root = beforeRoot.exec(start)?.[1];
  return root !== undefined && start.startsWith('<?xml') && !pages.has(localName(root).toLowerCase());
}

function sourceFor(format: 'json' | 'xml', reader: RecordReader): Source {
  if (format === 'xml') return createXmlSource(reader.root());
  return createJsonSource(reader.root(), { brokenLine: () => reader.lose('broken-record') });
}

/** Reads one document. One that breaks off keeps what was whole; the rest is listed. */
async function readDocument(
  pieces: AsyncIterable<string>,
  format: 'json' | 'xml',
  reader: RecordReader,
  pause: ReturnType<typeof createPauses>,
): Promise<void> {
  const source = sourceFor(format, reader);
  try {
    for await (const piece of pieces) {
      source.push(piece);
      await pause();
    }
    source.end();
  } catch (problem) {
    if (!(problem instanceof BrokenDocument)) throw problem;
    reader.cutOff();
  }
}

/** What went wrong, by Alma's own code: the kinds that a person can do something about. */
function errorReason(code: string): RefusedReason {
  if (/threshold|429/i.test(code)) return 'error-too-many-calls';
  if (/unauthori[sz]ed|forbidden|api_?key/i.test(code)) return 'error-not-allowed';
  return code === '401861' || code === '401860' ? 'error-no-such-user' : 'error-answer';
}

/** Why a file that holds nothing to use is refused. */
function nothingIn({ facts, errorCode, users }: RecordsRead, format: 'json' | 'xml'): RefusedReason {
  if (facts.isVersion1) return 'records-version-1';
  if (errorCode !== undefined) return errorReason(errorCode);
  if (facts.isCodeTable) return 'code-table';
  if (users?.unreadRows.some(({ reason }) => reason === 'cut-off')) return 'broken-records';
  return format === 'json' ? 'not-a-review' : 'no-records';
}

/** The tables that were read, and what keeps them from being used. */
async function readingOf(reader: RecordReader, format: 'json' | 'xml'): Promise<FileReading> {
  const read = reader.finish();
  if (read.facts.isVersion1) return { state: 'refused', reason: 'records-version-1' };
  if (read.question) return { state: 'question', question: read.question };
  const tables: SheetTable[] = [];
  if (read.users && read.users.rows.length > 0) tables.push(read.users);
  if (read.rows && 'question' in read.rows) return { state: 'question', question: read.rows.question };
  if (read.rows && 'table' in read.rows) {
    const typed = await typeTable(read.rows.table);
    if ('question' in typed) return { state: 'question', question: typed.question };
    tables.push({ ...typed.table, records: answerFacts(read) });
  }
  if (tables.length > 0) return { state: 'read', tables, otherSheets: [], sheets: [] };
  if (read.rows) return { state: 'refused', reason: read.facts.isUnfinished ? 'unfinished-answer' : 'no-rows' };
  if (read.users?.unreadRows.length && read.errorCode === undefined && !read.users.unreadRows.every(isCutOff))
    return { state: 'read', tables: [read.users], otherSheets: [], sheets: [] };
  return { state: 'refused', reason: nothingIn(read, format) };
}

const isCutOff = ({ reason }: SheetTable['unreadRows'][number]) => reason === 'cut-off';

const answerFacts = ({ facts }: RecordsRead): NonNullable<SheetTable['records']> => ({
  withoutRoles: 0,
  newRoles: 0,
  notUsed: [],
  ...(facts.total === undefined ? {} : { total: facts.total }),
  ...(facts.isUnfinished ? { isOnePage: true } : {}),
});

const START_BYTES = 4096;

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** The pieces of a part, and as much of its beginning as tells what it is. */
async function begun(pieces: AsyncGenerator<Uint8Array>): Promise<{ start: string; all: AsyncGenerator<Uint8Array> }> {
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < START_BYTES) {
    const { value, done } = await pieces.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  async function* all() {
    yield* first;
    yield* pieces;
  }
  let start = '';
  for await (const text of decodedPieces(each(first))) start += text;
  return { start, all: all() };
}

/** What macOS and Windows put into zips of their own. */
const isLitter = (name: string) =>
  /(?:^|\/)(?:__macosx\/|\.|thumbs\.db$|desktop\.ini$)/.test(name) || name.endsWith('/');

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) parts.push(piece as Uint8Array<ArrayBuffer>);
  return new Blob(parts);
}

/** A text in a zip that is a table; the question which letters are right, where it is not Unicode. */
async function tableIn(
  blob: Blob,
  name: string,
  entry: ZipEntry,
  options: ReadOptions,
): Promise<SheetTable | Question | undefined> {
  const found = await lettersFor(blob, options);
  if ('question' in found) return { ...found.question, sheet: entry.name };
  const reader = createTableReader({ file: name, dates1904: false, options });
  await readDelimited(blob, found.encoding, reader, { mapping: options.mapping, signal: options.signal });
  const collected = reader.finish();
  if (!('table' in collected)) return undefined;
  const typed = await typeTable(collected.table);
  return 'table' in typed ? { ...typed.table, sheet: entry.name } : undefined;
}

/**
 * Reads a zip of user records, in JSON or XML, all of them as one file; tables of text in it are tables of their own. What is none of
 * these is named. Throws `Refusal`: `not-a-workbook` where nothing in it is known.
 */
export async function readRecordsInZip(blob: Blob, name: string, options: ReadOptions): Promise<FileReading> {
  const { signal, onProgress } = options;
  const reader = createRecordReader(name, options);
  const pause = createPauses(signal);
  const entries = [...(await zipEntries(blob))].filter(([path]) => !isLitter(path)).map(([, entry]) => entry);
  const all = entries.reduce((sum, { size }) => sum + size, 0);
  const unpacked = { bytes: 0 };
  const notUsed: string[] = [];
  const tables: SheetTable[] = [];
  let format: 'json' | 'xml' | undefined;
  async function* bytesOf(entry: ZipEntry) {
    for await (const piece of unpack(blob, entry, { mostBytes: limits.sheetBytes, unpacked, signal })) {
      onProgress?.(unpacked.bytes, all);
      yield piece;
    }
  }
  for (const entry of entries) {
    if (entries.length > 1) reader.beginEntry(entry.name);
    const { start, all: pieces } = await begun(bytesOf(entry));
    const found = recordsFormat(start);
    const table =
      found || start.includes('\0') ? undefined : await tableIn(await gathered(pieces), name, entry, options);
    if (found) {
      format = found;
      await readDocument(decodedPieces(pieces), found, reader, pause);
    } else if (table && 'ask' in table) return { state: 'question', question: table };
    else if (table) tables.push(table);
    else notUsed.push(entry.name);
  }
  if (!format && tables.length === 0) throw new Refusal('not-a-workbook');
  const records = format ? await readingOf(reader, format) : undefined;
  if (records && records.state !== 'read' && tables.length === 0) return records;
  if (records?.state === 'question') return records;
  const read = records?.state === 'read' ? records.tables : [];
  return {
    state: 'read',
    tables: [...read.map((one) => withNotUsed(one, notUsed)), ...tables],
    otherSheets: read.length > 0 ? [] : notUsed,
    sheets: [],
  };
}

const withNotUsed = (table: SheetTable, notUsed: readonly string[]): SheetTable =>
  table.records ? { ...table, records: { ...table.records, notUsed } } : table;

const DECLARATION_BYTES = 200;
const declaration = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/;

/** How a document says that it is written, where that is an encoding that we know. */
async function declaredEncoding(blob: Blob): Promise<Encoding | undefined> {
  const start = new TextDecoder('latin1').decode(await blob.slice(0, DECLARATION_BYTES).arrayBuffer());
  const label = declaration.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encodings.find((one) => one === (encoding === 'gbk' ? 'gb18030' : encoding));
  } catch {
    return undefined;
  }
}

/** Reads a file of user records, of login events or of an answer of Analytics, as JSON or XML. Throws `Refusal`. */
export async function readRecords(
  blob: Blob,
  name: string,
  format: 'json' | 'xml',
  options: ReadOptions,
): Promise<FileReading> {
  const { signal, onProgress } = options;
  const reader = createRecordReader(name, options);
  const declared = format === 'xml' ? await declaredEncoding(blob) : undefined;
  const found = await lettersFor(blob, declared ? { letters: declared, ...options } : options);
  if ('question' in found) return { state: 'question', question: found.question };
  const { encoding, letters } = found;
  let done = 0;
  const pieces = textPieces(blob, encoding, signal, (bytes) => {
    done += bytes;
    onProgress?.(done, blob.size);
  });
  await readDocument(pieces, format, reader, createPauses(signal));
  const outcome = await readingOf(reader, format);
  return outcome.state === 'read' && letters ? { ...outcome, letters } : outcome;
}
