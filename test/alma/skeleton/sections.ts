import type { Look } from '../description.ts';
import { attributes, type Html, html } from '../html.ts';

/** A titled part of the form that can be closed. Its number says nothing, and is another one on another page. */
export function skeletonSection(
  { skeleton: { closedSections } }: Pick<Look, 'skeleton'>,
  title: string,
  content: Html | readonly Html[],
  foldClass: string,
): Html {
  const id = `idCollapseTagUXP_${60 + ([...title].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 900)}`;
  const link = attributes({
    class: `collapsible${closedSections ? ' collapsed' : ''}`,
    href: '#',
    'aria-expanded': String(!closedSections),
    'aria-controls': id,
    'data-does': 'fold',
  });
  const body = attributes({
    id,
    class: `panel-collapse collapse${closedSections ? '' : ' in show'}`,
    role: 'tabpanel',
  });
  const fields = foldClass === 'grid' ? fieldColumns(content) : content;
  return html`<div class="panel section card"><div id="FORM_LABEL_${id}" class="panel-heading"><a${link}><span class="sectionTitle">${title}</span></a></div><div${body}><fieldset><legend class="hidden-legend">${title}</legend><div class="${foldClass === 'grid' ? 'form' : `form ${foldClass}`}">${fields}</div></fieldset></div></div>`;
}

const fieldColumns = (content: Html | readonly Html[]): Html =>
  html`<div class="form row">${(Array.isArray(content) ? content : [content]).map((field: Html) => html`<div class="col col-md-6">${field}</div>`)}</div>`;
