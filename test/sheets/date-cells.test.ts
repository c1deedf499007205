import { describe, expect, it } from 'vitest';
import { lines, questionOf, tableOf } from './text-cases.ts';

const report = (...dates: readonly string[]) =>
  lines('User Name,Expiry Date', ...dates.map((date, at) => `u${at},"${date}"`));

describe('days with times, zones and words', () => {
  it.each([
    ['2027-06-30Z', '2027-06-30'],
    ['2027-06-30+02:00', '2027-06-30'],
    ['2027-06-30T23:59:59.999-05:00', '2027-06-30'],
    ['2027-06-30 10:15:00.0', '2027-06-30'],
    ['2027-06-30 10:15:00 Europe/Vienna', '2027-06-30'],
    ['2027-06-30 10:15 (Central European Time)', '2027-06-30'],
    ['30.06.2027 um 10:15 Uhr', '2027-06-30'],
    ['30.06.2027, 10.15 Uhr', '2027-06-30'],
    ['30/06/2027 à 10h15', '2027-06-30'],
    ['30/06/2027 10:15:00 p. m.', '2027-06-30'],
    ['06/30/2027 10:15:00 PM EST', '2027-06-30'],
    ['30. 6. 2027', '2027-06-30'],
    ['Wed Jun 30 10:15:00 CEST 2027', '2027-06-30'],
    ['Wed, 30 Jun 2027 10:15:00 GMT', '2027-06-30'],
    ['Wednesday, June 30, 2027', '2027-06-30'],
    ['June 30th, 2027 at 10:15 AM', '2027-06-30'],
    ['Mittwoch, 30. Juni 2027', '2027-06-30'],
    ['30 juin 2027', '2027-06-30'],
    ['1er juin 2027', '2027-06-01'],
    ['30 de junio de 2027', '2027-06-30'],
    ['30 giugno 2027 alle 10:15', '2027-06-30'],
    ['30 de junho de 2027', '2027-06-30'],
    ['30-JUN-2027', '2027-06-30'],
    ['2027-Jun-30', '2027-06-30'],
    ['\u200e6\u200e/\u200e30\u200e/\u200e2027', '2027-06-30'],
    ["'2027-06-30", '2027-06-30'],
    ['30JUN2027', '2027-06-30'],
    ['30JUN2027:10:15:00', '2027-06-30'],
    ['2027年6月30日', '2027-06-30'],
    ['2027년 6월 30일', '2027-06-30'],
    ['2027. 6. 30.', '2027-06-30'],
    ['2027. 06. 30. 10:15:00', '2027-06-30'],
    ['2027.06.30.', '2027-06-30'],
    ['30-JUN-2027 10.15.00.000000000 PM +00:00', '2027-06-30'],
    ['Wed Jun 30 10:15:00 2027', '2027-06-30'],
  ])('%s', async (written, day) => {
    const table = await tableOf(report(written));
    expect(table.rows.map(({ expiryDate }) => expiryDate)).toEqual([day]);
  });

  it.each([
    [['jan', 'januar', 'janvier', 'enero', 'gennaio', 'janeiro'], '01'],
    [['feb', 'février', 'febrero', 'febbraio', 'fevereiro'], '02'],
    [['mar', 'märz', 'mrz', 'mars', 'marzo', 'março'], '03'],
    [['apr', 'april', 'avril', 'abril', 'aprile'], '04'],
    [['may', 'mai', 'mayo', 'maggio', 'maio'], '05'],
    [['jun', 'juni', 'juin', 'junio', 'giugno', 'junho'], '06'],
    [['jul', 'juli', 'juillet', 'julio', 'luglio', 'julho'], '07'],
    [['aug', 'august', 'août', 'agosto', 'ago'], '08'],
    [['sep', 'sept.', 'septembre', 'septiembre', 'settembre', 'setembro'], '09'],
    [['oct', 'okt', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro'], '10'],
    [['nov', 'november', 'novembre', 'noviembre', 'novembro'], '11'],
    [['dec', 'dez', 'dezember', 'décembre', 'diciembre', 'dicembre', 'dezembro'], '12'],
  ])('%j', async (words, month) => {
    const table = await tableOf(report(...words.map((word) => `4 ${word} 2027`)));
    expect(table.rows.map(({ expiryDate }) => expiryDate)).toEqual(words.map(() => `2027-${month}-04`));
  });

  it.each([
    ...['0', '0000-00-00', '0000-00-00 00:00:00', '1900-01-00', '1/0/1900', '00.01.1900', '0/1/1900 0:00'],
    ...['1899-12-30', '30/12/1899', '12/30/1899 0:00:00', '1899-12-30T00:00:00Z', '1899-12-31'],
  ])('%s, the zero of a calendar, is blank', async (written) => {
    const table = await tableOf(report(written, '2027-06-30'));
    expect(table.rows.map(({ expiryDate }) => expiryDate)).toEqual([null, '2027-06-30']);
    expect(table.unreadRows).toEqual([]);
  });

  it.each([
    ...['1900-01-01', '1904-01-01', '0001-01-01', '1753-01-01', '1447-09-25', '14/03/2569', '2569-12-31'],
    ...['01/01/1900', '1. Januar 1900', '1949-12-31', '2200-01-01'],
  ])('%s is no day that a library means: unread and listed', async (written) => {
    const table = await tableOf(
      lines(
        'User Name,Last Login,Expiry Date,Role Type,Role Expiry Date',
        `a,"${written}","${written}",Patron,"${written}"`,
      ),
      { dateOrders: { 'Last Login': 'dmy', 'Expiry Date': 'dmy', 'Role Expiry Date': 'dmy' } },
    );
    expect(table.rows).toEqual([
      {
        line: 2,
        identifier: 'a',
        role: { name: 'Patron', stateUnread: true },
        unreadable: ['lastLogin', 'expiryDate', 'roleExpiryDate'],
      },
    ]);
    expect(table.unreadRows.map(({ reason, heading }) => [reason, heading])).toEqual([
      ['unreadable-date', 'Last Login'],
      ['unreadable-date', 'Expiry Date'],
      ['unreadable-date', 'Role Expiry Date'],
    ]);
  });

  it.each(['1950-01-01', '2199-12-31', '2999-12-31', '9999-12-31'])('%s is a day', async (written) => {
    expect((await tableOf(report(written))).rows).toMatchObject([{ expiryDate: written }]);
  });

  it('a zero does not hide that a spreadsheet has swapped the others', async () => {
    const text = report('1899-12-30', '2027-03-04', '2027-05-06', '13/04/2027');
    expect(await questionOf(text)).toMatchObject({ about: 'swapped-days' });
  });

  it('in a record as in a table', async () => {
    const record = (expiry_date: string) =>
      JSON.stringify({
        primary_id: 'a',
        record_type: { value: 'STAFF' },
        account_type: { value: 'INTERNAL' },
        status: { value: 'ACTIVE' },
        expiry_date,
        user_role: [],
      });
    expect((await tableOf(record('1899-12-30Z'))).rows).toMatchObject([{ expiryDate: null }]);
    expect((await tableOf(record('1900-01-01Z'))).rows).toMatchObject([{ unreadable: ['expiryDate'] }]);
  });

  it.each(['None', 'null', '(blank)', '-', 'N/A', 'NaT'])('%s is blank', async (written) => {
    expect((await tableOf(report(written))).rows.map(({ expiryDate }) => expiryDate)).toEqual([null]);
  });

  it.each(['soon', '2027-06-31', '30 Brumaire 2027', '2027', '10:15', '2027-06-30 or later'])(
    '%s is listed',
    async (written) => {
      const table = await tableOf(report(written));
      expect(table.rows[0]?.unreadable).toEqual(['expiryDate']);
      expect(table.unreadRows).toMatchObject([{ line: 2, reason: 'unreadable-date', used: 'in-part' }]);
    },
  );
});

describe('years of two digits', () => {
  it('a month in words asks for the century only', async () => {
    expect(await questionOf(report('16-Sep-20', '2027-01-01'))).toMatchObject({
      about: 'century',
      heading: 'Expiry Date',
      samples: ['16-Sep-20'],
    });
  });

  it.each([
    ['2000', ['2020-09-16', '2099-12-31']],
    ['1900', ['1920-09-16', '1999-12-31']],
    ['split', ['2020-09-16', '1999-12-31']],
  ] as const)('%s', async (century, days) => {
    const table = await tableOf(report('16-Sep-20', '31-Dec-99'), { choices: { century: { 'expiry date': century } } });
    expect(table.rows.map(({ expiryDate }) => expiryDate)).toEqual(days);
  });

  it('numbers ask for their order, and then for the century', async () => {
    const text = report('3/4/26');
    expect(await questionOf(text)).toMatchObject({
      ask: 'date-order',
      needsDateOrder: 'Expiry Date',
      samples: ['3/4/26'],
    });
    const ordered = { dateOrders: { 'Expiry Date': 'mdy' } } as const;
    expect(await questionOf(text, ordered)).toMatchObject({ about: 'century', samples: ['3/4/26'] });
    const table = await tableOf(text, { ...ordered, choices: { century: { 'Expiry Date': '2000' } } });
    expect(table.rows.map(({ expiryDate }) => expiryDate)).toEqual(['2026-03-04']);
  });
});
