import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeFormula, readableCell, writeCsv } from '../../src/sheets/index.ts';
import { lines, tableOf, usedAndUnread } from './text-cases.ts';

const listOf = (...identifiers: readonly string[]) =>
  tableOf(writeCsv([['Primary Identifier', 'Last Name'], ...identifiers.map((one) => [one, 'Doe'])]));

describe('an identifier that a spreadsheet has damaged is listed, and nobody is made of it', () => {
  it.each([
    ...[
      '4711.0',
      '4711,0',
      '4711.00',
      '1.2345E4',
      '1e+05',
      '1.23457E+15',
      '1,23457E+15',
      '1.0E10',
      '1E-05',
      '12,345',
      '1,234,567',
      '(1,234,567)',
      '1.234.567',
      '12.345',
      '1\u00a0234\u00a0567',
      '1\u202f234\u202f567',
      "1'234'567",
      '1 234 567',
      '1234567%',
      '12 %',
      '$1234567',
      '-$12',
      '1234567 \u20ac',
      '####',
    ],
    ...[
      '4-Mar',
      '04. Mrz',
      '04-mars',
      '4-ago',
      '04/mar',
      'Mar-04',
      'Mrz 04',
      'dic-12',
      '16-Sep-20',
      '3/4/2026',
      '04.03.2026',
    ],
    ...[
      '2026-03-04',
      '2026-03-04 00:00:00',
      '1899-12-30',
      '1904-01-02',
      '12:30',
      '12:30:00',
      '12:30 PM',
      '36:15:00',
      '4 de marzo de 2026',
      'mars-2026',
    ],
    ...[
      '#N/A',
      '#NV',
      '#N/D',
      '#REF!',
      '#BEZUG!',
      '#RIF!',
      '#¡REF!',
      '#VALUE!',
      '#WERT!',
      '#VALEUR!',
      '#VALORE!',
      '#¡VALOR!',
    ],
    ...[
      '#NAME?',
      '#NOM?',
      '#NOME?',
      '#¿NOMBRE?',
      '#DIV/0!',
      '#¡DIV/0!',
      '#NUM!',
      '#ZAHL!',
      '#NOMBRE!',
      '#NÚM!',
      '#NUL!',
    ],
    ...['124599.99999999999', '123456.00000000001', '0,30000000000000004', '296280:00', '\u20180012345', '\u00b44711'],
    ...['Err:502', 'Err :502', 'Erro:502', 'Fehler:522', '4\u200b-Mar', 'm\uFFFDller'],
    ...[
      'Fel:502',
      'Virhe:504',
      'B\u0142\u0105d:502',
      '\u041e\u0448\u0438\u0431\u043a\u0430:522',
      '\u30a8\u30e9\u30fc:502',
      '#Error',
      '#Name?',
    ],
    ...['#Deleted', '#BRAK', '#REF', '#VALUE', '[Error]', '#N/A N/A', '-1.#IND', '1.#INF', 'PRAWDA', 'SANT', "b'abe'"],
    ...[
      '1,23,456',
      '3\u67084\u65e5',
      '2026\u5e743\u67084\u65e5',
      '2026. 03. 04.',
      '1/0/1900',
      '00.01.1900',
      '46085.4271',
      'Mar 4',
    ],
    ...[
      'zm?ller',
      'zm&uuml;ller',
      'zm&#252;ller',
      '\u201cabe\u201d',
      '\u201eabe\u201c',
      '\u00ababe\u00bb',
      "'abe'",
      '=CONCATENATE("0012352")',
    ],
    ...['=TEXT(12353,"0000000")', '=0012357', '="0012358', "='0012350'"],
  ])('%s', async (identifier) => {
    expect(usedAndUnread(await listOf('asmith', identifier, 'bjones'))).toEqual({
      used: ['asmith', 'bjones'],
      unread: [[3, 'damaged-identifier']],
    });
  });

  it.each([
    ...[
      '4711',
      '0012345',
      '12345678901234567',
      '12E4',
      '1234-5678',
      '001-23-4567',
      '4711.5',
      '0012.345',
      '1234.567',
      '12.34.56',
      '4711.00009',
      'l\u2019hermite',
      '123 45',
      '$jdoe',
      'U0012345',
      'jdoe@example.org',
    ],
    ...[
      'mar4',
      'march',
      '4mar',
      'mai.23',
      'err502',
      'e1.5',
      '20260304',
      '46085',
      'a:b',
      'nv',
      '99-99-99',
      '#jdoe',
      'exl_support',
    ],
  ])('%s is one', async (identifier) => {
    expect(usedAndUnread(await listOf(identifier))).toEqual({ used: [identifier], unread: [] });
  });
});

