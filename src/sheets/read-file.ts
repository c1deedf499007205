import type { TableSource } from './collector.ts';
import { readDelimited } from './delimited.ts';
import { disguiseOf } from './disguises.ts';
import { lettersFor } from './letters.ts';
import { limits } from './limits.ts';
import { isReview, readRecords, recordsFormat } from './records/read-records.ts';
import { readRecordsInZip } from './records/zipped-records.ts';
import { Refusal, stopIfCancelled } from './refusal.ts';
import { type CollectedSheet, createTableReader } from './table.ts';
import { typeTable } from './typed-rows.ts';
import type { FileReading, Question, ReadOptions, RefusedReason, SheetFacts, SheetTable } from './types.ts';
import { openWorkbook, type Workbook, type Worksheet } from './xlsx-parts.ts';
import { readWorksheet, type WorksheetFacts } from './xlsx-rows.ts';

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
const HEAD_BYTES = 4096;

const startsWith = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);

/** What an OLE file is by the name of a stream in it; a name is written with two bytes a letter. Checked one after the other. */
const streams: readonly [name: string, reason: RefusedReason][] = [
  ['EncryptedPackage', 'password'],
  ['Workbook', 'old-excel'],
  ['__substg1.0_', 'e-mail'],
  ['WordDocument', 'other-format'],
  ['PowerPoint Document', 'other-format'],
];
const inTwoBytes = (name: string): string => [...name].map((letter) => `${letter}\0`).join('');

async function inOldContainer(blob: Blob): Promise<RefusedReason> {
  const most = 4 * 1024 * 1024;
  const ends = [blob.slice(0, most), blob.slice(Math.max(0, blob.size - most))];
  const texts = await Promise.all(ends.map(async (end) => new TextDecoder('latin1').decode(await end.arrayBuffer())));
  const found = streams.find(([name]) => texts.some((text) => text.includes(inTwoBytes(name))));
  return found?.[1] ?? 'old-excel';
}

async function readTextFile(blob: Blob, source: TableSource): Promise<FileReading> {
  const { signal, onProgress } = source.options;
  const found = await lettersFor(blob, source.options);
  if ('question' in found) return { state: 'question', question: found.question };
  const { encoding, letters } = found;
  const reader = createTableReader(source);
  let done = 0;
  await readDelimited(blob, encoding, reader, {
    mapping: source.options.mapping,
    signal,
    onBytes: (bytes) => {
      done += bytes;
      onProgress?.(done, blob.size);
    },
  });
  const outcome = await reading([{ collected: reader.finish() }]);
  return outcome.state === 'read' && letters ? { ...outcome, letters } : outcome;
}

/** A sheet that was read, with what the workbook says about it. */
interface ReadSheet {
  collected: CollectedSheet;
  facts: SheetFacts;
}

async function readSheet(workbook: Workbook, sheet: Worksheet, source: TableSource): Promise<ReadSheet> {
  const { signal, onProgress, sheets } = source.options;
  const withHiddenRows = sheets?.[sheet.name]?.hiddenRows ?? false;
  async function once(known?: WorksheetFacts): Promise<{ collected: CollectedSheet; found: WorksheetFacts }> {
    let done = 0;
    const onBytes = (bytes: number) => {
      done += bytes;
      onProgress?.(done, sheet.entry.size);
    };
    const reader = createTableReader(source);
    const options = { signal, onBytes, withHiddenRows, ...(known ? { known } : {}) };
    const found = await readWorksheet(workbook, sheet, reader, options);
    return { collected: reader.finish(), found };
  }
  let { collected, found } = await once();
  const headingLine = 'table' in collected ? collected.table.headingLine : 0;
  if (found.disordered || found.merged.some(({ lastRow }) => lastRow > headingLine)) {
    ({ collected, found } = await once(found));
  }
  const { hiddenRows } = found;
  const outcome = 'table' in collected ? 'read' : 'no-list';
  const { name, hidden } = sheet;
  return { collected, facts: { sheet: name, hidden, outcome, hiddenRows, hiddenRowsRead: withHiddenRows } };
}

/** One sheet of a workbook; one that is left out is not looked into, and one that is filled far to the right keeps no other from being read. */
async function readOrLeaveOut(workbook: Workbook, sheet: Worksheet, source: TableSource): Promise<ReadSheet> {
  const { name, hidden } = sheet;
  const nothing = (outcome: SheetFacts['outcome']): ReadSheet => ({
    collected: { nothing: true },
    facts: { sheet: name, hidden, outcome, hiddenRows: 0, hiddenRowsRead: false },
  });
  if (!(source.options.sheets?.[name]?.read ?? !hidden)) return nothing('left-out');
  try {
    return await readSheet(workbook, sheet, source);
  } catch (problem) {
    if (problem instanceof Refusal && problem.reason === 'too-many-columns') return nothing('too-many-columns');
    throw problem;
  }
}

