import type { Field, FieldLook } from '../controls.ts';
import { attributes, type Html, html } from '../html.ts';
import { withoutDots } from '../naming.ts';
import { fieldPattern } from './dates.ts';

/** A label and its field: a row of two columns. The label's `for` points at nothing where the field is a text or a choice of buttons. */
export function skeletonRow(look: FieldLook, field: Field): Html {
  const id = look.ids === 'bare' && look.labels === 'none' ? null : `pageBean${withoutDots(field.path)}`;
  const label = attributes({ class: 'control-label', for: look.labels === 'for' ? id : null });
  const mark = field.required && html`<span class="mandatoryIcon"> </span>`;
  return html`<div class="row${field.required ? ' jsRequired' : ''}"><label${label}><span class="displayTableCell verticalMiddle">${field.label}</span>${mark}<span class="dummySpace">&nbsp;</span></label><div class="col form-field">${value(look, field, id)}</div></div>`;
}

function value(look: FieldLook, field: Field, id: string | null): Html {
  const { skeleton } = look;
  if (!look.editable || field.always === 'read-only')
    return skeleton.readOnly === 'disabled' && look.editable ? disabled(field, id) : text(look, field, id);
  if (field.day !== undefined) return date(look, field, id);
  if (!field.options) return input(field, id);
  if (field.radios && skeleton.choices === 'radio') return radios(look, field, field.options, id);
  if (field.typed && skeleton.group === 'autocomplete') return autocomplete(field, field.options, id);
  return combo(look, field, field.options, id);
}

/** No element bears the id that the label points at. */
function text(look: FieldLook, field: Field, id: string | null): Html {
  const form = field.section.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  const place = look.ids === 'bare' ? 'p' : `${field.section.replace('_', '.')}.text`;
  const all = attributes({
    id: id && `SPAN_FORM_ID_SECTION_${place}_FORM_${look.ids === 'bare' ? 'F' : form}_INPUT_${id}`,
    class: 'labelField',
    dir: 'auto',
  });
  return html`<span${all}>${field.text ?? '-'}</span>`;
}

const disabled = (field: Field, id: string | null): Html =>
  html`<input${attributes({ type: 'text', disabled: true, id, class: 'textField form-control', title: field.text ?? '', value: field.text ?? '' })}>`;

const nameOf = (field: Field, id: string | null) => (id === null ? null : `pageBean.${field.path}`);

function input(field: Field, id: string | null): Html {
  const all = attributes({
    type: 'text',
    id,
    name: nameOf(field, id),
    class: 'textField form-control',
    dir: 'auto',
    title: field.text ?? '',
    value: field.text ?? '',
    'aria-required': field.required ? 'true' : null,
    autocomplete: 'off',
  });
  return html`<input${all}>`;
}

/** A text, the hidden parts of its day, and companions that tell of a wrong one. */
function date(look: FieldLook, field: Field, id: string | null): Html {
  const box = attributes({
    type: 'text',
    id,
    name: nameOf(field, id),
    class: 'jsPartialDatePicker form-control',
    value: field.text ?? '',
    autocomplete: 'off',
    ...fieldPattern(look),
  });
  const reset = attributes({
    id: id && `${id}_reset`,
    type: 'button',
    class: `dateReset${field.text ? '' : ' hide'}`,
    'aria-label': '×',
    'data-does': 'nothing',
  });
  return html`<span class="dateBox"><input${box}><button${reset}>×</button>${look.skeleton.dateParts !== 'absent' && dateParts(look, field, id)}<span${attributes(
    { id: id && `errorFor${id}`, class: 'hidden dateError' },
  )}></span></span>`;
}

function dateParts(look: FieldLook, field: Field, id: string | null): Html[] {
  const [year = 0, month = 0, day = 0] = (field.day ?? '').split('-').map(Number);
  const isKnown = Boolean(field.day) && look.skeleton.dateParts !== 'placeholder';
  const parts = { day: look.skeleton.dateParts === 'other' ? (day % 28) + 1 : day, month, year };
  return (['day', 'month', 'year'] as const).map((part) => {
    const chosen = isKnown ? parts[part] : 0;
    // Of the many choices, those around the chosen one.
    const shown = [...new Set([0, 1, 2, chosen, chosen + 1])].toSorted((one, other) => one - other);
    const name = part[0]?.toUpperCase() + part.slice(1);
    return html`<select${attributes({ id: id && `${id}${part}`, name: nameOf(field, id) && `${nameOf(field, id)}.${part}`, class: `jsHidden${name} hide`, tabindex: -1, 'aria-hidden': 'true' })}>${shown.map(
      (each) =>
        html`<option${attributes({ value: each, selected: each === chosen })}>${each === 0 ? name : String(each).padStart(2, '0')}</option>`,
    )}</select>`;
  });
}

