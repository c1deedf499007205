// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { figureNames } from '../../src/review/model/index.ts';
import { seedStatements } from '../../src/rules/index.ts';
import texts from '../../src/texts/en/rules.json' with { type: 'json' };
import { give, headings, library, settled, today } from './desk-here.ts';
import { click, decisionOf, listed, one, openPage, openReview, row } from './page-here.tsx';

const shown = (name: string) => one(`output[data-figure="${name}"]`).textContent;

async function openPerson(identifier: string): Promise<void> {
  fireEvent.click(row(identifier).querySelector('[data-column="person"]') as Element);
  await waitFor(() => one(`[data-panel="${identifier}"]`));
}

describe('the page', () => {
  test('says every statement of the two documents that has its place here', async () => {
    await openReview();
    const placed = seedStatements.flatMap(({ place }) =>
      'text' in place && place.surface === 'review' ? [place.text] : [],
    );
    expect(placed.length).toBeGreaterThan(5);
    for (const key of placed) {
      const text = texts[key as keyof typeof texts];
      await waitFor(() => expect(document.body.textContent, key).toContain(text), { timeout: 20_000 });
    }
  });

  test('speaks in texts, not in text keys', async () => {
    const { desk } = await openReview({ namedUserLimit: 2 });
    desk.decide(['00042'], 'ask', '');
    for (const part of document.querySelectorAll('details')) part.open = true;
    await openPerson('00042');
    expect(document.body.textContent).not.toMatch(/\b(review|sheets|rule|about|role_list)_[a-z_]+/);
    expect(document.body.textContent).not.toMatch(/\{\w+\}/);
  });

  test.each([
    [2, 'over'],
    [1200, 'under'],
  ])('draws a gauge that says how the named users stand to a limit of %i: %s', async (namedUserLimit, standing) => {
    await openReview({ namedUserLimit });
    await waitFor(() => expect(one('.gauge').dataset.standing).toBe(standing));
    expect(one('.gauge svg').getAttribute('aria-label')).toContain('3 named users now');
  });

  test('draws the course over earlier reviews: every day in words, and as many days below the plot as find room', async () => {
    const { desk } = await openReview({ namedUserLimit: 2 });
    const saved = JSON.parse((await (await desk.reviewFile())?.text()) ?? '');
    saved.saved = '2025-11-20';
    saved.figures = { day: '2025-11-20', figures: { 'named-users': 9 }, namedUsersAfter: 6 };
    saved.history = Array.from({ length: 10 }, (_, at) => ({
      day: `2024-${String(at + 1).padStart(2, '0')}-15`,
      figures: { 'named-users': 30 - at },
      namedUsersAfter: 20 - at,
    }));
    desk.add([{ name: 'last year.json', blob: new Blob([JSON.stringify(saved)]), lastModified: 0 }]);
    await settled(desk);
    await waitFor(() => expect(document.querySelectorAll('.course [data-day]')).toHaveLength(12));
    const words = one('.course svg').getAttribute('aria-label') ?? '';
    for (const day of ['2024-01-15', '2024-10-15', '2025-11-20', today]) expect(words).toContain(day);
    const texts = [...document.querySelectorAll('.course svg text')].map(({ textContent }) => textContent ?? '');
    const days = texts.filter((text) => text.includes('-'));
    expect(days.length).toBeLessThanOrEqual(6);
    expect([days[0], days.at(-1)]).toEqual(['2024-01-15', today]);
    expect(texts).toContain('30');
    expect(document.querySelectorAll('.course line.limit, .course .key.limit')).toHaveLength(2);
  });

  test('names every control', async () => {
    await openReview();
    const controls = document.querySelectorAll<HTMLInputElement>('input, select');
    expect(controls.length).toBeGreaterThan(10);
    expect([...controls].filter((control) => !control.labels?.[0]?.textContent?.trim())).toEqual([]);
  });

  test('has a figure of every name, and as plain integers', async () => {
    await openReview({ namedUserLimit: 1200 });
    const named = [...document.querySelectorAll<HTMLElement>('output[data-figure]')].map(
      ({ dataset }) => dataset.figure,
    );
    expect(named).toEqual([...figureNames]);
    expect(shown('limit')).toBe('1200');
    expect(shown('named-users')).toBe('3');
    expect(shown('report-rows')).toBe('');
  });
});

