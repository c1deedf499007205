import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import { inlineRow, oddWorkbook } from './odd-workbooks.ts';
import { lines, tableOf, usedAndUnread } from './text-cases.ts';

describe('notes and drawn lines where identifiers stand', () => {
  it('of a database on a screen make nobody', async () => {
    const psql = lines(
      ' primary_id | last_name | status ',
      '------------+-----------+--------',
      ' a1         | Costa     | Active',
      ' b2         | Silva     | Active',
      '(2 rows)',
    );
    expect(usedAndUnread(await tableOf(psql))).toEqual({
      used: ['a1', 'b2'],
      unread: [
        [2, 'not-a-row'],
        [5, 'not-a-row'],
      ],
    });
    const report = lines('PRIMARY_ID,LAST_NAME', '----------,---------', 'a1,Costa', '', '2 rows selected.');
    expect(usedAndUnread(await tableOf(report))).toEqual({
      used: ['a1'],
      unread: [
        [2, 'no-identifier'],
        [5, 'not-a-row'],
      ],
    });
    expect(
      usedAndUnread(await tableOf(lines('| Primary ID | Last Name |', '| --- | :---: |', '| a1 | Costa |'))),
    ).toEqual({ used: ['a1'], unread: [[2, 'no-identifier']] });
  });

  it.each(['End of report', '(3 rows)', 'Page one', 'Printed by staff', 'Filter: Active', '*** end ***', '12 Zeilen'])(
    '%s under a report is listed, and counts as nobody who was not seen',
    async (note) => {
      const table = await tableOf(lines('Primary Identifier,Last Login', 'a1,2026-10-01', 'b2,', note));
      expect(usedAndUnread(table)).toEqual({ used: ['a1', 'b2'], unread: [[4, 'not-a-row']] });
    },
  );

  it('a word apart below the table is a note, in a text and in a workbook; hidden rows set nobody apart', async () => {
    const text = lines('Primary Identifier,Last Login', 'a1,2026-10-01', 'b2,', '', 'Confidential');
    expect(usedAndUnread(await tableOf(text))).toEqual({ used: ['a1', 'b2'], unread: [[5, 'not-a-row']] });
    const rows = (...all: readonly (readonly [number, string, ...string[]])[]) =>
      all.map(([at, more, ...cells]) => inlineRow(...cells).replace('<row', `<row r="${at}"${more}`)).join('');
    const head = [
      [1, '', 'Primary Identifier', 'Last Login'],
      [2, '', 'a1', '2026-10-01'],
    ] as const;
    const read = async (sheetData: string) => {
      const reading = await readFile(oddWorkbook({ sheetData }), 'report.xlsx');
      return reading.state === 'read' && reading.tables[0]?.rows.map(({ identifier }) => identifier);
    };
    expect(await read(rows(...head, [3, '', 'b2'], [5, '', 'Confidential']))).toEqual(['a1', 'b2']);
    expect(await read(rows(...head, [3, ' hidden="1"', 'b2', 'x'], [4, '', 'c3']))).toEqual(['a1', 'c3']);
  });

  it('people stay people: with spaces in many identifiers, with another cell, and without any other', async () => {
    const spaced = lines('Primary Identifier,Last Login', 'rui costa,2026-10-01', 'ana silva,', 'b2,');
    expect((await tableOf(spaced)).rows).toHaveLength(3);
    const beside = lines('Primary Identifier,Last Login,Phone', 'a1,2026-10-01,', 'ana silva,,12');
    expect((await tableOf(beside)).rows).toHaveLength(2);
    expect((await tableOf(lines('Primary Identifier,Last Login', 'a1,2026-10-01', 'b2,', 'c3,'))).rows).toHaveLength(3);
    expect((await tableOf(lines('Primary Identifier', 'rui costa', 'ana silva'))).rows).toHaveLength(2);
  });

  it('a plain list knows them, too', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `u${at}`);
    const list = lines('Primary Identifier', ...many, '----------', '(30 rows)');
    expect(usedAndUnread(await tableOf(list))).toEqual({
      used: many,
      unread: [
        [32, 'not-a-row'],
        [33, 'not-a-row'],
      ],
    });
  });

  it('nothing but signs is never an identifier', async () => {
    const signs = fc.stringMatching(/^[-+=*_.#?!:<>()/~ ]{1,12}$/).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(signs, async (text) => {
        const reading = await readFile(
          oddWorkbook({
            sheetData: [
              inlineRow('Primary Identifier', 'Last Name'),
              inlineRow('a1', 'Costa'),
              inlineRow(text.replaceAll('<', '&lt;'), 'Silva'),
            ].join(''),
          }),
          'users.xlsx',
        );
        expect(reading.state === 'read' && reading.tables[0]?.rows.map(({ identifier }) => identifier)).toEqual(['a1']);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a second table', () => {
  it('below the first is listed line by line, and makes nobody', async () => {
    const two = lines(
      'Primary Identifier,Last Login',
      'a1,2026-10-01',
      '',
      'User Name,Role',
      'c3,Cataloger',
      'd4,Patron',
      'Primary Identifier,Last Login',
      'b2,2026-10-02',
    );
    const table = await tableOf(two);
    expect(usedAndUnread(table)).toEqual({
      used: ['a1', 'b2'],
      unread: [
        [4, 'other-table'],
        [5, 'other-table'],
        [6, 'other-table'],
      ],
    });
    expect(table.leftOut).toEqual([{ line: 7, reason: 'repeated-headings' }]);
    expect(table.lines).toBe(6);
  });

  it('with more headings does not make titles of the first one’s rows', async () => {
    const two = lines(
      'Primary Identifier,Last Login',
      'a1,2026-10-01',
      '',
      'Primary Identifier,Last Name,Role Type',
      'c3,Costa,Cataloger',
    );
    const table = await tableOf(two);
    expect(usedAndUnread(table)).toEqual({
      used: ['a1'],
      unread: [
        [4, 'other-table'],
        [5, 'other-table'],
      ],
    });
    expect(table.leftOut).toEqual([]);
  });

  it('is none where somebody is called like a heading', async () => {
    const text = lines('Primary Identifier,Last Name,Status', 'user,Name,Active', 'status,Role,Active');
    expect((await tableOf(text)).rows).toHaveLength(2);
  });
});

describe('a word directly under a table', () => {
  const roles = [
    'Primary Identifier,Last Name,Status,Role Type',
    'a1,Costa,Active,Cataloger',
    'b2,Silva,Active,Patron',
  ];
  it.each(['CONFIDENTIAL', 'Report', 'Library', 'END', '*END*', '[EOF]', '--end--'])(
    '%s is a note, where all rows hold more',
    async (note) => {
      const unread = [[4, 'not-a-row']];
      expect(usedAndUnread(await tableOf(lines(...roles, note)))).toEqual({ used: ['a1', 'b2'], unread });
      expect(usedAndUnread(await tableOf(lines(...roles, `${note},,,`)))).toEqual({ used: ['a1', 'b2'], unread });
      const reading = await readFile(
        oddWorkbook({ sheetData: [...roles, note].map((line) => inlineRow(...line.split(','))).join('') }),
        'roles.xlsx',
      );
      expect(reading.state === 'read' && reading.tables[0]?.rows.map(({ identifier }) => identifier)).toEqual([
        'a1',
        'b2',
      ]);
    },
  );

  const report = ['User Name,Last Login', 'a1,2026-10-01', 'b2,', 'c3,2026-10-02'];
  it('is one under a report, too, where it alone lacks the separators', async () => {
    const table = await tableOf(lines(...report, 'Library', 'Staff'));
    expect(usedAndUnread(table)).toEqual({
      used: ['a1', 'b2', 'c3'],
      unread: [
        [5, 'not-a-row'],
        [6, 'not-a-row'],
      ],
    });
  });

  it('is a person where a login may be blank, where rows lack separators, and where Excel begins a block of lines', async () => {
    expect((await tableOf(lines(...report, 'd4,'))).rows).toHaveLength(4);
    expect(
      (await tableOf(lines('User Name,Name,Last Login', 'a1,Costa', 'b2,Silva,2026-10-01', 'c3,,', 'd4'))).rows,
    ).toHaveLength(4);
    const block = Array.from({ length: 15 }, (_, at) => `u${at},${at % 2 ? '' : '2026-10-01'}`);
    expect((await tableOf(lines('User Name,Last Login', ...block, 'd4'))).rows).toHaveLength(16);
  });

  it.each(['intern', 'internal', 'fine'])('%s may be an account, and counts in a plain list', async (word) => {
    const { used, unread } = usedAndUnread(await tableOf(lines('Primary Identifier', 'a1', 'b2', 'c3', word)));
    expect([used, unread]).toEqual([['a1', 'b2', 'c3', word], []]);
    const marked = usedAndUnread(await tableOf(lines('Primary Identifier', 'a1', 'b2', 'c3', `-- ${word} --`)));
    expect(marked.used).toEqual(['a1', 'b2', 'c3']);
  });

  it.each(['END', 'EOF', 'Ende', 'Vertraulich'])('%s ends any list', async (word) => {
    for (const above of [report, ['a1', 'b2', 'c3'], ['Primary Identifier', 'a1', 'b2', 'c3']]) {
      const { used, unread } = usedAndUnread(
        await tableOf(lines(...above, word), {
          noHeadings: above[0] === 'a1',
          ...(above[0] === 'a1' ? { mapping: { 1: 'identifier' } } : {}),
        }),
      );
      expect(used).toEqual(['a1', 'b2', 'c3']);
      expect(unread).toEqual([[above.length + 1, 'not-a-row']]);
    }
  });
});

describe('signs for nothing where words stand', () => {
  it.each(['\\N', '-', '\u2014', '(null)', '<NULL>', 'N/A', '(blank)'])('%s is no name and no group', async (sign) => {
    const head = 'Primary Identifier,Last Name,First Name,User Group,Role Type';
    const { rows } = await tableOf(lines(head, `a1,${sign},${sign},${sign},Patron`, `b2,Costa,${sign},Staff,Patron`));
    expect(rows.map(({ name, userGroup }) => [name, userGroup])).toEqual([
      [null, null],
      ['Costa', 'Staff'],
    ]);
    const full = await tableOf(lines('Primary Identifier,Name,Role Type', `a1,${sign},Patron`));
    expect(full.rows[0]?.name).toBeNull();
  });

  it('the same word for both names is none; a person may be called Null or None', async () => {
    const head = 'Primary Identifier,Last Name,First Name,Role Type';
    const { rows } = await tableOf(lines(head, 'a1,NULL,NULL,Patron', 'b2,Null,Jennifer,Patron', 'c3,None,Ana,Patron'));
    expect(rows.map(({ name }) => name)).toEqual([null, 'Null, Jennifer', 'None, Ana']);
  });
});
