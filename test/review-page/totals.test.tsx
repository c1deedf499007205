// @vitest-environment happy-dom

import { fireEvent, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { roleLists } from '../../src/rules/index.ts';
import { parseTotals, type Totals } from '../../src/totals/index.ts';
import { deskHere, give, library, settled, today } from './desk-here.ts';
import { click, isThere, listed, one, openPage } from './page-here.tsx';

const report = [
  ['User Name', 'Last Login'],
  ['sysadmin1', '2026-11-02'],
  ['00042', ''],
  ['exl_api', ''],
  ['exl_support', ''],
];
const policy = { namedUserLimit: 2, institution: { name: 'Example University', prefixes: [] } };

/** Six people: three count, one may count (its roles are in no file), two are protected. */
const people = [...library, ['mayeri', 'Ayeri', 'Mo', 'Active', '', '']];

/** What the page hands over as totals, and what it shows before. */
async function saved(downloads: readonly { name: string; file: Blob }[]) {
  const before = downloads.length;
  const shown = one('[data-totals="text"]').textContent;
  click('[data-export="totals"]');
  await waitFor(() => expect(downloads.length).toBe(before + 1));
  const { name, file } = downloads.at(-1) as (typeof downloads)[0];
  const text = await file.text();
  const parsed = parseTotals(text);
  if (parsed.state === 'refused') throw new Error(JSON.stringify(parsed.faults));
  return { name, text, shown, totals: parsed.totals, dropped: parsed.dropped };
}

const figure = (name: string) => Number(one(`[data-figure="${name}"]`).textContent);

/** The totals are the page's own figures, whatever they are. */
function expectPagesFigures({ figures, limit, byRoleList }: Totals) {
  expect(limit).toBe(figure('limit'));
  expect(figures.reportRows).toBe(figure('report-rows'));
  expect(figures.reportRowsWithoutExl).toBe(figure('report-rows-without-exl'));
  expect(figures.namedUsers).toBe(figure('named-users'));
  expect(figures.protected).toBe(figure('protected'));
  expect(Math.max(0, figures.afterDecisions - (limit ?? 0))).toBe(figure('over-limit'));
  for (const list of Object.keys(roleLists)) {
    expect(byRoleList[list], list).toBe(Number(one(`[data-authority="${list}"] output`).textContent));
  }
}

async function openWithReport() {
  const here = openPage(policy);
  await give(here.desk, ['roles.csv', people], ['report.csv', report]);
  await waitFor(() => expect(listed()).toHaveLength(6));
  here.desk.decide(['00042'], 'deactivate', 'left us');
  await isThere('[data-totals="text"]');
  return here;
}

test('the totals are the page’s figures, are shown as they are saved, and hold nothing of a person', async () => {
  const { downloads } = await openWithReport();
  await waitFor(() => expect(one('[data-totals="text"]').textContent).toContain('"afterDecisions": 2'));
  const { name, text, shown, totals, dropped } = await saved(downloads);
  expect(name).toBe('alma-named-user-totals-Example-University-2026-11-20.json');
  expect(text).toBe(shown);
  expect(dropped).toEqual([]);
  expect(totals).toEqual({
    format: 'alma-user-guard-totals',
    version: 1,
    institution: 'Example University',
    date: today,
    policy: { name: expect.any(String), roleList: 'wrlc-carli' },
    limit: 2,
    figures: {
      reportRows: 4,
      reportRowsWithoutExl: 2,
      namedUsers: 3,
      cannotTell: 1,
      protected: 2,
      afterDecisions: 2,
    },
    byRoleList: Object.fromEntries(Object.keys(roleLists).map((list) => [list, 3])),
  });
  expectPagesFigures(totals);
  for (const secret of ['sysadmin', '00042', 'Okonkwo', 'Ayeri', 'left us', 'report.csv']) {
    expect(text).not.toContain(secret);
  }
});

test('a review of last year that is opened again gives its totals with its own day', async () => {
  const { desk, end } = deskHere(policy);
  await give(desk, ['roles.csv', people], ['report.csv', report]);
  desk.decide(['00042'], 'deactivate', '');
  const file = JSON.parse((await (await desk.reviewFile())?.text()) ?? '');
  end();
  const blob = new Blob([JSON.stringify({ ...file, saved: '2025-11-18', today: '2025-11-18' })]);
  const { desk: again, downloads } = openPage(policy);
  again.add([{ name: 'review.json', blob, lastModified: 0 }]);
  await settled(again);
  await isThere('[data-totals="text"]');
  await waitFor(() => expect(listed()).toHaveLength(6));
  const { totals, shown, text } = await saved(downloads);
  expect(text).toBe(shown);
  expect(totals.date).toBe('2025-11-18');
  expect(totals.figures).toMatchObject({ reportRows: 4, namedUsers: 3, afterDecisions: 2 });
  expectPagesFigures(totals);
});

test('without a name or a usable day nothing is saved, and the page says what to do', async () => {
  const { desk, downloads } = openPage();
  await give(desk, ['roles.csv', [library[0] ?? [], ['jdoe', 'Doe', 'Jo', 'Active', 'Cataloger', 'MAIN']]]);
  await isThere('[data-export="totals"]');
  click('[data-export="totals"]');
  await waitFor(() => expect(one('[data-totals="institution"]').getAttribute('aria-invalid')).toBe('true'));
  expect(document.activeElement).toBe(one('[data-totals="institution"]'));
  fireEvent.input(one('[data-totals="institution"]'), { target: { value: ' Example College ' } });
  for (const wrong of ['2027-01-01', '']) {
    fireEvent.input(one('[data-totals="date"]'), { target: { value: wrong } });
    await waitFor(() => expect(one('[data-totals="date"]').getAttribute('aria-invalid')).toBe('true'));
    click('[data-export="totals"]');
    await waitFor(() => expect(document.activeElement).toBe(one('[data-totals="date"]')));
  }
  expect(downloads).toEqual([]);
  fireEvent.input(one('[data-totals="date"]'), { target: { value: '2026-11-01' } });
  await waitFor(() => expect(one('[data-totals="text"]').textContent).toContain('2026-11-01'));
  expect((await saved(downloads)).totals).toMatchObject({
    institution: 'Example College',
    date: '2026-11-01',
    limit: null,
  });
});

test('old exports, and rows that could not be used, are said beside the totals', async () => {
  const { desk } = openPage(policy);
  const rows = [
    ['Primary Identifier', 'Status', 'Role Type'],
    ['jdoe', 'Active', 'Cataloger'],
    ['', 'Active', 'Cataloger'],
  ];
  await give(desk, ['roles.csv', rows]);
  await isThere('[data-doubt="unused"]');
  expect(document.querySelector('[data-doubt="old"]')).toBeNull();
  const [file] = desk.store.get().files;
  desk.setDay(file?.key ?? 0, '2026-03-01' as typeof today);
  await isThere('[data-doubt="old"]');
});

test('records that could not be read are among those of whom it cannot be told', async () => {
  const { desk } = openPage(policy);
  const user = (primary_id: string) => ({
    primary_id,
    record_type: { value: 'PUBLIC' },
    status: { value: 'ACTIVE' },
    user_role: [
      { status: { value: 'ACTIVE' }, scope: { value: '01EX_INST' }, role_type: { value: '204', desc: 'Cataloger' } },
    ],
  });
  const lines = [JSON.stringify(user('jdoe')), '{"primary_id": "asm', JSON.stringify(user('None'))];
  desk.add([{ name: 'users.ndjson', blob: new Blob([lines.join('\n'), '\n']), lastModified: 0, asOf: today }]);
  await settled(desk);
  await isThere('[data-doubt="missing"]');
  // The line that is broken, and the one whose identifier is how a program writes nothing.
  expect(figure('unread-rows')).toBe(2);
  expect(JSON.parse(one('[data-totals="text"]').textContent ?? '').figures).toMatchObject({
    namedUsers: 1,
    cannotTell: 2,
  });
});

test('a file that is not whole is said beside the totals', async () => {
  const { desk } = openPage(policy);
  const user = {
    primary_id: 'jdoe',
    record_type: { value: 'PUBLIC' },
    account_type: { value: 'INTERNAL' },
    status: { value: 'ACTIVE' },
    user_role: [{ status: { value: 'ACTIVE' }, scope: { value: '01EX_INST' }, role_type: { value: '204' } }],
  };
  const page = (total: number) => new Blob([JSON.stringify({ user: [user], total_record_count: total })]);
  desk.add([{ name: 'users.json', blob: page(3), lastModified: 0, asOf: today }]);
  await settled(desk);
  await isThere('[data-doubt="part"]');
  expect(one('[data-figure="named-users"]').textContent).toBe('1');
  // Two of three are on other pages: the consortium sees that the number is open.
  expect(one('[data-doubt="missing"]').textContent).toContain('2');
  expect(JSON.parse(one('[data-totals="text"]').textContent ?? '').figures).toMatchObject({
    namedUsers: 1,
    cannotTell: 2,
  });
  desk.remove(desk.store.get().files[0]?.key ?? 0);
  desk.add([{ name: 'users.json', blob: page(1), lastModified: 0, asOf: today }]);
  await settled(desk);
  await isThere('[data-totals="text"]');
  await waitFor(() => expect(document.querySelector('[data-doubt]')).toBeNull());
});
