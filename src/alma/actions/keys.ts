import { pageButtonOf, type RowActionId, rowActionOf, rowHolderOf } from './ids.ts';

/** The link of a row's menu carries its key without dots in a class (2026 pages); `null` where it has none. */
const linkClass = /(?:^|\s)sel-id-LINK_(\S+)/;
/** A bare id of a button: an i18n key without its dots, `cbuttonsave`, `c…formwidget…buttonadd`. */
const bareKey = /^c\w*(?:button|btn)\w+$/i;
/** An i18n key as it stands where its label is missing: `c.….button.add`. */
const rawKey = /^[a-z]\w*(?:\.\w+)+$/i;

const buttons = 'button,input[type="submit"],input[type="button"],input[type="image"],[role="button"]';

/** The key of a page button, by the id that Alma gives it, wherever it stands and whatever its name; `undefined` for every other control. */
export function buttonKeyOf(control: Element): string | undefined {
  const key = pageButtonOf(control.id);
  if (key !== undefined || !control.matches(buttons)) return key;
  const isNamed = /operation$/i.test(control.getAttribute('name') ?? '');
  if (control.id !== '' && (isNamed || bareKey.test(control.id))) return control.id;
  const value = control.getAttribute('value')?.trim() ?? '';
  return rawKey.test(value) ? value.replaceAll('.', '') : undefined;
}

/** The key in the class of a menu's link: of the control itself, of the lone link in it, or of the link beside a hidden button. */
export function linkKeyOf(control: Element): string | undefined {
  const around = control.closest('li,[role="menuitem"]');
  const links = (around ?? control).querySelectorAll('[class*="sel-id-LINK_"]');
  const link = links.length === 1 ? links[0] : undefined;
  const key = [control, link].map((each) => linkClass.exec(each?.getAttribute('class') ?? '')?.[1]);
  return key.find((found) => found !== undefined && found !== 'null');
}

/**
 * The entry of a row's menu that a control is, or stands in: the list, the row's number and the key. An entry without an id of its own takes
 * list and number from the menu's holder, and its key from its link's class. `undefined` outside of rows' menus.
 */
export function menuEntryOf(control: Element): RowActionId | undefined {
  const entry = control.matches('ul') ? undefined : rowActionOf(control.id);
  if (entry) return { ...entry, key: entry.key ?? linkKeyOf(control) };
  const holder = control.closest('ul[id^="ROW_ACTION_"],[id^="ROW_ACTION_LI_"]');
  const at = holder && rowHolderOf(holder.id);
  return at ? { ...at, key: linkKeyOf(control) } : undefined;
}

const aboveList = '[id^="ADD_HIDERADIO_up_"],[id^="ADD_HIDERADIO_down_"]';

/**
 * The key of a link above (or below) a list, `ADD_HIDERADIO_up_<list>_<key>`: the id stands on the link, or on the holder of the link and
 * the hidden button beside it. `undefined` for every other control, and for another list's.
 */
export function aboveListKeyOf(control: Element, list: string): string | undefined {
  const id = control.closest(aboveList)?.id ?? '';
  const start = /^ADD_HIDERADIO_(?:up|down)_/.exec(id)?.[0] ?? '';
  return id.startsWith(`${start}${list}_`) && list !== '' ? id.slice(start.length + list.length + 1) : undefined;
}

/** The list's name and the key together, of a link above any list: nobody can say where a name ends that is not known. */
export const anyAboveListKeyOf = (control: Element): string | undefined =>
  /^ADD_HIDERADIO_(?:up|down)_(.+)/.exec(control.closest(aboveList)?.id ?? '')?.[1];

/** True for the links above any list. */
export const isAboveList = (control: Element): boolean => control.closest(aboveList) !== null;

/** The place that the two parts of one control share: the visible one, and the hidden one that Alma's own script clicks for it. */
const onePiece = '.checkContainer,li,[role="menuitem"]';

/**
 * True when the one is what Alma's own script clicks as the other is used: a hidden submit input beside the link or the toggle that a
 * person sees (2026 pages). Both clicks are one action.
 */
export function isPartnerOf(hidden: Element, visible: Element): boolean {
  const isButton = hidden.matches('input[type="submit"],input[type="button"],input[type="image"]');
  const place = hidden.closest(onePiece);
  return isButton && hidden !== visible && place !== null && (place === visible || place === visible.closest(onePiece));
}