type Options = NonNullable<Field['options']>;

/** The bare family's codes say nothing either. */
const codeOf = (look: FieldLook, code: string, n: number): string => (look.ids === 'bare' ? String(n + 2) : code);

/** The code that stands for the text on screen. */
function codeIn(look: FieldLook, field: Field, options: Options): string | null {
  const n = options.findIndex(({ text: each }) => each === (field.text ?? ''));
  const found = options[n];
  return found ? codeOf(look, found.code, n) : null;
}

function radios(look: FieldLook, field: Field, options: Options, id: string | null): Html {
  const all = options.map(({ code, text: label }, n) => {
    const own = codeOf(look, code, n);
    const radioId = id && `RADIO_ID_NAME_${id}_VALUE_${own}`;
    const radio = attributes({
      type: 'radio',
      id: radioId,
      name: nameOf(field, id) ?? field.label,
      value: own,
      checked: label === field.text,
    });
    return html`<div class="radio"><input${radio}><label${attributes({ for: radioId, class: 'radio-field-label', title: label })}>${label}</label></div>`;
  });
  return html`<div role="radiogroup">${all}</div>`;
}

/** What is typed, and the code in a hidden field without id; the script beside it names that field. */
function autocomplete(field: Field, options: Options, id: string | null): Html {
  const codePath = `pageBean.${field.path}Code`;
  const code = options.find(({ text: each }) => each === field.text)?.code ?? '';
  const box = attributes({
    type: 'text',
    id,
    name: nameOf(field, id),
    class: 'jsAutoCompleteClass form-control',
    value: field.text ?? '',
    autocomplete: 'off',
  });
  const script = { markup: `registerAutocomplete("${id}","${codePath}","");` };
  return html`<span class="pickupControls"><input${box}><input${attributes({ type: 'hidden', name: codePath, value: code })}><button${attributes({ id: id && `PICKUP_ID_${id}`, type: 'button', class: 'improvedPickup', 'aria-label': field.label, 'data-does': 'nothing' })}>…</button><ul class="jsItemsForAutocomplete hide"><li data-code="FACULTY">Faculty</li></ul><script>${script}</script></span>`;
}

/** A combo box: the visible input bears the field's id, the hidden select the codes; what was chosen lately stands there twice. */
function combo(look: FieldLook, field: Field, options: Options, id: string | null): Html {
  const isStarted = look.skeleton.combos === 'started';
  const code = codeIn(look, field, options);
  const name = nameOf(field, id);
  const box = attributes({
    id,
    type: 'text',
    role: 'combobox',
    class: isStarted ? 'jsComboInit form-control' : 'jsComboPlaceholder jsLazyInit form-control',
    value: field.text ?? '',
    'aria-label': isStarted ? field.label : (code ?? 'Null'),
    autocomplete: 'off',
  });
  const select = attributes({
    id: id && `${id}_hiddenSelect`,
    name,
    class: `${isStarted ? 'jsComboboxInit' : 'jsCombobox'} hiddenSelect hide`,
    title: code,
    tabindex: -1,
    'aria-hidden': 'true',
    'data-posts': field.postsBack,
  });
  const all = options.map(({ code: each, text: label }, n) => ({ code: codeOf(look, each, n), label }));
  const lately = all.at(-1);
  return html`<span class="comboBox"><input${box}><select${select}><option class="jsKeepBottom" value="Null"></option>${
    lately &&
    html`<optgroup label="Recent"><option${attributes({ class: 'selectionHistoryItem', value: lately.code })}>${lately.label}</option></optgroup>`
  }<optgroup label=" ">${all.map((each) => html`<option${attributes({ value: each.code, selected: each.code === code })}>${each.label}</option>`)}</optgroup></select>${comboList(
    field,
    [{ label: '' }, ...(lately ? [lately] : []), ...all],
    id,
  )}</span>`;
}

/** What the combo box opens: its lines are those of the select, in the same order. */
const comboList = (field: Field, lines: readonly { readonly label: string }[], id: string | null): Html =>
  html`<button${attributes({ id: id && `${id}_hiddenSelect_button`, type: 'button', class: 'comboButton jsRemoveOnInit', 'aria-label': field.label })}>▾</button><ul${attributes(
    { id: id && `${id}_hiddenSelect_list`, class: 'comboList', hidden: true },
  )}>${lines.map(({ label }) => html`<li${attributes({ title: label })}><a href="#">${label}</a></li>`)}</ul>`;