describe('the list behind a figure', () => {
  const report = [
    ['User Name', 'Last Login'],
    ['sysadmin1', '2026-11-02'],
    ['00042', ''],
    ['exl_api', ''],
    ['exl_support', ''],
  ];

  async function openWithReport() {
    const { desk } = openPage({ namedUserLimit: 2 });
    await give(desk, ['roles.csv', library], ['report.csv', report]);
    await waitFor(() => expect(listed()).toHaveLength(5));
    desk.decide(['00042'], 'deactivate', '');
    await waitFor(() => expect(decisionOf('00042')).toBe('deactivate'));
  }

  test.each([
    ['figure:report-rows', '4', ['00042', 'exl_api', 'exl_support', 'sysadmin1']],
    ['figure:report-rows-without-exl', '2', ['00042', 'sysadmin1']],
    ['figure:named-users', '3', ['00042', 'sysadmin1', 'sysadmin2']],
    ['figure:protected', '2', ['exl_api', 'exl_support']],
    ['figure:over-limit', '0', ['sysadmin1', 'sysadmin2']],
    ['figure:only-in-report', '1', ['exl_support']],
    ['figure:only-in-analytics', '1', ['sysadmin2']],
  ])('%s, which says %s, holds %j', async (list, value, people) => {
    await openWithReport();
    expect(shown(list.replace('figure:', ''))).toBe(value);
    click(`[data-list="${list}"]`);
    await waitFor(() => expect(listed().sort()).toEqual(people));
    expect(document.activeElement).toBe(one('#people'));
    click('[data-action="show-all"]');
    await waitFor(() => expect(listed()).toHaveLength(5));
  });

  test('is there for each authority', async () => {
    await openWithReport();
    click('[data-list="authority:patron-only"]');
    await waitFor(() => expect(listed().sort()).toEqual(['00042', 'sysadmin1', 'sysadmin2']));
  });
});

describe('the table', () => {
  test('is narrowed by what is typed, and says how many are listed', async () => {
    await openReview();
    fireEvent.input(one('[data-filter="search"]'), { target: { value: 'duarte' } });
    await waitFor(() => expect(document.querySelectorAll('[data-user]')).toHaveLength(1));
    expect(one('[role="grid"]').getAttribute('aria-rowcount')).toBe('2');
    expect(one('.filter-count').textContent).toContain('1 person of 4');
  });

  test('is sorted by a heading, and the other way by the same again', async () => {
    await openReview();
    expect(listed()).toEqual(['exl_api', '00042', 'sysadmin1', 'sysadmin2']);
    click('[role="columnheader"][data-column="person"]');
    await waitFor(() => expect(listed()[0]).toBe('sysadmin2'));
    expect(one('[role="columnheader"][data-column="person"]').getAttribute('aria-sort')).toBe('descending');
  });

  test('takes decisions by letter, and takes them back by Ctrl+Z', async () => {
    await openReview();
    const grid = one('[role="grid"]');
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    await waitFor(() => expect(row('00042').querySelector('[tabindex="0"]')).toBe(document.activeElement));
    fireEvent.keyDown(grid, { key: 'k' });
    await waitFor(() => expect(decisionOf('00042')).toBe('keep'));
    fireEvent.keyDown(grid, { key: 'z', ctrlKey: true });
    await waitFor(() => expect(decisionOf('00042')).toBe(''));
    fireEvent.keyDown(grid, { key: 'y', ctrlKey: true });
    await waitFor(() => expect(decisionOf('00042')).toBe('keep'));
  });

  test('keeps the focus in its place when the person with it leaves the list', async () => {
    await openReview();
    fireEvent.change(one('[data-filter="decision"]'), { target: { value: 'none' } });
    const grid = one('[role="grid"]');
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    await waitFor(() => expect(row('00042').contains(document.activeElement)).toBe(true));
    fireEvent.keyDown(grid, { key: 'k' });
    await waitFor(() => expect(document.querySelector('[data-user="00042"]')).toBeNull());
    await waitFor(() => expect(row('sysadmin1').contains(document.activeElement)).toBe(true));
  });

  test('draws only the rows in sight of a long list', async () => {
    const { desk } = openPage();
    const many = Array.from({ length: 900 }, (_, at) => [`u${at}`, 'Silva', 'Nuno', 'Active', 'Cataloger', '']);
    await give(desk, ['roles.csv', [headings, ...many]]);
    await waitFor(() => expect(one('[role="grid"]').getAttribute('aria-rowcount')).toBe('901'));
    expect(document.querySelectorAll('[data-user]').length).toBeLessThan(60);
    expect(document.querySelectorAll('[data-user]').length).toBeGreaterThan(5);
  });
});

