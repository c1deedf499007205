import { catalogue } from '../../src/rules/catalogue/index.ts';
import { userDetails } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { downloadPolicy, openOptions, pastePolicy, saved, takeOver } from './options-screen.ts';
import type { ScreenTab } from './screen-tab.ts';
import { words } from './words.ts';

const selectorMark = (marks: readonly { role: string; counts: string }[]) =>
  marks.find(({ role }) => role === 'Selector')?.counts;

test('a policy that is taken over reaches an open Alma page without a reload', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(userDetails(namedUser));
  expect(selectorMark((await alma.guidance()).marks)).toBe('yes');
  await alma.run(() => {
    document.documentElement.dataset.sameDocument = 'yes';
  });
  const options = await openOptions(desk);
  await takeOver(options, { format: 'alma-user-guard-policy', version: 1, base: 'wrlc' });
  await alma.guidance('the page follows the new policy', ({ marks }) => selectorMark(marks) === 'no');
  expect(await alma.run(() => document.documentElement.dataset.sameDocument)).toBe('yes');
});

test('a switch in the options is saved as it is flipped, and reaches the open page', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(userDetails(namedUser));
  await alma.guidance();
  const options = await openOptions(desk);
  await options.click('label', words('role_list_wrlc_carli'));
  await saved(options);
  await alma.guidance('the page follows the new role list', ({ marks }) => selectorMark(marks) === 'no');
});

test('a broken policy changes nothing and is reported in words', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const options = await openOptions(desk);
  await pastePolicy(options, '{ "format": "alma-user-guard-policy", "version": 1, "ba');
  const [report = ''] = await options.until('the report is there', async () => {
    const found = await options.texts('section.report');
    return found.length > 0 && found;
  });
  expect(report).toContain(words('settings_unread_cut'));
  expect(await options.count('section.report button.primary')).toBe(0);
});

test('unknown keys and unusable values are named, the rest can be taken over', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const options = await openOptions(desk);
  await pastePolicy(
    options,
    '{"format":"alma-user-guard-policy","version":1,"base":"carli","loginWindowDays":900,"colour":"red","__proto__":{"base":"wrlc"}}',
  );
  const [report = ''] = await options.until('the report is there', async () => {
    const found = await options.texts('section.report');
    return found.length > 0 && found;
  });
  expect(report).toContain('loginWindowDays');
  expect(report).toContain('colour');
  expect(report).toContain('__proto__');
  await options.click('section.report button.primary');
  await saved(options);
  expect((await options.attributes('select', 'id')).length).toBeGreaterThan(0);
});

const reported = async (options: ScreenTab): Promise<string> => {
  const [report = ''] = await options.until('the report is there', async () => {
    const found = await options.texts('section.report');
    return found.length > 0 && found;
  });
  return report;
};

const listed = '{"base": "carli", "protectedAccounts": [{"match": "exact", "value": "central-one"}]}';
for (const [what, damage, mended] of [
  ['curly quotation marks', (text) => text.replace(/"([^"]*)"/g, '“$1”'), 'settings_mended_marks'],
  ['no-break spaces', (text) => text.replace(/ /g, '\u00A0'), 'settings_mended_spaces'],
  ['a byte order mark', (text) => `\uFEFF${text}`, 'settings_mended_spaces'],
  ['a code fence', (text) => `\`\`\`json\n${text}\n\`\`\``, 'settings_mended_fence'],
] as const satisfies readonly (readonly [string, (text: string) => string, string])[]) {
  test(`a policy pasted with ${what} is mended once, that is said, and it can be taken over`, async ({ ownDesk }) => {
    const options = await openOptions(await ownDesk());
    await pastePolicy(options, damage(listed));
    const report = await reported(options);
    expect(report).toContain(words(mended));
    expect(report).toContain(words('options_import_mended').split('{mended}')[0]);
    await options.click('section.report button.primary');
    await saved(options);
    await options.until('the account is listed', async () =>
      (await options.texts('#accounts .entry code')).includes('central-one'),
    );
  });
}

test('an entry that cannot be used is named, and the others can be taken over', async ({ desk }) => {
  const options = await openOptions(desk);
  const accounts = [
    { match: 'exact', value: 'central-one' },
    { match: 'starts', value: 'central-two' },
  ];
  await pastePolicy(options, JSON.stringify({ base: 'base', protectedAccounts: accounts }));
  expect(await reported(options)).toMatch(/Entry 2 of the list “protectedAccounts” cannot be used: .*central-two/);
});

test('the name of every rule for policies stands beside it', async ({ desk }) => {
  const options = await openOptions(desk);
  const codes = await options.texts('#rules code');
  for (const { id } of catalogue) expect(codes).toContain(id);
});

test('what is exported can be taken over elsewhere and says the same', async ({ ownDesk }) => {
  const first = await ownDesk();
  const policy = {
    format: 'alma-user-guard-policy',
    version: 1,
    base: 'wrlc',
    name: 'Example Library',
    backupAccounts: ['backup-admin'],
    institution: { name: 'Example Library', prefixes: ['ex'] },
  };
  const options = await openOptions(first);
  await takeOver(options, policy);
  const text = await downloadPolicy(options);
  expect(JSON.parse(text)).toMatchObject(policy);

  const second = await openOptions(await ownDesk());
  await pastePolicy(second, text);
  await second.click('section.report button.primary');
  await saved(second);
  await pastePolicy(second, text);
  // The report of before may still stand there for a moment.
  await second.until('it is said that nothing changes', async () =>
    (await second.texts('section.report')).some((report) => report.includes(words('options_import_same'))),
  );
});
