// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { caseIn } from './address.ts';
import { caseOf } from './cases.ts';
import type { AlmaPage } from './description.ts';
import type { AlmaInPage } from './in-page.ts';
import { neighbour } from './neighbours.ts';
import { render } from './render.ts';

const alma = (): AlmaInPage => (window as unknown as { __alma: AlmaInPage }).__alma;

/** Answers what the server would, for the page that was opened last. */
let opened: AlmaPage;
function answer(path: string, init?: RequestInit): string {
  const query = new URL(path, 'https://localhost').searchParams;
  if (path === '/stand-in/show') opened = JSON.parse(String(init?.body)) as AlmaPage;
  else if (path.startsWith('/stand-in/go')) opened = neighbour(opened, query.get('to') ?? '', Number(query.get('row')));
  else if (caseIn(path) !== 'page') return render(caseOf(caseIn(path) ?? '').description);
  return render(opened);
}

/** Puts a page into the document; the behaviour listens on the document, and so hears it. */
function open(page: AlmaPage): void {
  opened = page;
  const parsed = new DOMParser().parseFromString(render(page), 'text/html');
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
  document.body.id = parsed.body.id;
  alma().received.length = 0;
  alma().done.length = 0;
}

const element = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const byId = (id: string): HTMLElement => element(`[id="${id}"]`);
const ids = (): string[] => alma().received.map(({ what, id }) => `${what} ${id}`);

beforeAll(async () => {
  const { head, body } = new DOMParser().parseFromString(render(caseOf('patron').description), 'text/html');
  document.head.replaceChildren(...head.childNodes);
  document.body.replaceChildren(...body.childNodes);
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => new Response(answer(path, init)));
  await import('./page/behaviour.js');
});

const confirm = 'PAGE_BUTTONS_cbuttonconfirmationconfirm';
const deleteOf = (row: number) =>
  byId(`ROW_ACTION_userList_${row}_c.ui.table.btn.delete`).querySelector('a') as HTMLElement;

describe('the recorder', () => {
  beforeEach(() => open(caseOf('list-with-id-2022').description));

  it('notes a click once, and nothing of a click that was stopped on its way', () => {
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('click', stop, true);
    deleteOf(2).click();
    expect(ids()).toEqual([]);
    expect(document.getElementById(confirm)).toBeNull();
    window.removeEventListener('click', stop, true);
    deleteOf(2).click();
    expect(ids()).toEqual(['click ROW_ACTION_userList_2_c.ui.table.btn.delete']);
  });

  it('tells what was asked from what was done', () => {
    deleteOf(2).click();
    expect(alma().done).toEqual([]);
    expect(element('.confirmDialog').textContent).toContain('Hollowell, Maren');
    byId(confirm).click();
    expect(alma().done).toEqual(['delete userList 2']);
    expect(document.getElementById(confirm)).toBeNull();
    expect(document.body.textContent).not.toContain('Hollowell, Maren');
  });

  it('does nothing when the question is cancelled', () => {
    deleteOf(2).click();
    byId('PAGE_BUTTONS_cbuttonconfirmationcancel').click();
    expect(alma().done).toEqual([]);
    expect(document.body.textContent).toContain('Hollowell, Maren');
  });

  it('notes a switch by its change', () => {
    byId('INPUT_SELENIUM_ID_userList_ROW_0_COL_activeToggle').click();
    expect(ids()).toEqual(['change INPUT_SELENIUM_ID_userList_ROW_0_COL_activeToggle']);
    expect(alma().done).toEqual(['toggle userList 0 off']);
  });

  it('keeps a row its number when rows are sorted, while ids follow the place', () => {
    element('#SELENIUM_ID_userList_HEADER_fullName a').click();
    const row = byId('SPAN_SELENIUM_ID_userList_ROW_0_COL_fullName').closest('tr');
    expect(row?.textContent).toContain('Administrator, Alma');
    byId('INPUT_SELENIUM_ID_userList_ROW_0_COL_activeToggle').click();
    expect(alma().done).toEqual(['toggle userList 8 off']);
  });

  it('notes a hotkey of a page button', () => {
    open(caseOf('delete-button-2022').description);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', ctrlKey: true, altKey: true, bubbles: true }));
    expect(alma().received).toEqual([{ what: 'hotkey', id: 'PAGE_BUTTONS_cbuttondelete', key: 'd' }]);
    byId(confirm).click();
    expect(alma().done).toEqual(['delete page 0']);
  });

  it('removes a role at once', () => {
    open(caseOf('named-user-2022').description);
    element('[id="ROW_ACTION_userRolesList_0_c.ui.table.btn.delete"] a').click();
    expect(alma().done).toEqual(['remove-role 0']);
  });
});

