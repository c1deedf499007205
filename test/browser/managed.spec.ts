import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from './desk.ts';
import { buildFor, expect, test } from './fixtures.ts';
import type { LaunchOptions } from './tab.ts';
import { words } from './words.ts';

/** What an administrator sets in this test: a base policy and one choice. */
const decided = { base: 'carli', genericAccounts: 'allow' };

/** Where Chromium looks for policies of the whole machine; only root may write there. */
const machinePolicies = '/etc/chromium/policies/managed';
const mayWriteMachinePolicies = process.platform === 'linux' && process.getuid?.() === 0;

/** The id that Chromium gives to an unpacked extension: made of its folder's path. */
function chromiumId(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** Chromium's machine-wide policy, for a copy of the build whose id nothing else has. Gives the launch options and what undoes it. */
function setForMachine(): { options: Partial<LaunchOptions>; undo: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-managed-'));
  cpSync(buildFor('chromium'), folder, { recursive: true });
  const file = join(machinePolicies, `alma-user-guard-test-${process.pid}.json`);
  mkdirSync(machinePolicies, { recursive: true });
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [chromiumId(folder)]: decided } } }));
  return {
    options: { extension: folder },
    undo: () => {
      rmSync(file, { force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function seesWhatWasDecided(desk: Desk): Promise<void> {
  const popup = await desk.openExtension('popup');
  await popup.until(
    'the popup names the administrator',
    async () => (await popup.count('[data-origin="managed"]')) === 1,
  );
  const options = await desk.openExtension('options');
  await options.until('the settings are shown', async () => (await options.count('#settings')) > 0);
  const locked = await options.run(() => {
    const base = [...document.querySelectorAll('select')].find((select) => select.value === 'carli');
    return { disabled: base?.disabled, reason: base?.closest('.field')?.querySelector('.locked')?.textContent };
  });
  expect(locked).toEqual({ disabled: true, reason: words('options_locked') });
}

test("an administrator's policy is in force, locked, and named as the administrator's", async ({ ownDesk, family }) => {
  test.skip(
    family === 'chromium' && !mayWriteMachinePolicies,
    'Chromium reads such a policy from a folder that only root may write to; Firefox shows the same here.',
  );
  if (family === 'firefox') {
    await seesWhatWasDecided(await ownDesk({ managed: decided }));
    return;
  }
  const { options, undo } = setForMachine();
  try {
    await seesWhatWasDecided(await ownDesk(options));
  } finally {
    undo();
  }
});
