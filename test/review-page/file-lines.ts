import { expect } from 'vitest';

/** The lines that the page says of a file, without marks around names, and but for those that name its columns. */
export const linesOf = (file: string): string[] =>
  ['[role="status"] p', 'ul.facts > li', '.unread li']
    .flatMap((lines) => [...document.querySelectorAll(`[data-file="${file}"] ${lines}`)])
    .map((line) => (line.textContent ?? '').replaceAll(/[\u2066-\u2069]/g, ''))
    .filter((line) => !line.startsWith('Columns '));

/** Matches lines that begin so, in this order, and no others. */
export const linesThatBegin = (...beginnings: readonly string[]) =>
  beginnings.map((text) => expect.stringMatching(new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)));
