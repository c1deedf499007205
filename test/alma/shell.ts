import { type PageButton, pageButton } from './controls.ts';
import type { AlmaPage, Look } from './description.ts';
import { attributes, type Html, html } from './html.ts';
import { skeletonBody, skeletonBodyId } from './skeleton/shell.ts';
import { type Word, word } from './words.ts';

export interface Drawn {
  /** The name of the page's xml, as body id and address carry it; `null` for pages that are not classic ones. */
  readonly xml: string | null;
  readonly title: string;
  /** The counter that stands inside the title of a list page. */
  readonly titleCount?: string;
  readonly buttons: readonly PageButton[];
  /** Drawn only when the page is; the address is asked for more often. */
  readonly content: () => readonly Html[];
  /** What stands beside the page's form, such as a menu or a dialog. */
  readonly beside?: readonly Html[];
  /** What a narrow window's menu holds of the page's buttons. */
  readonly narrow?: readonly Html[];
  /** A page inside a frame has no shell around it. */
  readonly framed?: boolean;
  /** The name of the page's xml as the address carries it. */
  readonly addressXml: string | null;
}

/** Words that the page behaviour needs for dialogs and messages. */
const behaviourWords = [
  'confirmTitle',
  'areYouSure',
  'areYouSureRun',
  'areYouSureDelete',
  'confirm',
  'cancel',
  'done',
  'ACTIVE',
  'INACTIVE',
] as const satisfies readonly Word[];

/** What the server knows a page by, and whether the document links to what the server ships with it. */
export interface Served {
  readonly key: string;
  readonly address: string;
  readonly linked: boolean;
}

/** The whole document: shell, header, breadcrumbs, form. */
export function document(look: AlmaPage, drawn: Drawn, { key, address, linked }: Served): Html {
  const is2026 = look.layout === '2026';
  const words = Object.fromEntries(behaviourWords.map((each) => [each, word(look.language, each)]));
  const { layout, ids, confirm, confirmNames, clock } = look;
  const settings = { words, layout, ids, confirm, confirmNames, clock, key, address };
  const links = html`<link rel="stylesheet" href="/stand-in/look.css"><link rel="icon" href="data:,">
${is2026 && html`<script src="/stand-in/globals.js"></script>`}<script type="module" src="/stand-in/behaviour.js"></script>`;
  const bodyId = is2026
    ? skeletonBodyId(look, drawn.xml)
    : look.bodyId && drawn.xml
      ? `body_id_xml_file_${drawn.xml}`
      : null;
  const blocker = attributes({
    id: 'loadingBlocker',
    class: look.spinner ? null : is2026 ? '.d-none hide' : 'hide',
    role: is2026 ? 'alert' : null,
    'aria-busy': is2026 ? String(look.spinner) : null,
  });
  return html`<!DOCTYPE html>
<html${attributes({ lang: look.language })}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${drawn.title}</title><meta name="stand-in" content="${JSON.stringify(settings)}">
${linked && links}</head>
<body${attributes({ id: bodyId, class: is2026 ? 'layout2026' : `${look.layout}Layout`, 'data-mdeditoralwayson': is2026 ? 'false' : null })}>
<div${blocker}><div class="blockerWheel"></div></div>
${is2026 ? skeletonBody(look, drawn) : shell(look, drawn)}
<div class="standInNotice">Stand-in Alma: invented people, not an Ex Libris product</div>
</body></html>`;
}

function shell(look: Look, drawn: Drawn): Html {
  if (drawn.framed) return form(look, drawn);
  return look.layout === 'new' ? newShell(look, drawn) : oldShell(look, drawn);
}

const newShell = (look: Look, drawn: Drawn): Html =>
  html`<base-root><main-layout>${header(look)}<ex-main-layout><div class="mainContent"><page-wrapper>${form(look, drawn)}</page-wrapper></div></ex-main-layout></main-layout></base-root>`;

/** Synthetic but for the form, its ids and the constant address. */
const oldShell = (look: Look, drawn: Drawn): Html =>
  html`${header(look)}<div id="pageWrapper" class="mainContent">${form(look, drawn)}</div>`;

/** The header's menus and search. The ids of the search are known, the rest is synthetic. */
function header(look: Look): Html {
  return html`<div id="almaHeader"><span class="brand">alma</span><span class="headerSearch"><button id="simpleSearchIndexButton" type="button"><span id="simpleSearchIndexDisplay">${word(
    look.language,
    'manageUsers',
  )}</span></button><input${attributes({ id: 'ALMA_MENU_TOP_NAV_Search_Text', type: 'text', 'aria-label': word(look.language, 'find') })}><button${attributes(
    { id: 'simpleSearchBtn', type: 'button', 'aria-label': word(look.language, 'find') },
  )}>⌕</button></span><span class="clock" aria-hidden="true">09:00:00</span><span class="locationName" id="locationButton">Main Library</span></div>`;
}

function form(look: Look, drawn: Drawn): Html {
  const title = drawn.titleCount
    ? html`<span class="pageTitle withSearch">${drawn.title} <span>${drawn.titleCount}</span></span>`
    : html`<span class="pageTitle">${drawn.title}</span>`;
  return html`<form id="pageForm" method="post" action="/stand-in/post"><div id="breadcrumbs"><div class="pageTitleWrap crumbsContainer btnsLine">${title}<div class="btnWrapper">${drawn.buttons.map(
    (button) => pageButton(look.ids, button, look.controls),
  )}</div>${drawn.narrow && html`<div class="responsiveMenuContainer"><ul class="responsiveMenu">${drawn.narrow.map((entry) => html`<li>${entry}</li>`)}</ul></div>`}</div></div><div class="infoErrorMessages" role="status"></div>${
    drawn.xml &&
    look.ids !== 'bare' &&
    html`<input type="hidden" name="pageBean.currentUrl" value="/mng/action/pageAction.do?xmlFileName=${drawn.xml}">`
  }<div class="pageContent">${drawn.content()}</div>${drawn.beside}</form>`;
}

/** What differs between the bare family and the others: there even the body names nothing. */
export const xmlOf = (look: Look, xml: string): string | null => (look.ids === 'bare' ? null : xml);
