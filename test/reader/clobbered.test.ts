// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { parentOf } from '../../src/alma/elements.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { userDetails } from '../alma/earlier.ts';
import { exLibrisAccount, namedUser } from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { control, guardOn, press, question } from '../guard/on-the-list.ts';
import { showPage } from './show-page.ts';

test('a control named like a property of its form does not lead a climb astray', () => {
  document.body.innerHTML = '<main><form><input name="parentElement"></form></main>';
  const form = document.querySelector('form') as HTMLFormElement;
  // What browsers do with named controls, and this DOM does not.
  Object.defineProperty(form, 'parentElement', { value: form.firstElementChild });
  expect(parentOf(form)).toBe(document.querySelector('main'));
  expect(parentOf(document.documentElement)).toBeNull();
});

/** Names of properties and methods that controls of a form may bear; those that happy-dom itself asks a form for are for real browsers. */
const names = [
  'matches',
  'closest',
  'contains',
  'querySelector',
  'querySelectorAll',
  'parentElement',
  'ownerDocument',
  'nodeType',
  'nodeName',
  'tagName',
  'localName',
  'id',
  'className',
  'classList',
  'children',
  'childNodes',
  'firstChild',
  'nextSibling',
  'textContent',
  'hasAttribute',
  'insertBefore',
  'append',
  'isConnected',
  'getRootNode',
  'addEventListener',
  'getElementById',
  'hidden',
  'style',
  'dataset',
  'title',
  'elements',
  'length',
];

/** Does what browsers do with a control of that name: its form's own property is hidden. */
function clobber(name: string): void {
  for (const form of document.forms) {
    const named = document.createElement('input');
    Object.defineProperty(form, name, { value: named, configurable: true });
  }
}

const read = () => readUserPage(document, { dateOrder: 'auto', taughtLocators: [] })?.record;
let on: ReturnType<typeof guardOn> | undefined;
afterEach(() => on?.life.abort());

test.each(names)('a control named %s ends neither reader nor guard', (name) => {
  const page = userDetails(namedUser, { editable: true });
  showPage(document, render(page, 'trial'), addressOf(page, 'trial'));
  const before = JSON.stringify(read());
  expect(before).toContain('mhollow@example.org');
  clobber(name);
  expect(JSON.stringify(read())).toBe(before);
  on = guardOn(userDetails(exLibrisAccount, { editable: true }));
  clobber(name);
  press(control('save'));
  expect(question()).not.toBeNull();
  expect(on.received).toEqual([]);
});
