import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReview, type Review, reconcile, reviewRecord, reviewText } from '../../src/review/model/index.ts';
import { readFile } from '../../src/sheets/index.ts';
import { inlineRow, workbookParts, zipped } from '../sheets/odd-workbooks.ts';
import { csvFile, fileToJoin, policyWith, reviewHolding, reviewOf, today } from './review-of.ts';

const headings = ['User Name', 'Last Login'];
/** Lines of each kind; what becomes of each is known from the way it is written. */
const kinds = {
  row: ['a1', '2026-11-01'],
  unused: ['', '2026-10-01'],
  totals: ['Total', '12'],
  'repeated-headings': headings,
  blank: ['', ''],
} as const;
type Kind = keyof typeof kinds;

const kind = fc.constantFrom<Kind>('row', 'unused', 'totals', 'repeated-headings', 'blank');
const of = (list: readonly Kind[], wanted: Kind) => list.filter((one) => one === wanted).length;

/** A review of a workbook with a title, hidden rows, a totals line, a hidden sheet and a sheet of notes. */
async function workbookReview(): Promise<{ review: Review; people: ReturnType<typeof reviewOf>['people'] }> {
  const hidden = inlineRow('gone7', '2026-01-05').replace('<row', '<row hidden="1"');
  const sheetData = [
    inlineRow('Staff Login Report'),
    inlineRow(...headings),
    inlineRow('a1', '2026-11-01'),
    hidden,
    hidden,
    inlineRow('', '2026-11-02'),
    inlineRow('Total', '3'),
  ].join('');
  const parts = workbookParts({ sheetData });
  const bytes = new Uint8Array(await zipped(parts).arrayBuffer());
  const file = await fileToJoin({ name: 'report.xlsx', asOf: today, bytes });
  const sheets = [
    ...(file.sheets ?? []),
    { sheet: 'Last year', hidden: true, outcome: 'left-out', hiddenRows: 0, hiddenRowsRead: false } as const,
    { sheet: 'Notes', hidden: false, outcome: 'no-list', hiddenRows: 0, hiddenRowsRead: false } as const,
  ];
  const { joined, people } = reviewOf([{ ...file, sheets }]);
  const review = reviewHolding(joined);
  return { review, people };
}

describe('the lines of a file', () => {
  it('come to its rows and to what was left out, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { maxLength: 12 }), fc.boolean(), async (list, titled) => {
        const rows = list.map((one): readonly string[] => kinds[one]);
        const file = await csvFile('report.csv', [...(titled ? [['A title']] : []), headings, ...rows]);
        const { joined, people } = reviewOf([file]);
        const [{ lines, rows: used } = { rows: -1 }] = joined.files;
        expect(used).toBe(of(list, 'row'));
        expect(lines).toMatchObject({
          all: list.length - of(list, 'blank') + (titled ? 1 : 0),
          unused: of(list, 'unused'),
          purged: 0,
          hidden: 0,
        });
        const left = lines?.leftOut.map(({ reason }) => reason) ?? [];
        expect(left.filter((reason) => reason === 'totals')).toHaveLength(of(list, 'totals'));
        expect(left.filter((reason) => reason === 'repeated-headings')).toHaveLength(of(list, 'repeated-headings'));
        const [bridge] = reconcile(people, joined.files, policyWith()).bridges;
        expect([bridge?.from, bridge?.to, bridge?.adds]).toEqual([
          { name: 'report-lines', value: lines?.all },
          { name: 'report-rows', value: used },
          true,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('count purged records and rows that do not close, too', async () => {
    const text =
      'Primary Identifier,Last Name,Status,Role Type\na1,Costa,Active,Cataloger\n,0042,Deleted,Cataloger\nb2,"Ro';
    const bytes = new TextEncoder().encode(text);
    const { joined } = reviewOf([await fileToJoin({ name: 'roles.csv', asOf: today, bytes })]);
    expect(joined.files[0]).toMatchObject({ rows: 1, lines: { all: 3, purged: 1, unused: 1, leftOut: [] } });
  });

  it('of a workbook are in the sums with their reasons, hidden rows among them', async () => {
    const { review, people } = await workbookReview();
    const [bridge] = reconcile(people, review.joined.files, review.policy).bridges;
    expect(bridge).toEqual({
      from: { name: 'report-lines', value: 6 },
      steps: [
        { reason: 'title', change: -1, people: [] },
        { reason: 'totals', change: -1, people: [] },
        { reason: 'hidden-rows', change: -2, people: [] },
        { reason: 'unused-rows', change: -1, people: [] },
      ],
      to: { name: 'report-rows', value: 1 },
      adds: true,
    });
  });

  it('are in the record and in the review file, with the sheets that were not used', async () => {
    const { review, people } = await workbookReview();
    const lines = {
      all: 6,
      unused: 1,
      purged: 0,
      hidden: 2,
      leftOut: [
        { line: 1, reason: 'title' },
        { line: 7, reason: 'totals' },
      ],
    };
    const unusedSheets = [
      { file: 'report.xlsx', sheet: 'Last year', why: 'hidden' },
      { file: 'report.xlsx', sheet: 'Notes', why: 'no-list' },
    ];
    const record = reviewRecord(review, people);
    expect(record.files[0]?.lines).toEqual(lines);
    expect(record.unusedSheets).toEqual(unusedSheets);
    const opened = openReview(JSON.parse(reviewText(review)));
    expect(opened.state === 'opened' && opened.review.joined).toMatchObject({ files: [{ lines }], unusedSheets });
  });

  it('of a review saved before they were counted are not known, and no sum is made up for them', async () => {
    const { review } = await workbookReview();
    const stored = JSON.parse(reviewText(review));
    delete stored.joined.files[0].lines;
    delete stored.joined.unusedSheets;
    const opened = openReview(stored);
    if (opened.state !== 'opened') throw new Error('refused');
    expect(opened.problems).toEqual([]);
    expect(opened.review.joined.files[0]?.lines).toBeUndefined();
    expect(opened.review.joined.unusedSheets).toEqual([]);
    expect(reconcile([], opened.review.joined.files, policyWith()).bridges.map(({ from }) => from.name)).toEqual([
      'people-in-report',
      'report-rows',
    ]);
  });

  it('that are hidden are rows like others once somebody has switched them on', async () => {
    const hidden = inlineRow('gone7', '2026-01-05').replace('<row', '<row hidden="1"');
    const parts = workbookParts({ sheetData: `${inlineRow(...headings)}${inlineRow('a1', '2026-11-01')}${hidden}` });
    const read = async (hiddenRows: boolean) => {
      const options = { sheets: { Report: { hiddenRows }, Sheet1: { hiddenRows } } };
      const reading = await readFile(zipped(parts), 'report.xlsx', options);
      if (reading.state !== 'read') throw new Error(reading.state);
      const { tables, sheets } = reading;
      const { joined } = reviewOf([{ name: 'report.xlsx', asOf: today, sha256: '', tables, sheets }]);
      const [{ rows, lines } = { rows: -1 }] = joined.files;
      return [rows, lines?.hidden, lines?.all];
    };
    expect(await read(false)).toEqual([1, 1, 2]);
    expect(await read(true)).toEqual([2, 0, 2]);
  });
});
