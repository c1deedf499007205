import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import { oddWorkbook } from './odd-workbooks.ts';
import { lines, questionOf, tableOf, usedAndUnread } from './text-cases.ts';

const pad = (number: number) => String(number).padStart(2, '0');

describe('days of which a spreadsheet has swapped day and month', () => {
  const text = lines(
    'Primary Identifier,Last Login',
    'a1,2026-04-03',
    'b2,25/04/2026',
    'c3,2026-10-11',
    'd4,30/10/2026',
  );

  it('are asked about with their cells, never taken as they stand', async () => {
    expect(await questionOf(text)).toEqual({
      ask: 'choice',
      about: 'swapped-days',
      heading: 'Last Login',
      samples: ['2026-04-03', '2026-10-11', '25/04/2026', '30/10/2026'],
      previewHeadings: [],
      preview: [],
    });
  });

  it.each([
    ['swapped', ['2026-03-04', '2026-04-25', '2026-11-10', '2026-10-30']],
    ['as-they-stand', ['2026-04-03', '2026-04-25', '2026-10-11', '2026-10-30']],
  ] as const)('are read as somebody says: %s', async (said, days) => {
    const table = await tableOf(text, { choices: { 'swapped-days': { 'last login': said } } });
    expect(table.rows.map(({ lastLogin }) => lastLogin)).toEqual(days);
  });

  it('come back whatever they were: each day written day first, and opened where months stand first', async () => {
    const day = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.constantFrom(2024, 2025),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 8 }), async (given) => {
        const days = [...given, { day: 3, month: 4, year: 2025 }, { day: 25, month: 4, year: 2025 }];
        // The program takes the day for the month where there is such a month, and leaves the rest as text.
        const cells = days.map(({ day, month, year }) =>
          day <= 12 ? `${year}-${pad(day)}-${pad(month)}` : `${pad(day)}/${pad(month)}/${year}`,
        );
        const rows = cells.map((cell, at) => `u${at},${cell}`);
        const table = await tableOf(lines('Primary Identifier,Last Login', ...rows), {
          choices: { 'swapped-days': { 'Last Login': 'swapped' } },
        });
        expect(table.rows.map(({ lastLogin }) => lastLogin)).toEqual(
          days.map(({ day, month, year }) => `${year}-${pad(month)}-${pad(day)}`),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are none where a whole day could not have been swapped, or no text stands beside', async () => {
    const sure = await tableOf(
      lines('Primary Identifier,Last Login', 'a1,2026-04-23', 'b2,25/04/2026', 'c3,2026-10-11'),
    );
    expect(sure.rows[2]?.lastLogin).toBe('2026-10-11');
    const whole = await tableOf(lines('Primary Identifier,Last Login', 'a1,2026-04-03', 'b2,2026-10-11'));
    expect(whole.rows[0]?.lastLogin).toBe('2026-04-03');
    const words = await tableOf(lines('Primary Identifier,Last Login', 'a1,3 April 2026', 'b2,25/04/2026'));
    expect(words.rows[0]?.lastLogin).toBe('2026-04-03');
  });
});