async function readWorkbook(blob: Blob, file: string, options: ReadOptions): Promise<ReadSheet[]> {
  const workbook = await openWorkbook(blob, options.signal);
  const read: ReadSheet[] = [];
  for (const sheet of workbook.sheets) {
    const source = { file, sheet: sheet.name, dates1904: workbook.dates1904, options };
    read.push(await readOrLeaveOut(workbook, sheet, source));
  }
  return read;
}

/** Why there is nothing to read: the first sheet that says so. */
const nothingIn = (read: readonly { collected: CollectedSheet }[]): RefusedReason =>
  read.flatMap(({ collected }) => ('nothing' in collected ? (collected.why ?? []) : []))[0] ?? 'empty';

/** The tables that were recognised; a question is asked only when it keeps a table from being read, or when there is none. */
async function reading(read: readonly { collected: CollectedSheet; facts?: SheetFacts }[]): Promise<FileReading> {
  const tables: SheetTable[] = [];
  const sheets = read.flatMap(({ facts }) => facts ?? []);
  const asked = (question: Question): FileReading =>
    sheets.length > 0 ? { state: 'question', question, sheets } : { state: 'question', question };
  let unrecognised: Question | undefined;
  for (const { collected } of read) {
    if ('table' in collected) {
      const typed = await typeTable(collected.table);
      if ('question' in typed) return asked(typed.question);
      tables.push(typed.table);
    } else if ('question' in collected) unrecognised ??= collected.question;
  }
  const leftOut = sheets.some(({ outcome }) => outcome === 'left-out');
  if (tables.length === 0 && unrecognised) return asked(unrecognised);
  if (tables.length === 0 && sheets.some(({ outcome }) => outcome === 'too-many-columns'))
    throw new Refusal('too-many-columns');
  if (tables.length === 0 && !leftOut) throw new Refusal(nothingIn(read));
  const others = sheets.filter(({ outcome }) => outcome === 'no-list' || outcome === 'too-many-columns');
  return { state: 'read', tables, otherSheets: others.map(({ sheet }) => sheet), sheets };
}

async function readJson(blob: Blob, signal: AbortSignal | undefined): Promise<FileReading> {
  if (blob.size > limits.reviewBytes) throw new Refusal('too-large');
  const text = await blob.text();
  // Parsing cannot be cut short: a cancel that has come by now spares it.
  stopIfCancelled(signal);
  try {
    return { state: 'review', json: JSON.parse(text) as unknown };
  } catch {
    throw new Refusal('not-a-review');
  }
}

/** A workbook is a zip, too; any other may hold records. */
async function readZip(blob: Blob, name: string, options: ReadOptions): Promise<FileReading> {
  try {
    return await reading(await readWorkbook(blob, name, options));
  } catch (problem) {
    if (problem instanceof Refusal && problem.reason === 'not-a-workbook') return readRecordsInZip(blob, name, options);
    throw problem;
  }
}

/** The beginning of a text in ASCII, whatever it is written in. */
function startOf(head: Uint8Array): string {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = new TextDecoder().decode(isWide ? head.subarray(2) : head);
  return text.replaceAll('\0', '').replaceAll('\x1e', ' ').trimStart();
}

async function readAny(blob: Blob, name: string, options: ReadOptions): Promise<FileReading> {
  if (blob.size === 0) throw new Refusal('empty');
  if (blob.size > limits.fileBytes) throw new Refusal('too-large');
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  stopIfCancelled(options.signal);
  if (startsWith(head, OLD_EXCEL)) throw new Refusal(await inOldContainer(blob));
  if (startsWith(head, ZIP)) return readZip(blob, name, options);
  const disguise = disguiseOf(head);
  if (disguise) throw new Refusal(disguise);
  const start = startOf(head);
  const format = isReview(start) ? undefined : recordsFormat(start);
  if (format) return readRecords(blob, name, format, options);
  if (/^<(?:!doctype|html|head|body|table|meta|\?xml|!--)/i.test(start)) throw new Refusal('web-page');
  if (start.startsWith('{') && !isReview(start)) throw new Refusal('not-a-review');
  if (start.startsWith('{')) return readJson(blob, options.signal);
  return readTextFile(blob, { file: name, dates1904: false, options });
}

/**
 * Reads a file that somebody gave: `.xlsx`, CSV, TSV, or a review of ours (JSON), told by its bytes and not by its name.
 * Never throws for what stands in the file: a file that cannot be taken is `refused` with the reason, one that needs an
 * answer first is a `question`, and in both cases nothing of it has been used.
 */
export async function readFile(blob: Blob, name: string, options: ReadOptions = {}): Promise<FileReading> {
  try {
    return await readAny(blob, name, options);
  } catch (problem) {
    if (problem instanceof Refusal) return { state: 'refused', reason: problem.reason };
    if (options.signal?.aborted) return { state: 'refused', reason: 'cancelled' };
    throw problem;
  }
}
