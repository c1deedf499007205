import { cleanup, configure, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect } from 'vitest';
import { ReviewPage } from '../../src/review/page/page.tsx';
import { fakeStorage } from '../platform/fake-browser.ts';
import { fakeDatabase } from '../platform/fake-database.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';
import { deskHere, give, library } from './desk-here.ts';

// Nothing here is timed: on a machine with other work, a second can be short.
configure({ asyncUtilTimeout: 60_000 });

let end = () => {};

beforeEach(() => {
  installFakeLocks();
  fakeStorage.reset();
  fakeDatabase.reset();
});
afterEach(() => {
  end();
  cleanup();
});

/** Opens the page, without files; what it set up ends with the test. */
export function openPage(...given: Parameters<typeof deskHere>) {
  const here = deskHere(...given);
  end = here.end;
  render(<ReviewPage desk={here.desk} />);
  return here;
}

/** Opens the page with a small library, and waits until its four people are listed. */
export async function openReview(...given: Parameters<typeof deskHere>) {
  const here = openPage(...given);
  await give(here.desk, ['roles.csv', library]);
  await waitFor(() => expect(listed()).toHaveLength(4));
  return here;
}

/** The first element that a selector finds; fails where there is none. */
export function one<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

export const click = (selector: string) => fireEvent.click(one(selector));
export const isThere = (selector: string) => waitFor(() => one(selector));

/** The identifiers in the table, in its order. */
export const listed = () =>
  [...document.querySelectorAll<HTMLElement>('[data-user]')].map(({ dataset }) => dataset.user ?? '');

export const row = (identifier: string) => one(`[data-user="${identifier}"]`);
export const decisionOf = (identifier: string) => row(identifier).dataset.decision;

/** Ticks people in the table. */
export async function select(...identifiers: string[]): Promise<void> {
  for (const identifier of identifiers) {
    fireEvent.click(row(identifier).querySelector('[data-column="select"]') as Element);
    await waitFor(() => expect(row(identifier).getAttribute('aria-selected')).toBe('true'));
  }
}
