import type { Day } from '../../src/record/index.ts';
import type { ControlShape, IdFamily, Look } from './description.ts';
import { attributes, type Html, html } from './html.ts';
import { withoutDots } from './naming.ts';
import { skeletonRow } from './skeleton/fields.ts';
import { skeletonSection } from './skeleton/sections.ts';

/** What the page behaviour does when a control is used; carried in `data-does`, which nothing but the behaviour reads. */
export type Deed =
  | 'open' // the record of this row, in place
  | 'menu'
  | 'delete'
  | 'purge' // this one user
  | 'deactivate' // by a button, not by a toggle
  | 'account-type' // make an internal account external, or the other way round
  | 'write' // something into the record: Update, Apply, Submit, Add
  | 'delete-line' // something that is not a user, such as a note
  | 'remove-role'
  | 'duplicate'
  | 'toggle'
  | 'save'
  | 'run'
  | 'merge'
  | 'find'
  | 'page'
  | 'sort'
  | 'pick'
  | 'go' // another page of the stand-in, named by `data-to`
  | 'confirm'
  | 'cancel'
  | 'nothing'
  | 'fold' // open or close a section
  | 'responsive-menu' // open or close the menu of a narrow window
  | 'press-beside' // the visible part of a control: its script clicks the hidden button beside it
  | 'flip'; // the visible part of a toggle: its script flips a class and then clicks the hidden button

/**
 * What is lost by a deed, for whoever has to try every control that can do harm: what cannot be taken back, what makes a user or a role
 * inactive, what changes the record, nothing. A part has the deed of the button beside it.
 */
export const harmOf: Readonly<Record<Deed, 'lost' | 'switched-off' | 'changed' | 'none' | 'part'>> = {
  delete: 'lost',
  purge: 'lost',
  run: 'lost',
  confirm: 'lost',
  'remove-role': 'switched-off',
  toggle: 'switched-off',
  deactivate: 'switched-off',
  save: 'changed',
  write: 'changed',
  'account-type': 'changed',
  'delete-line': 'changed',
  merge: 'changed',
  'press-beside': 'part',
  flip: 'part',
  open: 'none',
  menu: 'none',
  duplicate: 'none',
  find: 'none',
  page: 'none',
  sort: 'none',
  pick: 'none',
  go: 'none',
  cancel: 'none',
  nothing: 'none',
  fold: 'none',
  'responsive-menu': 'none',
};

/** A page button as it stands in `#breadcrumbs`. `k` is the i18n key without dots; the bare family has no ids. */
export interface PageButton {
  readonly k: string;
  readonly label: string;
  readonly does: Deed;
  /** A letter, for Ctrl+Alt in the classic shape and for Alt in the platform's. Which letters user pages have is not known (synthetic). */
  readonly hotkey?: string;
  readonly to?: string;
}

/** How a page's controls are built: after 2026 there is one way. */
export const shapeOf = ({ layout, controls }: Pick<Look, 'layout' | 'controls'>): ControlShape =>
  layout === '2026' ? 'platform' : controls;

export function pageButton(ids: IdFamily, button: PageButton, shape: ControlShape = 'classic'): Html {
  const isOf2026 = shape === 'platform';
  const all = attributes({
    id: ids === 'bare' ? null : `PAGE_BUTTONS_${button.k}`,
    class: `btn btn-secondary jsBlockScreen${button.hotkey ? ' jsHotkeyHint' : ''}`,
    type: 'submit',
    name: isOf2026 ? 'genericOperation' : 'page.buttons.operation',
    value: button.label,
    'data-does': button.does,
    'data-hotkey': button.hotkey,
    'data-hint-title': isOf2026 ? button.hotkey?.toUpperCase() : null,
    'data-original-title': isOf2026 && button.hotkey ? `Alt + ${button.hotkey.toUpperCase()}` : null,
    'data-to': button.to,
  });
  return html`<div class="pull-right marLeft10"><button${all}>${button.label}</button></div>`;
}

/** Ids of a field made of its bean path. */
export const fieldId = (path: string): string => `pageBean${withoutDots(path)}`;

