import type { Deed } from './controls.ts';
import type { ExtraControl } from './description.ts';
import { attributes, type Html, html } from './html.ts';

/**
 * Controls as the platform drew them in 2026: what a person sees is a link or a plain box, and the platform's own script clicks a hidden
 * submit button beside it. The forms of ids and classes are known, the keys on user pages are synthetic.
 */

/** A link and its hidden button. `key` is the i18n key without dots, which the link carries in a class. */
export function linkWithButton(
  key: string,
  label: string,
  does: Deed,
  other: Record<string, string | undefined> = {},
): Html {
  const link = attributes({
    href: '#',
    class: `sel-id-LINK_${key} submitUrl dropdown-item`,
    role: 'button',
    title: label,
    'data-does': 'press-beside',
    ...other,
  });
  return html`<a${link}>${label}</a><input${attributes({
    type: 'submit',
    class: 'submitAsLink hide',
    value: label,
    'data-does': does,
    ...other,
  })}>`;
}

/** A toggle: a plain box whose script flips a class on its holder and then clicks the hidden button, whose picture shows what the server knows. */
export function toggle(id: string | null, on: boolean): Html {
  const picture = `/stand-in/icon_${on ? 'active' : 'inactive'}.png`;
  return html`<div${attributes({ class: `checkContainer${on ? '' : ' inactive'}` })}><div${attributes({ class: 'toggleCheck', tabindex: 0, 'data-does': 'flip' })}></div><input${attributes(
    { id, type: 'submit', class: 'submitableIcons hide', alt: picture, value: '', 'data-does': 'toggle' },
  )}></div>`;
}

/** A link above a list, for the rows that are ticked: its holder bears the id. `key` without dots. */
export const linkAbove = (
  list: string,
  { k, label, does }: Pick<ExtraControl, 'k' | 'label' | 'does'>,
  to?: string,
): Html =>
  html`<li${attributes({ id: `ADD_HIDERADIO_up_${list}_${k}`, class: 'listAction' })}>${linkWithButton(k, label, does, { 'data-to': to })}</li>`;

/** A page button outside of its bar, in one of the forms that were seen: by its prefixed id, by a bare id, by a raw key where the label is missing. */
export function strayButton({ k, label, does, known }: ExtraControl): Html {
  const all = attributes({
    id: known === 'prefix' ? `PAGE_BUTTONS_${k}` : known === 'bare' ? k : null,
    type: 'submit',
    class: 'btn btn-secondary',
    name: known === 'label' ? null : known === 'prefix' ? 'genericOperation' : 'page.listButtonsPointers[4].operation',
    value: known === 'value' ? k : label,
    'data-does': does,
  });
  return html`<button${all}>${label}</button>`;
}

/** A menu of entries that bear neither id nor role, in a box of a class of its own. */
export const strayMenu = (entries: readonly ExtraControl[]): Html =>
  html`<div class="actionsPane">${entries.map(
    ({ label, does }) => html`<a${attributes({ href: '#', 'data-does': does })}>${label}</a>`,
  )}</div>`;
