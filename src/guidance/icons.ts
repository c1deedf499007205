import { drawing } from './dom.ts';
import type { Level } from './present.ts';

/** What an icon stands for: a level, or the named-user answer. `icon.css` gives each its shape. */
export type IconName = Level | 'counts' | 'does-not-count' | 'cannot-tell';

/** What makes an icon of an `svg` element with one empty path: a decoration, since the word for it always stands beside it. */
export const iconFrame = (name: IconName) =>
  ({
    class: 'icon',
    'data-icon': name,
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    'aria-hidden': 'true',
    focusable: 'false',
  }) as const;

/** Draws an icon. */
export const icon = (name: IconName): SVGElement => drawing('svg', iconFrame(name), drawing('path', {}));
