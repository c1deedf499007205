import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileReading, type ReadOptions, readFile, type SheetTable, writeCsv } from '../../src/sheets/index.ts';

const readText = (text: string | Uint8Array, options: ReadOptions = {}): Promise<FileReading> =>
  readFile(new Blob([text as string | Uint8Array<ArrayBuffer>]), 'export.csv', options);

async function tableOf(text: string | Uint8Array, options: ReadOptions = {}): Promise<SheetTable> {
  const reading = await readText(text, options);
  if (reading.state !== 'read' || !reading.tables[0]) throw new Error(JSON.stringify(reading));
  return reading.tables[0];
}

const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const whole = (mark ? '\uFEFF' : '') + text;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < whole.length; at += 1) view.setUint16(at * 2, whole.charCodeAt(at), little);
  return bytes;
};
const windows1252 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('encodings and delimiters', () => {
  const rows = [
    ['Primary Identifier', 'Last Name', 'First Name'],
    ['mmüller', 'Müller', 'Maïa'],
  ];
  const text = (delimiter: string) => rows.map((cells) => cells.join(delimiter)).join('\r\n');

  it.each([
    ['UTF-8', text(',')],
    ['UTF-8 with a mark', `\uFEFF${text(',')}`],
    ['semicolons', text(';')],
    ['tabs', text('\t')],
    ['UTF-16 little-endian with a mark (Excel "Unicode text")', utf16(text('\t'), true, true)],
    ['UTF-16 big-endian with a mark', utf16(text('\t'), false, true)],
    ['UTF-16 little-endian without a mark', utf16(text('\t'), true, false)],
    ['UTF-16 big-endian without a mark', utf16(text('\t'), false, false)],
    ['Windows-1252', windows1252(text(';'))],
    ['old Mac line ends', text(',').replaceAll('\r\n', '\r')],
    ["Excel's own first line", `sep=;\r\n${text(';')}`],
  ])('%s', async (_, file) => {
    const table = await tableOf(file);
    expect(table.kind).toBe('analytics-users');
    expect(table.rows).toMatchObject([{ identifier: 'mmüller', name: 'Müller, Maïa' }]);
  });

  it('knows Windows-1252 by one byte in the last row of a long file', async () => {
    const long = `Primary Identifier,Name\n${'abc,def\n'.repeat(50_000)}x,M\u00fcller\n`;
    expect((await tableOf(windows1252(long))).rows.at(-1)).toMatchObject({ line: 50_002, name: 'Müller' });
  });

  it('refuses bytes that are no text', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
    expect(await readText(bytes)).toEqual({ state: 'refused', reason: 'not-text' });
  });
});

