// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { enter } from '../../src/content/enter.ts';
import { say } from '../../src/platform/say.ts';
import { saveChanges } from '../../src/settings/index.ts';
import { type ListColumn, managementPage, otherPage, userDetails, userList } from '../alma/earlier.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import { role } from '../alma/roles.ts';
import { translateAs } from '../alma/translators.ts';
import '../guard/top-layer.ts';
import { browser } from '../platform/fake-browser.ts';
import { goTo } from '../reader/show-page.ts';
import { answer, ask, beginAnew, eventually, own, panel, retireAll, rules, show } from './visited.ts';

/** How many copies of the script listen for the popup; one listener is the background's. */
const listening = () => browser.runtime.onMessage.count() - 1;

beginAnew();

describe('on a user record', () => {
  test('guidance shows, with a mark beside each role', async () => {
    show(userDetails(namedUser));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    expect(document.querySelectorAll('alma-user-guard')).toHaveLength(1);
    expect(document.querySelectorAll('alma-user-guard-mark[data-counts]')).toHaveLength(namedUser.roles.length);
  });

  test('an account of Ex Libris says stop', async () => {
    show(userDetails(exLibrisAccount));
    enter(window);
    await eventually(() => expect(rules()).toContain('ex-libris-account'));
    const stop = panel()?.querySelector('[data-rule="ex-libris-account"]');
    expect(stop?.getAttribute('data-severity')).toBe('stop');
    expect(stop?.closest('[role="alert"]')).not.toBeNull();
  });

  test('another record in the same page is judged anew', async () => {
    show(userDetails(namedUser));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    show(userDetails(ordinaryPatron));
    await eventually(() => expect(answer()).toBe('does-not-count'));
  });

  test('a changed setting reaches the open page', async () => {
    show(userDetails(namedUser));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    const uncounted = namedUser.roles.map(({ name }) => name);
    await saveChanges([{ path: 'extraUncountedRoles', before: [], after: uncounted }]);
    await eventually(() => expect(answer()).toBe('does-not-count'));
    await eventually(() =>
      expect(document.querySelectorAll('alma-user-guard-mark[data-counts="yes"]')).toHaveLength(0),
    );
  });

  test('a changed date order has the page read again', async () => {
    show(userDetails(namedUser, { dateFormat: 'dmy' }));
    enter(window);
    await eventually(() => expect(answer()).toBeDefined());
    await saveChanges([{ path: 'dateOrder', before: 'auto', after: 'dmy' }]);
    await eventually(async () => {
      const { unread } = await ask();
      expect(unread.map(({ field }) => field)).not.toContain('expiryDate');
    });
  });

  test('the page is described without a single value of the record', async () => {
    show(userDetails(namedUser));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    const description = await ask();
    expect(description).toMatchObject({ screen: 'user-record', namedUser: { answer: 'counts' } });
    expect(description.policy?.origin).toBe('default');
    const told = JSON.stringify(description).toLowerCase();
    for (const value of [
      namedUser.id,
      namedUser.firstName,
      namedUser.lastName,
      ...namedUser.roles.map(({ name }) => name),
    ])
      expect(told).not.toContain(String(value).toLowerCase());
  });

  test('of a page that is no user record the signs are told, of a list its columns', async () => {
    show(otherPage('titles', namedUser));
    enter(window);
    expect(await ask()).toMatchObject({ screen: 'none', signs: [] });
    retireAll();
    show(userList([namedUser], { columns: ['name', 'id', 'status'] }));
    enter(window);
    expect(await ask()).toMatchObject({ screen: 'user-list', columns: ['name', 'primaryId', 'status'] });
  });

  test('roles that are named in another language are not taken for counting ones', async () => {
    show(userDetails({ ...namedUser, roles: namedUser.roles.slice(1, 2) }, { language: 'de' }));
    const name = document.querySelector('[id^="SPAN_"][id$="_COL_roleType"]') as HTMLElement;
    Object.assign(name, { textContent: 'Hüterin der Schlüssel', title: 'Hüterin der Schlüssel' });
    enter(window);
    await eventually(() => expect(answer()).toBe('cannot-tell'));
    expect(document.querySelector<HTMLElement>('alma-user-guard-mark')?.lang).toBe('en');
    expect((await ask()).unread).toContainEqual({ field: 'roles', why: 'unparseable' });
    retireAll();
    document.documentElement.lang = 'en';
    enter(window);
    await eventually(() => expect(answer()).toBe('cannot-tell'));
    retireAll();
    Object.assign(name, { textContent: 'Keeper of Keys', title: 'Keeper of Keys' });
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
  });

  test('names of roles that nobody knows are asked about on the page, told to the popup, and no question once they are said', async () => {
    show(userDetails({ ...ordinaryPatron, roles: [role('Patron'), role('Lesesaalgast')] }, { language: 'de' }));
    enter(window);
    await eventually(() => expect(panel()?.querySelector('[data-role-name="Lesesaalgast"] select')).toBeTruthy());
    expect(panel()?.querySelectorAll('[data-role-name]')).toHaveLength(1);
    expect((await ask()).unknownRoles).toEqual(['Lesesaalgast']);
    await saveChanges([{ path: 'roleNames', before: [], after: [{ name: 'Lesesaalgast', role: '' }] }]);
    await eventually(() => expect(answer()).toBe('counts'));
    expect(panel()?.querySelector('[data-role-name]')).toBeNull();
    expect((await ask()).unknownRoles).toBeUndefined();
  });

  test('a new day is noticed', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: new Date(2026, 10, 21, 23, 59) });
    show(userDetails({ ...namedUser, expiryDate: '2026-11-21' as typeof namedUser.expiryDate }));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    expect(rules()).not.toContain('expired-but-active');
    vi.setSystemTime(new Date(2026, 10, 22, 0, 1));
    vi.advanceTimersByTime(5000);
    expect(rules()).toContain('expired-but-active');
  });
});

