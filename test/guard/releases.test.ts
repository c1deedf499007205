// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { userDetails, userList } from '../alma/description.ts';
import * as people from '../alma/people.ts';
import { english } from '../guidance/english.ts';
import { choose, columns, control, guardOn, policyWith, press, question, watchedGuardOn } from './on-the-list.ts';

let on: ReturnType<typeof guardOn> | ReturnType<typeof watchedGuardOn>;
afterEach(() => on.life.abort());

const { namedUser, ordinaryPatron, exLibrisAccount } = people;

/** Presses Alma's control; `true` when the guard asks, and then the question is answered. */
function asks(target: Element, answer: 'leave' | 'continue' = 'leave'): boolean {
  on.clock.now += 2000;
  press(target);
  const isAsked = question() !== null;
  if (isAsked) choose(answer);
  on.clock.now += 2000;
  return isAsked;
}

describe('a release where nobody knows whose record it is', () => {
  const unnamed = { ids: 'bare', deleteButton: true, skeleton: { entities: 'absent' } } as const;
  const unread = userDetails(namedUser, unnamed);

  test('is good for one press, and that is what the question says', () => {
    on = watchedGuardOn(unread);
    press(control('delete'));
    expect(question()?.textContent).toContain(english('guard_continue_note_once'));
    expect(question()?.textContent).not.toContain(english('guard_continue_note'));
    choose('leave');
    expect(asks(control('delete'), 'continue')).toBe(true);
    expect(asks(control('delete'))).toBe(false);
    expect(asks(control('delete'))).toBe(true);
  });

  test('goes with the page that it was given on', () => {
    const watched = watchedGuardOn(unread);
    on = watched;
    expect(asks(control('delete'), 'continue')).toBe(true);
    watched.draw(userDetails(exLibrisAccount, unnamed));
    expect(asks(control('delete'))).toBe(true);
  });

  test('covers what Alma asks back about that press, once', () => {
    on = watchedGuardOn(unread);
    asks(control('delete'), 'continue');
    expect(asks(control('delete'))).toBe(false);
    const dialog = document.createElement('div');
    dialog.className = 'modal';
    const yes = document.createElement('button');
    yes.id = 'PAGE_BUTTONS_cbuttonconfirmationconfirm';
    dialog.append('Delete this user?', yes);
    document.body.append(dialog);
    expect(asks(yes)).toBe(false);
    expect(asks(yes)).toBe(true);
  });
});

test('a release for a record lasts for its minute, as the question says, and not into another screen', () => {
  const watched = watchedGuardOn(userDetails(namedUser, { deleteButton: true }));
  on = watched;
  press(control('delete'));
  expect(question()?.textContent).toContain(english('guard_continue_note'));
  choose('leave');
  asks(control('delete'), 'continue');
  expect(asks(control('delete'))).toBe(false);
  expect(asks(control('delete'))).toBe(false);
  watched.draw(userDetails(ordinaryPatron, { deleteButton: true }));
  expect(asks(control('delete'))).toBe(true);
  watched.draw(userDetails(namedUser, { deleteButton: true }));
  expect(asks(control('delete'))).toBe(true);
});

test('a release for a record does not hold for another identifier that a script has put into its form since', () => {
  on = watchedGuardOn(userDetails(exLibrisAccount, { editable: true }));
  expect(asks(control('save'), 'continue')).toBe(true);
  expect(asks(control('save'))).toBe(false);
  const field = document.querySelector<HTMLInputElement>('input[id="pageBeanuserprimaryIdentifier"]');
  if (!field) throw new Error('The form has no identifier.');
  field.value = 'somebody.else';
  expect(asks(control('save'))).toBe(true);
});

describe('a release for those who are ticked', () => {
  function list() {
    on = watchedGuardOn(userList([namedUser, ordinaryPatron, exLibrisAccount], { columns }));
    const boxes = [...document.querySelectorAll('tbody tr')].map((row) => {
      const box = document.createElement('input');
      Object.assign(box, { type: 'checkbox', name: 'pageBean.selectedResultsList.values' });
      row.firstElementChild?.append(box);
      return box;
    });
    const button = document.createElement('button');
    button.id = 'PAGE_BUTTONS_cbuttondelete';
    document.getElementById('breadcrumbs')?.append(button);
    return { boxes, button };
  }

  test('holds for that set and no other', () => {
    const { boxes, button } = list();
    const [first, second] = boxes;
    if (!first || !second) throw new Error('There is nothing to tick.');
    first.checked = true;
    expect(asks(button, 'continue')).toBe(true);
    expect(asks(button)).toBe(false);
    second.checked = true;
    expect(asks(button)).toBe(true);
    second.checked = false;
    expect(asks(button)).toBe(false);
  });

  test('names a protected account among them', () => {
    const { boxes, button } = list();
    on.setting.policy = policyWith({ delete: 'off' });
    if (boxes[0]) boxes[0].checked = true;
    expect(asks(button)).toBe(false);
    if (boxes[2]) boxes[2].checked = true;
    press(button);
    expect(question()?.querySelector('[data-rule="ex-libris-account"]')).not.toBeNull();
  });

  test('is good for one press where no ticked row is on screen', () => {
    const { button } = list();
    expect(asks(button, 'continue')).toBe(true);
    expect(asks(button)).toBe(false);
    expect(asks(button)).toBe(true);
  });
});

test('a script of the page’s cannot let anything through, only leave it', () => {
  on = guardOn();
  press(control('delete'));
  on.setting.isTrusted = false;
  choose('continue');
  expect(question()).not.toBeNull();
  choose('leave');
  expect(question()).toBeNull();
  on.setting.isTrusted = true;
  expect(asks(control('delete'))).toBe(true);
});