describe('identifiers that a spreadsheet has changed without a mark', () => {
  it('that lost their last digits are damaged where every long one ends in zeros', async () => {
    const cut = ['21234000012345000', '21234000012346000', '1234567890123450'];
    const table = await tableOf(lines('Primary Identifier,Last Name', ...cut.map((one) => `${one},X`), '007,Y'));
    expect(usedAndUnread(table)).toEqual({
      used: ['007'],
      unread: cut.map((_, at) => [at + 2, 'damaged-identifier']),
    });
    const whole = lines('Primary Identifier,Last Name', ...cut.map((one) => `${one},X`), '1234567890123456,Y');
    expect((await tableOf(whole)).rows).toHaveLength(4);
    expect((await tableOf(lines('Primary Identifier,Last Name', '1234567890123450,X'))).rows).toHaveLength(1);
  });

  it.each(['TRUE', 'FALSE', 'WAHR', 'FALSCH', 'VRAI', 'FAUX', 'VERDADERO', 'FALSO', 'VERO', 'WAAR'])(
    '%s is none',
    async (text) => {
      const table = await tableOf(
        lines('Primary Identifier,Last Name', `${text},Costa`, `${text.toLowerCase()},Silva`),
      );
      expect(usedAndUnread(table)).toEqual({ used: [text.toLowerCase()], unread: [[2, 'damaged-identifier']] });
    },
  );

  it('a yes or no in a workbook is none, nor is a number that is shown rounded', async () => {
    const sheetData =
      '<row><c t="inlineStr"><is><t>Primary Identifier</t></is></c><c t="inlineStr"><is><t>Last Name</t></is></c></row>' +
      ['<c t="b"><v>1</v></c>', '<c s="1"><v>4711.4</v></c>', '<c s="1"><v>4711</v></c>', '<c s="2"><v>12000</v></c>']
        .map((cell) => `<row>${cell}<c t="inlineStr"><is><t>X</t></is></c></row>`)
        .join('');
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0,"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="1"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const reading = await readFile(oddWorkbook({ sheetData, styles }), 'users.xlsx');
    if (reading.state !== 'read' || !reading.tables[0]) throw new Error(reading.state);
    expect(usedAndUnread(reading.tables[0])).toEqual({
      used: ['4711'],
      unread: [2, 3, 5].map((line) => [line, 'damaged-identifier']),
    });
  });

  it.each(['#NB', '#I/T', '#N/DISP', '#YOK', '#Н/Д', '#HIÁNYZIK', '#SAKNAS!', '4-mrt', '12-mei', 'maj-26', '1. des'])(
    '%s is none, as spreadsheets of other languages write errors and days',
    async (text) => {
      const table = await tableOf(lines('Primary Identifier,Last Name', `${text},Costa`, 'a1,Silva'));
      expect(usedAndUnread(table)).toEqual({ used: ['a1'], unread: [[2, 'damaged-identifier']] });
    },
  );

  it.each(['unknown', '(no value)', '<blank>', '[empty]', '???', '***', 'N.N.'])('%s is a blank', async (text) => {
    const table = await tableOf(lines('Primary Identifier,Role Type', `${text},Cataloger`, `a1,${text}`, 'b2,Patron'));
    expect(usedAndUnread(table)).toEqual({
      used: ['a1', 'b2'],
      unread: [
        [2, 'no-identifier'],
        [3, 'no-role'],
      ],
    });
  });
});

describe('cells between quotation marks behind spaces', () => {
  it('are read without marks and spaces where the headings stand so, too', async () => {
    const table = await tableOf(
      lines('"Primary Identifier", "Last Name", "Role Type"', '"abe", "Abe, Ann", "Cataloger"', 'bo,   "Bo" , Patron'),
    );
    expect(table.rows).toMatchObject([
      { identifier: 'abe', name: 'Abe, Ann', role: { name: 'Cataloger' } },
      { identifier: 'bo', name: 'Bo', role: { name: 'Patron' } },
    ]);
  });

  it('a role alone between marks is that role', async () => {
    const table = await tableOf(lines('Primary Identifier,Role Type', 'abe, "Patron"', 'bo,\u201cCataloger\u201d'));
    expect(table.rows.map(({ role }) => role?.name)).toEqual(['Patron', 'Cataloger']);
  });
});

describe('cells between apostrophes', () => {
  it('are read without them, also with commas and doubled apostrophes inside', async () => {
    const table = await tableOf(
      lines(
        "'Primary Identifier','Last Name','Status'",
        "'a1','Costa, Rui','Active'",
        "'b2','O''Neill','Active'",
        "'003',NULL,'Active'",
      ),
    );
    expect(table.rows.map(({ identifier, name, status }) => [identifier, name, status])).toEqual([
      ['a1', 'Costa, Rui', 'ACTIVE'],
      ['b2', "O'Neill", 'ACTIVE'],
      ['003', 'NULL', 'ACTIVE'],
    ]);
    expect(
      (await tableOf(lines("'Primary Identifier'", "'a1'", "'b2'"))).rows.map(({ identifier }) => identifier),
    ).toEqual(['a1', 'b2']);
  });

  it('are not those of names, nor a mark before a number', async () => {
    const table = await tableOf(lines('Primary Identifier,Last Name', "'0012345,'t Hooft", "'0012346,O'Neill"));
    expect(table.rows.map(({ identifier, name }) => [identifier, name])).toEqual([
      ['0012345', "'t Hooft"],
      ['0012346', "O'Neill"],
    ]);
  });
});
