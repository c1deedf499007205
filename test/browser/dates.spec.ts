import { userDetails } from '../alma/description.ts';
import { day, namedUser } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { openOptions, takeOver } from './options-screen.ts';
import { words } from './words.ts';

test('one date that can be read two ways is named, its button leads to the setting, and the setting settles it', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const person = { ...namedUser, expiryDate: day('2027-03-04') };
  const alma = await desk.openAlma(userDetails(person, { dateFormat: 'mdy', skeleton: { dateOrder: 'nowhere' } }));
  const { unread } = await alma.guidance();
  expect(unread).toContain('expiryDate');
  const [panel = ''] = await alma.texts('section.panel');
  expect(panel).toContain(words('unread_why_two_ways_written').replace('{written}', '03/04/2027'));
  expect(panel).not.toContain(words('unread_why_contradictory'));
  await alma.run(() => {
    for (const fold of document.querySelector('alma-user-guard')?.shadowRoot?.querySelectorAll('details') ?? [])
      fold.open = true;
  });
  await alma.click('[data-options="pages"]', words('guidance_say_how_dates'));
  const address = `${desk.browser.extensionAddress('options')}#pages`;
  await alma.until('the options open at the setting', async () =>
    (await desk.browser.openAddresses()).includes(address),
  );
  const options = await openOptions(desk);
  await takeOver(options, { format: 'alma-user-guard-policy', version: 1, dateOrder: 'mdy' });
  await alma.show();
  await alma.guidance('the date is read', (shown) => !shown.unread.includes('expiryDate'));
});
