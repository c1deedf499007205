// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { managementPage, userDetails, userList } from '../alma/description.ts';
import * as people from '../alma/people.ts';
import { english } from '../guidance/english.ts';
import {
  choose,
  columns,
  control,
  elements,
  focused,
  guardOn,
  key,
  policyWith,
  press,
  question,
} from './on-the-list.ts';

let on: ReturnType<typeof guardOn>;
afterEach(() => on.life.abort());

const words = () => question()?.textContent ?? '';

describe('hold', () => {
  test('no event of the first press reaches Alma, and a question is asked', () => {
    on = guardOn();
    const prevented = press(control('delete'));
    expect(on.received).toEqual([]);
    expect(prevented).toContain('click');
    expect(question()?.getAttribute('aria-modal')).toBe('true');
    expect(question()?.lang).toBe('en');
    expect(elements()).toBe(1);
  });

  test('the question says whom, what is lost, what to do instead and where, in this order', () => {
    on = guardOn();
    press(control('delete'));
    const places = [
      people.shownName(people.namedUser),
      'erases the statistics',
      'Purge User Records',
      'since the November 2025 release',
      'Leave the Patron role on',
      'export its role list first',
      'Leave it',
    ].map((part) => words().indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test.each([
    [true, 'guidance_sandbox'],
    [false, 'guidance_production'],
  ])('it says whether this is a sandbox (%s) or production', (sandbox, text) => {
    on = guardOn(undefined, sandbox);
    press(control('delete'));
    expect(words()).toContain(english(text));
  });

  test('it is named and described, and "Leave it" has the focus', () => {
    on = guardOn();
    press(control('delete'));
    const within = question()?.getRootNode() as ShadowRoot;
    for (const attribute of ['aria-labelledby', 'aria-describedby']) {
      expect(within.getElementById(question()?.getAttribute(attribute) ?? '')?.textContent).toBeTruthy();
    }
    expect(focused()).toBe('Leave it');
  });

  test('a double click asks once and reaches Alma not at all', () => {
    on = guardOn();
    press(control('delete'), { times: 2 });
    expect(question()).not.toBeNull();
    expect(on.received).toEqual([]);
  });

  test('the second half of a double click does not answer the question it lands on', () => {
    on = guardOn();
    press(control('delete'), { at: { x: 50, y: 50 } });
    choose('continue', { x: 51, y: 50 });
    expect(question()).not.toBeNull();
  });

  test('a click made by a script is held as well', () => {
    on = guardOn();
    control('delete').click();
    expect(on.received).toEqual([]);
    expect(question()).not.toBeNull();
  });

  test('a press that ends beside the control, a drag of the toggle, is held too', () => {
    on = guardOn();
    on.setting.policy = policyWith({ deactivate: 'hold' });
    control('toggle').dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, cancelable: true }));
    expect(on.received).toEqual([]);
    expect(question()).not.toBeNull();
  });

  test('the middle button on a link that deletes is held: no click would tell of it', () => {
    on = guardOn();
    const link = Object.assign(document.createElement('a'), { href: '#gone', textContent: 'Delete user' });
    control('delete').closest('tr')?.cells[0]?.append(link);
    const events = () => {
      const middle = { bubbles: true, cancelable: true, button: 1 };
      return link.dispatchEvent(new MouseEvent('auxclick', middle));
    };
    expect(events()).toBe(false);
    expect(question()).not.toBeNull();
    choose('leave');
    link.textContent = 'Details';
    expect(events()).toBe(true);
  });

  test.each(['Enter', ' '])('the key "%s" is held, and so are its repeats and its release', (name) => {
    on = guardOn();
    const link = control('delete');
    expect(key(link, name)).toBe(false);
    expect(question()).not.toBeNull();
    const leave = question()?.querySelector('[data-choice="leave"]') as Element;
    expect(key(leave, name, { repeat: true })).toBe(false);
    expect(
      leave.dispatchEvent(new KeyboardEvent('keyup', { key: name, bubbles: true, cancelable: true, composed: true })),
    ).toBe(false);
    expect(question()).not.toBeNull();
    expect(on.received).toEqual([]);
  });

  test.each([
    ['of the record', '#pageBeanuserfirstName', true],
    ['of Alma’s own search, above the page', 'header input, #ALMA_MENU_TOP_NAV_Search_Text', false],
  ])('Enter in a field %s whose form has no button is held on a protected account: %s', (_where, field, isHeld) => {
    on = guardOn(userDetails(people.exLibrisAccount, { editable: true }));
    const target = document.querySelector<HTMLInputElement>(field);
    const form = target?.form;
    if (!target || !form) throw new Error('There is no such field.');
    const send = () => form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    // By a script alone: no control is named, and nobody pressed anything.
    send();
    expect(question()).toBeNull();
    key(target, 'Enter');
    send();
    expect(question() !== null).toBe(isHeld);
    expect(on.received.filter((type) => type === 'submit')).toHaveLength(isHeld ? 1 : 2);
  });

  test('a form that is submitted by the button is held', () => {
    on = guardOn(userDetails(people.namedUser, { deleteButton: true }));
    const submit = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: control('delete') });
    expect(document.forms[0]?.dispatchEvent(submit)).toBe(false);
    expect(question()).not.toBeNull();
    expect(on.received).toEqual([]);
  });

  test.each([
    ['a button', '<button>Delete</button>', 'button'],
    ['what only a script makes a control', '<span style="cursor: pointer">Delete</span>', 'span'],
  ])('%s in a part of the page that keeps its elements to itself is held', (_, markup, selector) => {
    on = guardOn(userDetails(people.namedUser, { editable: true }));
    const part = document.body.appendChild(document.createElement('section'));
    const root = part.attachShadow({ mode: 'open' });
    root.innerHTML = markup;
    press(root.querySelector(selector) as Element);
    expect(on.received).toEqual([]);
    expect(words()).toContain('Delete');
  });

  test('a toggle that changes without a press is put back', () => {
    on = guardOn(userList([people.namedUser], { columns, layout: 'new' }));
    on.setting.policy = policyWith({ deactivate: 'hold' });
    const toggle = control('toggle') as HTMLInputElement;
    toggle.checked = false;
    toggle.dispatchEvent(new Event('change', { bubbles: true }));
    expect(on.received).toEqual([]);
    expect(toggle.checked).toBe(true);
    expect(question()).not.toBeNull();
  });

  test.each([{ altKey: true }, { ctrlKey: true, altKey: true }])(
    'a hotkey for a button with a hint is held: %o',
    (modifiers) => {
      on = guardOn(userDetails(people.exLibrisAccount, { editable: true }));
      const save = control('save');
      const hint = document.createElement('span');
      hint.className = 'jsHotkeyHint';
      save.querySelector('.jsHotkeyHint')?.remove();
      save.append(hint);
      expect(key(document.body, 's', modifiers)).toBe(false);
      expect(on.received).toEqual([]);
      expect(words()).toContain('protected account');
    },
  );

  test('typing, copying and other combinations are let alone', () => {
    on = guardOn(userDetails(people.exLibrisAccount, { editable: true }));
    expect(key(document.body, 'c', { ctrlKey: true })).toBe(true);
    expect(key(document.body, 'q')).toBe(true);
    expect(key(document.body, '@', { altGraph: true })).toBe(true);
    expect(key(document.body, 'Control', { ctrlKey: true })).toBe(true);
    expect(question()).toBeNull();
    expect(on.received).toEqual(['keydown', 'keydown', 'keydown', 'keydown']);
  });

  test('before the policy has been read the shipped defaults hold', () => {
    on = guardOn();
    on.setting.policy = undefined;
    press(control('delete'));
    expect(question()).not.toBeNull();
    expect(on.onNeed).toHaveBeenCalled();
  });
});

