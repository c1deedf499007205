// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import type { UserListScreen } from '../../src/alma/screen.ts';
import { markUserList } from '../../src/guidance/list-marks.ts';
import { wordsForRow } from '../../src/guidance/list-marks-words.ts';
import { type Day, parseDay, recordOf, type UserFields } from '../../src/record/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { type Layout, type ListColumn, type Person, userList } from '../alma/description.ts';
import * as people from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { english } from '../guidance/english.ts';
import { showPage } from '../reader/show-page.ts';

const options = { dateOrder: 'auto', taughtLocators: [] } as const;
const columns: ListColumn[] = ['active', 'name', 'id', 'accountType', 'userGroup', 'status', 'expiryDate'];
const today = '2026-11-20' as Day;
const { base } = policies;
if (!base) throw new Error('There is no base policy.');
const policy: Policy = base;

const mixed = [
  people.ordinaryPatron,
  people.exLibrisAccount,
  people.namedUser,
  people.expiredButActive,
  people.inactiveStaff,
];

// happy-dom has no top layer; that nothing lies over the tip is for real browsers to show.
HTMLElement.prototype.showPopover = () => {};

let life = new AbortController();
afterEach(() => {
  life.abort();
  onTranslated.mockReset();
});
const onFailure = vi.fn();
const onTranslated = vi.fn();

function markedList(rows: readonly Person[], shown = columns, layout: Layout = '2026'): UserListScreen {
  const page = userList(rows, { columns: shown, pageSize: rows.length, layout });
  showPage(document, render(page, 'trial'), addressOf(page, 'trial'));
  const screen = readUserList(document, () => options);
  if (!screen) throw new Error('no list');
  life = new AbortController();
  markUserList(screen, { policy, today, say: english, sandbox: false, onTranslated, onFailure }, life.signal);
  return screen;
}

const marks = () => [...document.querySelectorAll<HTMLElement>('alma-user-guard-mark')];
const marked = () => marks().map((mark) => [mark.closest('tr')?.querySelector('a')?.textContent, mark.dataset.rule]);
const body = () => document.querySelector('tbody') as HTMLElement;
const nameOf = people.shownName;
const one = <E extends HTMLElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

describe('what a row says', () => {
  const words = (known: Partial<UserFields>, hasIdentifiers = true, other: Partial<Policy> = {}) =>
    wordsForRow(recordOf(known, 'not-on-this-page'), {
      policy: { ...policy, ...other },
      today,
      say: english,
      hasIdentifiers,
      sandbox: false,
    });
  const whole: Partial<UserFields> = {
    primaryId: 'mhollow',
    name: 'Hollowell, Maren',
    userGroup: 'Staff',
    status: 'ACTIVE',
    expiryDate: parseDay('2027-12-31') ?? null,
    accountType: 'INTERNAL',
  };

  test('nothing, where nothing is to be said', () => {
    expect(words(whole)).toBeUndefined();
  });

  test.each<[string, Partial<UserFields>, string, string]>([
    ['an Ex Libris account', { primaryId: 'EXL_impl' }, 'ex-libris-account', 'stop'],
    ['a Rialto account', { primaryId: 'rialto_x' }, 'rialto-account', 'stop'],
    ['a name of Ex Libris', { name: 'Staff, Ex Libris' }, 'ex-libris-name', 'warn'],
    ['inactive', { status: 'INACTIVE' }, 'inactive-with-staff-roles', 'note'],
    ['past expiry and active', { expiryDate: parseDay('2026-11-19') ?? null }, 'expired-but-active', 'warn'],
  ])('%s', (_, other, rule, severity) => {
    expect(words({ ...whole, ...other })).toMatchObject({ rule, severity });
  });

  test("another institution's prefix, where the policy names it", () => {
    const otherInstitutions = [{ name: 'Elsewhere', prefixes: ['gm_'] }];
    expect(words({ ...whole, primaryId: 'gm_123' }, true, { otherInstitutions })).toMatchObject({
      rule: 'prefix-of-another-institution',
    });
  });

  test('the worst first, and all of it', () => {
    const said = words({ ...whole, primaryId: 'exl_impl', status: 'INACTIVE' });
    expect(said?.rule).toBe('ex-libris-account');
    expect(said?.lines.length).toBeGreaterThan(1);
  });

  test('on the day of expiry it is not past expiry', () => {
    expect(words({ ...whole, expiryDate: today })).toBeUndefined();
  });

  test('without identifiers the name is all there is, and it says so', () => {
    const { primaryId, ...rest } = whole;
    expect(words({ ...rest, name: 'Support, Ex Libris' }, false)).toMatchObject({ rule: 'ex-libris-name' });
    expect(words({ ...rest, name: 'Support, Ex Libris' }, false)?.lines.at(-2)).toContain('no primary identifiers');
    expect(words(rest, false)).toBeUndefined();
    expect(primaryId).toBe('mhollow');
  });

  test.each([
    [true, 'lists_sandbox'],
    [false, 'lists_production'],
  ])('where it is a sandbox (%s) or production, it ends with that', (sandbox, text) => {
    const record = recordOf({ ...whole, primaryId: 'exl_impl' }, 'not-on-this-page');
    const said = wordsForRow(record, { policy, today, say: english, hasIdentifiers: true, sandbox });
    expect(said?.lines.at(-1)).toBe(english(text));
  });

  test('a rule that the policy has switched off says nothing', () => {
    expect(
      words({ ...whole, status: 'INACTIVE' }, true, { rules: { 'inactive-with-staff-roles': 'off' } }),
    ).toBeUndefined();
  });
});