describe('a decision', () => {
  test('is refused for a protected account, with the reason', async () => {
    await openReview();
    await openPerson('exl_api');
    click('[data-decide="purge"]');
    await waitFor(() => expect(one('dialog').textContent).toContain('This account is protected'));
    expect(document.querySelector('[data-action="confirm"]')).toBeNull();
    click('[data-action="give-up"]');
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull());
    expect(decisionOf('exl_api')).toBe('');
  });

  test('on one of the last administrators is asked for twice', async () => {
    await openReview();
    await openPerson('sysadmin1');
    click('[data-decide="deactivate"]');
    await waitFor(() => one('[data-action="confirm"]'));
    click('[data-action="confirm"]');
    await waitFor(() => one('[data-action="confirm-again"]'));
    expect(decisionOf('sysadmin1')).toBe('');
    click('[data-action="confirm-again"]');
    await waitFor(() => expect(decisionOf('sysadmin1')).toBe('deactivate'));
  });

  test('warns before the tab is closed until it is saved', async () => {
    const { desk } = await openReview();
    const warns = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(warns()).toBe(false);
    desk.decide(['00042'], 'keep', '');
    expect(warns()).toBe(true);
    click('[data-export="review"]');
    await waitFor(() => expect(warns()).toBe(false));
  });
});

describe('handing over', () => {
  test('gives the set file that the decisions ask for', async () => {
    const { desk, downloads } = await openReview();
    desk.decide(['00042'], 'deactivate', '');
    await waitFor(() => expect(one<HTMLButtonElement>('[data-export="set:deactivate"]').disabled).toBe(false));
    click('[data-format="csv"]');
    await waitFor(() => expect(one<HTMLInputElement>('[data-format="csv"]').checked).toBe(true));
    click('[data-export="set:deactivate"]');
    expect(downloads[0]?.name).toBe(`alma-set-deactivate-${today}.csv`);
    expect([...new Uint8Array((await downloads[0]?.file.arrayBuffer()) ?? new ArrayBuffer(0))].slice(3)).toEqual([
      ...new TextEncoder().encode('USERNAME\r\n00042\r\n'),
    ]);
  });

  const day = { path: 'lastReview', before: null, after: today };

  test('notes the day of the review and its named users in the policy, on a click only', async () => {
    const { saveChanges } = await openReview({ lastReview: null });
    expect(saveChanges).not.toHaveBeenCalled();
    await waitFor(() => expect(shown('named-users')).toBe('3'));
    click('[data-action="last-review"]');
    const count = { path: 'lastReviewCount', before: null, after: 3 };
    await waitFor(() => expect(saveChanges).toHaveBeenCalledWith([day, count]));
  });

  test('notes no number that an administrator has set', async () => {
    const { saveChanges } = await openReview({ lastReview: null }, ['lastReviewCount']);
    click('[data-action="last-review"]');
    await waitFor(() => expect(saveChanges).toHaveBeenCalledWith([day]));
  });

  test('notes no number where rows could not be read', async () => {
    const { desk, saveChanges } = openPage({ lastReview: null });
    await give(desk, ['roles.csv', [...library, ['', 'Nameless', 'Nobody', 'Active', 'Cataloger', '01EX_INST']]]);
    await waitFor(() => expect(one('[data-action="last-review"]')).toBeTruthy());
    expect(shown('unread-rows')).toBe('1');
    click('[data-action="last-review"]');
    await waitFor(() => expect(saveChanges).toHaveBeenCalled());
    expect(JSON.stringify(saveChanges.mock.calls)).not.toContain('"after":3');
  });

  test('takes an earlier number back where it cannot be told of everybody whether they count', async () => {
    const { desk, saveChanges } = openPage({ lastReview: null, lastReviewCount: 118 });
    const withoutStatus = library.map((line) => line.toSpliced(3, 1));
    await give(desk, ['roles.csv', withoutStatus]);
    await waitFor(() => expect(one('[data-action="last-review"]')).toBeTruthy());
    click('[data-action="last-review"]');
    const count = { path: 'lastReviewCount', before: 118, after: null };
    await waitFor(() => expect(saveChanges).toHaveBeenCalledWith([day, count]));
  });

  test('leaves a day that an administrator has set alone', async () => {
    await openReview({}, ['lastReview']);
    expect(document.querySelector('[data-action="last-review"]')).toBeNull();
  });
});