/** What of a page's look a field depends on. */
export interface FieldLook extends Pick<Look, 'ids' | 'layout' | 'skeleton' | 'dateFormat' | 'language'> {
  readonly labels: 'for' | 'none';
  readonly editable: boolean;
}

export interface Field {
  readonly path: string;
  readonly label: string;
  /** The text on screen; `null` is drawn as `-` when read-only and as an empty control when editable. */
  readonly text: string | null;
  /** Codes and texts of a combo box. Without it, the control is a text box. */
  readonly options?: readonly { readonly code: string; readonly text: string }[];
  /** Fields Alma does not let anybody type into on this page. */
  readonly always?: 'read-only';
  readonly required?: boolean;
  /** A choice here is sent to the server, which draws the page anew. */
  readonly postsBack?: string;
  readonly section: string;
  /** The day that the text writes, on fields that hold one. */
  readonly day?: Day | null;
  /** Whether the choice may be a row of radio buttons (2026 only). */
  readonly radios?: boolean;
  /** Whether the choice may be typed, beside a hidden field that holds its code (2026 only). */
  readonly typed?: boolean;
}

/** A label and its field: `div.row > label[for] + (span | input | combo box)`. */
export function fieldRow(look: FieldLook, field: Field): Html {
  if (look.layout === '2026') return skeletonRow(look, field);
  const id = look.ids === 'bare' && look.labels === 'none' ? null : fieldId(field.path);
  const isEditable = look.editable && field.always !== 'read-only';
  const label = attributes({ for: look.labels === 'for' ? id : null, class: field.required ? 'mandatory' : null });
  return html`<div class="row"><label${label}><span class="displayTableCell verticalMiddle">${field.label}</span></label>${
    isEditable ? control(look, field, id) : readOnly(look, field, id)
  }</div>`;
}

function readOnly(look: FieldLook, field: Field, id: string | null): Html {
  const wrapper =
    look.ids === 'bare' ? null : `SPAN_FORM_ID_SECTION_${field.section}_FORM_${field.section}_INPUT_${id}`;
  const text = html`<span${attributes({ id })}>${field.text ?? '-'}</span>`;
  return html`<span${attributes({ id: wrapper, class: 'labelField' })}>${text}</span>`;
}

function control(look: FieldLook, field: Field, id: string | null): Html {
  const name = id === null ? null : `pageBean.${field.path}`;
  const box = attributes({
    id,
    type: 'text',
    name: field.options ? null : name,
    value: field.text ?? '',
    autocomplete: 'off',
  });
  if (!field.options) return html`<input${box}>`;
  return html`<span class="comboBox"><input${box} class="combo">${hiddenSelect(look, field, field.options, id, name)}</span>`;
}

function hiddenSelect(
  look: FieldLook,
  field: Field,
  options: NonNullable<Field['options']>,
  id: string | null,
  name: string | null,
): Html {
  const part = (suffix: string) => (look.ids === 'bare' ? null : `${id}_hiddenSelect${suffix}`);
  // The bare family's codes say nothing either.
  const codeOf = (code: string, n: number) => (look.ids === 'bare' && code !== '' ? String(n + 1) : code);
  const all = [{ code: '', text: '' }, ...options];
  return html`<select${attributes({ id: part(''), name, class: 'hiddenSelect', tabindex: -1, 'aria-hidden': 'true', 'data-posts': field.postsBack })}>${all.map(
    (option, n) =>
      html`<option${attributes({ value: codeOf(option.code, n), selected: option.text === (field.text ?? '') })}>${option.text}</option>`,
  )}</select><button${attributes({ id: part('_button'), type: 'button', class: 'comboButton', 'aria-label': field.label })}>▾</button><ul${attributes(
    { id: part('_list'), class: 'comboList', hidden: true },
  )}>${all.map((option) => html`<li${attributes({ title: option.text })}><a href="#">${option.text}</a></li>`)}</ul>`;
}

/** A titled part of the form. */
export function section(
  look: Pick<Look, 'layout' | 'skeleton'>,
  title: string,
  content: Html | readonly Html[],
  foldClass = 'grid',
): Html {
  if (look.layout === '2026') return skeletonSection(look, title, content, foldClass);
  return html`<div class="section"><h2 class="sectionTitle">${title}</h2><div class="${foldClass}">${content}</div></div>`;
}
