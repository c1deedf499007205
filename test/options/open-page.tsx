import { configure, render, screen, waitFor } from '@testing-library/preact';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { expect } from 'vitest';
import { OptionsPage } from '../../src/options/page.tsx';
import { fakePermissions, fakeStorage, fakeTabs } from '../platform/fake-browser.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';

// Visibility is for the browser tests; computing it for every control of so large a page takes most of the time.
configure({ defaultHidden: true, asyncUtilTimeout: 60_000 });
export const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
export const stored = () =>
  (fakeStorage.local().settings as { choices: Record<string, unknown> } | undefined)?.choices ?? {};
export const box = (name: string | RegExp) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const status = () => document.querySelector('.save-status')?.textContent ?? '';
export const described = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

/** Waits until the control of that name in an entry's form has the focus. */
export async function focusOn(name: string): Promise<Element> {
  await waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe(name));
  return document.activeElement as Element;
}

export async function openPage() {
  render(<OptionsPage />);
  await screen.findByRole('heading', { level: 1 });
}

/** A browser in which nothing was ever set, with no tab open. */
export function freshBrowser(): void {
  installFakeLocks();
  fakeStorage.reset();
  fakeTabs.open = [];
  fakePermissions.origins = [];
  fakePermissions.grants = true;
}
