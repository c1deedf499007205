import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createDelimitedParser } from '../../src/sheets/csv-rows.ts';
import { delimiterOf } from '../../src/sheets/delimited.ts';
import { lines, questionOf, readText, tableOf, usedAndUnread } from './text-cases.ts';

/** Rows with their lines; a broken line is `undefined`. */
function rowsOf(
  text: string,
  delimiter = ',',
  pieces: readonly number[] = [],
): [number, readonly string[] | undefined][] {
  const rows: [number, readonly string[] | undefined][] = [];
  const parser = createDelimitedParser(delimiter, {
    row(line, cells) {
      rows.push([line, cells]);
      return true;
    },
    broken: (line) => void rows.push([line, undefined]),
  });
  let from = 0;
  for (const length of pieces) {
    parser.push(text.slice(from, from + length));
    from += length;
  }
  parser.push(text.slice(from));
  parser.end();
  return rows;
}

describe('rows', () => {
  it.each([
    ['",\n ","', 2],
    ['"\na"," ', 2],
    ['""",,\n ","', 2],
  ])('%j comes to its end, though a search for marks behind its last one finds none', (text, count) => {
    expect(rowsOf(text)).toHaveLength(count);
  });

  it('every text comes to its end, line by line, however marks stand in it', () => {
    const part = fc.constantFrom('a', ',', '"', '\n', '""', ' ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), fc.nat({ max: 14 }), (parts, cut) => {
        const text = parts.join('');
        const told = rowsOf(text, ',', [cut]).map(([line]) => line);
        expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
        expect(Math.max(0, ...told)).toBeLessThanOrEqual(text.split('\n').length);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[string, string, readonly (readonly string[] | undefined)[]]>([
    [
      'quotes, delimiters and line breaks in cells',
      'a,"b ""c"", d"\n"e\nf",g',
      [
        ['a', 'b "c", d'],
        ['e\nf', 'g'],
      ],
    ],
    [
      'empty quoted cells',
      '"",""\n"""",x',
      [
        ['', ''],
        ['"', 'x'],
      ],
    ],
    [
      'a mark inside a cell that does not begin with one',
      'a 5" disk,b\nc,d',
      [
        ['a 5" disk', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'spaces behind a closing mark',
      '"a"  ,"b" \nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a mark that never closes', '"a,b\nc,d\ne,f\n', [undefined, ['c', 'd'], ['e', 'f']]],
    ['a mark that closes in the wrong place', '"a"b,c\nd,e\n', [undefined, ['d', 'e']]],
    ['a mark in the last line', 'a,b\n"c', [['a', 'b'], undefined]],
    ['blank lines', 'a\n\nb\n', [['a'], [''], ['b']]],
    [
      'delimiters at the end',
      'a,\n,\n',
      [
        ['a', ''],
        ['', ''],
      ],
    ],
  ])('%s', (_says, text, expected) => {
    expect(rowsOf(text).map(([, cells]) => cells)).toEqual(expected);
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', '"', '""', ',', ';', ' ', '\n', '"a"', '"\n"', 'x,y\n'), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('are the same however the text is cut into pieces', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 7 }), { maxLength: 12 }), (whole, pieces) => {
        expect(rowsOf(whole, ',', pieces)).toEqual(rowsOf(whole));
      }),
      { numRuns: 2000 },
    );
  });

  it('are those of papaparse where that finds no fault', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(',', ';'), (whole, delimiter) => {
        const { data, errors } = Papa.parse<string[]>(whole, { delimiter, newline: '\n' });
        fc.pre(errors.length === 0 && whole !== '');
        const rows = rowsOf(whole, delimiter).map(([, cells]) => cells);
        expect(rows).toEqual(whole.endsWith('\n') ? data.slice(0, -1) : data);
      }),
      { numRuns: 2000 },
    );
  });

  it('every line is in a row or given up, in order and once', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const rows = rowsOf(whole);
        const count = whole === '' ? 0 : whole.replace(/\n$/, '').split('\n').length;
        let next = 1;
        for (const [line, cells] of rows) {
          expect(line).toBe(next);
          next += 1 + (cells ?? []).join('').split('\n').length - 1;
        }
        expect(next - 1).toBe(count);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads on behind a line without end', () => {
    expect(
      rowsOf(`${'x'.repeat(1_100_000)}\nb,c\n`, ',', [1_060_000, 20_000]).map(([line, cells]) => [line, cells?.length]),
    ).toEqual([
      [1, undefined],
      [2, 2],
    ]);
  });
});

