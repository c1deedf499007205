import { sayInFile } from '../platform/say.ts';
import { type CellToWrite, readableCell, writeCsv, writeXlsx } from '../sheets/write.ts';
import { type Member, namedUnder, type RollUp } from '../totals/index.ts';
import { openWords, remarkWords, roleListName } from './words.ts';

export type TableFormat = 'csv' | 'xlsx';

/** A cell: a text, a number, or nothing. */
type Cell = string | number | undefined;

const columns = [
  'member',
  'named',
  'own',
  'after',
  'cannot_tell',
  'limit',
  'over',
  'under',
  'date',
  'policy',
  'role_list',
  'report_rows',
] as const;

function rowOf(member: Member, roleList: string, years: readonly string[]): Cell[] {
  const { newest, named, standing, remarks, course } = member;
  const { figures, policy } = newest;
  const count = (verdict: 'over' | 'under') => (standing.verdict === verdict ? standing.count : undefined);
  const ofYear = new Map(course.map((totals) => [totals.date.slice(0, 4), namedUnder(totals, roleList)]));
  return [
    newest.institution,
    named,
    figures.namedUsers,
    figures.afterDecisions,
    figures.cannotTell,
    newest.limit ?? undefined,
    count('over'),
    count('under'),
    newest.date,
    policy.name,
    roleListName(policy.roleList),
    figures.reportRows ?? undefined,
    ...years.map((year) => ofYear.get(year)),
    remarks.map((remark) => remarkWords(remark, member, sayInFile)).join(' '),
  ];
}

/** The table of the roll-up: headings, a row for each member, for each missing one, and the sums. `roleList`: the consortium's. */
export function tableRows(rollUp: RollUp, roleList: string): Cell[][] {
  const { members, missing, sums } = rollUp;
  // The newest figures have a column of their own.
  const years = rollUp.years.map(({ year }) => year);
  const headings = [
    ...columns.map((column) => sayInFile(`rollup_file_${column}`, { list: roleListName(roleList) })),
    ...years.map((year) => sayInFile('rollup_file_year', { year })),
    sayInFile('rollup_file_remarks'),
  ];
  const blank = (count: number): Cell[] => Array.from({ length: count }, () => undefined);
  const filler = headings.length - 2;
  const over = sums.overLimit || undefined;
  const under = rollUp.standing.verdict === 'under' ? rollUp.standing.count : undefined;
  return [
    headings,
    ...members.map((member) => rowOf(member, roleList, years)),
    ...missing.map((name) => [name, ...blank(filler), sayInFile('rollup_file_missing')]),
    [
      sayInFile('rollup_file_together', { count: sums.members }),
      sums.namedUsers,
      undefined,
      undefined,
      sums.cannotTell,
      sums.limit,
      over,
      under,
      ...blank(4),
      ...rollUp.years.map(({ named }) => named),
      [
        ...(missing.length > 0 ? [sayInFile('rollup_sum_members_missing', { count: missing.length })] : []),
        ...openWords(rollUp, { key: 'rollup_file_open', words: sayInFile }),
        ...(rollUp.withoutNumber > 0 ? [sayInFile('rollup_without_number', { count: rollUp.withoutNumber })] : []),
      ].join(' '),
    ],
  ];
}

/** The table as a file. In CSV a text that a spreadsheet would run as a formula gets an apostrophe; in the workbook numbers are numbers. */
export function tableFile(rows: readonly (readonly Cell[])[], format: TableFormat): Blob {
  if (format === 'csv') {
    const text = writeCsv(
      rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? readableCell(cell) : String(cell ?? '')))),
    );
    return new Blob([text], { type: 'text/csv' });
  }
  const written = (cell: Cell): CellToWrite => (typeof cell === 'number' ? { number: cell } : (cell ?? ''));
  const bytes = writeXlsx(rows.map((cells) => cells.map(written)));
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
