import { userDetails } from '../alma/description.ts';
import { namedUser } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';

test('guidance stands on a user record as soon as the extension is installed', async ({ almaTab }) => {
  await almaTab.open(userDetails(namedUser));
  const { answer } = await almaTab.guidance();
  expect(answer).toBe('counts');
});