describe('where there is nothing to say', () => {
  test('a page that is not about users gets no element, and the settings are not even read', async () => {
    const get = vi.spyOn(browser.storage.local, 'get');
    document.body.replaceChildren(document.createElement('p'));
    const untouched = document.documentElement.outerHTML;
    enter(window);
    expect(await ask()).toMatchObject({ screen: 'none', findings: [], unread: [], anchors: [] });
    expect(document.documentElement.outerHTML).toBe(untouched);
    expect(get).not.toHaveBeenCalled();
  });

  test('a frame is left alone', () => {
    show(userDetails(namedUser));
    const frame = Object.create(window, { top: { value: {} } });
    enter(frame);
    expect(listening()).toBe(0);
    expect(own()).toBe(0);
  });

  test.each([
    '/view/uresolver/x',
    '/discovery/search',
    '/leganto/',
    '/esploro/',
    '/ng/login',
    '/mng/login',
    '/rep/yards.jsp',
  ])('the address %s is left alone', (path) => {
    show(userDetails(namedUser));
    goTo(path);
    enter(window);
    expect(listening()).toBe(0);
  });
});

describe('on a user list', () => {
  const columns: ListColumn[] = ['active', 'name', 'id'];
  const rowMarks = () => [...document.querySelectorAll('alma-user-guard-mark[data-rule]')];
  const markedRules = () => rowMarks().map((mark) => mark.getAttribute('data-rule'));

  test('rows have marks, there is no panel, and the popup is told that it is a list', async () => {
    show(userList([namedUser, exLibrisAccount], { columns }));
    enter(window);
    await eventually(() => expect(markedRules()).toContain('ex-libris-account'));
    expect(panel()?.querySelector('.panel')).toBeNull();
    expect(await ask()).toMatchObject({ screen: 'user-list', findings: [], unread: [], anchors: [] });
  });

  test('where our script ends unheard the line stands ready on it, not drawn, and goes with the list', async () => {
    show(userList([namedUser, exLibrisAccount], { columns }));
    enter(window);
    await eventually(() => expect(rowMarks().length).toBeGreaterThan(0));
    const host = document.querySelector('alma-user-guard');
    expect(host?.getAttribute('translate')).toBe('no');
    expect(host?.shadowRoot?.querySelector('.gone')?.textContent).toBe(say('guidance_cut_off'));
    expect(host?.shadowRoot?.querySelector<HTMLElement>('.gone')?.style.display).toBe('none');
    show(userDetails(namedUser));
    await eventually(() => expect(answer()).toBe('counts'));
    expect(document.querySelectorAll('alma-user-guard')).toHaveLength(1);
    expect(document.querySelector('alma-user-guard')?.hasAttribute('data-alone')).toBe(false);
    show(otherPage('titles', namedUser));
    await eventually(() => expect(own()).toBe(0));
  });

  test('while a page is put aside everything of ours says that it may come back without us', async () => {
    show(userList([namedUser, exLibrisAccount], { columns }));
    enter(window);
    await eventually(() => expect(document.querySelector('alma-user-guard')).not.toBeNull());
    const aside = () => document.querySelectorAll('[data-aside]').length;
    const turn = (type: string, persisted: boolean) =>
      window.dispatchEvent(Object.assign(new Event(type), { persisted }));
    turn('pagehide', false);
    expect(aside()).toBe(0);
    turn('pagehide', true);
    expect(aside()).toBe(own());
    turn('pageshow', true);
    expect(aside()).toBe(0);
  });

  test('where a cut-off script runs on nothing is put into a list but marks', async () => {
    vi.spyOn(browser.runtime, 'getURL').mockReturnValue('chrome-extension://abc/');
    show(userList([namedUser, exLibrisAccount], { columns }));
    enter(window);
    await eventually(() => expect(rowMarks().length).toBeGreaterThan(0));
    expect(document.querySelector('alma-user-guard')).toBeNull();
  });

  test('a changed setting reaches the marks, and all leave without a trace', async () => {
    show(userList([exLibrisAccount], { columns }));
    const untouched = document.documentElement.outerHTML;
    enter(window);
    await eventually(() => expect(markedRules()).toEqual(['ex-libris-account']));
    await saveChanges([{ path: 'rules.ex-libris-account', before: undefined, after: 'off' }]);
    await eventually(() => expect(markedRules()).not.toContain('ex-libris-account'));
    retireAll();
    expect(document.documentElement.outerHTML).toBe(untouched);
  });

  test.each(['edge', 'chrome', 'firefox', 'one-font'] as const)(
    'a line on it says that %s translates the page and that marks are missing; it goes when the original is shown',
    async (translator) => {
      const list = userList([namedUser, exLibrisAccount], { columns });
      const mark = () => document.querySelector('alma-user-guard-mark[data-severity="stop"]');
      const line = () => panel()?.querySelector('.guide [data-check="translation"]')?.textContent;
      show(list);
      enter(window);
      await eventually(() => expect(mark()).toBeTruthy());
      expect(line()).toBeUndefined();
      translateAs(translator);
      await eventually(() => expect(line()).toContain(say('lists_translated')));
      expect(document.querySelector('alma-user-guard')?.getAttribute('translate')).toBe('no');
      expect(mark()).toBeNull();
      expect(await ask()).toMatchObject({ screen: 'user-list', translated: true });
      document.documentElement.classList.remove('translated-ltr');
      document.documentElement.lang = 'en';
      show(list);
      await eventually(() => expect(mark()).toBeTruthy());
      expect(line()).toBeUndefined();
      expect(panel()?.querySelector('.panel')).toBeNull();
      expect((await ask()).translated).toBeUndefined();
    },
  );

  test.each([
    ['in the list first', (marked: Element[]) => marked],
    ['in the list last', (marked: Element[]) => marked.toReversed()],
  ])('the line goes as well where a translator restores the texts before its marks, %s', async (_where, inOrder) => {
    const mark = () => document.querySelector('alma-user-guard-mark[data-severity="stop"]');
    const line = () => panel()?.querySelector('.guide [data-check="translation"]');
    const texts = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (walker.nextNode()) found.push(walker.currentNode as Text);
      return found;
    };
    show(userList([namedUser, exLibrisAccount], { columns }));
    const originals = texts().map((node) => [node, node.data] as const);
    enter(window);
    await eventually(() => expect(mark()).toBeTruthy());
    translateAs('edge');
    await eventually(() => expect(line()).toBeTruthy());
    for (const [node, text] of originals) node.data = text;
    // What the list says is looked at now, while the marks still stand.
    await eventually(() => expect(line()).toBeTruthy());
    await new Promise(requestAnimationFrame);
    for (const holder of inOrder([...document.querySelectorAll('[_msttexthash]')])) {
      holder.removeAttribute('_msttexthash');
      holder.removeAttribute('_msthash');
    }
    await eventually(() => expect(line()).toBeFalsy());
    expect(mark()).toBeTruthy();
  });

  test('marks give way to the panel when a record is opened in the same page', async () => {
    show(userList([namedUser, exLibrisAccount], { columns }));
    enter(window);
    await eventually(() => expect(rowMarks().length).toBeGreaterThan(0));
    show(userDetails(namedUser));
    await eventually(() => expect(answer()).toBe('counts'));
    expect(rowMarks()).toEqual([]);
  });
});