describe('above the list', () => {
  const pressDelete = () => {
    const button = document.createElement('button');
    button.id = 'PAGE_BUTTONS_cbuttondelete';
    document.getElementById('breadcrumbs')?.append(button);
    press(button);
  };

  test('a Delete is asked about, with the users ticked in mind and none that was opened', () => {
    on = guardOn();
    pressDelete();
    expect(on.received).toEqual([]);
    expect(words()).toContain('the users that you ticked');
    expect(words()).not.toContain('the record that you opened');
  });
});

describe('purge', () => {
  test('a run started from the menu of an earlier one is held, and continuing covers its confirm dialog', () => {
    on = guardOn(managementPage('purge-users'));
    const run = document.createElement('a');
    run.id = 'ROW_ACTION_jobList_0_c.ui.table.btn.run';
    const confirm = document.createElement('button');
    confirm.id = 'PAGE_BUTTONS_cbuttonconfirmationconfirm';
    document.querySelector('tbody td')?.append(run, confirm);
    press(run);
    expect(on.received).toEqual([]);
    expect(words()).toContain('cannot be stopped');
    choose('continue');
    on.clock.now += 2000;
    press(run);
    press(confirm);
    expect(on.received.filter((type) => type === 'click')).toHaveLength(2);
    on.clock.now += 60_000;
    press(confirm);
    expect(words()).toContain('cannot be stopped');
  });
});

describe('the host comes first', () => {
  test('pages and controls that are none of ours get every event', () => {
    on = guardOn();
    press(control('menu'), { times: 2 });
    expect(on.received.filter((type) => type === 'click')).toHaveLength(2);
    expect(elements()).toBe(0);
  });

  test('if we fail, the press goes through, and the console says so without a value', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    on = guardOn();
    Object.defineProperty(on.setting, 'policy', {
      get: () => {
        throw new TypeError(`secret ${people.namedUser.id}`);
      },
    });
    press(control('delete'));
    expect(on.received).toContain('click');
    const said = error.mock.calls.flat().join(' ');
    expect(said).toContain('TypeError');
    expect(said).not.toContain('secret');
    expect(elements()).toBe(0);
  });

  test('if the question cannot be shown, the press goes through', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    on = guardOn();
    vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(() => {
      throw new DOMException('refused');
    });
    control('delete').click();
    expect(on.received).toContain('click');
    expect(elements()).toBe(0);
  });

  test('while a question is open Alma hears nothing', () => {
    on = guardOn();
    press(control('delete'));
    press(control('menu', 1));
    key(document.body, 's', { altKey: true });
    expect(on.received).toEqual([]);
    expect(question()).not.toBeNull();
  });

  test('a panel on the page shares its element with the question, and stays', () => {
    on = guardOn();
    on.host.part('panel').textContent = 'panel';
    document.body.prepend(on.host.host);
    press(control('delete'));
    expect(elements()).toBe(1);
    choose('leave');
    expect(elements()).toBe(1);
    expect(on.host.part('panel').textContent).toBe('panel');
  });

  test('when the page is left, the question goes with it', () => {
    on = guardOn();
    press(control('delete'));
    document.body.id = 'body_id_xml_file_other.xml';
    on.guard.screenChanged();
    expect(elements()).toBe(0);
  });

  test('when its life ends, nothing is held any more and nothing is left', () => {
    on = guardOn(userList([people.namedUser], { columns }));
    const { life } = on;
    press(control('delete'));
    life.abort();
    expect(elements()).toBe(0);
    const arrived = vi.fn();
    document.addEventListener('click', arrived, { once: true });
    press(control('delete'));
    expect(arrived).toHaveBeenCalledOnce();
  });
});
