import { describe, expect, it } from 'vitest';
import { lines, questionOf, readText, tableOf } from './text-cases.ts';

const event = (primary_id: string, login_date: string, successful: boolean | string) => ({
  primary_id,
  full_name: `Invented ${primary_id}`,
  ip_address: '192.0.2.7',
  login_date,
  successful,
});

const answer = (events: readonly object[], total = events.length) =>
  JSON.stringify({ staff_login: events, total_record_count: total });

describe('login events', () => {
  it('as the interface answers: each with its moment and whether it succeeded; addresses are dropped', async () => {
    const table = await tableOf(
      answer([event('aone', '2026-11-20T08:00:00Z', true), event('aone', '2026-11-21T08:00:00Z', false)], 512),
    );
    expect(table.kind).toBe('login-events');
    expect(table.rows.map(({ identifier, login, lastLogin }) => [identifier, login, lastLogin])).toEqual([
      ['aone', { at: '2026-11-20T08:00:00Z', day: '2026-11-20', successful: true }, undefined],
      ['aone', { at: '2026-11-21T08:00:00Z', day: '2026-11-21', successful: false }, undefined],
    ]);
    expect(table.droppedIpCells).toBe(2);
    expect(table.records?.total).toBe(512);
    expect(JSON.stringify(table)).not.toContain('192.0.2');
  });

  it('under other names the columns are asked for, and read as a person has said', async () => {
    const text = JSON.stringify({ staff_login: [{ account: 'aone', moment: '2026-11-20', granted: 'false' }] });
    expect(await questionOf(text)).toMatchObject({ ask: 'mapping', headings: ['account', 'moment', 'granted'] });
    const mapping = { account: 'identifier', moment: 'lastLogin', granted: 'loginSuccess' } as const;
    const table = await tableOf(text, { mapping });
    expect(table.rows).toEqual([
      { line: 1, identifier: 'aone', login: { at: '2026-11-20', day: '2026-11-20', successful: false } },
    ]);
  });

  it('an answer that does not say how a login ended is asked about: it may have failed', async () => {
    for (const more of [{}, { result: 'LOGIN_FAILED' }]) {
      const text = answer([{ primary_id: 'aone', login_date: '2026-11-20', ip_address: '192.0.2.7', ...more }]);
      const recognised = ['identifier', 'lastLogin', 'ip', ...Object.keys(more).map(() => undefined)];
      // What was remembered of an earlier file does not settle it.
      const mapping = { primary_id: 'identifier' } as const;
      expect(await questionOf(text, { mapping })).toMatchObject({ ask: 'mapping', recognised });
    }
  });

  it.each<[string, string]>([
    ['in JSON', JSON.stringify({ login: [event('aone', '2026-11-20', false)], total_record_count: 7 })],
    [
      'in a report',
      JSON.stringify({ login_report: { logins: [event('aone', '2026-11-20', 'false')], total_record_count: 7 } }),
    ],
    [
      'in XML',
      '<r:login_report xmlns:r="x" total_record_count="7"><r:login><r:primary_id>aone</r:primary_id><r:login_date>2026-11-20</r:login_date><r:successful desc="Nein">false</r:successful></r:login></r:login_report>',
    ],
  ])('lists of any name that speaks of logins: %s', async (_, text) => {
    const table = await tableOf(text);
    expect(table.rows).toMatchObject([{ identifier: 'aone', login: { day: '2026-11-20', successful: false } }]);
    expect(table.records?.total).toBe(7);
  });

  it('codes decide in them, too', async () => {
    const coded = { ...event('', '2026-11-20', true), primary_id: { desc: 'Ada', value: 'aone' } };
    expect((await tableOf(answer([coded]))).rows[0]?.identifier).toBe('aone');
  });

  it('an answer without events is empty, not unknown', async () => {
    expect(await readText(answer([]))).toEqual({ state: 'refused', reason: 'no-rows' });
    expect(await readText('{"staff_login": null}')).toEqual({ state: 'refused', reason: 'no-rows' });
  });

  it('an answer that is cut off says so', async () => {
    const table = await tableOf(
      answer([event('aone', '2026-11-20', true), event('btwo', '2026-11-21', true)]).slice(0, -50),
    );
    expect(table.rows.map(({ identifier }) => identifier)).toEqual(['aone']);
    expect(table.unreadRows.map(({ line, reason, used }) => [line, reason, used])).toEqual([[2, 'cut-off', 'no']]);
    expect(table.records?.isCutOff).toBe(true);
    expect(table.lines).toBe(2);
  });

  it('by themselves they are no logins where they do not say how they ended', async () => {
    const table = await tableOf(JSON.stringify([{ primary_id: 'aone', login_date: '2026-11-20', outcome: 'FAILED' }]));
    expect(table.kind).toBe('login-events');
    expect(table.rows).toEqual([{ line: 1, identifier: 'aone', unreadable: ['loginSuccess'] }]);
  });

  it.each<[string, string, boolean | undefined]>([
    ['Failed', 'Yes', false],
    ['Failed', 'no', true],
    ['Failed', 'failed', false],
    ['Login failed', '1', false],
    ['Login failed', '', undefined],
    ['Failed', 'success', true],
  ])('a column that says whether it failed: %s, %s', async (heading, cell, successful) => {
    const table = await tableOf(lines(`User Name,Login Date,${heading}`, `aone,2026-11-20,${cell}`));
    expect(table.kind).toBe('login-events');
    expect(table.rows[0]?.login?.successful).toBe(successful);
  });

  it('a column headed like an outcome is asked about whatever words stand in it, and read either way', async () => {
    const text = lines('User Name,Login Date,Failure Reason', 'aone,2026-11-20,Wrong password', 'btwo,2026-11-20,no');
    expect(await questionOf(text)).toMatchObject({ about: 'login-outcome', samples: ['Wrong password', 'no'] });
    const said = (choice: 'succeeded' | 'failed') =>
      tableOf(text, { choices: { 'login-outcome': { 'Failure Reason': choice } } });
    expect((await said('failed')).rows.map(({ login }) => login?.successful)).toEqual([undefined, true]);
    expect((await said('succeeded')).rows.map(({ login }) => login?.successful)).toEqual([undefined, false]);
  });

  it.each(['Successful', 'Login Result'])('in a table with a column headed %s', async (heading) => {
    const table = await tableOf(
      lines(`User Name,Login Date,${heading}`, 'aone,2026-11-20 08:00,TRUE', 'aone,2026-11-21 08:00,FALSE'),
    );
    expect(table.kind).toBe('login-events');
    expect(table.rows.map(({ login }) => login?.successful)).toEqual([true, false]);
  });

  it('one of which nobody can tell is listed, and is no login', async () => {
    const table = await tableOf(
      lines('User Name,Login Date,Successful', 'aone,2026-11-20,perhaps', 'btwo,2026-11-20,', 'cthree,,true'),
    );
    expect(table.rows.map(({ login }) => login)).toEqual([undefined, undefined, undefined]);
    expect(table.unreadRows.map(({ line, reason, heading }) => [line, reason, heading])).toEqual([
      [2, 'unknown-word', 'Successful'],
      [3, 'unknown-word', 'Successful'],
      [4, 'unreadable-date', 'Login Date'],
    ]);
  });

  describe('a column of yes and no that nobody knows, beside days of logins', () => {
    const text = lines(
      'User Name,Last Login,Granted',
      ...Array.from({ length: 30 }, (_, at) => `p${at},2026-11-20,yes`),
      'late,2026-11-21,no',
    );

    it('is asked about, also where the first no stands far below', async () => {
      expect(await questionOf(text)).toMatchObject({ ask: 'choice', about: 'login-outcome', heading: 'Granted' });
    });

    it('says which logins failed once a person has said so', async () => {
      const table = await tableOf(text, { choices: { 'login-outcome': { Granted: 'succeeded' } } });
      expect(table.kind).toBe('login-events');
      expect(table.rows.at(-1)?.login?.successful).toBe(false);
    });

    it('is not used where it says something else', async () => {
      const table = await tableOf(text, { choices: { 'login-outcome': { Granted: 'something-else' } } });
      expect(table.kind).toBe('staff-login-report');
      expect(table.rows.at(-1)?.lastLogin).toBe('2026-11-21');
    });

    it('is not asked about without a no, nor where other words stand in it', async () => {
      for (const last of ['late,2026-11-21,yes', 'late,2026-11-21,maybe']) {
        const table = await tableOf(lines('User Name,Last Login,Granted', 'p,2026-11-20,yes', 'q,2026-11-20,', last));
        expect(table.kind).toBe('staff-login-report');
      }
    });
  });

  it('a list of logins without their days is asked about', async () => {
    expect(await questionOf(lines('User Name,Moment,Successful', 'aone,then,true'))).toMatchObject({ ask: 'mapping' });
  });
});

