import { lettersFor } from '../letters.ts';
import { createPauses } from '../refusal.ts';
import { textPieces } from '../text.ts';
import { typeTable } from '../typed-rows.ts';
import {
  type Encoding,
  encodings,
  type FileReading,
  type ReadOptions,
  type RecordFacts,
  type RefusedReason,
  type SheetTable,
} from '../types.ts';
import { createJsonSource } from './json-source.ts';
import { BrokenDocument, localName, type Source } from './nodes.ts';
import { createRecordReader, type RecordsRead } from './record-table.ts';
import { createXmlSource } from './xml-source.ts';

export type RecordReader = ReturnType<typeof createRecordReader>;

const beforeRoot = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)*<([^\s/>!?]+)/i;
const knownRoots: ReadonlySet<string> = new Set([
  ...['user', 'users', 'userRecords', 'userRecord', 'userDetails', 'report', 'QueryResult', 'rowset'],
  ...['web_service_result', 'staff_logins', 'staff_login'],
]);

const pages: ReadonlySet<string> = new Set([
  ...['html', 'head', 'body', 'table', 'meta', 'title', 'style', 'script'],
  ...['div', 'span', 'p', 'center', 'font'],
]);
/** Behind the name of an element, where no table of text goes on like that: its end, and the next tag. */
const isElement = /^[^<>]*>\s*(?:<|$)/;

/**
 * What a text is by its beginning, whatever the file is called; `undefined`: neither JSON nor XML. XML of any root may hold records: only
 * reading it tells. A web page is none.
 */
export function recordsFormat(start: string): 'json' | 'xml' | undefined {
  const text = start
    .replace(/^\uFEFF/, '')
    .replaceAll('\x1e', ' ')
    .trimStart();
  if (/^(?:\{\s*["}]|\[\s*[[{\]])/.test(text)) return 'json';
  const [before, root] = beforeRoot.exec(text) ?? [];
  if (before === undefined || root === undefined) return undefined;
  if (knownRoots.has(localName(root)) || /login/i.test(root)) return 'xml';
  if (pages.has(localName(root).toLowerCase()) || /<!doctype\s+html/i.test(before)) return undefined;
  return text.startsWith('<?xml') || isElement.test(text.slice(before.length)) ? 'xml' : undefined;
}

/** A review of ours names its format first; other JSON is not parsed to find that out, for 134 MB of it took 10 s in one go. */
export const isReview = (start: string): boolean => start.startsWith('{') && /^[^[]{0,200}"format"/.test(start);

function sourceFor(format: 'json' | 'xml', reader: RecordReader): Source {
  if (format === 'xml') return createXmlSource(reader.xmlRoot());
  return createJsonSource(reader.root(), { brokenLine: () => reader.lose('broken-record') });
}

/** Reads one document. One that breaks off keeps what was whole; the rest is listed. */
export async function readDocument(
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
function nothingIn({ facts, errorCode, users, hasOthers }: RecordsRead, format: 'json' | 'xml'): RefusedReason {
  if (facts.isVersion1) return 'records-version-1';
  if (errorCode !== undefined) return errorReason(errorCode);
  if (facts.isCodeTable) return 'code-table';
  if (facts.hasUsers && !hasOthers && !users?.unreadRows.length) return 'no-users';
  if (users?.unreadRows.some(({ reason }) => reason === 'cut-off')) return 'broken-records';
  return format === 'json' ? 'not-a-review' : 'no-records';
}

/** The tables that were read, and what keeps them from being used. */
export async function readingOf(reader: RecordReader, format: 'json' | 'xml'): Promise<FileReading> {
  const read = reader.finish();
  if (read.facts.isVersion1) return { state: 'refused', reason: 'records-version-1' };
  if (read.question) return { state: 'question', question: read.question };
  const tables: SheetTable[] = [];
  if (read.users && read.users.rows.length > 0) tables.push(read.users);
  const answers = rowsOf(read);
  for (const { sheet, facts } of answers) {
    if ('question' in sheet) return { state: 'question', question: sheet.question };
    if (!('table' in sheet)) continue;
    const typed = await typeTable(sheet.table);
    if ('question' in typed) return { state: 'question', question: typed.question };
    const records = { withoutRoles: 0, newRoles: 0, notUsed: [], ...facts };
    tables.push(withLost({ ...typed.table, records }, tables.length > 0 ? undefined : read.users));
  }
  if (tables.length > 0) return { state: 'read', tables, otherSheets: [], sheets: [] };
  const isUnfinished = answers.some(({ facts }) => facts.isOnePage);
  if (answers.length > 0) return { state: 'refused', reason: isUnfinished ? 'unfinished-answer' : 'no-rows' };
  if (read.users?.unreadRows.length && read.errorCode === undefined && !read.users.unreadRows.every(isCutOff))
    return { state: 'read', tables: [read.users], otherSheets: [], sheets: [] };
  return { state: 'refused', reason: nothingIn(read, format) };
}

/** The rows of an answer with what could not be read among them, or behind them: records that are none have no table of their own. */
function withLost(table: SheetTable, lost: SheetTable | undefined): SheetTable {
  if (!lost) return table;
  const unreadRows = lost.unreadRows.map((row, at) => ({ ...row, line: table.lines + 1 + at }));
  return {
    ...table,
    unreadRows: [...table.unreadRows, ...unreadRows],
    lines: table.lines + unreadRows.length,
    records: {
      ...(table.records as NonNullable<SheetTable['records']>),
      ...(lost.records?.isCutOff ? { isCutOff: true } : {}),
    },
  };
}

const isCutOff = ({ reason }: SheetTable['unreadRows'][number]) => reason === 'cut-off';

/** The rows of answers, with what these say besides. */
function rowsOf({ facts, logins, answers = [], pageStarts }: RecordsRead) {
  const ofLogins: Pick<RecordFacts, 'total' | 'pageStarts'> = {
    ...(facts.loginTotal === undefined ? {} : { total: facts.loginTotal }),
    ...(pageStarts.length > 1 ? { pageStarts } : {}),
  };
  return [...(logins ? [{ sheet: logins, facts: ofLogins as Partial<RecordFacts> }] : []), ...answers];
}

const DECLARATION_BYTES = 200;
const declaration = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/;

/** How a document says that it is written, where that is an encoding that we know. */
function declaredIn(head: Uint8Array): Encoding | undefined {
  const start = new TextDecoder('latin1').decode(head.subarray(0, DECLARATION_BYTES));
  const label = declaration.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encodings.find((one) => one === (encoding === 'gbk' ? 'gb18030' : encoding));
  } catch {
    return undefined;
  }
}

/** What is to be said of the letters of a document: a person's word, else what it declares in XML. */
export function withDeclared(options: ReadOptions, format: 'json' | 'xml', head: Uint8Array): ReadOptions {
  const declared = format === 'xml' ? declaredIn(head) : undefined;
  return declared ? { letters: declared, ...options } : options;
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
  const head = new Uint8Array(await blob.slice(0, DECLARATION_BYTES).arrayBuffer());
  const found = await lettersFor(blob, withDeclared(options, format, head));
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
