// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Screen, UserRecordScreen } from '../../src/alma/screen.ts';
import { watchScreens } from '../../src/alma/watch-pages.ts';
import { userList } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import { render } from '../alma/render.ts';
import { goTo, showPage } from './show-page.ts';
import { draw, inputRow, ordinaryFields, roleList, row, userForm } from './synthetic-pages.ts';

const options = () => ({ dateOrder: 'auto', taughtLocators: [] }) as const;
const titles = `<form><div id="breadcrumbs"><span class="pageTitle">Record View</span></div><table id="TABLE_DATA_results"></table></form>`;
const wrapper = () => document.querySelector('page-wrapper') as Element;
const redraw = (form: string) => {
  wrapper().innerHTML = form;
};

let stop: AbortController;
let screens: (Screen | undefined)[];
const failures: string[] = [];
const last = (): UserRecordScreen | undefined => {
  const screen = screens.at(-1);
  return screen?.kind === 'user-record' ? screen : undefined;
};
const watch = () =>
  watchScreens(
    document,
    options,
    (screen) => screens.push(screen),
    stop.signal,
    (part) => failures.push(part),
  );
/** Lets observers report and timers run until the page has been looked at. */
const settle = (milliseconds = 1100) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  goTo('/ng/page;u=x');
  stop = new AbortController();
  screens = [];
  failures.length = 0;
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  expect(failures).toEqual([]);
});

