import theme from '../ui/theme.css?inline';
import guard from './guard/guard.css?inline';
import type { Styles } from './host.ts';
import icon from './icon.css?inline';
import listMark from './list-mark.css?inline';
import mark from './mark.css?inline';
import panel from './panel.css?inline';
import teaching from './teaching/teaching.css?inline';

/** Alma's own styles reach the element itself, not what is in its shadow root: these must win over them. */
const reset = ':host { all: initial !important; }';

/**
 * What everything in Alma's pages is dressed in. The background has them and hands them over with the policy in force: a page on
 * which nothing is shown does not pay for them.
 */
export const styles: Styles = {
  panel: reset + theme + icon + panel,
  guard,
  mark,
  listMark: theme + icon + listMark,
  teaching,
};