describe('pages drawn in place', () => {
  it('changes form, language and body id, and says so in the address of the new layout only', async () => {
    open(caseOf('named-user-2022').description);
    const addresses = vi.spyOn(history, 'pushState').mockImplementation(() => {});
    const before = element('#pageForm');
    await alma().show('identifiers-de');
    expect(element('#pageForm')).not.toBe(before);
    expect(document.body.id).toBe('body_id_xml_file_user.user_details_identifier.xml');
    expect(document.documentElement.lang).toBe('de');
    expect(addresses).not.toHaveBeenCalled();
    await alma().show('patron-2022');
    expect(addresses.mock.calls[0]?.[2]).toMatch(/^\/ng\/page;u=.*user\.user_details_general\.xml/);
    expect(element('#loadingBlocker').className).toBe('hide');
  });

  it('shows the spinner first, and the body id last', async () => {
    open(caseOf('named-user-2022').description);
    const seen: string[] = [];
    const note = () =>
      seen.push(
        `${element('#loadingBlocker').className || 'busy'} ${document.querySelector('#pageBeanname') ? 'form' : 'no form'} ${document.body.id.slice(33)}`,
      );
    const drawing = alma().go('tab:identifier', 0);
    const observer = new MutationObserver(note);
    observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
    await drawing;
    observer.disconnect();
    expect(seen[0]).toMatch(/^busy .*general\.xml$/);
    expect(seen.at(-1)).toMatch(/identifier\.xml$/);
    expect(element('#TABLE_DATA_identifiersList')).toBeTruthy();
  });

  it('draws a part anew: other nodes, typed values gone', async () => {
    open(caseOf('named-user-2022').description);
    const field = byId('pageBeanuserexpiryDate') as HTMLInputElement;
    field.value = '2020-01-01';
    await alma().rerender();
    expect((byId('pageBeanuserexpiryDate') as HTMLInputElement).value).toBe('2027-12-31');
    expect(field.isConnected).toBe(false);
  });

  it('lets a role list that was not there arrive', async () => {
    open(caseOf('roles-not-drawn-2022').description);
    expect(document.getElementById('TABLE_DATA_userRolesList')).toBeNull();
    await alma().rerender({ part: '.rolesArea', from: 'named-user-2022' });
    expect(byId('TABLE_DATA_userRolesList').querySelectorAll('tbody tr')).toHaveLength(5);
  });

  it('asks for the user group only after the record type', async () => {
    open(caseOf('purge-add-job-2022').description);
    expect(document.getElementById('pageBeanpurgeuserGroup')).toBeNull();
    element('#pageBeanpurgeuserRecordType_hiddenSelect_list li[title="Staff"] a').click();
    await vi.waitFor(() => expect(document.getElementById('pageBeanpurgeuserGroup')).not.toBeNull(), {
      timeout: 60_000,
    });
  });
});

/** Waits for what a page does a moment later. */
const later = (check: () => void) => vi.waitFor(check, { timeout: 60_000 });

/** The tab that the name of a page ends with. */
const tabIn = (name: string | null | undefined): string => /_([a-z]+)\.xml$/.exec(name ?? '')?.[1] ?? '';

describe('what pages of 2026 do besides', () => {
  // The last page may still be on its way in.
  beforeAll(() => later(() => expect(element('#loadingBlocker').className).toBe('hide')));

  it('press the hidden button of a link: two clicks arrive, and one question is asked', () => {
    open(caseOf('list-with-id').description);
    deleteOf(2).click();
    expect(ids()).toEqual(Array(2).fill('click ROW_ACTION_userList_2_c.ui.table.btn.delete'));
    byId(confirm).click();
    expect(alma().done).toEqual(['delete userList 2']);
    expect(element('#pageForm').textContent).not.toContain('Hollowell, Maren');
  });

  it('flip a switch before its hidden button is pressed', () => {
    open(caseOf('list-with-id').description);
    element('tbody .toggleCheck').click();
    expect(element('tbody .checkContainer').className).toBe('checkContainer inactive');
    expect(alma().done).toEqual(['toggle userList 0 off']);
  });

  it('press a button by Alt and its letter', () => {
    open(caseOf('delete-button').description);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', ctrlKey: true, altKey: true, bubbles: true }));
    expect(alma().received).toEqual([]);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', altKey: true, bubbles: true }));
    expect(alma().received[0]).toEqual({ what: 'hotkey', id: 'PAGE_BUTTONS_cbuttondelete', key: 'd' });
    expect(element('.confirmDialog')).toBeTruthy();
  });

  it('swap the fragment with its name and its script text, and the id of the body last', async () => {
    open(caseOf('named-user').description);
    const before = element('#fullPageContent');
    const changes: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes, attributeName } of records) {
        if ([...addedNodes].some((node) => (node as Element).id === 'fullPageContent')) changes.push('fragment');
        if (target === document.body && attributeName === 'id') changes.push('body');
      }
    });
    observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
    await alma().go('tab:identifier', 0);
    await later(() => expect(changes).toEqual(['fragment', 'body']));
    observer.disconnect();
    expect(element('#fullPageContent')).not.toBe(before);
    expect([element('#dynamic_body_id').textContent, document.body.id].map(tabIn)).toEqual([
      'identifier',
      'identifier',
    ]);
    expect(element('#apm-set').textContent).toContain('mhollow%40example%2Eorg');
  });

  it('go to the search by a stroke, but not while somebody types', () => {
    open(caseOf('named-user').description);
    byId('pageBeanuserfirstName').dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(document.activeElement?.id).not.toBe('ALMA_MENU_TOP_NAV_Search_Text');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(document.activeElement?.id).toBe('ALMA_MENU_TOP_NAV_Search_Text');
  });

  it('close an open menu by a click anywhere else, unless that place is exempt', () => {
    open(caseOf('list-with-id').description);
    byId('input_userList_1').click();
    const menu = byId('ROW_ACTION_userList_1');
    expect(menu.classList.contains('show')).toBe(true);
    element('.jsCloseableIgnore').click();
    expect(menu.classList.contains('show')).toBe(true);
    element('#mcw').click();
    expect(menu.classList.contains('show')).toBe(false);
  });

  it('fold a section, and draw a list anew that was not there', async () => {
    open(caseOf('roles-not-drawn').description);
    element('a.collapsible').click();
    expect(element('.panel-collapse').classList.contains('show')).toBe(false);
    await alma().rerender({ part: '.rolesArea', from: 'named-user' });
    await later(() => expect(byId('TABLE_DATA_userRolesList').querySelectorAll('tbody tr')).toHaveLength(5));
  });
});
