import { fireEvent, render, waitFor } from '@testing-library/preact';
import { expect } from 'vitest';
import { RollUpPage } from '../../src/rollup/page.tsx';
import type { Policy } from '../../src/rules/index.ts';
import { type Totals, totalsText } from '../../src/totals/index.ts';
import { policyWith } from '../review/review-of.ts';
import { day } from '../totals/totals-with.ts';

export const today = day('2026-11-27');

/** Opens the page under a policy, or has it told `later`; notes what it hands to the downloads and which pages it opens. */
export function openPage(policy: Partial<Policy> = {}, later = false) {
  let tellPolicy = () => {};
  const downloads: { name: string; file: Blob }[] = [];
  const opened: string[] = [];
  render(
    <RollUpPage
      doors={{
        watchPolicy(onChange) {
          tellPolicy = () => onChange({ policy: policyWith(policy), origin: 'chosen', lockedKeys: [], problems: [] });
          if (!later) tellPolicy();
        },
        download: (name, file) => void downloads.push({ name, file }),
        open: (page) => void opened.push(page),
        today,
      }}
    />,
  );
  return { downloads, opened, tellPolicy: () => tellPolicy() };
}

type Given = Totals | string;
const fileOf = (given: Given, at: number) =>
  typeof given === 'string'
    ? new File([given], `other-${at}.json`)
    : new File([totalsText(given)], `${given.institution} ${given.date}.json`);

/** Gives files, as the browser does after its own dialog, and waits until they are read. */
export async function give(...given: readonly Given[]): Promise<void> {
  const input = one<HTMLInputElement>('input[type=file][data-input="totals"]');
  Object.defineProperty(input, 'files', { value: given.map(fileOf), configurable: true });
  fireEvent.change(input);
  await waitFor(() => expect(one('#files [role="status"]').textContent).toMatch(/used|^$/));
  await waitFor(() => expect(one('#files [role="status"]').textContent).not.toContain('Reading'));
}

/** The one element; fails without it. */
export function one<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}
export const click = (selector: string) => fireEvent.click(one(selector));
/** The members in the order of the table. */
export const members = () =>
  [...document.querySelectorAll<HTMLElement>('[data-member]')].map(({ dataset }) => dataset.member ?? '');
