// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { enter } from '../../src/content/enter.ts';
import { userDetails } from '../alma/earlier.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';
import { answer, ask, beginAnew, eventually, own, panel, show } from './visited.ts';

beginAnew();

test('where showing fails the guard goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show(userDetails(exLibrisAccount, { deleteButton: true }));
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementationOnce(() => {
    throw new Error('a failure');
  });
  enter(window);
  await eventually(() => expect(console.error).toHaveBeenCalled());
  expect(own()).toBe(0);
  document.querySelector<HTMLElement>('[data-does="delete"]')?.click();
  expect(panel()?.querySelector('[role="alertdialog"]')).not.toBeNull();
});

test('where reading fails the guard goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show(userDetails(exLibrisAccount, { deleteButton: true }));
  vi.spyOn(MutationObserver.prototype, 'observe').mockImplementationOnce(() => {
    throw new Error('a failure');
  });
  enter(window);
  await eventually(() => expect(console.error).toHaveBeenCalled());
  expect(await ask()).toMatchObject({ screen: 'failed' });
  document.querySelector<HTMLElement>('[data-does="delete"]')?.click();
  expect(panel()?.querySelector('[role="alertdialog"]')).not.toBeNull();
});

test('where the guard fails the press goes on its way, and reading goes on', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show(userDetails(namedUser, { deleteButton: true }));
  enter(window);
  await eventually(() => expect(answer()).toBe('counts'));
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(() => {
    throw new Error('a failure');
  });
  const arrived = vi.fn();
  const button = document.querySelector<HTMLElement>('[data-does="delete"]');
  button?.addEventListener('click', arrived);
  button?.click();
  expect(arrived).toHaveBeenCalledTimes(1);
  expect(told.mock.calls.flat().join(' ')).toContain('the guard failed');
  expect(answer()).toBe('counts');
  show(userDetails(ordinaryPatron));
  await eventually(() => expect(answer()).toBe('does-not-count'));
});

test('a failure of ours takes everything out and tells the console no value', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show(userDetails(namedUser));
  const untouched = document.documentElement.outerHTML;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(() => {
    throw new Error(`a failure about ${namedUser.id}`);
  });
  enter(window);
  await eventually(() => expect(told).toHaveBeenCalled());
  expect(document.documentElement.outerHTML).toBe(untouched);
  expect(told.mock.calls.flat().join(' ')).not.toContain(String(namedUser.id));
  expect(await ask()).toMatchObject({ screen: 'failed', findings: [] });
});