describe('headings', () => {
  it.each([
    ['Benutzername;Letzte Anmeldung', 'staff-login-report'],
    ["Nom d'utilisateur;Dernière connexion", 'staff-login-report'],
    ['Nombre de usuario;Último acceso', 'staff-login-report'],
    ['Nome utente;Ultimo accesso', 'staff-login-report'],
    ['User_Name;LAST LOGIN DATE;IP Address', 'staff-login-report'],
    ['Primary Identifier;Role Type;Role Status', 'analytics-roles'],
    ['Primäre Kennung;Rolle', 'analytics-roles'],
    ['Identifiant principal;Type de rôle', 'analytics-roles'],
    ['Primary Identifier;User Group;Purge Date', 'analytics-users'],
    ['USERNAME', 'identifiers'],
    ['USERNAME;Decision;Reason', 'answers'],
  ])('%s is %s', async (line, kind) => {
    const cells = line.split(';').length;
    expect((await tableOf(`${line}\njdoe${';'.repeat(cells - 1)}\n`)).kind).toBe(kind);
  });

  it('takes the surest of two columns that could be the identifier', async () => {
    const table = await tableOf('User Name,Primary Identifier,Status\nJane,jdoe,Active\n');
    expect(table.rows).toMatchObject([{ identifier: 'jdoe', status: 'ACTIVE' }]);
  });

  it('asks what unknown headings mean rather than take the file for a plain list', async () => {
    const text = 'User Name,Seen,From\njdoe,2026-03-04,198.51.100.7\n';
    expect(await readText(text)).toEqual({
      state: 'question',
      question: {
        ask: 'mapping',
        headings: ['User Name', 'Seen', 'From'],
        recognised: ['identifier', undefined, undefined],
        preview: [['jdoe', '2026-03-04', '']],
      },
    });
    const table = await tableOf(text, { mapping: { seen: 'lastLogin', FROM: 'ip' } });
    expect(table.rows).toEqual([{ line: 2, identifier: 'jdoe', lastLogin: '2026-03-04' }]);
    expect(table.droppedIpCells).toBe(1);
  });

  it('reads a list without headings once it is told so', async () => {
    expect(await readText('jdoe\nasmith\n')).toMatchObject({ state: 'question', question: { ask: 'mapping' } });
    const table = await tableOf('jdoe\nasmith\n', { noHeadings: true, mapping: { 1: 'identifier' } });
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['jdoe', 'asmith']);
  });

  it('survives headings that are names of object members', async () => {
    const table = await tableOf('__proto__,constructor,Primary Identifier,toString,Name\na,b,jdoe,c,Jane\n');
    expect(table.rows).toEqual([{ line: 2, identifier: 'jdoe', name: 'Jane' }]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

describe('the Staff Login Report', () => {
  it('drops addresses and counts them, and reads blanks and dashes as "not in the window"', async () => {
    const table = await tableOf(
      'User Name,Last Login,IP Address\na,2026-01-02 10:11:12,192.0.2.1\nb,-,\nc,,2001:db8::1\nd,\u2013,192.0.2.2\n',
    );
    expect(table.rows.map(({ lastLogin }) => lastLogin)).toEqual([
      '2026-01-02',
      'not-in-window',
      'not-in-window',
      'not-in-window',
    ]);
    expect(table.droppedIpCells).toBe(3);
    expect(JSON.stringify(table)).not.toMatch(/192\.0|2001:db8/);
  });
});

describe('dates', () => {
  const report = (...dates: string[]) =>
    `User Name,Last Login\n${dates.map((date, at) => `u${at},${date}\n`).join('')}`;
  const days = async (text: string, options?: ReadOptions) =>
    (await tableOf(text, options)).rows.map((row) => row.lastLogin);

  it.each([
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['2026-03-04T23:59:59Z', '2026-03-04'],
    ['46085', '2026-03-04'],
    ['46085.5', '2026-03-04'],
    ['4 March 2026', '2026-03-04'],
    ['04-Mar-2026 10:00', '2026-03-04'],
    ['"March 4, 2026"', '2026-03-04'],
    ['4. März 2026', '2026-03-04'],
    ['4 févr. 2026', '2026-02-04'],
    ['5/5/2026 12:00:00 AM', '2026-05-05'],
  ])('%s', async (written, day) => {
    expect(await days(report(written))).toEqual([day]);
  });

  it('orders a column by the one day above twelve in it', async () => {
    expect(await days(report('03/04/2026', '25/04/2026'))).toEqual(['2026-04-03', '2026-04-25']);
    expect(await days(report('03/04/2026', '04/25/2026'))).toEqual(['2026-03-04', '2026-04-25']);
  });

  it('asks for the order of a column that does not say it, or says both', async () => {
    const question = { ask: 'date-order', needsDateOrder: 'Last Login' };
    expect(await readText(report('03/04/2026'))).toMatchObject({ state: 'question', question });
    const both = report('03/04/2026', '25/04/2026', '04/25/2026');
    expect(await readText(both)).toMatchObject({ state: 'question', question });
    expect(await days(report('03/04/2026'), { dateOrders: { 'last login': 'mdy' } })).toEqual(['2026-03-04']);
    const table = await tableOf(both, { dateOrders: { 'Last Login': 'dmy' } });
    expect(table.rows.map((row) => row.lastLogin)).toEqual(['2026-04-03', '2026-04-25', undefined]);
    expect(table.unreadRows).toMatchObject([{ line: 4, reason: 'unreadable-date', used: 'in-part' }]);
  });

  it('leaves the state of a role open whose status or expiry date cannot be read', async () => {
    const table = await tableOf(
      'Primary Identifier,Role Type,Role Status,Role Expiry Date\na,Cataloger,Active,soon\nb,Cataloger,Dormant,\nc,Cataloger,Active,\nd,Cataloger,Deleted,\n',
    );
    expect(table.rows.map(({ role }) => role?.stateUnread)).toEqual([true, true, undefined, true]);
    expect(table.unreadRows.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'unreadable-date'],
      [3, 'unknown-word'],
      [5, 'unknown-word'],
    ]);
  });

  it('lists what is no date, and never reads it as blank', async () => {
    const table = await tableOf(report('soon', '31/04/2026', 'tomorrow 3/4', '2026-02-30'));
    expect(table.rows.map((row) => [row.lastLogin, row.unreadable])).toEqual(
      Array.from({ length: 4 }, () => [undefined, ['lastLogin']]),
    );
    expect(table.unreadRows.map(({ line, reason }) => [line, reason])).toEqual(
      [2, 3, 4, 5].map((line) => [line, 'unreadable-date']),
    );
  });
});

describe('broken rows', () => {
  it('lists a row whose quotes do not close, and reads on behind it', async () => {
    const table = await tableOf('User Name,Last Login\na,2026-01-01\n"b,2026-01-02\nc,2026-01-03\n');
    expect(table.rows.map(({ line, identifier }) => [line, identifier])).toEqual([
      [2, 'a'],
      [4, 'c'],
    ]);
    expect(table.unreadRows).toMatchObject([{ line: 3, reason: 'broken-row', used: 'no' }]);
  });

  it('does the same far into a long file', async () => {
    const good = (rows: number) => 'a,2026-01-01\n'.repeat(rows);
    const table = await tableOf(`User Name,Last Login\n${good(10_000)}"b,x\n${good(90_000)}`);
    expect(table.rows).toHaveLength(100_000);
    expect(table.unreadRows).toMatchObject([{ line: 10_002, reason: 'broken-row' }]);
    expect(table.rows.at(-1)?.line).toBe(100_002);
  }, 60_000);

  it('counts lines in the file, also behind cells with line breaks', async () => {
    const table = await tableOf('Primary Identifier,Name,Status\na,"Doe\r\n\r\nJane",Active\n,Nobody,Active\n');
    expect(table.unreadRows).toMatchObject([{ line: 5, reason: 'no-identifier', used: 'no' }]);
  });

  it('trusts of a row that was cut short only the cells that are whole', async () => {
    const table = await tableOf('Primary Identifier,User Group,Role Type\na,Staff,Cataloger\nb,Sta');
    expect(table.rows[1]).toMatchObject({
      identifier: 'b',
      unreadable: expect.arrayContaining(['userGroup', 'roleType']),
    });
    expect(table.unreadRows).toMatchObject([{ line: 3, reason: 'broken-row', used: 'in-part' }]);
  });

  it('doubts the role lists beside a lost row', async () => {
    const table = await tableOf('Primary Identifier,Role Type\na,Patron\n,Cataloger\nb,Patron\nc,Patron\n');
    expect(table.rows.map(({ identifier, unreadable }) => [identifier, unreadable])).toEqual([
      ['a', ['roleType']],
      ['b', ['roleType']],
      ['c', undefined],
    ]);
  });

  it('lists unknown words, shortened identifiers and identifiers without a role', async () => {
    const table = await tableOf(
      'Primary Identifier,Status,Role Type\na,Sleeping,Patron\n1.23457E+15,Active,Patron\nc,Active,\n',
    );
    expect(table.unreadRows.map(({ line, reason, used }) => [line, reason, used])).toEqual([
      [2, 'unknown-word', 'in-part'],
      [3, 'damaged-identifier', 'no'],
      [4, 'no-role', 'in-part'],
    ]);
    expect(table.rows[0]?.status).toBeUndefined();
  });

  it('sets people purged with statistics apart', async () => {
    const table = await tableOf(
      'Primary Identifier,Last Name,Status,Role Type\n,jdoe,Deleted,\na,Smith,Active,Patron\n',
    );
    expect(table.purged).toEqual([{ line: 2, identifier: '', lastName: 'jdoe' }]);
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['a']);
    expect(table.unreadRows).toEqual([]);
  });
});

const bytes = fc.uint8Array({ maxLength: 400 });
const soup = fc.array(
  fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', 'Primary Identifier', '2026-01-01', '=', '<', '{'),
  {
    maxLength: 60,
  },
);

describe('whatever stands in a file', () => {
  it('reading never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          bytes,
          soup.map((parts) => new TextEncoder().encode(parts.join(''))),
        ),
        async (content) => {
          expect(['read', 'question', 'refused', 'review']).toContain((await readText(content)).state);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('every line is a row, listed as unread, or counted as skipped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.constantFrom('', 'a', 'b "c"', '2026-01-01', 'Total', 'x\ny'), { minLength: 3, maxLength: 3 }),
          { maxLength: 30 },
        ),
        async (rows) => {
          const table = await tableOf(writeCsv([['Primary Identifier', 'Name', 'Expiry Date'], ...rows]));
          const lost = table.unreadRows.filter(({ used }) => used === 'no').length;
          const { rows: kept, purged, blankLines, leftOut } = table;
          expect(kept.length + purged.length + lost + blankLines + leftOut.length).toBe(rows.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('what was written is read back, character for character', async () => {
    const identifier = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .map((text) => `x${text.replace(/[\0\s\uFEFF\uFFFD]/g, '')}`);
    await fc.assert(
      fc.asyncProperty(fc.array(identifier, { minLength: 1, maxLength: 20 }), async (identifiers) => {
        const table = await tableOf(writeCsv([['USERNAME', 'Name'], ...identifiers.map((id) => [id, 'n'])]));
        expect(table.rows.map((row) => row.identifier)).toEqual(identifiers);
      }),
      { numRuns: 200 },
    );
  });
});