describe('each character is looked at a few times, whatever is wrong', () => {
  const MOST_LOOKS = 16;
  /** All searching is done with `indexOf`: what it passes over is counted. */
  function looksAt(text: string, delimiter: string): number {
    let looks = 0;
    const own = Object.getOwnPropertyDescriptor(String.prototype, 'indexOf') as PropertyDescriptor;
    const search = String.prototype.indexOf;
    function counting(this: string, wanted: string, from = 0): number {
      const found = search.call(this, wanted, from);
      looks += (found === -1 ? this.length : found + 1) - from;
      return found;
    }
    Object.defineProperty(String.prototype, 'indexOf', { ...own, value: counting });
    try {
      rowsOf(text, delimiter);
    } finally {
      Object.defineProperty(String.prototype, 'indexOf', own);
    }
    return looks;
  }

  it.each<[string, (at: number) => string, string]>([
    ['no fault', (at) => `u${at},Doe,Cataloger\n`, ','],
    ['a mark that never closes in every tenth row', (at) => `${at % 10 === 0 ? '"' : ''}u${at},Doe,Cataloger\n`, ','],
    ['a mark in the wrong place in every row', (at) => `"u${at}"x,"",Doe\n`, ','],
    ['quoted cells without the delimiter', (at) => `"u${at}"|"Doe"\n`, ','],
    ['quoted cells', (at) => `"u${at}"|"Doe"\n`, '|'],
    ['open marks and empty cells by turns', (at) => (at % 2 === 0 ? `"u${at},x\n` : `u${at},"",""\n`), ','],
    ['one mark that never closes before cells that are empty', (at) => (at === 0 ? '"u,x\n' : `u${at},"",""\n`), ','],
    ['nothing but marks', () => '"', ','],
  ])('%s', (_says, make, delimiter) => {
    const text = Array.from({ length: 4000 }, (_, at) => make(at)).join('');
    expect(looksAt(text, delimiter)).toBeLessThan(MOST_LOOKS * text.length);
  });
});

describe('the delimiter', () => {
  it.each([
    ['Primary Identifier|Last Name|Role Type\n"a, b"|"x; y"|Patron\n', '|'],
    ['Primary Identifier^Role Type\na^Patron\n', '^'],
    ['Primary Identifier~Role Type\na~Patron\n', '~'],
    ['Primary Identifier\tLast Name\na\tDoe, Jane\nb\tRoe, Rick\n', '\t'],
    ['Primary Identifier;Last Name\na;Doe, Jane, Dr.\nb;Roe, Rick, Dr.\n', ';'],
    ['Users, staff, of today\nPrimary Identifier;Role Type\na;Patron\n', ';'],
    ['Primary Identifier,Role Type\na|b|c,Patron\nd|e|f,Patron\n', ','],
    ['jdoe\nasmith\n', ','],
  ])('%s', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it.each([',', ';', '\t', '|', '^', '~'])('%s is found whatever other signs stand in the cells', async (delimiter) => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ',', ';', '|', '^', '~', ' ', '"'), maxLength: 6 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), async (rows) => {
        const written = [
          ['Primary Identifier', 'Last Name', 'User Group'],
          ...rows.map(([a, b], at) => [`u${at}`, a, b]),
        ];
        const table = await tableOf(written.map((cells) => `${cells.map(quoted).join(delimiter)}\n`).join(''));
        expect(table.rows.map(({ identifier }) => identifier)).toEqual(rows.map((_, at) => `u${at}`));
      }),
    );
  });

  it.each([';', '|', '^', '\t', '#'])("%s may be said in Excel's own first line", async (delimiter) => {
    const text = `sep=${delimiter}\r\nPrimary Identifier${delimiter}Last Name\r\njdoe${delimiter}Doe\r\n`;
    expect((await tableOf(text)).rows).toMatchObject([{ line: 3, identifier: 'jdoe', name: 'Doe' }]);
  });
});

