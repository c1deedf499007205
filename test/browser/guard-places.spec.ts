import { userDetails } from '../alma/description.ts';
import { exLibrisAccount, namedUser } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked, done } from './guard-screen.ts';
import { words } from './words.ts';

/** Controls that stand in no bar, draw no button or keep their elements to themselves. Each counts what has reached it. */
const places: Readonly<Record<string, () => HTMLElement>> = {
  'a Save in a bar of an unknown class': () => {
    const bar = document.createElement('div');
    bar.innerHTML = '<button type="button">Save</button>';
    document.body.append(bar);
    return bar.firstElementChild as HTMLElement;
  },
  'a text that only a script makes a control': () => {
    const text = document.createElement('span');
    Object.assign(text, { textContent: 'Delete' });
    text.style.cursor = 'pointer';
    document.body.append(text);
    return text;
  },
  'a button with an icon, in a part of the page with a tree of its own': () => {
    const part = document.createElement('div');
    document.body.append(part);
    const root = part.attachShadow({ mode: 'open' });
    root.innerHTML = '<button type="button"><i class="icon">delete_forever</i> Delete user</button>';
    return root.firstElementChild as HTMLElement;
  },
  'a label that stands for a button without words': () => {
    const part = document.createElement('div');
    part.innerHTML = '<input type="button" id="go1" value="&gt;"><label for="go1">Delete user</label>';
    document.body.append(part);
    return part.lastElementChild as HTMLElement;
  },
  'an element of a page’s own making with a button in it': () => {
    const part = document.createElement('ex-action');
    document.body.append(part);
    part.attachShadow({ mode: 'open' }).innerHTML = '<button type="button"><img alt="Deactivate user"></button>';
    return part.shadowRoot?.firstElementChild as HTMLElement;
  },
};

for (const [name, draw] of Object.entries(places)) {
  test(`${name} is asked about on a protected account, and it is said that its words alone told: by mouse, by a script and by keyboard`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true }));
    await tab.guidance();
    const at = await tab.evaluate<{ x: number; y: number }>(`(() => {
      const control = (${draw.toString()})();
      const page = window;
      page.reached = [];
      page.control = control;
      for (const type of ['pointerdown', 'mousedown', 'click', 'keydown'])
        control.addEventListener(type, () => page.reached.push(type));
      Object.assign(control.style, { display: 'inline-block', position: 'fixed', left: '300px', top: '300px', minWidth: '60px', minHeight: '20px', zIndex: 99999 });
      const { left, top, width, height } = control.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    })()`);
    const ways = [
      () => tab.tab.click(at),
      () => tab.evaluate('void window.control.click()'),
      async () => {
        await tab.evaluate('void window.control.focus()');
        await tab.press('Enter');
      },
    ];
    // What has no place in the order of Tab cannot be used by keyboard.
    const isFocusable = await tab.evaluate<boolean>('window.control.tabIndex >= 0');
    for (const use of isFocusable ? ways : ways.slice(0, 2)) {
      await use();
      expect((await asked(tab)).words).toContain(words('guard_by_label'));
      await tab.press('Escape');
      await answered(tab);
    }
    expect(await tab.evaluate<string[]>('window.reached')).toEqual([]);
  });
}

test('Enter in the one field of a form without a button sends it on an ordinary record, and is asked about on a protected account', async ({
  desk,
}) => {
  for (const [person, isAsked] of [
    [namedUser, false],
    [exLibrisAccount, true],
  ] as const) {
    const tab = await desk.openAlma(userDetails(person, { editable: true }));
    await tab.guidance();
    await tab.run(() => {
      const form = document.createElement('form');
      form.innerHTML = '<input type="text" id="pageBeanuserjobTitle">';
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        form.dataset.sent = '';
      });
      document.body.append(form);
      form.querySelector('input')?.focus();
    });
    await tab.press('Enter');
    if (isAsked) await asked(tab);
    else await tab.until('it was sent', async () => (await tab.count('form[data-sent]')) === 1);
    expect(await tab.count('form[data-sent]')).toBe(isAsked ? 0 : 1);
  }
});

test('of a control that is known by its id nobody says that its words alone told', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true }));
  await tab.guidance();
  await tab.click('[data-does="save"]');
  expect((await asked(tab)).words).not.toContain(words('guard_by_label'));
});

/** With Ctrl, browsers keep these for themselves; with Alt they were seen on Alma's pages. */
const letters = ['n', 'l', 'r', 'x', 'c', 'a'] as const;

/** Where a button tells its hotkey, without the class that Alma's hints have. */
const hints = [
  ['data-hint-title', ''],
  ['data-original-title', 'Alt + '],
] as const;

/** Gives Save this hotkey, told in this one place, and has the page press it by that, as Alma's script does. Notes which letters the page heard. */
function giveHotkey(attribute: string, before: string, letter: string): void {
  const page = window as unknown as { heard?: string[]; hotkey?: string };
  const save = document.querySelector<HTMLElement>('[data-does="save"]');
  if (!save) throw new Error('There is no Save.');
  save.classList.remove('jsHotkeyHint');
  for (const name of ['data-hint-title', 'data-original-title', 'data-hotkey']) save.removeAttribute(name);
  save.setAttribute(attribute, `${before}${letter.toUpperCase()}`);
  page.hotkey = letter;
  if (page.heard) return;
  const heard: string[] = [];
  page.heard = heard;
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.key !== page.hotkey) return;
    event.preventDefault();
    heard.push(event.key);
    document.querySelector<HTMLElement>('[data-does="save"]')?.click();
  });
}

for (const [attribute, before] of hints) {
  test(`Alt and a letter that browsers keep for Ctrl, told by ${attribute} without a class: it saves an ordinary record, and is asked about on a protected account`, async ({
    desk,
  }) => {
    const ordinary = await desk.openAlma(userDetails(namedUser, { editable: true }));
    await ordinary.guidance();
    for (const [at, letter] of letters.entries()) {
      await ordinary.run(giveHotkey, attribute, before, letter);
      await ordinary.press(`Alt+${letter}`);
      await expect.poll(() => ordinary.evaluate('window.heard')).toEqual(letters.slice(0, at + 1));
    }
    await expect.poll(() => done(ordinary)).toEqual(letters.map(() => 'save'));
    const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true }));
    await tab.guidance();
    for (const letter of letters) {
      await tab.run(giveHotkey, attribute, before, letter);
      await tab.press(`Alt+${letter}`);
      await asked(tab);
      await tab.press('Escape');
      await answered(tab);
    }
    expect(await tab.evaluate('window.heard')).toEqual([]);
    expect(await done(tab)).toEqual([]);
  });
}