describe('marks', () => {
  test('stand on the rows about which something can be said, and on no other', () => {
    markedList(mixed);
    expect(marked()).toEqual([
      [nameOf(people.exLibrisAccount), 'ex-libris-account'],
      [nameOf(people.expiredButActive), 'expired-but-active'],
      [nameOf(people.inactiveStaff), 'inactive-with-staff-roles'],
    ]);
  });

  test('leave the document byte for byte as it was', () => {
    const page = userList(mixed, { columns });
    showPage(document, render(page, 'trial'), addressOf(page, 'trial'));
    const before = document.documentElement.outerHTML;
    const screen = readUserList(document, () => options);
    life = new AbortController();
    if (screen)
      markUserList(screen, { policy, today, say: english, sandbox: false, onTranslated, onFailure }, life.signal);
    expect(marks().length).toBeGreaterThan(0);
    life.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('do not change what a cell says, nor stand in its link', () => {
    markedList(mixed);
    for (const mark of marks()) {
      expect(mark.textContent).toBe('');
      expect(mark.closest('a')).toBeNull();
    }
  });

  test.each(['empty', 'filled'] as const)(
    'stand beside the name, and not in the popup after it, which is hidden: %s',
    (popups) => {
      const page = userList(mixed, { columns, skeleton: { popups } });
      showPage(document, render(page, 'trial'), addressOf(page, 'trial'));
      expect(document.querySelectorAll('.popInfoContainer').length).toBe(mixed.length);
      const screen = readUserList(document, () => options);
      life = new AbortController();
      if (screen)
        markUserList(screen, { policy, today, say: english, sandbox: false, onTranslated, onFailure }, life.signal);
      expect(marks().map((mark) => mark.parentElement?.localName)).toEqual(['td', 'td', 'td']);
    },
  );

  test('say all in the name of a button, and in a tip while it has the focus', () => {
    markedList(mixed);
    const root = marks()[0]?.shadowRoot;
    const button = root?.querySelector('button');
    expect(button?.getAttribute('aria-label')).toContain('Ex Libris');
    expect(root?.querySelector('.tip')).toBeNull();
    button?.focus();
    expect(root?.querySelector('.tip')?.textContent).toContain('Ex Libris');
    button?.blur();
    expect(root?.querySelector('.tip')).toBeNull();
  });

  test('open by the pointer and by touch, and close with Escape', () => {
    markedList(mixed);
    const mark = marks()[0] as HTMLElement;
    mark.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }));
    expect(mark.shadowRoot?.querySelector('.tip')).not.toBeNull();
    mark.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(mark.shadowRoot?.querySelector('.tip')).toBeNull();
  });

  test("do not press Alma's row", () => {
    markedList(mixed);
    const pressed = vi.fn();
    body().addEventListener('click', pressed);
    marks()[0]
      ?.shadowRoot?.querySelector('button')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(pressed).not.toHaveBeenCalled();
  });

  test('are many on a list of 500 rows, one for each row that needs one', () => {
    const crowd = people.crowd(500);
    markedList(crowd);
    const wanted = crowd.filter(
      ({ status, expiryDate }) => status === 'INACTIVE' || (expiryDate !== null && expiryDate < today),
    );
    expect(wanted.length).toBeGreaterThan(10);
    expect(marks().length).toBeGreaterThanOrEqual(wanted.length);
    expect(new Set(marks().map((mark) => mark.closest('tr'))).size).toBe(marks().length);
  }, 60_000);

  describe('follow', () => {
    test('sorting: the rows keep their marks', async () => {
      markedList(mixed);
      const before = marked();
      body().append(...[...body().children].reverse());
      await vi.waitFor(() => expect(marked()).toEqual([...before].reverse()));
    });

    test('another page in the same rows', async () => {
      markedList(mixed);
      const row = marks()[0]?.closest('tr');
      const id = row?.querySelector('[id$="_COL_userName"] span') ?? row?.querySelector('span[id$="_COL_userName"]');
      const name = row?.querySelector('a');
      for (const [element, text] of [
        [id, 'plain@example.org'],
        [name, 'Plain, Person'],
      ] as const) {
        if (!element) throw new Error('no such cell');
        element.textContent = text;
        element.setAttribute('title', text);
      }
      await vi.waitFor(() => expect(marked()).not.toContainEqual(['Plain, Person', 'ex-libris-account']));
      expect(row?.querySelector('alma-user-guard-mark')).toBeNull();
    });

    test('a table that is drawn anew', async () => {
      markedList(mixed);
      const table = document.querySelector('table') as HTMLElement;
      const copy = table.cloneNode(true) as HTMLElement;
      for (const mark of copy.querySelectorAll('alma-user-guard-mark')) mark.remove();
      table.replaceWith(copy);
      expect(marks()).toHaveLength(0);
      await vi.waitFor(() => expect(marks()).toHaveLength(3));
    });

    test('copies that Alma makes of a row: each has one mark of ours', async () => {
      markedList(mixed);
      const row = marks()[0]?.closest('tr');
      if (row) body().append(row.cloneNode(true));
      await vi.waitFor(() => expect(marks().filter((mark) => mark.shadowRoot)).toHaveLength(4));
      expect(marks()).toHaveLength(4);
    });

    test('filtering: a row that goes takes its mark along', async () => {
      markedList(mixed);
      marks()[0]?.closest('tr')?.remove();
      await vi.waitFor(() => expect(marks()).toHaveLength(2));
    });

    test.each([
      [
        'of 2022',
        'new',
        () => {
          const toggle = one<HTMLInputElement>('tbody [role="switch"]');
          toggle.checked = false;
          toggle.dispatchEvent(new Event('change', { bubbles: true }));
        },
      ],
      [
        'of 2026, once Alma has drawn what its server says',
        '2026',
        () => {
          one('tbody .checkContainer').classList.add('inactive');
          one('tbody .submitableIcons').setAttribute('alt', '/stand-in/icon_inactive.png');
        },
      ],
    ] as const)('a toggle %s', async (_, layout, switchOff) => {
      markedList([people.namedUser], ['active', 'name', 'id', 'accountType'], layout);
      expect(marks()).toHaveLength(0);
      switchOff();
      await vi.waitFor(() => expect(marked()).toEqual([[nameOf(people.namedUser), 'inactive-with-staff-roles']]));
    });

    test('nothing outside the list', async () => {
      const screen = markedList(mixed);
      const rows = vi.spyOn(screen, 'rows');
      document.body.append(document.createElement('p'));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(rows).not.toHaveBeenCalled();
    });
  });

  test('that a translator has been at the rows is told once, and again when the original is back', async () => {
    markedList(mixed);
    expect(onTranslated.mock.calls).toEqual([[false]]);
    const original = body().innerHTML;
    for (const name of body().querySelectorAll('a')) name.innerHTML = `<font>${name.textContent}</font>`;
    await vi.waitFor(() => expect(onTranslated.mock.calls).toEqual([[false], [true]]));
    body().innerHTML = original;
    await vi.waitFor(() => expect(onTranslated.mock.calls).toEqual([[false], [true], [false]]));
    expect(marks()).toHaveLength(3);
  });

  test('a failure of ours is told', () => {
    const screen = markedList(mixed);
    life.abort();
    const failing: UserListScreen = {
      ...screen,
      rows: () => {
        throw new Error('broken');
      },
    };
    markUserList(
      failing,
      { policy, today, say: english, sandbox: false, onTranslated, onFailure },
      new AbortController().signal,
    );
    expect(onFailure).toHaveBeenCalledOnce();
  });
});
