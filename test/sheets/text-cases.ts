import {
  type FileReading,
  type Question,
  type ReadOptions,
  readFile,
  type SheetTable,
} from '../../src/sheets/index.ts';

/** Reads a text as a file of that content. */
export const readText = (text: string | Uint8Array, options: ReadOptions = {}): Promise<FileReading> =>
  readFile(new Blob([text as string | Uint8Array<ArrayBuffer>]), 'export.csv', options);

/** The one table of a text; throws what came instead. */
export async function tableOf(text: string | Uint8Array, options: ReadOptions = {}): Promise<SheetTable> {
  const reading = await readText(text, options);
  if (reading.state !== 'read' || !reading.tables[0]) throw new Error(JSON.stringify(reading));
  return reading.tables[0];
}

/** The question that a text leads to; throws what came instead. */
export async function questionOf(text: string | Uint8Array, options: ReadOptions = {}): Promise<Question> {
  const reading = await readText(text, options);
  if (reading.state !== 'question') throw new Error(JSON.stringify(reading));
  return reading.question;
}

/** A file of lines. */
export const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/** Identifiers of the rows that were used, and line with reason of those that were not read whole. */
export const usedAndUnread = ({ rows, unreadRows }: SheetTable) => ({
  used: rows.map(({ identifier }) => identifier),
  unread: unreadRows.map(({ line, reason }) => [line, reason]),
});
