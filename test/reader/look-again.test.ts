// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReadingOptions } from '../../src/alma/pages/options.ts';
import type { Screen, UserRecordScreen } from '../../src/alma/screen.ts';
import { watchScreens } from '../../src/alma/watch-pages.ts';
import { goTo } from './show-page.ts';
import { draw, ordinaryFields, row, userForm } from './synthetic-pages.ts';

const titles = '<form><div id="breadcrumbs"><span class="pageTitle">Record View</span></div></form>';
const redraw = (form: string) => {
  (document.querySelector('page-wrapper') as Element).innerHTML = form;
};

let stop: AbortController;
let screens: (Screen | undefined)[];
const last = (): UserRecordScreen | undefined => {
  const screen = screens.at(-1);
  return screen?.kind === 'user-record' ? screen : undefined;
};
/** Lets observers report and timers run until the page has been looked at. */
const settle = () => vi.advanceTimersByTimeAsync(1100);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  goTo('/ng/page;u=x');
  stop = new AbortController();
  screens = [];
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('looking again with other options', () => {
  const found = (value: unknown) => ({ state: 'read', value });
  const elsewhere = { state: 'unread', why: 'not-on-this-page' };
  const known = ordinaryFields.with(5, row('Expiration date', 'userexpiryDate', '03/04/2027'));
  const notes = userForm({ tab: 'notes', fields: [], roles: '' });
  let given: ReadingOptions;
  const watchGiven = () =>
    watchScreens(
      document,
      () => given,
      (screen) => screens.push(screen),
      stop.signal,
    );

  beforeEach(() => {
    given = { dateOrder: 'dmy', taughtLocators: [] };
  });

  test('reads the tab in view anew, under the same key', () => {
    draw(document, userForm({ fields: known }));
    const again = watchGiven();
    expect(last()?.record.expiryDate).toEqual(found('2027-04-03'));
    const first = last();
    given = { ...given, dateOrder: 'mdy' };
    again.look();
    expect(last()?.record.expiryDate).toEqual(found('2027-03-04'));
    expect(last()?.key).toBe(first?.key);
  });

  test('keeps what other tabs have shown, apart from what hangs on those options', async () => {
    draw(document, userForm({ fields: known }));
    const again = watchGiven();
    redraw(notes);
    await settle();
    expect(last()?.record.expiryDate).toEqual(found('2027-04-03'));
    given = { ...given, dateOrder: 'mdy' };
    again.look();
    expect(last()?.record.primaryId).toEqual(found('awren@example.org'));
    expect(last()?.record.status).toEqual(found('ACTIVE'));
    expect(last()?.record.expiryDate).toEqual(elsewhere);
    expect(last()?.record.roles).toEqual(elsewhere);
    const status = { field: 'status', by: 'id', value: 'pageBeanx', on: true } as const;
    given = { ...given, taughtLocators: [status] };
    again.look();
    expect(last()?.record.status).toEqual(elsewhere);
    expect(last()?.record.accountType).toEqual(found('INTERNAL'));
  });

  test('tells what is in view even if it is the same, and that nothing is', () => {
    draw(document, userForm());
    const again = watchGiven();
    again.look();
    expect(screens).toHaveLength(2);
    redraw(titles);
    document.body.id = 'body_id_xml_file_search.mms_results.xml';
    again.look();
    again.look();
    expect(screens.slice(2)).toEqual([undefined, undefined]);
    stop.abort();
    again.look();
    expect(screens).toHaveLength(4);
  });
});

describe('signs that are easily missed', () => {
  test.each([
    ['comes back as it was', true, 2],
    ['shows for the first time', false, 1],
  ])('a page that %s', async (_, persisted, looks) => {
    draw(document, userForm());
    const options = vi.fn(() => ({ dateOrder: 'auto', taughtLocators: [] }) as const);
    watchScreens(document, options, () => {}, stop.signal);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    await vi.advanceTimersByTimeAsync(300);
    expect(options).toHaveBeenCalledTimes(looks);
  });

  test('a hidden list of users beside the record does not begin another one', async () => {
    draw(document, `<div class="hide"><table id="TABLE_DATA_userList"></table></div>${userForm()}`);
    watch();
    const known = last();
    (document.querySelector('[id$="userName"]') as HTMLElement).title = 'changed';
    document.querySelector('page-wrapper')?.append(document.createElement('p'));
    await settle();
    expect(known).toBeDefined();
    expect(last()?.key).toBe(known?.key);
  });

  const watch = () =>
    watchScreens(
      document,
      () => ({ dateOrder: 'auto', taughtLocators: [] }),
      (screen) => screens.push(screen),
      stop.signal,
    );

  test('a title that is written late into a header that was there is noticed', async () => {
    draw(document, userForm({ title: '' }), 'body_id_xml_file_x.xml');
    (document.getElementById('pageBeanname') as Element).remove();
    watch();
    await settle();
    expect(screens).toEqual([]);
    (document.querySelector('.pageTitle') as Element).textContent = 'User Details';
    await settle();
    await settle();
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'awren@example.org' });
  });

  test('a header in a form of its own does not hide the record beside it, nor its changes', async () => {
    const page = userForm().replace('<div class="summary">', '</form><form><div class="summary">');
    draw(document, page);
    document.body.innerHTML = (document.querySelector('page-wrapper') as Element).innerHTML;
    watch();
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'awren@example.org' });
    const field = document.querySelector('[id$="userName"]') as HTMLElement;
    field.textContent = 'bfinch@example.org';
    await settle();
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'bfinch@example.org' });
  });

  test('two people of one name are not merged when the list was drawn between them for a moment', async () => {
    draw(document, userForm());
    watch();
    const known = last();
    redraw('<form><table id="TABLE_DATA_userList"></table></form>');
    await vi.advanceTimersByTimeAsync(20);
    redraw(userForm({ tab: 'notes', fields: [], roles: '' }));
    await settle();
    expect(last()?.key).not.toBe(known?.key);
    expect(last()?.record.primaryId).toEqual({ state: 'unread', why: 'not-on-this-page' });
  });
});