describe('a list of logins whose other columns say how they ended', () => {
  it.each([
    ['Event', 'Login', 'Failed login'],
    ['Event', 'Login', 'Logout'],
    ['Was', 'Anmeldung', 'Anmeldung fehlgeschlagen'],
    ['Description', 'User logged in', 'Access denied'],
    ['Type', 'LOGIN', 'LOGIN_FAILED'],
    ['Commentaire', 'Connexion', 'Connexion refusée'],
    ['Detalle', 'Acceso', 'Acceso fallido'],
  ])('%s, %s, %s: asked about', async (heading, well, badly) => {
    const text = lines(
      `User Name,Login Date,IP Address,${heading}`,
      `abe,2026-03-14,192.0.2.1,${well}`,
      `bo,2026-03-14,192.0.2.2,${badly}`,
    );
    expect(await questionOf(text)).toMatchObject({ about: 'login-outcome', heading });
    const table = await tableOf(text, { choices: { 'login-outcome': { [heading]: 'succeeded' } } });
    expect(table.kind).toBe('login-events');
    expect(table.rows.filter(({ login }) => login?.successful).map(({ identifier }) => identifier)).not.toContain('bo');
  });

  it.each(['Main Library', 'Refusals and Denials', 'Fehling', 'Failsworth', 'Invalidenstrasse 7'])(
    '%s says nothing of logins',
    async (cell) => {
      const text = lines('User Name,Login Date,Department', `abe,2026-03-14,${cell}`);
      expect((await tableOf(text)).rows).toMatchObject([{ identifier: 'abe', lastLogin: '2026-03-14' }]);
    },
  );
});
