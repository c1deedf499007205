import { type Day, daysBetween } from '../../record/index.ts';
import type { SheetTable } from '../../sheets/types.ts';

/** A table with the day that it shows. */
export interface DatedTable {
  readonly table: SheetTable;
  readonly asOf: Day;
}

/** A report of Analytics that was given in pages, or one table that is whole by itself. */
export interface PagesOfReport {
  /** Positions in the list of tables; the first is the page of the latest day, for which all of them stand. */
  readonly at: readonly number[];
  /** Rows are missing: its last page is not here, or fewer rows than it says that there are. */
  readonly isOpen: boolean;
}

/** Pages of one report are asked for one after the other: it may be midnight between them. */
const MOST_DAYS = 1;

const isAnswer = ({ kind, records }: SheetTable) =>
  records !== undefined && kind !== 'user-records' && kind !== 'login-events';
const hasMore = ({ records, lines }: SheetTable) => records?.isOnePage === true || (records?.rowTotal ?? 0) > lines;
const headingsOf = ({ headings }: SheetTable) => headings.map(({ heading }) => heading).join('\n');
const near = (a: DatedTable, b: DatedTable) => Math.abs(daysBetween(a.asOf, b.asOf));

/** The last page of the same days, the nearest first, where there are several. */
function lastPageOf(page: DatedTable, ends: readonly DatedTable[]): DatedTable | undefined {
  return ends.filter((end) => near(page, end) <= MOST_DAYS).sort((a, b) => near(page, a) - near(page, b))[0];
}

function pagesOf(tables: readonly DatedTable[], pages: readonly DatedTable[]): PagesOfReport {
  const rows = pages.reduce((sum, { table }) => sum + table.lines, 0);
  const total = Math.max(...pages.map(({ table }) => table.records?.rowTotal ?? 0));
  const hasEnd = pages.some(({ table }) => !table.records?.isOnePage);
  const latest = [...pages].sort((a, b) => daysBetween(a.asOf, b.asOf));
  return { at: latest.map((page) => tables.indexOf(page)), isOpen: !hasEnd || rows < total };
}

/** Which tables are pages of one report: answers with the same columns, of the same days, of which one says that there is more. */
export function pagesOfReports(tables: readonly DatedTable[]): PagesOfReport[] {
  const byHeadings = new Map<string, DatedTable[]>();
  const alone: DatedTable[] = [];
  for (const one of tables) {
    const key = isAnswer(one.table) ? headingsOf(one.table) : undefined;
    // What says how many rows it has, and has them, is whole by itself.
    const { rowTotal = 0 } = one.table.records ?? {};
    if (key === undefined || (rowTotal > 0 && !hasMore(one.table))) alone.push(one);
    else byHeadings.set(key, [...(byHeadings.get(key) ?? []), one]);
  }
  const found: PagesOfReport[] = alone.map((one) => ({ at: [tables.indexOf(one)], isOpen: false }));
  for (const answers of byHeadings.values()) {
    const ends = answers.filter(({ table }) => !table.records?.isOnePage);
    const groups = new Map<DatedTable | undefined, DatedTable[]>(ends.map((end) => [end, [end]]));
    for (const page of answers) {
      if (ends.includes(page)) continue;
      const end = lastPageOf(page, ends);
      groups.set(end, [...(groups.get(end) ?? []), page]);
    }
    found.push(...[...groups.values()].map((pages) => pagesOf(tables, pages)));
  }
  return found;
}
