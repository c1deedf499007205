import { userDetails } from '../alma/description.ts';
import { exLibrisAccount } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { words } from './words.ts';

for (const area of ['managed', 'local'] as const) {
  test(`settings that do not come (${area}): guidance and guard go by the shipped policy at once, say so, and follow when they come`, async ({
    ownDesk,
    family,
  }) => {
    test.skip(family === 'firefox', 'The protocol does not reach the background of an extension in Firefox.');
    const desk = await ownDesk();
    const background = (expression: string) => desk.browser.inBackground?.(expression);
    await background(`(() => {
      const area = chrome.storage.${area};
      const get = area.get.bind(area);
      const held = new Promise((come) => { globalThis.come = come; });
      area.get = (...asked) => held.then(() => get(...asked));
    })()`);
    const alma = await desk.openAlma(userDetails(exLibrisAccount));
    const { findings } = await alma.guidance();
    expect(findings.map(({ rule }) => rule)).toContain('ex-libris-account');
    const awaited = words('guidance_policy_awaited').split('{policy}')[0] ?? '';
    expect((await alma.texts('.panel'))[0]).toContain(awaited.trim());
    await alma.click('[data-does="save"]');
    await alma.until('the guard asks', async () => (await alma.count('[role="alertdialog"]')) === 1);
    await alma.press('Escape');
    await background('come()');
    await alma.until('what came is in force', async () => !(await alma.texts('.panel'))[0]?.includes(awaited.trim()));
  });
}
