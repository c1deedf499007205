import { userDetails } from '../alma/description.ts';
import { externalStaff, ordinaryPatron } from '../alma/people.ts';
import { role } from '../alma/roles.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { words } from './words.ts';

const german = { language: 'de', dateFormat: 'dotted' } as const;
/** Two people with one role, under a name that no source has. */
const first = userDetails({ ...ordinaryPatron, roles: [role('Lesesaalgast')] }, german);
const second = userDetails({ ...externalStaff, roles: [role('Lesesaalgast')] }, german);

const asks = (tab: AlmaTab) =>
  tab.until('it asks what the role is', async () => (await tab.count('.ask select')) === 1);

/** Alma's own document, without our marks, and what its server was sent. */
const whatAlmaHas = (tab: AlmaTab): Promise<string> =>
  tab.evaluate(`(() => {
    const copy = document.documentElement.cloneNode(true);
    for (const mark of copy.querySelectorAll('alma-user-guard-mark')) mark.remove();
    return copy.outerHTML + window.__alma.received.length;
  })()`);

/** What has the focus, however deep it stands in our own element. */
const focus = (tab: AlmaTab): Promise<string> =>
  tab.run(() => {
    const inside = document.querySelector('alma-user-guard')?.shadowRoot?.activeElement;
    return `${inside?.localName ?? ''}.${inside?.className ?? ''}`;
  });

test('a role whose name nobody knows is named on the spot, by keyboard, and is known at once on this and on the next record', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(first);
  await alma.guidance('nobody can tell', ({ answer, unread }) => answer === 'cannot-tell' && unread.includes('roles'));
  await asks(alma);
  const before = await whatAlmaHas(alma);
  await alma.run(() =>
    document.querySelector('alma-user-guard')?.shadowRoot?.querySelector<HTMLElement>('.ask select')?.focus(),
  );
  await alma.until('Patron is chosen', async () => {
    await alma.type('Patron');
    return alma.run(() => {
      const select = document
        .querySelector('alma-user-guard')
        ?.shadowRoot?.querySelector<HTMLSelectElement>('.ask select');
      return select?.selectedOptions[0]?.text.startsWith('Patron') === true;
    });
  });
  // The button that keeps it can be reached only then.
  await alma.until('it can be kept', async () => (await alma.count('.ask button:enabled')) > 0);
  await alma.press('Tab', 'Enter');
  await alma.guidance('the patron does not count', ({ answer }) => answer === 'does-not-count');
  await alma.until('what came of it has the focus', async () => (await focus(alma)) === 'p.told');
  expect((await alma.texts('.told'))[0]).toContain('Lesesaalgast');
  expect(await whatAlmaHas(alma)).toEqual(before);
  await alma.showInPlace(second);
  await alma.guidance('the next one does not count either', ({ answer }) => answer === 'does-not-count');
  await alma.until('nothing is asked or told any more', async () => (await alma.count('.ask, .told')) === 0);
  const options = await desk.openExtension('options');
  await options.until('the name is in the options', async () =>
    (await options.texts('#roles strong')).includes('Lesesaalgast'),
  );
});

test('the page check in the popup asks, too, and the open record hears of it', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(first);
  await alma.guidance('nobody can tell', ({ answer }) => answer === 'cannot-tell');
  const popup = await desk.openExtension('popup');
  await popup.click('summary', words('role_question_title', { count: 1 }));
  await popup.run(() => {
    const select = document.querySelector<HTMLSelectElement>('.role-questions select');
    if (!select) throw new Error('Nothing asks what the role is.');
    select.value = 'is:Patron';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await popup.click('.role-questions button', words('role_question_apply', { count: 1 }));
  await popup.until('it says that the name is kept', async () =>
    (await popup.texts('.role-questions [role="status"]')).includes(words('role_question_done', { count: 1 })),
  );
  await alma.guidance('the patron does not count', ({ answer }) => answer === 'does-not-count');
});
