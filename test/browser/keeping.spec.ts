import { userDetails } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { smallLibrary } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';
import type { ScreenTab } from './screen-tab.ts';

/** Notes in a page of the extension what the whole extension hears: changes of the storage, and how often content scripts ask for the policy. */
async function listen(page: ScreenTab): Promise<{ heard: () => Promise<{ changes: number; asked: number }> }> {
  await page.evaluate(`(() => {
    const api = globalThis.browser ?? chrome;
    globalThis.heard = { changes: 0, asked: 0 };
    api.storage.onChanged.addListener(() => { heard.changes += 1; });
    api.runtime.onMessage.addListener((message) => { if (message.almaUserGuard === 'policy-in-force') heard.asked += 1; });
  })()`);
  return { heard: () => page.evaluate('heard') };
}

test('pages of Alma hear nothing of a kept review, ask for nothing when it is saved, and for the policy when settings change', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(userDetails(namedUser));
  await alma.guidance();
  const options = await desk.openExtension('options');
  const { heard } = await listen(options);
  const screen = await ReviewScreen.open(desk);
  await screen.give([smallLibrary]);
  await screen.figures();
  await screen.tab.click('.keeping summary');
  await screen.tab.click('[data-action="keep"]');
  await screen.sees('[data-keeping="yes"]');
  const decided = ['00042', 'desk7', 'sysadmin1'];
  for (const [at, identifier] of decided.entries()) {
    await screen.decide(identifier, 'keep');
    await screen.keeps(at + 1);
  }
  expect(await heard()).toEqual({ changes: 0, asked: 0 });

  await screen.tab.evaluate(
    "(globalThis.browser ?? chrome).storage.local.set({ 'review-headings': { wer: 'identifier' } })",
  );
  await options.until('the headings are heard of', async () => (await heard()).changes === 1);
  // What the page of Alma hears of is heard by now, and it has asked for nothing.
  await desk.answers(alma);
  expect(await heard()).toEqual({ changes: 1, asked: 0 });
  await options.evaluate(
    "(globalThis.browser ?? chrome).storage.local.set({ settings: { schema: 1, choices: { base: 'carli' } } })",
  );
  // Which of the two comes first is the browser's affair; one that answers late is asked again.
  await options.until('the page of Alma asks anew', async () => {
    const { changes, asked } = await heard();
    return changes === 2 && asked > 0;
  });
});
