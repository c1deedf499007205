// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { parentOf } from '../../src/alma/elements.ts';

test('a control named like a property of its form does not lead a climb astray', () => {
  document.body.innerHTML = '<main><form><input name="parentElement"></form></main>';
  const form = document.querySelector('form') as HTMLFormElement;
  // What browsers do with named controls, and this DOM does not.
  Object.defineProperty(form, 'parentElement', { value: form.firstElementChild });
  expect(parentOf(form)).toBe(document.querySelector('main'));
  expect(parentOf(document.documentElement)).toBeNull();
});