describe('rows with too few or too many cells', () => {
  it('blank cells that a writer left out at the end are blank', async () => {
    const table = await tableOf(
      lines(
        'Primary Identifier,Last Name,Role Type,Role Status,Role Expiry Date',
        'a,Doe,Patron',
        '"b","Van\nDijk",Cataloger,Active',
      ),
    );
    expect(table.unreadRows).toEqual([]);
    expect(table.rows).toMatchObject([
      { identifier: 'a', role: { name: 'Patron', expiryDate: null } },
      { identifier: 'b', role: { name: 'Cataloger', status: 'ACTIVE', expiryDate: null } },
    ]);
  });

  it('however many they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 20 }), async (widths) => {
        const rows = widths.map((width, at) => [`u${at}`, 'Doe', 'Staff', '2027-01-01'].slice(0, width).join(','));
        const table = await tableOf(lines('Primary Identifier,Last Name,User Group,Expiry Date', ...rows));
        expect(usedAndUnread(table)).toEqual({ used: widths.map((_, at) => `u${at}`), unread: [] });
        expect(table.rows.map(({ userGroup }) => userGroup)).toEqual(
          widths.map((width) => (width > 2 ? 'Staff' : null)),
        );
      }),
    );
  });

  it('a last line that was cut is doubted', async () => {
    const table = await tableOf('Primary Identifier,Last Name,Role Type\na,Doe,Patron\nb,Do');
    expect(table.rows[1]?.unreadable).toEqual(['lastName', 'roleType']);
    expect(usedAndUnread(table).unread).toEqual([[3, 'broken-row']]);
  });

  it('what a mark that nobody closed has taken is read anew, and its rest makes no people', async () => {
    const swallowed = await tableOf(
      lines('Primary Identifier,Last Name,Role Type', '"a,Doe,Patron', 'b,Roe,Patron', 'c,Poe,"Cataloger"'),
    );
    expect(usedAndUnread(swallowed)).toEqual({ used: ['b', 'c'], unread: [[2, 'broken-row']] });
    const closing = await tableOf(
      lines('Primary Identifier,Last Name,Role Type', '"a,Doe,Patron', 'b,Roe,Patron"', 'c,Poe,Cataloger'),
    );
    expect(usedAndUnread(closing).unread).toEqual([[2, 'broken-row']]);
    expect(usedAndUnread(closing).used).toEqual(['b', 'c']);
    const rest = await tableOf(
      lines('Primary Identifier,Last Name,Role Type', 'a,"Doe', 'the "elder"",Patron', 'b,Roe,Patron'),
    );
    expect(usedAndUnread(rest)).toEqual({
      used: ['b'],
      unread: [
        [2, 'broken-row'],
        [3, 'broken-row'],
      ],
    });
  });

  it('one cell more in every row, as R writes names of rows, is asked about and never shifted', async () => {
    const text = lines(
      '"Primary Identifier"\t"Last Name"\t"Role Type"',
      '"1"\t"0012345"\t"Adeyemi"\t"Cataloger"',
      '"2"\t"0023456"\t"Brandt"\t"Patron"',
    );
    expect(await questionOf(text)).toMatchObject({
      ask: 'choice',
      about: 'row-names',
      heading: 'Primary Identifier',
      samples: ['1', '2'],
    });
    const named = await tableOf(text, { choices: { 'row-names': { 'Primary Identifier': 'first-cell' } } });
    expect(named.rows).toMatchObject([
      { identifier: '0012345', name: 'Adeyemi', role: { name: 'Cataloger' } },
      { identifier: '0023456', name: 'Brandt', role: { name: 'Patron' } },
    ]);
    const unknown = await tableOf(text, { choices: { 'row-names': { 'Primary Identifier': 'unknown' } } });
    expect(unknown.unreadRows.map(({ reason }) => reason)).toContain('broken-row');
    expect(unknown.rows.every(({ role }) => role === undefined)).toBe(true);
  });

  it('delimiters at the end of every row are no cells', async () => {
    expect(usedAndUnread(await tableOf(lines('Primary Identifier,Role Type', 'a,Patron,', 'b,Patron,,')))).toEqual({
      used: ['a', 'b'],
      unread: [],
    });
  });
});

describe('text that is no table', () => {
  it('JSON that does not name a format first is refused without being parsed', async () => {
    expect(await readText(`{"users":[${'1,'.repeat(5000)}1],"format":"x"}`)).toEqual({
      state: 'refused',
      reason: 'not-a-review',
    });
  });

  it.each([
    ['a web page', '<p>Sorry</p>\nuser\n'],
    ['a list of JSON', '[\n"jdoe",\n"asmith"\n]\n'],
    ['lines of JSON', '[{"user":"a","b":1},{"user":"c","b":2}]\n'],
    ['YAML', 'user:\n  - name: jdoe\n  - name: asmith\n'],
    ['YAML with a mark', '---\nusername: jdoe\nrole: x\n'],
    ['a lone heading over markup', 'User\n<b>jdoe</b>\n<b>asmith</b>\n'],
    ['a lone heading over settings', 'User\nname: jdoe\nname: asmith\n'],
    ['a lone heading over objects', 'Identifier\n{a}\n{b}\n'],
  ])('%s is no list of identifiers', async (_says, text) => {
    const reading = await readText(text);
    expect(reading.state).toBe('refused');
  });

  it.each([
    'The query resulted in no rows',
    '\uFEFFThe query resulted in no rows\r\n',
    '\uFEFFStaff roles\nThe query resulted in no rows\n',
    "No Results\nThe specified criteria didn't result in any data.\n",
    'Die Abfrage hat keine Zeilen ergeben\n',
    "La requ\u00eate n'a renvoy\u00e9 aucune ligne\n",
    'La consulta no ha devuelto ninguna fila\n',
    'La query non ha restituito nessuna riga\n',
    'A consulta n\u00e3o retornou nenhuma linha\n',
  ])('%j is an empty report, and it is said so', async (text) => {
    expect(await readText(text)).toEqual({ state: 'refused', reason: 'no-rows' });
  });
});
