import { userDetails } from '../alma/description.ts';
import { exLibrisAccount } from '../alma/people.ts';
import { expect, test } from './fixtures.ts';
import { asked, done } from './guard-screen.ts';

test('controls named like properties of their form end neither reader nor guard', async ({ desk }) => {
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true }));
  await tab.guidance();
  await tab.run(() => {
    const names =
      'matches closest contains querySelector querySelectorAll parentElement parentNode ownerDocument nodeType';
    const more = 'nodeName tagName id className children childNodes firstChild nextSibling textContent getAttribute';
    const others = 'hasAttribute insertBefore append isConnected getRootNode addEventListener style dataset elements';
    for (const form of [...document.forms]) {
      for (const name of `${names} ${more} ${others}`.split(' ')) {
        const control = document.createElement('input');
        control.type = 'hidden';
        control.name = name;
        Element.prototype.append.call(form, control);
      }
    }
    const field = document.querySelector<HTMLInputElement>('input[id^="pageBean"][id$="primaryIdentifier"]');
    if (field) field.value = 'other';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await tab.until('the page was read again', async () => (await tab.count('[data-check="identity"]')) === 1);
  expect((await tab.shown()).findings).toContainEqual({ rule: 'ex-libris-account', severity: 'stop' });
  await tab.click('[data-does="save"]');
  await asked(tab);
  expect(await done(tab)).toEqual([]);
});
