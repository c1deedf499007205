import { userDetails } from '../alma/description.ts';
import { exLibrisAccount } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { asked, done } from './guard-screen.ts';
import { words } from './words.ts';

const idField = 'input[id^="pageBean"][id$="primaryIdentifier"]';

/** Every property that a form and its document have by their prototypes: what named controls and images could hide. */
const clobber = (what: 'forms' | 'document') => {
  const namesOf = (thing: object): string[] => {
    const names = new Set<string>();
    for (let at = Object.getPrototypeOf(thing); at && at !== Object.prototype; at = Object.getPrototypeOf(at))
      for (const name of Object.getOwnPropertyNames(at)) names.add(name);
    return [...names];
  };
  const add = (holder: Element, tag: string, name: string) => {
    const element = Document.prototype.createElement.call(document, tag);
    Element.prototype.setAttribute.call(element, 'name', name);
    // An image is found by its id where it has a name as well, an object by its id alone.
    if (tag === 'img' || tag === 'object') Element.prototype.setAttribute.call(element, 'id', name);
    Element.prototype.setAttribute.call(element, tag === 'input' ? 'type' : 'hidden', 'hidden');
    Node.prototype.appendChild.call(holder, element);
  };
  const forms = [...document.forms];
  const { body } = document;
  if (what === 'forms') for (const form of forms) for (const name of namesOf(form)) add(form, 'input', name);
  if (what === 'document')
    for (const [at, name] of namesOf(document).entries())
      add(body, ['img', 'form', 'embed', 'object', 'iframe'][at % 5] ?? 'img', name);
};

for (const what of ['forms', 'document'] as const) {
  test(`elements named like the properties of the ${what} end neither reader nor guard`, async ({ desk }) => {
    const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true }));
    await tab.guidance();
    await tab.run(clobber, what);
    await tab.run((selector) => {
      const find = Document.prototype.querySelector;
      const field = find.call(document, selector) as HTMLInputElement;
      field.value = 'other';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, idField);
    // The page's own scripts may be lost among such names; what is shown is in our shadow root.
    const shows = (selector: string) =>
      tab.run((wanted) => {
        const host = Document.prototype.querySelector.call(document, 'alma-user-guard');
        return host?.shadowRoot?.querySelector(wanted) !== null;
      }, selector);
    await tab.until('the page was read again', () => shows('[data-check="identity"]'));
    expect(await shows('[data-rule="ex-libris-account"][data-severity="stop"]')).toBe(true);
    const place = () =>
      tab.run(() => {
        const save = Document.prototype.querySelector.call(document, '[data-does="save"]') as HTMLElement;
        save.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = save.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
    let before = await place();
    const at = await tab.until('Save is at rest', async () => {
      const now = await place();
      const isAtRest = now.x === before.x && now.y === before.y;
      before = now;
      return isAtRest && now;
    });
    await tab.tab.click(at);
    await tab.until('the question is asked', () => shows('[role="alertdialog"]:modal'));
    expect(await tab.evaluate<string[]>('window.__alma.done')).toEqual([]);
  });
}

test('where reading a page fails, what was shown goes and the guard stays', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true, deleteButton: true }));
  await tab.guidance();
  // No page of Alma's was seen to do so: a document without a body is one that our reader cannot read.
  await tab.run(() => {
    const page = window as unknown as { body: HTMLElement };
    page.body = document.body;
    page.body.remove();
  });
  await tab.until('what was shown goes', () =>
    tab.run(() => {
      const { body } = window as unknown as { body: HTMLElement };
      return !body.querySelector('alma-user-guard')?.shadowRoot?.querySelector('[data-named-user]');
    }),
  );
  await tab.run(() => document.documentElement.append((window as unknown as { body: HTMLElement }).body));
  const popup = await desk.openExtension('popup');
  await popup.until('the popup says so', async () =>
    (await popup.texts('body'))[0]?.includes(words('popup_page_failed')),
  );
  await tab.show();
  await tab.click('[data-does="delete"]');
  await asked(tab);
  expect(await done(tab)).toEqual([]);
  expect((await tab.shown()).answer).toBeUndefined();
});
