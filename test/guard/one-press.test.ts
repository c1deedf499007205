// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { userDetails, userList } from '../alma/description.ts';
import * as people from '../alma/people.ts';
import { english } from '../guidance/english.ts';
import { choose, columns, control, guardOn, key, notice, policyWith, press, question } from './on-the-list.ts';

let on: ReturnType<typeof guardOn>;
afterEach(() => on.life.abort());

const clicked = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

/** Puts a toggle of the platform's own kind into the first cell: the visible part flips a class, then clicks the hidden button. */
function platformToggle(): { visible: HTMLElement; posted: () => number } {
  clicked('tbody tr td').innerHTML =
    '<div class="checkContainer"><div class="toggleCheck" tabindex="0"></div>' +
    '<input type="submit" class="submitableIcons" alt="/images/icon_active.png"></div>';
  const visible = clicked('.toggleCheck');
  const hidden = clicked('.submitableIcons');
  let posts = 0;
  const use = () => {
    visible.parentElement?.classList.toggle('inactive');
    hidden.click();
  };
  visible.addEventListener('click', use);
  visible.addEventListener('keydown', (event) => event.key === 'Enter' && use());
  hidden.addEventListener('click', () => {
    posts += 1;
  });
  return { visible, posted: () => posts };
}

const holding = policyWith({ deactivate: 'hold' });

describe('the platform’s toggle', () => {
  test.each([
    ['mouse', (visible: HTMLElement) => void press(visible)],
    ['Enter', (visible: HTMLElement) => void key(visible, 'Enter')],
  ])('is held before the class flips, and once let through asks no more: %s', (_, use) => {
    on = guardOn(userList([people.exLibrisAccount], { columns }));
    const { visible, posted } = platformToggle();
    use(visible);
    expect(question()).not.toBeNull();
    expect(clicked('.checkContainer').className).toBe('checkContainer');
    expect(posted()).toBe(0);
    choose('continue');
    on.clock.now += 2000;
    use(visible);
    expect(question()).toBeNull();
    expect(posted()).toBe(1);
    expect(clicked('.checkContainer').className).toContain('inactive');
  });

  test.each([{}, { ctrlKey: true }, { altKey: true }, { shiftKey: true }, { metaKey: true }])(
    'is held by Enter with any other key: %o',
    (held) => {
      on = guardOn(userList([people.exLibrisAccount], { columns }));
      const { visible, posted } = platformToggle();
      expect(key(visible, 'Enter', held)).toBe(false);
      expect(posted()).toBe(0);
      expect(question()).not.toBeNull();
    },
  );

  test('its hidden button alone, clicked by a script, is held', () => {
    on = guardOn(userList([people.exLibrisAccount], { columns }));
    const { posted } = platformToggle();
    clicked('.submitableIcons').click();
    expect(posted()).toBe(0);
    expect(question()).not.toBeNull();
  });

  test('the hidden button is a part of one press only, and not for long', () => {
    on = guardOn(userList([people.namedUser], { columns }));
    on.setting.policy = policyWith({ deactivate: 'tell' });
    const { visible, posted } = platformToggle();
    press(visible);
    expect(posted()).toBe(1);
    expect(notice()).not.toBeNull();
    clicked('.checkContainer').classList.remove('inactive');
    on.setting.policy = holding;
    clicked('.submitableIcons').click();
    expect(posted()).toBe(1);
    expect(question()).not.toBeNull();
  });
});

test('a menu’s link and its hidden button are two clicks and one question', () => {
  on = guardOn();
  const menu = clicked('tbody tr .dropdown-menu');
  menu.innerHTML =
    '<li><a class="sel-id-LINK_cbuttondelete" role="button">Delete</a><input type="submit" value="Delete"></li>';
  const [link, hidden] = [clicked('.sel-id-LINK_cbuttondelete'), clicked('.dropdown-menu input')];
  let posts = 0;
  link.addEventListener('click', () => hidden.click());
  hidden.addEventListener('click', (event) => {
    event.preventDefault();
    posts += 1;
  });
  press(link);
  expect(posts).toBe(0);
  choose('continue');
  on.clock.now += 2000;
  press(link);
  expect(posts).toBe(1);
  expect(question()).toBeNull();
});

test('a hotkey that was let through clicks its button without another question', () => {
  on = guardOn(userDetails(people.exLibrisAccount, { editable: true }));
  const save = clicked('[data-does="save"]');
  save.setAttribute('data-hint-title', 'N');
  save.classList.remove('jsHotkeyHint');
  let saved = 0;
  save.addEventListener('click', (event) => {
    event.preventDefault();
    saved += 1;
  });
  document.addEventListener('keydown', ({ altKey }) => altKey && save.click(), { signal: on.life.signal });
  key(document.body, 'n', { altKey: true });
  expect(question()).not.toBeNull();
  expect(saved).toBe(0);
  choose('continue');
  on.clock.now += 2000;
  key(document.body, 'n', { altKey: true });
  expect(saved).toBe(1);
  expect(question()).toBeNull();
});

test('what is recognised by its label alone is said to be', () => {
  on = guardOn();
  document.body.insertAdjacentHTML('beforeend', '<div class="pane"><a href="#" id="entry">Delete</a></div>');
  press(clicked('#entry'));
  expect(question()?.textContent).toContain(english('guard_by_label'));
  choose('leave');
  press(control('delete'));
  expect(question()?.textContent).not.toContain(english('guard_by_label'));
});

test('a form that a script submits by a button is told about, too', () => {
  on = guardOn(userList([people.namedUser], { columns, controls: 'platform' }));
  const submitter = clicked('.submitableIcons');
  document.forms[0]?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }));
  expect(notice()).not.toBeNull();
  expect(on.received).toContain('submit');
});

test('a label and its box are one press, and the next press is another', () => {
  on = guardOn(userList([people.namedUser], { columns, layout: 'new' }));
  const box = clicked('[data-does="toggle"]') as HTMLInputElement;
  const label = box.closest('label') as HTMLElement;
  label.querySelector<HTMLElement>('.slider')?.click();
  expect(notice()).not.toBeNull();
  choose('leave');
  box.checked = true;
  box.click();
  expect(notice()).not.toBeNull();
});

test('a script’s own click of a button in a menu is a press of its own, not a part of the one before', () => {
  on = guardOn(userDetails(people.namedUser, { tab: 'notes', skeleton: { entities: 'absent' } }));
  document.body.insertAdjacentHTML(
    'beforeend',
    '<ul><li><button id="PAGE_BUTTONS_cbuttonupdate">Go on</button></li></ul>',
  );
  const button = clicked('#PAGE_BUTTONS_cbuttonupdate');
  press(button);
  expect(notice()).not.toBeNull();
  choose('leave');
  button.click();
  expect(notice()).not.toBeNull();
});