describe('watching what is drawn', () => {
  test('a record that is there already is handed out at once', () => {
    draw(document, userForm());
    watch();
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'awren@example.org' });
    expect(last()?.tab).toBe('general');
  });

  test('a shell that is drawn late is noticed', async () => {
    document.body.id = '';
    document.body.innerHTML = '<base-root></base-root>';
    watch();
    const shell = document.createElement('main-layout');
    document.querySelector('base-root')?.append(shell);
    await settle();
    expect(screens).toEqual([]);
    shell.innerHTML = `<div><page-wrapper>${userForm()}</page-wrapper></div>`;
    document.body.id = 'body_id_xml_file_user.user_details.xml';
    await settle();
    expect(last()?.record.status).toEqual({ state: 'read', value: 'ACTIVE' });
  });

  test('a form that is put deep into a shell, with no other sign, is noticed', async () => {
    draw(document, titles, 'body_id_xml_file_search.mms_results.xml');
    watch();
    wrapper().innerHTML = '<div><div><section></section></div></div>';
    await settle(3000);
    const section = document.querySelector('section') as Element;
    section.innerHTML = userForm();
    await settle(3000);
    expect(last()?.record.accountType).toEqual({ state: 'read', value: 'INTERNAL' });
  });

  test('an in-place change to another user is another record, and nothing of the first one stays', async () => {
    draw(document, userForm());
    watch();
    const first = last();
    redraw(
      userForm({
        name: 'Finch, Bo',
        fields: [row('Primary identifier', 'useruserName', 'bfinch@example.org')],
        roles: '',
      }),
    );
    await settle();
    expect(last()?.key).not.toBe(first?.key);
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'bfinch@example.org' });
    expect(last()?.record.status).toEqual({ state: 'unread', why: 'not-on-this-page' });
    expect(last()?.record.roles).toEqual({ state: 'unread', why: 'not-on-this-page' });
  });

  test('two people of one name are not merged when one follows the other on the same tab', async () => {
    draw(document, userForm());
    watch();
    const notes = userForm({ tab: 'notes', fields: [], roles: '' });
    redraw(notes);
    await settle();
    const known = last();
    expect(known?.record.primaryId).toEqual({ state: 'read', value: 'awren@example.org' });
    redraw(notes);
    await settle();
    expect(last()?.key).not.toBe(known?.key);
    expect(last()?.record.primaryId).toEqual({ state: 'unread', why: 'not-on-this-page' });
  });

  test('two people of one name are not merged when the second one has no identifier that can be read', async () => {
    draw(document, userForm({ tab: 'notes', fields: [], roles: '' }));
    watch();
    redraw(userForm());
    await settle();
    redraw(userForm({ tab: 'notes', fields: [], roles: '' }));
    await settle();
    const known = last();
    expect(known?.record.status).toEqual({ state: 'read', value: 'ACTIVE' });
    redraw(userForm({ fields: ordinaryFields.slice(1, 3), roles: '' }));
    await settle();
    expect(last()?.key).not.toBe(known?.key);
    expect(last()?.record.status).toEqual({ state: 'unread', why: 'not-on-this-page' });
  });

  test('another tab of the same record keeps what was read before', async () => {
    draw(document, userForm());
    watch();
    const first = last();
    redraw(userForm({ tab: 'notes', fields: [row('Status', 'blockstatus', 'Inactive')], roles: '' }));
    document.body.id = 'body_id_xml_file_user.user_details_notes.xml';
    await settle();
    expect(last()?.tab).toBe('other');
    expect(last()?.key).toBe(first?.key);
    expect(last()?.record).toEqual(first?.record);
    expect(last()?.roleRows).toEqual([]);
  });

  test('another tab under another name is another record', async () => {
    draw(document, userForm());
    watch();
    const first = last();
    redraw(userForm({ tab: 'notes', name: 'Finch, Bo', fields: [], roles: '' }));
    await settle();
    expect(last()?.key).not.toBe(first?.key);
    expect(last()?.record.primaryId).toEqual({ state: 'unread', why: 'not-on-this-page' });
  });

  test('a field that is gone from its own tab is not taken from memory', async () => {
    draw(document, userForm());
    watch();
    document.querySelector('#pageBeanuserpurgeDate')?.parentElement?.remove();
    await settle();
    expect(last()?.record.purgeDate).toEqual({ state: 'unread', why: 'page-changed' });
  });

  test('a fragment that is drawn again gives its new rows, under the same key', async () => {
    draw(document, userForm());
    watch();
    const first = last();
    const area = document.querySelector('.list') as Element;
    area.outerHTML = roleList([['Patron', 'Active', 'Example University', '-']]);
    await settle();
    expect(last()?.key).toBe(first?.key);
    expect(last()?.record.roles).toMatchObject({ state: 'read', value: [{ name: 'Patron' }] });
    expect(last()?.roleRows.every(({ cell }) => cell.isConnected)).toBe(true);
  });

  test('while the spinner shows the page is not read, but not for ever', async () => {
    draw(document, userForm());
    watch();
    const spinner = document.getElementById('loadingBlocker') as Element;
    spinner.className = '';
    redraw(userForm({ fields: [row('Primary identifier', 'useruserName', 'bfinch@example.org')] }));
    await settle(5000);
    expect(screens).toHaveLength(1);
    spinner.className = 'hide';
    await settle();
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'bfinch@example.org' });
    spinner.className = '';
    redraw(userForm());
    await settle(20_000);
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'awren@example.org' });
    expect(last()?.record.roles).toEqual({ state: 'unread', why: 'partial' });
  });

  test('a page that never stops changing is looked at all the same', async () => {
    draw(document, `${userForm()}<span class="clock"></span>`);
    watch();
    redraw(
      `${userForm({ fields: [row('Primary identifier', 'useruserName', 'bfinch@example.org')] })}<span class="clock"></span>`,
    );
    for (let tick = 0; tick < 25; tick++) {
      (document.querySelector('.clock') as Element).textContent = String(tick);
      await settle(50);
    }
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'bfinch@example.org' });
    const count = screens.length;
    for (let tick = 0; tick < 60; tick++) {
      (document.querySelector('.clock') as Element).textContent = String(tick);
      await settle(50);
    }
    expect(screens).toHaveLength(count);
  });

  test('typed values count, and do not make another record', async () => {
    const fields = [
      inputRow('Primary identifier', 'useruserName', 'awren@example.org'),
      ...ordinaryFields.slice(1, 5),
      inputRow('Expiration date', 'userexpiryDate', ''),
    ];
    draw(document, userForm({ fields }));
    watch();
    const first = last();
    expect(first?.record.expiryDate).toEqual({ state: 'read', value: null });
    const type = (id: string, value: string) => {
      const input = document.getElementById(id) as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    type('pageBeanuserexpiryDate', '2031-02-03');
    type('pageBeanuseruserName', 'exl_awren');
    await settle();
    expect(last()?.record.expiryDate).toEqual({ state: 'read', value: '2031-02-03' });
    expect(last()?.record.primaryId).toEqual({ state: 'read', value: 'exl_awren' });
    expect(last()?.key).toBe(first?.key);
  });

  test('our own elements give no cause for another look', async () => {
    draw(document, userForm());
    watch();
    const asked = vi.fn(options);
    watchScreens(document, asked, () => {}, stop.signal);
    expect(asked).toHaveBeenCalledTimes(1);
    const place = last()?.place();
    const guidance = document.createElement('alma-user-guard');
    place?.parent.insertBefore(guidance, place.before);
    const mark = document.createElement('alma-user-guard-mark');
    last()?.roleRows[0]?.cell.append(mark);
    mark.textContent = 'counts';
    guidance.setAttribute('class', 'wide');
    await settle(5000);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(last()?.place()).toEqual(place);
  });

  test('guidance that Alma has drawn over is asked for again', async () => {
    draw(document, userForm());
    watch();
    const place = last()?.place();
    place?.parent.insertBefore(document.createElement('alma-user-guard'), place.before);
    (document.querySelector('.summary') as Element).setAttribute('class', 'summary wide');
    await settle();
    const count = screens.length;
    const form = document.querySelector('form') as Element;
    form.innerHTML = form.innerHTML.replace(/<alma-user-guard><\/alma-user-guard>/, '');
    await settle();
    expect(screens.length).toBe(count + 1);
  });

  test('when the record leaves, this is said once', async () => {
    draw(document, userForm());
    watch();
    redraw(titles);
    document.body.id = 'body_id_xml_file_search.mms_results.xml';
    await settle();
    redraw(`${titles}<p></p>`);
    await settle();
    expect(screens).toHaveLength(2);
    expect(screens.at(-1)).toBeUndefined();
  });

  test('a record that comes back after another page is read anew', async () => {
    draw(document, userForm());
    watch();
    redraw(titles);
    document.body.id = 'body_id_xml_file_search.mms_results.xml';
    await settle();
    redraw(userForm({ tab: 'notes', fields: [], roles: '' }));
    document.body.id = 'body_id_xml_file_user.user_details_notes.xml';
    await settle();
    expect(last()?.record.primaryId).toEqual({ state: 'unread', why: 'not-on-this-page' });
  });

  test('a failure of the reader is told and does not reach the page', async () => {
    draw(document, titles, 'body_id_xml_file_search.mms_results.xml');
    watchScreens(
      document,
      () => {
        throw new Error('no policy');
      },
      () => {},
      stop.signal,
      (part) => failures.push(part),
    );
    expect(failures).toEqual(['reading the page']);
    failures.length = 0;
  });
});

