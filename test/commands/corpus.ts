import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { personKey } from '../../src/record/index.ts';
import { isRoleName, roleNameCoded } from '../../src/rules/standards/roles.ts';
import { type FileReading, readFile } from '../../src/sheets/index.ts';
import { cellsOf } from './corpus-cells.ts';

/** The files that are looked at, by the end of their names. */
const taken =
  /\.(?:xlsx|xlsm|xltx|xltm|xlsb|xls|xml|ods|csv|tsv|tab|psv|txt|text|json|ndjson|jsonl|ya?ml|html?|mht(?:ml)?|zip)$/i;

/** A file that takes longer is given up, and said to be. */
const mostSeconds = 120;
/** Characters that are written at once. */
const CHARACTERS_AT_ONCE = 1_000_000;

/** What came of one file. */
export interface CorpusLine {
  file: string;
  outcome: FileReading['state'] | 'crashed';
  /** What each table was taken for, the question that is asked, or why the file was refused. */
  what: string;
  rows: number;
  /** Different primary identifiers among the rows. */
  people: number;
  unreadRows: number;
  milliseconds: number;
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && taken.test(entry.name));
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

function facts(reading: FileReading): Pick<CorpusLine, 'what' | 'rows' | 'people' | 'unreadRows'> {
  const nothing = { rows: 0, people: 0, unreadRows: 0 };
  if (reading.state === 'refused') return { ...nothing, what: reading.reason };
  if (reading.state === 'question') return { ...nothing, what: reading.question.ask };
  if (reading.state !== 'read') return { ...nothing, what: '' };
  const rows = reading.tables.flatMap((table) => table.rows);
  return {
    what: reading.tables.map(({ kind }) => kind).join('+'),
    rows: rows.length,
    people: new Set(rows.map(({ identifier }) => personKey(identifier))).size,
    unreadRows: reading.tables.reduce((sum, { unreadRows }) => sum + unreadRows.length, 0),
  };
}

/** Reads one file as the review does. A crash of the reader is an outcome, too, and not the end of the others. */
export async function corpusLine(path: string, name: string): Promise<CorpusLine> {
  const file = new Blob([readFileSync(path)]);
  const begun = performance.now();
  const passed = () => Math.round(performance.now() - begun);
  try {
    const roles = { isRoleName, roleName: roleNameCoded };
    const reading = await readFile(file, name, { ...roles, signal: AbortSignal.timeout(mostSeconds * 1000) });
    return { file: name, outcome: reading.state, ...facts(reading), milliseconds: passed() };
  } catch (problem) {
    const what = String(problem).replaceAll(/\s+/g, ' ');
    return { file: name, outcome: 'crashed', what, rows: 0, people: 0, unreadRows: 0, milliseconds: passed() };
  }
}

const columns = ['file', 'outcome', 'what', 'rows', 'people', 'unreadRows', 'milliseconds'] as const;

/**
 * `npm run corpus -- FOLDER`: every workbook and text file of a folder, and of those in it, through the review's reader; a
 * line each, tabs between. `--cells OUT` writes the cells as they were read into OUT, a JSON array a row, so that they can be
 * held against another reader's. Not part of the tests: the files are other people's.
 */
export async function run(args: readonly string[]): Promise<number> {
  const [folder, option, out] = args;
  if (!folder || (option !== undefined && (option !== '--cells' || !out))) {
    console.error('Say which folder: npm run corpus -- FOLDER [--cells OUT]');
    return 1;
  }
  if (out) writeFileSync(out, '');
  console.log(columns.join('\t'));
  const outcomes = new Map<string, number>();
  for (const path of filesIn(folder)) {
    const name = relative(folder, path);
    const line = await corpusLine(path, name);
    outcomes.set(line.outcome, (outcomes.get(line.outcome) ?? 0) + 1);
    console.log(columns.map((column) => line[column]).join('\t'));
    if (out) await writeCells(path, name, out);
  }
  console.error([...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'No file was found.');
  return outcomes.has('crashed') ? 1 : 0;
}

async function writeCells(path: string, name: string, out: string): Promise<void> {
  let rows = '';
  for await (const { sheet, line, cells } of cellsOf(new Blob([readFileSync(path)]))) {
    rows += `${JSON.stringify([name, sheet, line, ...cells])}\n`;
    // A few bytes of workbook can hold a long text in every cell.
    if (rows.length < CHARACTERS_AT_ONCE) continue;
    writeFileSync(out, rows, { flag: 'a' });
    rows = '';
  }
  writeFileSync(out, rows, { flag: 'a' });
}
