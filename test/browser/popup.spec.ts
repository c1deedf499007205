import { userDetails } from '../alma/description.ts';
import { exLibrisAccount, namedUser } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { words } from './words.ts';

test('without an Alma page the popup says so, and everything else in it works', async ({ desk }) => {
  const popup = await desk.openExtension('popup');
  await popup.until('the popup is drawn', async () =>
    (await popup.texts('body'))[0]?.includes(words('popup_page_nobody')),
  );
  await popup.until('the policy is named', async () => (await popup.count('[data-origin="default"]')) === 1);
  expect(await popup.count('[data-named-user]')).toBe(0);
});

test('access that the browser withholds is said, with a button that asks for it', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const alma = await desk.openAlma(userDetails(namedUser));
  await alma.guidance();
  await desk.browser.withholdAccess();
  await alma.open(userDetails(namedUser));
  const popup = await desk.openExtension('popup');
  await popup.until('the popup says why', async () => (await popup.count('[data-no-answer="withheld"]')) === 1);
  expect(await popup.texts('[data-no-answer]')).toEqual([words('popup_page_withheld')]);
  expect(await alma.ownElements()).toBe(0);
  if (desk.browser.family === 'chromium') {
    // The browser's own question cannot be answered by a test.
    await expect.poll(() => popup.texts('[aria-labelledby="this-page"] button')).toEqual([words('popup_allow')]);
    return;
  }
  await popup.click('button', words('popup_allow'));
  await popup.until('it is allowed', async () => (await popup.count('[data-no-answer="allowed"]')) === 1);
  await alma.open(userDetails(namedUser));
  await alma.guidance();
});

test('beside a record the popup tells what the page shows, without a value of the record', async ({ desk }) => {
  const alma = await desk.openAlma(userDetails(exLibrisAccount));
  const shown = await alma.guidance();
  const popup = await desk.openExtension('popup');
  const answers = await popup.until('the popup tells of the page', async () => {
    const found = await popup.attributes('[data-named-user]', 'data-named-user');
    return found.length > 0 && found;
  });
  expect(answers[0]?.['data-named-user']).toBe(shown.answer);
  const findings = await popup.attributes(
    '#this-page ~ * [data-rule], [aria-labelledby="this-page"] [data-rule]',
    'data-rule',
  );
  expect(findings.map((finding) => finding['data-rule'])).toContain('ex-libris-account');
  const [text = ''] = await popup.texts('body');
  expect(text).not.toContain(exLibrisAccount.id);
  expect(text).not.toContain(`${exLibrisAccount.lastName}, ${exLibrisAccount.firstName}`);
});

test('a page whose roles were not read is told as such', async ({ desk }) => {
  const alma = await desk.openAlma(userDetails(namedUser, { roleList: { extent: 'not-drawn' } }));
  await alma.guidance();
  const popup = await desk.openExtension('popup');
  const unread = await popup.until('the popup lists what is unread', async () => {
    const found = await popup.attributes('[data-unread]', 'data-unread');
    return found.length > 0 && found;
  });
  expect(unread.map((field) => field['data-unread'])).toContain('roles');
});

test.describe('check an identifier', () => {
  for (const { identifier, protection, rule } of [
    { identifier: 'EXL_api ', protection: 'yes', rule: 'ex-libris-account' },
    { identifier: 'rialto_service', protection: 'yes', rule: 'rialto-account' },
    { identifier: 'leganto_guest', protection: 'yes', rule: 'leganto-guest-account' },
    { identifier: 'tbrook@example.org', protection: 'cannot-tell', rule: undefined },
  ]) {
    test(`${identifier.trim()}: ${protection}`, async ({ desk }) => {
      const popup = await desk.openExtension('popup');
      await popup.click('form.check input');
      await popup.type(identifier);
      await popup.press('Enter');
      const [result] = await popup.until('the verdict is there', async () => {
        const found = await popup.attributes('[data-protected]', 'data-protected');
        return found.length > 0 && found;
      });
      expect(result?.['data-protected']).toBe(protection);
      const rules = await popup.attributes('[data-protected] [data-rule]', 'data-rule');
      expect(rules.map((found) => found['data-rule'])).toEqual(rule ? [rule] : []);
    });
  }
});

test('the popup leads to the options', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const popup = await desk.openExtension('popup');
  await popup.click('header button', words('popup_options'));
  await popup.until('the options are open', async () => {
    const addresses = await desk.browser.openAddresses();
    return addresses.some((address) => address.startsWith(desk.browser.extensionAddress('options')));
  });
});