describe('a page that is not about users', () => {
  test('is not watched below the shell, and gets nothing', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    draw(document, titles, 'body_id_xml_file_search.mms_results.xml');
    const before = document.documentElement.outerHTML;
    watch();
    await settle(5000);
    expect(observe).toHaveBeenCalled();
    expect(observe.mock.calls.filter(([, what]) => what?.subtree)).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(screens).toEqual([]);
  });

  test('is not watched below the shell after a record has been there', async () => {
    draw(document, userForm());
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
    watch();
    const content = observe.mock.calls.filter(([, what]) => what?.subtree);
    // The document is watched for the marks of translators.
    expect(content.map(([target]) => (target as Element).tagName).sort()).toEqual(['HTML', 'PAGE-WRAPPER']);
    disconnect.mockClear();
    redraw(titles);
    document.body.id = 'body_id_xml_file_search.mms_results.xml';
    await settle();
    expect(disconnect.mock.calls.length).toBeGreaterThan(2);
    expect(observe.mock.calls.filter(([, what]) => what?.subtree)).toHaveLength(2);
  });

  test('is not watched below the shell after a list of users has been there', async () => {
    const below = new Set<unknown>();
    const { observe, disconnect } = MutationObserver.prototype;
    vi.spyOn(MutationObserver.prototype, 'observe').mockImplementation(function (this: MutationObserver, target, what) {
      if (what?.subtree) below.add(this);
      return observe.call(this, target, what);
    });
    vi.spyOn(MutationObserver.prototype, 'disconnect').mockImplementation(function (this: MutationObserver) {
      below.delete(this);
      return disconnect.call(this);
    });
    showPage(document, render(userList([namedUser]), 'list'), '/ng/page;u=x');
    watch();
    // For what translators put in, and for the marks that they set and take off.
    expect([screens.at(-1)?.kind, below.size]).toEqual(['user-list', 2]);
    draw(document, titles, 'body_id_xml_file_search.mms_results.xml');
    await settle();
    expect([screens.at(-1), below.size]).toEqual([undefined, 0]);
    vi.restoreAllMocks();
  });

  test.each([
    '/view/uresolver/01',
    '/discovery/search',
    '/leganto/x',
    '/esploro/x',
    '/ng/login?x',
    '/mng/login?institute=X',
    '/SAML',
    '/rep/yards.jsp',
  ])('with the path %s is left alone altogether', async (path) => {
    draw(document, userForm());
    goTo(path);
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    watch();
    await settle(3000);
    expect(observe).not.toHaveBeenCalled();
    expect(screens).toEqual([]);
  });
});

describe('stopping', () => {
  test('lets observers, listeners and timers go', async () => {
    draw(document, userForm());
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
    watch();
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    disconnect.mockClear();
    stop.abort();
    expect(disconnect).toHaveBeenCalledTimes(4);
    expect(vi.getTimerCount()).toBe(0);
    redraw(userForm({ name: 'Finch, Bo' }));
    document.querySelector('input')?.dispatchEvent(new Event('input', { bubbles: true }));
    window.dispatchEvent(new Event('popstate'));
    document.dispatchEvent(new Event('visibilitychange'));
    await settle(5000);
    expect(vi.getTimerCount()).toBe(0);
    expect(screens).toHaveLength(1);
  });

  test('before the start means that nothing starts', () => {
    draw(document, userForm());
    stop.abort();
    watch();
    expect([vi.getTimerCount(), screens]).toEqual([0, []]);
  });
});
