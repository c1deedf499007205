import type { IdFamily } from '../description.ts';
import { attributes, type Html, html } from '../html.ts';

/** A choice of what a list lets through. Its code for everything is `ALL` in every language; a hidden field repeats what is chosen. */
export function listFilter(
  ids: IdFamily,
  name: string,
  label: string,
  choices: readonly { readonly code: string; readonly text: string; readonly chosen: boolean }[],
): Html {
  const path = `page.sections[3].widgetList[0].hdList.${ids === 'likely' ? name : 'f'}filterValue1`;
  const id = ids === 'bare' ? null : path.replace(/\W/g, '');
  const chosen = choices.find((choice) => choice.chosen)?.code ?? 'ALL';
  const select = attributes({ id: id && `${id}_hiddenSelect`, class: 'jsFilter', name: path, title: chosen });
  return html`<label${attributes({ for: id })}>${label}: </label><select${select}>${choices.map(
    (choice) => html`<option${attributes({ value: choice.code, selected: choice.chosen })}>${choice.text}</option>`,
  )}</select><input${attributes({ type: 'hidden', name: path, value: chosen })}>`;
}

/** A small form above a list, closed by no class that says so. */
export const widget = (list: string, content: Html): Html =>
  html`<li${attributes({ id: `widgetContainer_Right_${list}New` })}><div id="widgetId_Right_${list}New"><button type="button" class="btn" data-does="menu">+</button><ul id="link_action_widget_c.${list}.new" class="linkActionWidget dropdown-menu jsCloseableIgnore">${html`<li>${content}</li>`}</ul></div></li>`;
