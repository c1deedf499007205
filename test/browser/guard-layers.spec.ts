import { userDetails } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { answered, asked, letMeContinue, received } from './guard-screen.ts';

const deleteButton = '[data-does="delete"]';

/** What lies where the middle of our button is drawn. */
const atButton = (tab: AlmaTab) =>
  tab.run((selector) => {
    const button = document.querySelector('alma-user-guard')?.shadowRoot?.querySelector(selector);
    const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.localName;
  }, letMeContinue);

/** Ways in which the page puts something of its own over our question, or takes it out of use. */
const covers: Readonly<Record<string, () => void>> = {
  'a modal dialog': () => {
    const own = document.createElement('dialog');
    own.className = 'own';
    own.innerHTML = '<button type="button">Own</button>';
    document.body.append(own);
    own.showModal();
  },
  'a modal dialog in a shadow root': () => {
    const holder = document.createElement('div');
    document.body.append(holder);
    const own = document.createElement('dialog');
    holder.attachShadow({ mode: 'closed' }).append(own);
    own.append('Own');
    own.showModal();
  },
  'a modal dialog within another one': () => {
    const [outer, inner] = [document.createElement('dialog'), document.createElement('dialog')];
    inner.append('Own');
    outer.append(inner);
    document.body.append(outer);
    outer.showModal();
    inner.showModal();
  },
  'a popover that stays': () => {
    const own = document.createElement('div');
    own.popover = 'manual';
    own.style.cssText = 'width: 100vw; height: 100vh; margin: 0';
    document.body.append(own);
    own.showPopover();
  },
  'nothing at all: the place that it stands in is not drawn any more': () => {
    const place = document.querySelector('alma-user-guard')?.parentElement;
    if (place) place.style.display = 'none';
  },
  'an inert body': () => {
    document.querySelector('form')?.toggleAttribute('inert', true);
    for (const child of document.body.children) child.toggleAttribute('inert', true);
  },
  'an inert place of ours': () => document.querySelector('alma-user-guard')?.toggleAttribute('inert', true),
  'an inert question': () => {
    const dialog = document.querySelector('alma-user-guard')?.shadowRoot?.querySelector('dialog');
    dialog?.toggleAttribute('inert', true);
  },
};

for (const [name, cover] of Object.entries(covers)) {
  test(`under ${name} of the page’s the question comes out on top, and can be answered by mouse and by keyboard`, async ({
    desk,
  }) => {
    const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
    await tab.guidance();
    await tab.click(deleteButton);
    await asked(tab);
    await tab.run(cover);
    await tab.until('the question is on top', async () => (await atButton(tab)) === 'alma-user-guard');
    await tab.press('Escape');
    await answered(tab);
    expect(await received(tab)).toEqual([]);
  });

  test(`the same by mouse: ${name}`, async ({ desk }) => {
    const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
    await tab.guidance();
    await tab.click(deleteButton);
    await asked(tab);
    await tab.run(cover);
    await tab.until('the question is on top', async () => (await atButton(tab)) === 'alma-user-guard');
    await tab.click('[data-choice="leave"]');
    await answered(tab);
    expect(await received(tab)).toEqual([]);
  });
}

test('a page that opens its own dialog again and again is not fought: the question is withdrawn, and nothing was let through', async ({
  desk,
}) => {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  await tab.click(deleteButton);
  await asked(tab);
  await tab.run(() => {
    const own = document.createElement('dialog');
    document.body.append(own);
    own.showModal();
    setInterval(() => {
      own.close();
      own.showModal();
    }, 40);
  });
  await answered(tab);
  expect(await received(tab)).toEqual([]);
});

test('a question that the page draws nowhere is withdrawn: the page can be used, and nothing was let through', async ({
  desk,
}) => {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  await tab.click(deleteButton);
  await asked(tab);
  await tab.run(() => {
    document.body.style.display = 'none';
  });
  await answered(tab);
  await tab.run(() => {
    document.body.style.display = '';
  });
  expect(await received(tab)).toEqual([]);
  await tab.click(deleteButton);
  await asked(tab);
});

test('asked in a place that is not drawn, the question stands in sight, and the box is back in its place afterwards', async ({
  desk,
}) => {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  const place = () => tab.run(() => document.querySelector('alma-user-guard')?.parentElement?.localName);
  const before = await place();
  await tab.run(() => {
    const place = document.querySelector('alma-user-guard')?.parentElement;
    if (!place) return;
    place.style.display = 'none';
    const button = document.querySelector<HTMLElement>('[data-does="delete"]');
    // Alma's button may stand in the same place: it is used all the same, as by a hotkey.
    button?.click();
  });
  await tab.until('the question is on top', async () => (await atButton(tab)) === 'alma-user-guard');
  await tab.click('[data-choice="leave"]');
  await answered(tab);
  await tab.until('the box is back', async () => (await place()) === before && before !== 'body');
  expect(await received(tab)).toEqual([]);
});

test('hidden from screen readers by the page, our place is shown to them again', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(namedUser, { deleteButton: true }));
  await tab.guidance();
  await tab.click(deleteButton);
  await asked(tab);
  await tab.run(() => document.querySelector('alma-user-guard')?.setAttribute('aria-hidden', 'true'));
  await tab.until('it is shown again', () =>
    tab.run(() => document.querySelector('alma-user-guard')?.hasAttribute('aria-hidden') === false),
  );
  await tab.press('Escape');
  await answered(tab);
});

test('a notice comes out on top of a modal dialog of the page’s, and its button works there', async ({ desk }) => {
  const tab = await desk.openAlma('list-with-id');
  await tab.until('the rows are marked', async () => (await tab.count('alma-user-guard-mark')) > 0);
  await tab.click('tr[data-row="0"] .toggleCheck');
  const notices = () => tab.count('[role="status"][popover]');
  await tab.until('the notice shows', async () => (await notices()) === 1);
  await tab.run(() => {
    const own = document.createElement('dialog');
    own.style.cssText = 'width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0';
    own.append('Own');
    document.body.append(own);
    own.addEventListener('click', () => own.setAttribute('data-pressed', ''));
    own.showModal();
  });
  const at = await tab.run(() => {
    const button = document.querySelector('alma-user-guard')?.shadowRoot?.querySelector('[data-choice="leave"]');
    const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await tab.tab.click(at);
  await tab.until('the notice goes', async () => (await notices()) === 0);
  expect(await tab.run(() => document.querySelector('dialog')?.hasAttribute('data-pressed'))).toBe(false);
});
