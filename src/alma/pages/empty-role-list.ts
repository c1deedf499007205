import { type Reading, type Role, read, unread } from '../../record/index.ts';
import { all, closest, contains, first, isDrawn, textOf } from '../elements.ts';
import { wordsWith } from '../markup/known.ts';
import { almaList, emptyList, foreignList, roleSections } from '../markup/role-list.ts';
import { isTranslatedText } from '../translation.ts';
import { isEmptyBehind } from './list-count.ts';

/**
 * A list of roles without a row, as the platform draws it: its container with a few words and no table. The words differ from list to
 * list and are not asked; the list's own id or the title above it say that it is one of roles. `undefined`: there is no such list.
 */
export function readEmptyRoleList(
  root: Element,
  isNarrowed: (container: Element) => boolean,
): Reading<readonly Role[]> | undefined {
  const lists = all(root, almaList).filter(isDrawn);
  const [only, ...others] = lists.filter((list) => isEmpty(list) && isOfRoles(list, lists));
  if (!only) return undefined;
  if (others.length > 0 || lists.some((list) => list !== only && namesRoles(list))) return unread('contradictory');
  const isBusy = closest(only, '[aria-busy="true"]') !== null || first(only, '[aria-busy="true"]') !== null;
  return isBusy || isNarrowed(only) || !isEmptyBehind(only) ? unread('partial') : read([]);
}

const isEmpty = (list: Element): boolean => first(list, 'table') === null && all(list, emptyList).some(isDrawn);

const namesRoles = (list: Element): boolean => /role/i.test(list.id) && !foreignList.test(list.id);
/** An id that is that of roles, and not of something about them, such as requests or parameters. */
const isCalledRoles = /(?:^|[._]|user|hfr|[a-z](?=R))roles?[._]?(?:list|table)?$/i;

/** By its id; else by the title above it, where that stands above no other list. */
function isOfRoles(list: Element, lists: readonly Element[]): boolean {
  if (foreignList.test(list.id)) return false;
  if (isCalledRoles.test(list.id)) return true;
  const above = headingAbove(list);
  if (!above || isTranslatedText(above.heading) || !wordsWith(textOf(above.heading), roleSections)) return false;
  return first(above.part, 'table') === null && lists.every((other) => other === list || !contains(above.part, other));
}

/** The sub-heading just before a list, else the legend or the title of its section; with the part of the page that it stands above. */
function headingAbove(list: Element): { readonly heading: Element; readonly part: Element } | undefined {
  const before = list.previousElementSibling;
  const own = before && (first(before, '.subsection legend') ?? (before.matches('.subsection') ? before : null));
  if (own) return { heading: own, part: list };
  for (const [around, title] of [
    ['fieldset', 'legend'],
    ['.section,section', '.sectionTitle,h2,h3,h4'],
  ] as const) {
    const part = closest(list, around);
    const heading = part && first(part, title);
    if (part && heading && textOf(heading) !== '') return { heading, part };
  }
  return undefined;
}
