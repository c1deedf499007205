import { userDetails } from '../alma/description.ts';
import { exLibrisAccount } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked } from './guard-screen.ts';

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
  'an element of a page’s own making with a button in it': () => {
    const part = document.createElement('ex-action');
    document.body.append(part);
    part.attachShadow({ mode: 'open' }).innerHTML = '<button type="button"><img alt="Deactivate user"></button>';
    return part.shadowRoot?.firstElementChild as HTMLElement;
  },
};

for (const [name, draw] of Object.entries(places)) {
  test(`${name} is asked about on a protected account: by mouse, by a script and by keyboard`, async ({ desk }) => {
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
      await asked(tab);
      await tab.press('Escape');
      await answered(tab);
    }
    expect(await tab.evaluate<string[]>('window.reached')).toEqual([]);
  });
}
