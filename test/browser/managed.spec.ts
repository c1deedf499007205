import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userDetails } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import type { Desk } from './desk.ts';
import { buildFor, expect, test } from './fixtures.ts';
import { openOptions, takeOver } from './options-screen.ts';
import type { LaunchOptions } from './tab.ts';
import { words } from './words.ts';

/** What an administrator sets in this test: a base policy and one choice. */
const decided = { base: 'carli', genericAccounts: 'allow' };

/** Right settings, and beside and among them mistakes that every browser hands on: all of the right type. */
const mistaken = {
  base: 'wrcl',
  name: 'Example University Libraries',
  loginWindowDays: 365,
  lastReviewCount: 12.5,
  genericAccounts: 'maybe',
  lastReview: '31.12.2025',
  protectedAccounts: [
    { match: 'exact', value: 'central-one' },
    { match: 'starts', value: 'central' },
    { match: 'prefix', value: 'central-two' },
    { match: 'exact' },
  ],
  linkedGroups: ['', 'Linked'],
  guard: { delete: 'block', deactivate: 'tell', purge: 'hold' },
  rules: { 'generic-account': 'off', invented: 'off', 'contact-record': 'loud', 'named-user': 'stop' },
};
/** Mistakes of type. Chromium drops these before the extension sees them (measured with 156); Firefox hands them on. */
const ofAnotherType = { namedUserLimit: '120', studentGroups: ['UG', 7], colour: 'red' };

/** What becomes of each. */
const outcomes = {
  base: 'refused',
  name: 'used',
  loginWindowDays: 'refused',
  lastReviewCount: 'refused',
  genericAccounts: 'refused',
  lastReview: 'refused',
  protectedAccounts: 'mended',
  linkedGroups: 'mended',
  'guard.delete': 'refused',
  'guard.deactivate': 'used',
  'guard.purge': 'refused',
  'rules.generic-account': 'used',
  'rules.invented': 'refused',
  'rules.contact-record': 'refused',
  'rules.named-user': 'refused',
};
const outcomesOfAnotherType = { namedUserLimit: 'mended', studentGroups: 'mended', colour: 'refused' };

/** Mistakes of every type, in a text: both browsers hand all of it on. One key is set by itself as well, and wins. */
const asText = {
  loginWindowDays: 30,
  policyText: `\uFEFF${JSON.stringify({
    base: 'carli',
    loginWindowDays: 60,
    namedUserLimit: '120',
    protectedAccounts: [
      { match: 'exact', value: 'central-one', counts: 'no' },
      { match: 'exact', value: 'central-two', counts: 'perhaps' },
      7,
    ],
    studentGroups: ['UG', 7],
    guard: { delete: 'hold', deactivate: 1 },
    colour: 'red',
  })}`,
};
const outcomesOfText = {
  loginWindowDays: 'used',
  policyText: 'mended',
  'policyText base': 'used',
  'policyText loginWindowDays': 'refused',
  'policyText namedUserLimit': 'mended',
  'policyText protectedAccounts': 'mended',
  'policyText studentGroups': 'mended',
  'policyText guard.delete': 'used',
  'policyText guard.deactivate': 'refused',
  'policyText colour': 'refused',
};

/** Where Chromium looks for policies of the whole machine; only root may write there. */
const machinePolicies = '/etc/chromium/policies/managed';
const mayWriteMachinePolicies = process.platform === 'linux' && process.getuid?.() === 0;

