import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userDetails } from '../alma/description.ts';
import { exLibrisAccount } from '../alma/people.ts';
import { buildFor, expect, test } from './fixtures.ts';
import { openOptions } from './options-screen.ts';
import { words } from './words.ts';

const channel = 'test-of-late-settings';

/** Runs in the background before anything of ours: a part of the storage answers only when a page of the extension says so. */
const holding = (area: string) => `
  const area = (globalThis.browser ?? chrome).storage.${area};
  const get = area.get.bind(area);
  const held = new Promise((come) => { new BroadcastChannel('${channel}').onmessage = come; });
  area.get = (...asked) => held.then(() => get(...asked));
`;

/** A copy of the build whose background waits for its storage. */
function buildThatWaits(family: 'chromium' | 'firefox', area: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-late-'));
  cpSync(buildFor(family), folder, { recursive: true });
  const loader = join(folder, 'service-worker-loader.js');
  writeFileSync(join(folder, 'holding.js'), holding(area));
  writeFileSync(loader, `import './holding.js';\n${readFileSync(loader, 'utf8')}`);
  return folder;
}

for (const area of ['managed', 'local'] as const) {
  test(`settings that do not come (${area}): guidance and guard go by the shipped policy at once, say so, and follow when they come`, async ({
    ownDesk,
    family,
  }) => {
    const extension = buildThatWaits(family, area);
    const desk = await ownDesk({ extension });
    const alma = await desk.openAlma(userDetails(exLibrisAccount));
    const { findings } = await alma.guidance();
    expect(findings.map(({ rule }) => rule)).toContain('ex-libris-account');
    const awaited = words('guidance_policy_awaited').split('{policy}')[0] ?? '';
    expect((await alma.texts('section.panel'))[0]).toContain(awaited.trim());
    await alma.click('[data-does="save"]');
    await alma.until('the guard asks', async () => (await alma.count('[role="alertdialog"]')) === 1);
    await alma.press('Escape');
    const options = await openOptions(desk);
    await alma.show();
    await alma.until('what came is in force', async () => {
      // Said again and again: a background that the browser has ended meanwhile, and begun anew, has not heard it.
      await options.run((name) => new BroadcastChannel(name).postMessage('come'), channel);
      return !(await alma.texts('section.panel'))[0]?.includes(awaited.trim());
    });
    rmSync(extension, { recursive: true, force: true });
  });
}
