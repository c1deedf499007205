import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { readGuidedPage } from '../../src/alma/pages/guided-pages.ts';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { fieldNames } from '../../src/record/index.ts';
import { NotAReport, type ReportedPage, readReport } from './report-file.ts';
import { pageFrom } from './report-page.ts';

const options = { dateOrder: 'auto', taughtLocators: [] } as const;
const folder = '.cache/report';

/** What the reader makes of a page made from a report: its screen, and by field how it was found and what was read. */
export interface ReadBack {
  readonly screen: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads a page of invented values as the content script would, in a document of its own. */
export function readBack(markup: string, host: string): ReadBack {
  const window = new Window({ url: `https://${host}/ng`, settings: { disableJavaScriptEvaluation: true } });
  const document = window.document as unknown as Document;
  window.document.write(markup);
  const before = borrow(window as unknown as Record<string, unknown>);
  try {
    return readingOf(document);
  } finally {
    before();
    void window.happyDOM.close();
  }
}

function readingOf(document: Document): ReadBack {
  const page = readUserPage(document, options);
  if (page) {
    const found = page.anchors.map(({ field, found, by, sure }): [string, string] => [
      field,
      [found ? 'found' : 'missing', by, sure].filter(Boolean).join(' '),
    ]);
    const days = page.anchors.flatMap(({ field, days }): [string, string][] =>
      days ? [[`days.${field}`, days.join(' ')]] : [],
    );
    const read = fieldNames.map((field): [string, string] => {
      const reading = page.record[field];
      return [field, reading.state === 'read' ? JSON.stringify(reading.value) : `unread ${reading.why}`];
    });
    const fields = new Map<string, string>();
    for (const [field, said] of [...found, ...days, ...read])
      fields.set(field, [fields.get(field), said].filter(Boolean).join(', '));
    return { screen: 'user-record', fields };
  }
  const list = readUserList(document, () => options);
  if (list) return { screen: 'user-list', fields: new Map([['columns', list.columns.join(' ')]]) };
  const guided = readGuidedPage(document, options);
  return guided ? { screen: `guided-page ${guided.page}`, fields: new Map() } : { screen: 'none', fields: new Map() };
}

/** The reader asks the classes of the page's world; gives what puts the old ones back. */
function borrow(window: Record<string, unknown>): () => void {
  const world = globalThis as Record<string, unknown>;
  const lent = [
    'CSS',
    'Node',
    'Element',
    'Document',
    'HTMLElement',
    'HTMLInputElement',
    'HTMLSelectElement',
    'HTMLTextAreaElement',
  ];
  const before = lent.map((name) => [name, world[name]] as const);
  for (const name of lent) world[name] = window[name];
  return () => {
    for (const [name, value] of before) world[name] = value;
  };
}

/** The field-by-field comparison of one page, a line each. */
export function comparison(page: ReportedPage, here: ReadBack): readonly string[] {
  const fields = [...new Set([...here.fields.keys(), ...page.check.keys()])];
  const width = Math.max(8, ...fields.map(({ length }) => length));
  return [
    `  ${'screen'.padEnd(width)}  here: ${here.screen}   on the spot: ${page.screen}`,
    ...fields.map(
      (field) =>
        `  ${field.padEnd(width)}  here: ${here.fields.get(field) ?? '-'}   on the spot: ${page.check.get(field) ?? '-'}`,
    ),
  ];
}

/** `npm run report -- FILE`: makes a page of each page of a report, and prints what the reader makes of it beside what it said on the spot. */
export function run([file]: readonly string[]): number {
  if (file === undefined) {
    console.error('Say which page report to read: npm run report -- FILE');
    return 1;
  }
  try {
    const pages = readReport(readFileSync(file, 'utf8'));
    mkdirSync(folder, { recursive: true });
    for (const [at, page] of pages.entries()) {
      const markup = pageFrom(page);
      const path = join(folder, `page-${at + 1}.html`);
      writeFileSync(path, markup);
      console.log(`\nPage ${at + 1} of ${pages.length}: ${page.address}\n  drawn in ${path}`);
      for (const [what, said] of page.facts) console.log(`  # ${what} ${said}`);
      for (const line of comparison(page, readBack(markup, page.address.split('/')[0] ?? ''))) console.log(line);
    }
    return 0;
  } catch (failure) {
    const said = failure instanceof NotAReport || (failure as NodeJS.ErrnoException).code === 'ENOENT';
    if (!said) throw failure;
    console.error((failure as Error).message);
    return 1;
  }
}
