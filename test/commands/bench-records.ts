import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openAsBlob, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokenizer } from '@streamparser/json';
import { Zip, ZipDeflate } from 'fflate';
import { Parser } from 'htmlparser2';
import { practiceDefaults, practicePeople, recordExports } from '../../src/review/practice/index.ts';
import { readFile } from '../../src/sheets/index.ts';
import { unpack, zipEntries } from '../../src/sheets/zip.ts';
import type { Chromium } from '../browser/chromium.ts';
import { tellInPage } from './bench-records-in-page.ts';

/** 30,000 records of some 10 kB: 300 MB. */
const people = 30_000;
const noteBytes = 7_500;
const peopleAPiece = 500;
/** Each form is read so many times; what stands in between decides. */
const rounds = 3;
/** How much longer than the parser alone reading may take, and how much memory it may add at its peak. */
const mostTimes = 2;
const mostMegabytes = 300;

type Form = 'ndjson' | 'zip';
const forms: readonly Form[] = ['ndjson', 'zip'];

/** What a process of its own says of one reading. */
interface Measured {
  read: number;
  parser: number;
  rows: number;
  /** Memory that reading has added at its peak, in MB. */
  added: number;
}

const inMb = (bytes: number) => bytes / 1024 / 1024;

/** Writes the records piece by piece: the whole of them would not fit where they are to be read with little memory. */
function writeRecords(form: Form, path: string): void {
  const made = practicePeople({ ...practiceDefaults, people, rolesEach: [2, 6] }).map((one) => ({
    ...one,
    inAnalytics: true,
  }));
  const file = openSync(path, 'w');
  const zip = new Zip((problem, bytes) => {
    if (problem) throw problem;
    writeSync(file, bytes);
  });
  for (let at = 0; at < made.length; at += peopleAPiece) {
    const some = recordExports(made.slice(at, at + peopleAPiece), noteBytes);
    if (form === 'ndjson') writeSync(file, some.ndjson());
    else {
      const entry = new ZipDeflate(`users_${at}.xml`, { level: 6 });
      zip.add(entry);
      entry.push(some.xml(), true);
    }
  }
  if (form === 'zip') zip.end();
  closeSync(file);
}

/** The parser alone, with nobody listening. */
async function parseOnly(form: Form, blob: Blob): Promise<void> {
  if (form === 'ndjson') {
    const tokenizer = new Tokenizer({ separator: '' });
    tokenizer.onToken = () => undefined;
    for await (const piece of blob.stream()) tokenizer.write(piece);
    return;
  }
  for (const entry of (await zipEntries(blob)).values()) {
    const parser = new Parser(
      { onopentagname() {}, onattribute() {}, ontext() {}, onclosetag() {} },
      { xmlMode: true },
    );
    const decoder = new TextDecoder();
    const pieces = unpack(blob, entry, { mostBytes: Number.MAX_SAFE_INTEGER });
    for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
    parser.end();
  }
}

/** Seconds for which this process really ran. */
async function ran(work: () => Promise<unknown>): Promise<number> {
  const { user, system } = process.cpuUsage();
  await work();
  const after = process.cpuUsage();
  return (after.user + after.system - user - system) / 1_000_000;
}

/** Reads one file in a process of its own, and prints what it took as JSON. */
export async function readRecordsAlone(form: string, path: string): Promise<number> {
  const blob = await openAsBlob(path);
  const before = process.memoryUsage().rss;
  let rows = 0;
  const read = await ran(async () => {
    const reading = await readFile(blob, path, { choices: { 'record-source': { user_roles: 'export' } } });
    rows = reading.state === 'read' ? (reading.tables[0]?.rows.length ?? 0) : -1;
  });
  const added = inMb(process.resourceUsage().maxRSS * 1024 - before);
  const parser = await ran(() => parseOnly(form as Form, blob));
  const measured: Measured = { read, parser, rows, added };
  console.log(JSON.stringify(measured));
  return 0;
}

function measure(form: Form, path: string): Measured {
  const { stdout } = spawnSync(process.execPath, ['test/commands/start.mjs', 'bench', 'read-records', form, path], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

/** The least, the middle and the most of some figures. */
function spread(values: readonly number[], digits: number): { text: string; middle: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  return { text: [sorted[0], middle, sorted.at(-1)].map((value) => value?.toFixed(digits)).join(' / '), middle };
}

/** Measures one form, prints the figures and gives the budgets that were exceeded. */
function tellOf(form: Form, path: string): string[] {
  const measured = Array.from({ length: rounds }, () => measure(form, path));
  const ratio = spread(
    measured.map(({ read, parser }) => read / parser),
    2,
  );
  const seconds = (key: 'read' | 'parser') =>
    spread(
      measured.map((one) => one[key]),
      1,
    ).text;
  const added = measured.map((one) => one.added);
  const rows = Math.min(...measured.map((one) => one.rows));
  const size = inMb(statSync(path).size).toFixed(0);
  console.log(`Reading ${people} user records as ${form} (${size} MB on disk), min / median / max of ${rounds}`);
  console.log(
    `  read        ${seconds('read')} s, ${ratio.text} x the ${seconds('parser')} s of the parser alone (budget ${mostTimes}); ${rows} records`,
  );
  console.log(`  peak memory ${spread(added, 0).text} MB more than before (budget ${mostMegabytes} MB)`);
  const exceeded: string[] = [];
  if (rows !== people) exceeded.push(`only ${rows} of ${people} records were read as ${form}`);
  if (ratio.middle > mostTimes) exceeded.push(`reading ${form} took ${ratio.middle.toFixed(2)} times its parser alone`);
  const most = Math.max(...added);
  if (most > mostMegabytes) exceeded.push(`reading ${form} took ${most.toFixed(0)} MB of memory`);
  return exceeded;
}

/**
 * Measures reading 30,000 user records as NDJSON and as zipped XML, by itself and on the review page in a browser that `launch` starts.
 * Gives the budgets that were exceeded, as sentences.
 */
export async function benchRecords(launch: () => Promise<Chromium>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-records-'));
  const exceeded: string[] = [];
  try {
    for (const form of forms) {
      const path = join(folder, `users.${form}`);
      writeRecords(form, path);
      exceeded.push(...tellOf(form, path), ...(await tellInPage(launch, { form, path, records: people })));
    }
    return exceeded;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