describe('the guard', () => {
  const mergePage = managementPage('merge-users', { people: [exLibrisAccount, ordinaryPatron] });
  const question = () => panel()?.querySelector('[role="alertdialog"]') ?? null;
  const control = (does: string) => document.querySelector<HTMLElement>(`[data-does="${does}"]`);

  test('holds what cannot be undone on a record, in the element that the panel is in', async () => {
    show(userDetails(namedUser, { deleteButton: true }));
    enter(window);
    await eventually(() => expect(answer()).toBe('counts'));
    control('delete')?.click();
    expect(question()?.textContent).toContain('erases the statistics');
    expect(document.querySelectorAll('alma-user-guard')).toHaveLength(1);
    expect(answer()).toBe('counts');
  });

  test('holds on a page without a record too, where the element comes for the question alone', async () => {
    show(mergePage);
    enter(window);
    expect(question()).toBeNull();
    control('merge')?.click();
    expect(question()).not.toBeNull();
    expect(document.querySelectorAll('alma-user-guard')).toHaveLength(1);
  });

  test('lets everything pass once the extension is gone, and says so', () => {
    show(mergePage);
    enter(window);
    const { id } = browser.runtime;
    try {
      Reflect.deleteProperty(browser.runtime, 'id');
      control('merge')?.click();
      expect(question()).toBeNull();
      expect(panel()?.textContent).toBe(say('guidance_cut_off'));
    } finally {
      browser.runtime.id = id;
    }
  });
});
