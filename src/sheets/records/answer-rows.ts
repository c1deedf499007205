import type { CollectedSheet } from '../table.ts';
import { createTableReader } from '../table.ts';
import type { ReadOptions, RecordFacts } from '../types.ts';

interface Source {
  file: string;
  options: ReadOptions;
}

/** Rows of an answer from which the names of its members are taken. */
const MOST_WAITING = 1000;

/** The rows of an answer as a table: the names of their members are its headings. */
export function createRows(source: Source & { areLogins: () => boolean }) {
  const reader = createTableReader({ ...source, dates1904: false });
  let names: string[] | undefined;
  let waiting: ReadonlyMap<string, string>[] = [];
  let line = 0;

  function give(cells: ReadonlyMap<string, string>): void {
    line += 1;
    reader.row(
      line,
      (names as string[]).map((name) => cells.get(name) ?? ''),
    );
  }

  /** Begins the table with these columns, by name and by heading. */
  function begin(columns: ReadonlyMap<string, string>): void {
    if (names) return;
    names = [...columns.keys()];
    reader.row(0, [...columns.values()]);
  }

  function flush(): void {
    if (!names) begin(new Map(waiting.flatMap((cells) => [...cells.keys()].map((name) => [name, name]))));
    for (const cells of waiting) give(cells);
    waiting = [];
  }

  return {
    begin,
    /** So many rows have come. */
    rows: () => line + waiting.length,
    add(cells: ReadonlyMap<string, string>): void {
      if (names) {
        give(cells);
        return;
      }
      waiting.push(cells);
      if (waiting.length >= MOST_WAITING) flush();
    },
    finish(): CollectedSheet {
      if (!names && waiting.length === 0) return { nothing: true };
      flush();
      return reader.finish();
    },
  };
}

/** The rows of one report of Analytics, with what its answers say of themselves. */
export interface AnalyticsRows {
  sheet: CollectedSheet;
  facts: Pick<RecordFacts, 'isOnePage' | 'rowTotal'>;
}

/** The column in which each row has how many rows the whole report has: a real answer of 100 rows says 123, its last page of 23 as well. */
const isTotal = (heading: string) => /^max\(rcount\(1\)\)$/i.test(heading.replace(/\s+/g, ''));

/**
 * Takes the rows of answers of Analytics, each answer a page: those with the same columns are one report, those with others another one.
 * An answer that does not say how its columns are headed has those of the one before.
 */
export function createAnalyticsRows(source: Source) {
  interface Report {
    rows: ReturnType<typeof createRows>;
    isFinished?: boolean | undefined;
    total: number;
    totalName: string | undefined;
  }
  const reports = new Map<string, Report>();
  let columns: ReadonlyMap<string, string> = new Map<string, string>();
  /** The columns are still those of the answer before. */
  let areOld = false;

  function report(): Report {
    const key = JSON.stringify([...columns]);
    const known = reports.get(key);
    if (known) return known;
    const totalName = [...columns].find(([, heading]) => isTotal(heading))?.[0];
    const one: Report = { rows: createRows({ ...source, areLogins: () => false }), total: 0, totalName };
    if (columns.size > 0) one.rows.begin(columns);
    reports.set(key, one);
    return one;
  }

  return {
    begins(): void {
      areOld = true;
    },
    column(name: string, heading: string): void {
      columns = new Map([...(areOld ? [] : columns), [name, heading]]);
      areOld = false;
    },
    add(cells: ReadonlyMap<string, string>): void {
      const one = report();
      one.rows.add(cells);
      if (one.totalName !== undefined) one.total = Math.max(one.total, Number(cells.get(one.totalName)) || 0);
    },
    /** An answer ends that is the last one of its report, is not, or does not say. */
    ends(isFinished: boolean | undefined): void {
      const one = report();
      if (isFinished !== undefined) one.isFinished = one.isFinished || isFinished;
    },
    /** So many rows have come. */
    rows: () => [...reports.values()].reduce((sum, { rows }) => sum + rows.rows(), 0),
    finish: (): AnalyticsRows[] =>
      [...reports.values()].map(({ rows, isFinished, total }) => ({
        sheet: rows.finish(),
        facts: { ...(isFinished === false ? { isOnePage: true } : {}), ...(total > 0 ? { rowTotal: total } : {}) },
      })),
  };
}
