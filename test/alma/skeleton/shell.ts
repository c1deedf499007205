import type { PageButton } from '../controls.ts';
import type { AlmaPage, Person } from '../description.ts';
import { attributes, type Html, html } from '../html.ts';
import { namingOf } from '../naming.ts';
import { shownName } from '../people.ts';
import type { Drawn } from '../shell.ts';
import { word } from '../words.ts';
import { scriptPattern } from './dates.ts';
import { entityScript } from './entities.ts';
import { skeletonRow } from './fields.ts';
import { header } from './header.ts';
import { skeletonSection } from './sections.ts';

/** The id of the body: that of this page, or still that of the page before. */
export function skeletonBodyId(page: AlmaPage, xml: string | null): string | null {
  if (!page.bodyId || xml === null) return null;
  const before = xml === entryPage(page) ? 'user.user_details_general.xml' : entryPage(page);
  return `body_id_xml_file_${page.skeleton.bodyIdOf === 'page-before' ? before : xml}`;
}

/** The page that was entered first, which this one's `currentUrl` goes on naming: the list of users; on pages about other things a record. */
function entryPage(page: AlmaPage): string {
  if (page.ids === 'bare') return 'p.xml';
  const isOfUsers = !['titles', 'vendor-contact', 'patron-services', 'set-details', 'invoice'].includes(page.screen);
  if (page.ids === 'unlike') return isOfUsers ? 'hfr.people.xml' : 'hfr.card_general.xml';
  return isOfUsers ? 'user.user_list.xml' : 'user.user_details_general.xml';
}

/** Everything in the body but the stand-in's own notice. */
export function skeletonBody(page: AlmaPage, drawn: Drawn): Html {
  if (drawn.framed) return fragment(page, drawn);
  return html`<base-root class="base-denim_blue-theme" ng-version="16.2.12"><main-layout>${header(page, entryPage(page))}<div class="mainLayoutContent"><div id="mcw"><div id="ng_content"><page-wrapper><div id="externalHtml">${fragment(page, drawn)}</div></page-wrapper></div></div></div></main-layout></base-root><floating-sidepane name="alma-main-sidepane"${attributes({ class: page.skeleton.sidePane ? 'open' : null })}>${
    page.skeleton.sidePane && sidePane(page, page.skeleton.sidePane)
  }</floating-sidepane><app-container id="ext-app-container"></app-container><div class="cdk-overlay-container"></div><div class="cdk-overlay-container"></div><div class="selection_bubble hide"></div><div id="ng_mdeditor_container"></div><div class="Zebra_DatePicker jsCloseableIgnore dp_hidden"></div><div id="ariaNotificationsText" class="sr-only" aria-live="polite"></div><span id="navigation-completed-msg" class="sr-only"></span><input type="hidden" id="use_inner_ajax_refresh" value="true">`;
}

/** What is swapped when another page comes: the page's name, its form, its script texts. */
function fragment(page: AlmaPage, drawn: Drawn): Html {
  const isBeside = page.skeleton.identity === 'beside-form';
  return html`<div id="fullPageContent">${isBeside && nameTexts(page, drawn)}<div id="pageContentParent"><div id="pageContent">${form(page, drawn)}${datesScript(page)}</div></div><div id="ngSummarySectionContainer" class="displayNone"></div><input type="hidden" id="mobidmainpagegenerator" value="page"><div id="pageFooter" class="jsHideInIframePopup"><img src="/infra/images/logo.png?version=February2026" alt=""> <span>version=February 2026</span></div>${entityScript(page)}</div>`;
}

function datesScript(page: AlmaPage): Html | null {
  const pattern = scriptPattern(page);
  return pattern === null ? null : { markup: `<script>calendarDateRangeRender('${pattern}', 'kk:mm');</script>` };
}

const inputs = (all: Readonly<Record<string, string>>, by: 'id' | 'name'): Html[] =>
  Object.entries(all).map(([name, value]) => html`<input${attributes({ type: 'hidden', [by]: name, value })}>`);

function form(page: AlmaPage, drawn: Drawn): Html {
  const mode = drawn.framed ? 'Pickup' : 'Edit';
  const action = `/mng/action/pageAction.do?pageViewMode=${mode}${drawn.xml === null ? '' : `&xmlFileName=${drawn.xml}`}`;
  const isNamed = !['beside-form', 'action'].includes(page.skeleton.identity);
  const hidden = {
    csrfToken: 'c0ffee',
    uniqueId: '1770000000000',
    wizardId: '',
    pageViewMode: mode,
    'pageBean.currentUrl': `/mng/action/pageAction.do?xmlFileName=${entryPage(page)}`,
    'pageBean.navigationBackUrl': '/mng/action/home.do?mode=ajax',
    'pageBean.ngSidepane': 'false',
    'page.sections[1].widgetList[0].hdList.orderBy': '',
  };
  return html`<form${attributes({ id: 'pageForm', method: 'post', action })}>${inputs(hidden, 'name')}${isNamed && nameTexts(page, drawn)}${inputs(
    { returnToListRowId: '', focusOnItemId: '', ngNavStepName: '', ngNavHash: '', currentContext: '/mng' },
    'id',
  )}<div id="progress" style="display:none"><button id="progress_cancel" type="button">×</button><div id="mask"></div></div><div id="screenMsgContainer"><div id="error" class="infoErrorMessages inlineMessageContainer" role="status"></div></div>${breadcrumbs(page, drawn)}<div class="pageContent">${drawn.content()}</div>${drawn.beside}</form>`;
}

