import { drawing } from './dom.ts';
import type { Level } from './present.ts';

/** What an icon stands for: a level, or the named-user answer. */
export type IconName = Level | 'counts' | 'does-not-count' | 'cannot-tell';

const person = 'M8 2a2.7 2.7 0 1 1 0 5.4A2.7 2.7 0 0 1 8 2ZM2.8 13.4c0-2.9 2.3-4.7 5.2-4.7s5.2 1.8 5.2 4.7Z';
const ring = 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7Z';
const question = { line: `${ring} M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3 M8 11.5v.3` };

/** Drawn on a field of 16 by 16; `line` is stroked, `fill` is filled. Shapes differ, so that nobody depends on colour. */
const shapes: Readonly<Record<IconName, { fill?: string; line?: string }>> = {
  stop: { fill: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2Z M7.2 4v5h1.6V4Z M7.2 10.4V12h1.6v-1.6Z' },
  warn: { line: 'M8 2 1.5 13.8h13Z M8 6.4v3.4 M8 11.6v.3' },
  note: { line: `${ring} M8 7.3v4 M8 4.7v.3` },
  unsure: question,
  fine: { line: `${ring} M5 8.2l2.1 2.1L11 6.2` },
  counts: { fill: person },
  'does-not-count': { line: person },
  'cannot-tell': question,
};

/** What makes an icon of an `svg` element: a decoration, since the word for it always stands beside it. */
export const iconFrame = {
  class: 'icon',
  viewBox: '0 0 16 16',
  width: '16',
  height: '16',
  'aria-hidden': 'true',
  focusable: 'false',
} as const;

/** The one path of an icon; `icon.css` strokes it, or fills it. */
export function iconPath(name: IconName): { readonly d: string; readonly class: 'filled' | 'stroked' } {
  const { fill, line = '' } = shapes[name];
  return fill === undefined ? { d: line, class: 'stroked' } : { d: fill, class: 'filled' };
}

/** Draws an icon. */
export const icon = (name: IconName): SVGElement => drawing('svg', iconFrame, drawing('path', iconPath(name)));
