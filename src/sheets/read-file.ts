import { readDelimited } from './delimited.ts';
import { limits } from './limits.ts';
import { Refusal, stopIfCancelled } from './refusal.ts';
import { type CollectedSheet, createTableReader, type TableSource } from './table.ts';
import { encodingOf } from './text.ts';
import { typeTable } from './typed-rows.ts';
import type { FileReading, Question, ReadOptions, RefusedReason, SheetTable } from './types.ts';
import { openWorkbook, type Workbook, type Worksheet } from './xlsx-parts.ts';
import { readWorksheet } from './xlsx-rows.ts';

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
const HEAD_BYTES = 4096;

const startsWith = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);

/** The name of a stream in an OLE file, as its directory writes it. */
const ENCRYPTED_PACKAGE = new Uint8Array([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]));

async function oldOrEncrypted(blob: Blob): Promise<RefusedReason> {
  const most = 4 * 1024 * 1024;
  const ends = [blob.slice(0, most), blob.slice(Math.max(0, blob.size - most))];
  for (const end of ends) {
    const text = new TextDecoder('latin1').decode(await end.arrayBuffer());
    if (text.includes(new TextDecoder('latin1').decode(ENCRYPTED_PACKAGE))) return 'password';
  }
  return 'old-excel';
}

async function readTextFile(blob: Blob, source: TableSource): Promise<CollectedSheet[]> {
  const { signal, onProgress } = source.options;
  const reader = createTableReader(source);
  const encoding = await encodingOf(blob, signal);
  let done = 0;
  await readDelimited(blob, encoding, reader, {
    signal,
    onBytes: (bytes) => {
      done += bytes;
      onProgress?.(done, blob.size);
    },
  });
  return [reader.finish()];
}

async function readSheet(workbook: Workbook, sheet: Worksheet, source: TableSource): Promise<CollectedSheet> {
  const { signal, onProgress } = source.options;
  let done = 0;
  const options = {
    signal,
    onBytes: (bytes: number) => {
      done += bytes;
      onProgress?.(done, sheet.entry.size);
    },
  };
  const reader = createTableReader(source);
  const merged = await readWorksheet(workbook, sheet, reader, options);
  const collected = reader.finish();
  const headingLine = 'table' in collected ? collected.table.headingLine : 0;
  if (!merged.some(({ lastRow }) => lastRow > headingLine)) return collected;
  done = 0;
  const again = createTableReader(source);
  await readWorksheet(workbook, sheet, again, { ...options, merged });
  return again.finish();
}

async function readWorkbook(blob: Blob, file: string, options: ReadOptions): Promise<[CollectedSheet, string][]> {
  const workbook = await openWorkbook(blob, options.signal);
  const collected: [CollectedSheet, string][] = [];
  for (const sheet of workbook.sheets) {
    const source = { file, sheet: sheet.name, dates1904: workbook.dates1904, shortRows: true, options };
    collected.push([await readSheet(workbook, sheet, source), sheet.name]);
  }
  return collected;
}

/** The tables that were recognised; a question is asked only when it keeps a table from being read, or when there is none. */
function reading(sheets: readonly [CollectedSheet, string][]): FileReading {
  const tables: SheetTable[] = [];
  const otherSheets: string[] = [];
  let unrecognised: Question | undefined;
  for (const [sheet, name] of sheets) {
    if ('table' in sheet) {
      const typed = typeTable(sheet.table);
      if ('question' in typed) return { state: 'question', question: typed.question };
      tables.push(typed.table);
    } else {
      otherSheets.push(name);
      if ('question' in sheet) unrecognised ??= sheet.question;
    }
  }
  if (tables.length > 0) return { state: 'read', tables, otherSheets };
  return unrecognised ? { state: 'question', question: unrecognised } : { state: 'refused', reason: 'empty' };
}

async function readJson(blob: Blob): Promise<FileReading> {
  if (blob.size > limits.reviewBytes) throw new Refusal('too-large');
  try {
    return { state: 'review', json: JSON.parse(await blob.text()) as unknown };
  } catch {
    throw new Refusal('not-a-review');
  }
}

async function readAny(blob: Blob, name: string, options: ReadOptions): Promise<FileReading> {
  if (blob.size === 0) throw new Refusal('empty');
  if (blob.size > limits.fileBytes) throw new Refusal('too-large');
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  stopIfCancelled(options.signal);
  if (startsWith(head, OLD_EXCEL)) throw new Refusal(await oldOrEncrypted(blob));
  if (startsWith(head, ZIP)) return reading(await readWorkbook(blob, name, options));
  const start = new TextDecoder().decode(head).replaceAll('\0', '').trimStart();
  if (/^<(?:!doctype|html|head|body|table|meta|\?xml|!--)/i.test(start)) throw new Refusal('web-page');
  if (start.startsWith('{')) return readJson(blob);
  const sheets = await readTextFile(blob, { file: name, dates1904: false, shortRows: false, options });
  return reading(sheets.map((sheet) => [sheet, name]));
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