/** The page's name as it stands inside the fragment. */
function nameTexts(page: AlmaPage, drawn: Drawn): Html {
  const bodyId = drawn.xml === null ? '' : `body_id_xml_file_${drawn.xml}`;
  const help =
    page.ids === 'likely'
      ? `com.exlibris.dps.wrk.general.menu.${page.screen.replaceAll('-', '.')}`
      : 'com.exlibris.dps.p';
  const link = html`<a${attributes({ id: 'dynamic_help_for_page', class: 'hide', href: '#', 'data-help-id': help })}></a>`;
  const hidden = inputs(
    {
      entryPointMenuItemXML: entryPage(page),
      boomerang_page_id: drawn.xml ?? '',
      boomerang_operation_id: 'c.button.next',
      page_type: 'page_generator',
    },
    'id',
  );
  if (page.skeleton.identity === 'inputs')
    return html`${inputs({ dynamic_title: drawn.title, dynamic_body_id: bodyId }, 'id')}${link}${hidden}`;
  return html`<div id="dynamic_title" class="hide">${drawn.title}</div><div id="dynamic_body_id" class="hide">${bodyId}</div>${link}${hidden}`;
}

/** Title and buttons. The title has a counter of its own, which is empty, and shares its id with the picture before it. */
function breadcrumbs(page: AlmaPage, drawn: Drawn): Html {
  const title = html`<i id="generic_back_button" class="icon backIcon" data-does="nothing"></i><span id="generic_back_button" class="pageTitle">${drawn.title} <span class="listNumOfRecords"></span></span>`;
  // The first button in the document is the one that matters most.
  const buttons = drawn.buttons.toReversed().map((button) => skeletonButton(page, button));
  const { narrow } = page.skeleton;
  const inMenu = [...(narrow ? buttons : []), ...(drawn.narrow ?? [])];
  return html`<div id="breadcrumbs" class="jsHideInIframePopup"><div class="pageTitleWrap crumbsContainer btnsLine">${title}<div class="btnWrapper jsResponsive-parent">${!narrow && buttons.map((button) => html`<div class="pull-right marLeft10">${button}</div>`)}</div><div class="responsiveMenuContainer"><button type="button" class="btn responsiveMenuButton" aria-label="…" data-does="responsive-menu">•••</button><ul class="responsiveMenu">${inMenu.map(
    (entry) => html`<li>${entry}</li>`,
  )}</ul></div></div></div><div id="breadcrumbsAffixedElementPlaceholder" class="affixedElementPlaceholder" style="height:46px"></div>`;
}

export function skeletonButton(page: Pick<AlmaPage, 'ids'>, button: PageButton): Html {
  const letter = button.hotkey?.toUpperCase();
  const all = attributes({
    id: page.ids === 'bare' ? null : `PAGE_BUTTONS_${button.k}`,
    class: `btn btn-secondary jsBlockScreen jsToolTipDelayed${letter ? ' jsHotkeyHint' : ''}`,
    type: 'submit',
    name: 'genericOperation',
    value: button.label,
    title: '',
    'data-hint-title': letter,
    'data-original-title': letter ? `Alt + ${letter}` : null,
    'data-hotkey': button.hotkey,
    'data-does': button.does,
    'data-to': button.to,
  });
  return html`<button${all}>${button.label}</button>`;
}

/** Another record, drawn beside the page: a second form with the ids of the first. */
function sidePane(page: AlmaPage, person: Person): Html {
  const row = (path: string, label: 'primaryId' | 'status' | 'expiryDate', text: string | null) =>
    skeletonRow(
      { ...page, labels: 'for', editable: false },
      { path, label: word(page.language, label), text, section: 'user_information' },
    );
  const fields = [
    row(namingOf(page.ids).field.primaryId, 'primaryId', person.id),
    row(namingOf(page.ids).field.status, 'status', word(page.language, person.status)),
  ];
  return html`<div class="sidepaneContent"><div id="fullPageContent"><div id="pageContent"><form id="pageForm" method="post" action="/mng/action/pageAction.do?pageViewMode=View&amp;xmlFileName=user.user_details_general.xml"><div id="dynamic_body_id" class="hide">body_id_xml_file_user.user_details_general.xml</div><div id="breadcrumbs"><span class="pageTitle">${word(page.language, 'userDetails')}</span></div><span id="pageBeanname" class="headline">${shownName(person)}</span>${skeletonSection(page, word(page.language, 'userInformation'), fields, 'grid')}</form></div></div></div>`;
}