describe('an identifier that was protected from a spreadsheet', () => {
  it.each([
    ['="0012345"', '0012345'],
    ['="exl_support"', 'exl_support'],
    ['="a ""b"""', 'a "b"'],
    ['= "0012345"', '0012345'],
    ['=("0012345")', '0012345'],
    ['=T("exl_support")', 'exl_support'],
    ['="0012345"&""', '0012345'],
    ['+"0012345"', '0012345'],
    ['=HYPERLINK("https://example.org/0012345","0012345")', '0012345'],
    ['=HYPERLINK("https://example.org/0012345";"0012345")', '0012345'],
    ["'0012345", '0012345'],
    ["'jdoe", 'jdoe'],
    ["'@x", '@x'],
    ["'-12345", '-12345'],
    ["'=abc", '=abc'],
  ])('%s is %s', async (written, identifier) => {
    expect(usedAndUnread(await listOf(written))).toEqual({ used: [identifier], unread: [] });
  });

  it('also where headings and days are protected, and where quotes do not stand around it', async () => {
    const table = await tableOf(
      lines('="Primary Identifier",="Expiry Date"', '="0012345",="2027-03-01"', '="7",\'2027-03-02'),
    );
    expect(table.rows).toMatchObject([
      { identifier: '0012345', expiryDate: '2027-03-01' },
      { identifier: '7', expiryDate: '2027-03-02' },
    ]);
  });

  it('a name keeps its own apostrophe', async () => {
    const table = await tableOf(lines('Primary Identifier,Last Name', "jdoe,'t Hooft", "asmith,O'Neil"));
    expect(table.rows.map(({ name }) => name)).toEqual(["'t Hooft", "O'Neil"]);
  });

  it('whatever our own files protect comes back as it went', async () => {
    const text = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', ''), fc.string({ minLength: 1, maxLength: 8 }))
      .map(([sign, rest]) => `${sign}x${rest.replace(/[\s"'?(&]/g, '')}`);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 10 }), async (identifiers) => {
        const table = await tableOf(
          writeCsv([['USERNAME', 'Name'], ...identifiers.map((one) => [readableCell(one), 'n'])]),
        );
        expect(table.rows.map(({ identifier }) => identifier)).toEqual(identifiers);
        expect(identifiers.map(readableCell).filter(looksLikeFormula)).toEqual([]);
      }),
    );
  });
});

describe('a word or sign for "nothing"', () => {
  const words = [
    'None',
    'null',
    'NULL',
    'N/A',
    'n/a',
    '-',
    '\u2013',
    '(blank)',
    '#',
    '(null)',
    'nan',
    '<NA>',
    '\\N',
    '(leer)',
    '\u200b',
    'No Role',
    'None Selected',
    'Not Assigned',
    '- None -',
    '{null}',
    'keine Angabe',
    'k.A.',
    'Non renseign\u00e9',
    'sin especificar',
    's/o',
    'n.d.',
  ];

  it.each(['Keine', 'leer', 'Ohne', 'Aucun', 'Ninguna', 'vac\u00edo', 'Nessuno', 'Nenhum', '0', 'No Role', 'k.A.'])(
    '%s in the column of roles is no role',
    async (word) => {
      const table = await tableOf(lines('Primary Identifier,Role Type', `asmith,${word}`, 'bjones,Patron'));
      expect(table.rows.map(({ role }) => role?.name)).toEqual([undefined, 'Patron']);
      expect(table.unreadRows.map(({ line, reason }) => [line, reason])).toEqual([[2, 'no-role']]);
    },
  );

  it.each(['Leer', 'Ohne', 'keine', 'a.n', 'o.k.', 'no.one', 'n.abel'])('%s may be somebody', async (identifier) => {
    expect(usedAndUnread(await listOf(identifier)).used).toEqual([identifier]);
  });

  it.each(words)('%s is no person', async (word) => {
    expect(usedAndUnread(await listOf('asmith', word))).toEqual({ used: ['asmith'], unread: [[3, 'no-identifier']] });
  });

  it.each(words)('%s is no role', async (word) => {
    const table = await tableOf(
      writeCsv([
        ['Primary Identifier', 'Role Type'],
        ['asmith', 'Patron'],
        ['bjones', word],
      ]),
    );
    expect(table.rows.map(({ role }) => role?.name)).toEqual(['Patron', undefined]);
    expect(table.unreadRows).toMatchObject([{ line: 3, reason: 'no-role', used: 'in-part' }]);
  });
});

describe('a row without an identifier in a list of roles', () => {
  const doubted = async (...rows: readonly string[]) => {
    const table = await tableOf(lines('Primary Identifier,Last Name,Record Type,Role Type', ...rows), {
      choices: { 'blank-identifiers': { 'Primary Identifier': 'missing' } },
    });
    expect(table.unreadRows).toMatchObject([{ reason: 'no-identifier', used: 'no' }]);
    return table.rows.filter(({ unreadable }) => unreadable?.includes('roleType')).map(({ identifier }) => identifier);
  };

  it.each([
    ['a contact', ',Books Ltd,Contact,', []],
    ['a contact without a name', ',,Contact,', []],
    ['somebody of another name', ',Books Ltd,Public,Cataloger', []],
    ['no role', ',,,', []],
    ['the same name as the one above', ',Adeyemi,,Cataloger', ['a']],
    ['nothing but a role', ',,,Cataloger', ['a', 'b']],
  ])('%s', async (says, row, expected) => {
    if (says === 'no role')
      return expect(await tableOf(lines('Primary Identifier,Role Type', 'a,Patron', ','))).toMatchObject({
        blankLines: 1,
      });
    expect(await doubted('a,Adeyemi,Staff,Patron', row, 'b,Brandt,Staff,Patron')).toEqual(expected);
  });
});