/** The id that Chromium gives to an unpacked extension: made of its folder's path. */
function chromiumId(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** A copy of the build whose id nothing else has, to be put under a machine-wide policy of Chromium's. */
interface MachineCopy {
  readonly id: string;
  readonly options: Partial<LaunchOptions>;
  /** Puts a policy file in place; a browser that starts afterwards has it. */
  readonly put: (json: string) => void;
  readonly undo: () => void;
}

function copyForMachine(): MachineCopy {
  const folder = mkdtempSync(join(tmpdir(), 'alma-user-guard-managed-'));
  cpSync(buildFor('chromium'), folder, { recursive: true });
  const file = join(machinePolicies, `alma-user-guard-test-${process.pid}.json`);
  return {
    id: chromiumId(folder),
    options: { extension: folder },
    put: (json) => {
      mkdirSync(machinePolicies, { recursive: true });
      writeFileSync(file, json);
    },
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

async function tellsOfEveryMistake(desk: Desk): Promise<void> {
  const options = await openOptions(desk);
  await options.until('what has arrived is listed', async () => (await options.count('[data-arrived]')) > 0);
  const rows = await options.attributes('[data-arrived]', 'data-arrived', 'data-outcome');
  const told = Object.fromEntries(rows.map((row) => [row['data-arrived'], row['data-outcome']]));
  expect(told).toEqual(desk.browser.family === 'firefox' ? { ...outcomes, ...outcomesOfAnotherType } : outcomes);
  const [about = ''] = await options.texts('[data-arrived="protectedAccounts"]');
  expect(about).toMatch(/Entry 2 .*Entry 4 /);
  expect(about).not.toMatch(/Entry [13] /);
  const kept = (await options.texts('#accounts .entry code')).filter((text) => text.startsWith('central'));
  expect(kept).toEqual(['central-one', 'central-two']);
  // A button that does nothing does not look like one that takes something away.
  const colours = await options.run(() => {
    const colourOf = (selector: string) => {
      const button = document.querySelector(selector);
      return button && getComputedStyle(button).color;
    };
    return [colourOf('#accounts button.danger:disabled'), colourOf('#accounts button.plain:not(.danger):disabled')];
  });
  expect(colours[0]).toBeTruthy();
  expect(colours[0]).toBe(colours[1]);
  const popup = await desk.openExtension('popup');
  await popup.until('the popup names the mistakes', async () =>
    (await popup.texts('body')).some((text) => text.includes('loginWindowDays') && text.includes('wrcl')),
  );
}

async function takesAllOfTheText(desk: Desk): Promise<void> {
  const options = await openOptions(desk);
  await options.until('what has arrived is listed', async () => (await options.count('[data-arrived]')) > 0);
  const rows = await options.attributes('[data-arrived]', 'data-within', 'data-arrived', 'data-outcome');
  const told = Object.fromEntries(
    rows.map((row) => [`${row['data-within']} ${row['data-arrived']}`.trim(), row['data-outcome']]),
  );
  expect(told).toEqual(outcomesOfText);
  const [about = ''] = await options.texts('[data-arrived="protectedAccounts"]');
  expect(about).toContain('Entry 3 ');
  const kept = (await options.texts('#accounts .entry code')).filter((text) => text.startsWith('central'));
  expect(kept).toEqual(['central-one', 'central-two']);
  expect((await options.texts('[data-arrived="policyText"]'))[0]).toContain(words('settings_mended_spaces'));
  const alma = await desk.openAlma(userDetails({ ...namedUser, id: 'central-two' }));
  await alma.guidance('the account is protected', ({ findings }) =>
    findings.some(({ rule }) => rule === 'consortium-account'),
  );
}

for (const [what, policy, look] of [
  ['is in force, locked, and named as the administrator’s', decided, seesWhatWasDecided],
  [
    'with mistakes: every one is told, and what is right is used',
    { ...mistaken, ...ofAnotherType },
    tellsOfEveryMistake,
  ],
  ['as one text: all of it arrives, and every mistake in it is told', asText, takesAllOfTheText],
] as const) {
  test(`an administrator’s policy ${what}`, async ({ ownDesk, family }) => {
    test.skip(
      family === 'chromium' && !mayWriteMachinePolicies,
      'Chromium reads such a policy from a folder that only root may write to; Firefox shows the same here.',
    );
    if (family === 'firefox') {
      await look(await ownDesk({ managed: policy }));
      return;
    }
    const copy = copyForMachine();
    try {
      copy.put(JSON.stringify({ '3rdparty': { extensions: { [copy.id]: policy } } }));
      await look(await ownDesk(copy.options));
    } finally {
      copy.undo();
    }
  });
}

/** Decides on a policy, and gives the text that the options write of it for a browser and system. */
async function writtenFor(way: string, desk: Desk): Promise<string> {
  const options = await openOptions(desk);
  await takeOver(options, decided);
  await options.run((chosen) => {
    const select = [...document.querySelectorAll('select')].find((each) =>
      [...each.options].some(({ value }) => value === chosen),
    );
    if (!select) throw new Error(`Nobody can choose ${chosen}.`);
    select.value = chosen;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, way);
  return options.until('the text holds what was decided', () =>
    options.run(() => {
      const text = document.querySelector<HTMLTextAreaElement>('[data-deployed="all"] textarea')?.value ?? '';
      return text.includes('carli') && text;
    }),
  );
}

test('what the options write for administrators, put in place, is in force', async ({ ownDesk, family }) => {
  test.skip(
    family === 'chromium' && !mayWriteMachinePolicies,
    'Chromium reads such a policy from a folder that only root may write to; Firefox shows the same here.',
  );
  if (family === 'firefox') {
    const { policies } = JSON.parse(await writtenFor('firefox', await ownDesk()));
    const [managed] = Object.values<Record<string, unknown>>(policies['3rdparty'].Extensions);
    await seesWhatWasDecided(await ownDesk({ managed: managed ?? {} }));
    return;
  }
  const copy = copyForMachine();
  try {
    const text = await writtenFor('chromium_linux', await ownDesk(copy.options));
    expect(Object.keys(JSON.parse(text)['3rdparty'].extensions)).toEqual([copy.id]);
    copy.put(text);
    await seesWhatWasDecided(await ownDesk(copy.options));
  } finally {
    copy.undo();
  }
});
