/**
 * Pages in the skeleton of the platform of 2026, written by hand from the public facts about it (saved pages of February 2026 of the same
 * generator). Synthetic: no page of a real Alma, and no real person.
 */
import { chooseOptions, goTo } from './show-page.ts';

/** A list of the platform. `id` may hold dots: all ids below the container lose them. */
export interface PlatformList {
  readonly id?: string;
  /** Columns by their path; a dot in it is lost, too. */
  readonly columns?: readonly (readonly [path: string, title: string])[];
  /** The cells of each row as HTML; a text alone is wrapped as the platform wraps it. */
  readonly rows?: readonly (readonly string[])[];
  /** The text of the list's own counter; `undefined`: as many as there are rows. */
  readonly counter?: string | null;
  /** What the hidden counter says; `null`: there is none. */
  readonly recordCount?: string | null;
  readonly listCount?: string;
  /** The code that the list's filter stands on. */
  readonly filter?: string;
  readonly tools?: string;
  /** Title of the sub-heading before the list. */
  readonly heading?: string;
  /** Without a table, as an empty list is drawn. */
  readonly empty?: boolean;
}

export const roleColumns = [
  ['role.name', 'Role'],
  ['role.status', 'Status'],
  ['role.scope', 'Scope'],
  ['expiryDate', 'Expiration date'],
] as const;

/** What a text cell holds: a span with the whole text in its title, or a dash without one. */
export const textCell = (id: string, text: string): string =>
  text === '' || text === '-'
    ? `<span id="SPAN_${id}" class="labelField" dir="">-</span>`
    : `<span id="SPAN_${id}" class="labelField" dir="" title="${text}">${text}</span>`;

/** The platform's own toggle, as it stands in a cell. */
export const toggleCell = (on: boolean, id = 'pageBeanuserRoles0active'): string =>
  `<div class="checkContainer${on ? '' : ' inactive'}"><div class="toggleCheck" tabindex="0"></div><input type="submit" class="submitableIcons jsBlockScreen" id="${id}" name="genericOperation" alt="/infra/images/icon_${on ? 'active' : 'inactive'}.png" style="background-image:url(/infra/images/icon_${on ? 'active' : 'inactive'}.png)"></div>`;

const filterOf = (list: string, code: string): string =>
  `<div class="tableFilters"><fieldset><div class="tableFilter"><label for="pagehdListfilterValue1">Role : </label><div class="combo">Role</div><select id="page${list}filterValue1_hiddenSelect" class="jsFilter hide" name="page.hdList.filterValue1"><option value="ALL"${code === 'ALL' ? ' selected' : ''} title="ALL">All</option><option value="${code === 'ALL' ? '26' : code}"${code === 'ALL' ? '' : ' selected'}>Some</option></select><input type="hidden" name="page.hdList.filterValue1" value="${code}"></div></fieldset></div>`;

/** A list in its container, with everything that stands around it there. */
export function platformList({
  id = 'user.userRoles',
  columns = roleColumns,
  rows = [],
  counter,
  recordCount,
  listCount,
  filter,
  tools = '',
  heading,
  empty = false,
}: PlatformList = {}): string {
  const list = id.replaceAll('.', '');
  const text = counter === undefined ? `1 - ${rows.length} of ${rows.length} ` : counter;
  const counted = recordCount === undefined ? String(rows.length) : recordCount;
  const heads = columns.map(
    ([path, title]) =>
      `<th id="SELENIUM_ID_${list}_HEADER_${path.replaceAll('.', '')}" title="${title}" alt="${title}" scope="col" class="dragHandler">\n\t\t${title}</th>`,
  );
  const lines = rows.map((cells, n) => {
    const drawn = cells.map((cell, at) => {
      const cellId = `SELENIUM_ID_${list}_ROW_${n}_COL_${columns[at]?.[0].replaceAll('.', '')}`;
      return `<td id="${cellId}"${/^</.test(cell) ? ' class="center picture"' : ''}>${/^</.test(cell) ? cell.replaceAll('{id}', cellId) : textCell(cellId, cell)}</td>`;
    });
    return `<tr class="${n % 2 ? 'even' : 'odd'} jsRecordContainer" id="recordContainer${id}${n + 1}"><td class="draggableColumn"><input type="text" class="rowOrder" name="pageBean.${id}[${n}].order" value="${n + 1}"></td><td class="tableListNumeration number" id="numCell${id}${n + 1}${n}">${n + 1}</td><td><input type="checkbox" id="pageBean${list}${n}selected" name="pageBean.${id}[${n}].selected" value="true" title="false"><input type="hidden" name="pageBean.${id}[${n}].selected" value="false"></td>${drawn.join('')}<td class="listActionContainer"><div class="btn-group dropdown"><button type="button" id="input_${list}_${n}" class="jsCloseableContainerOpener" data-toggle="dropdown" aria-expanded="false" title="Actions"></button><ul id="ROW_ACTION_${list}_${n}" class="listActions listActionsForContextMenu dropdown-menu"><li id="ROW_ACTION_${list}_${n}_c.button.delete"><a class="sel-id-LINK_cbuttondelete submitUrl" role="button" title="Remove">Remove</a><input type="submit" class="submitAsLink hide" value="Remove"></li></ul></div></td></tr>`;
  });
  const table = `<label class="sr-only" id="${list}Numbers_label">Row number</label><div class="typeD"><table border="0" class="jsList table table-striped table-hover" id="TABLE_DATA_${list}"><thead class="tableFloatingHeaderOriginal"><tr><th id="${list}order" class="draggableColumn"></th><th id="${list}Numbers" aria-labelledby="${list}Numbers_label"></th><th id="SELENIUM_ID_${list}_HEADER_selected" title="??????" scope="col">&nbsp;</th>${heads.join('')}<th id="${list}actionsColumn" data-noresize="true"></th></tr></thead><tbody>${lines.join('')}</tbody></table></div><script>HideActionsByTableId('TABLE_DATA_${list}');</script>`;
  const none = `<div class="typeC2 lightGreyBg"><div class="font26"><i class="fa fa-list-alt"></i></div><div>Nothing was added here yet</div></div>`;
  const up =
    empty || text === null
      ? ''
      : `<span id="PAGINATION_up_${list}_records" class="listNumOfRecords margin0"${listCount === undefined ? '' : ` data-listcount="${listCount}"`}>${text}</span>`;
  const hidden =
    counted === null
      ? ''
      : `<span id="${list}_record_count" class="recordCount hide">${counted}</span><span id="${list}_list_size" class="recordCount hide"></span><span id="${list}_export_bulk_size" class="hide"></span>`;
  return `${heading === undefined ? '' : `<div id="EmptyForm"><div class="form"><fieldset class="subsection"><legend>${heading}</legend></fieldset></div></div>`}<div class="almaList listTypeTable" id="${id}"><div class="upperActions"><div class="upperActionsLeft">${up}${hidden}</div><div class="upperActionsRight">${tools}</div></div>${filter === undefined ? '' : filterOf(list, filter)}${empty ? none : table}</div>`;
}

/** A section that can be folded, with its title. */
export const section = (title: string, body: string, open = true): string =>
  `<div class="panel section card"><div id="FORM_LABEL_idCollapseTagUXP_62"><a class="collapsible" aria-expanded="${open}" aria-controls="idCollapseTagUXP_62"><span class="sectionTitle">${title}</span></a></div><div id="idCollapseTagUXP_62" class="panel-collapse collapse${open ? ' in show' : ''}" role="tabpanel"><fieldset><legend class="hidden-legend">${title}</legend>${body}</fieldset></div></div>`;

/** A field's frame: label, then what shows the value. */
export const field = (label: string, path: string, shown: string): string =>
  `<div class="form row"><div class="col col-md-6"><div class="row jsRequired"><label class="control-label" for="pageBean${path}"><span class="displayTableCell verticalMiddle">${label}</span><span class="mandatoryIcon"> </span><span class="dummySpace">&nbsp;</span></label><div class="col form-field">${shown}</div></div></div></div>`;

/** A read-only value: no element has the id that its label points at. */
export const readOnly = (label: string, path: string, value: string): string =>
  field(
    label,
    path,
    `<span id="SPAN_FORM_ID_SECTION_user.details.text_FORM_UserDetails_INPUT_pageBean${path}" class="labelField" dir="auto">${value}</span>`,
  );

/** The page's entities as its script writes them; `link` stands there as it is. */
export const entities = (...all: readonly (readonly [type: string, link: string])[]): string =>
  entityText(JSON.stringify({ entities: all.map(([type, link]) => ({ type, link })) }).replaceAll('"', '\\"'));

/** The same with whatever stands between the quotes. */
export const entityText = (json: string): string =>
  `<div id="apm-set"><script>window.AlmaPageMetadata.swap(false);window.AlmaPageMetadata.set(JSON.parse('${json}'));</script></div>`;

export interface PlatformPage {
  readonly bodyId?: string;
  /** The page's name inside the fragment; `null`: the fragment does not say. */
  readonly xml?: string | null;
  readonly title?: string;
  readonly titleCounter?: boolean;
  readonly name?: string;
  readonly tab?: string | null;
  readonly content?: string;
  readonly apm?: string;
  readonly scripts?: string;
  readonly mode?: string;
  readonly currentUrl?: string;
  readonly lang?: string;
  /** What else the shell holds, such as a side pane. */
  readonly beside?: string;
}

const userXml = 'user.user_details_general.xml';
const tabKeys = ['generalInformation', 'contactInformation', 'identifier', 'notes'];

const header = (url: string): string =>
  `<header id="almaHeader"><button id="user_menu_btn" title="Ostrich, Olga" data-original-title="Ostrich, Olga">OO</button><persistent-search><input id="NEW_ALMA_MENU_TOP_NAV_Search_Text" value="ostrich"><label for="pageBeanprimaryIdentifier">Primary identifier</label><input id="pageBeanprimaryIdentifier" value="header@example.org"></persistent-search><alma-search id="almaSearch"><script>function getTimeFormat(){return 'kk:mm';}</script><form id="searchForm"><input type="hidden" name="pageBean.currentUrl" value="${url}"><input type="hidden" name="pageViewMode" value="Pickup"></form><form id="advSearchForm"><input type="hidden" name="pageBean.currentUrl" value="${url}"></form><ul id="recentSearchesList"><li data-recentsearchid="1" data-key="USER">Primary identifier: recent@example.org</li></ul></alma-search></header>`;

/** The body's content: shell, header and fragment. */
export function platformBody({
  xml = userXml,
  title = 'User Details',
  titleCounter = true,
  name = 'Wren, Ada',
  tab = 'generalInformation',
  content = '',
  apm = '',
  scripts = '',
  mode = 'Edit',
  currentUrl = '/mng/action/pageAction.do?xmlFileName=user.first_page.xml',
  beside = '',
}: PlatformPage = {}): string {
  const tabs =
    tab === null
      ? ''
      : `<ul>${tabKeys.map((key) => `<li id="cuseruser_detailswizard${key}_span"><a href="#" aria-selected="${key === tab}">${key}</a></li>`).join('')}</ul>`;
  const says =
    xml === null
      ? ''
      : `<span id="dynamic_title" class="hide">${title}</span><span id="dynamic_body_id" class="hide">body_id_xml_file_${xml}</span><a id="dynamic_help_for_page" class="hide" data-help-id="com.exlibris.dps.wrk.general.menu.user"></a><input type="hidden" id="boomerang_page_id" value="${xml}"><input type="hidden" id="entryPointMenuItemXML" value="user.first_page.xml">`;
  const action =
    xml === null ? '/mng/action/pageAction.do' : `/mng/action/pageAction.do?pageViewMode=Edit&amp;xmlFileName=${xml}`;
  const who = name === '' ? '' : `<div class="summary"><span id="pageBeanname">${name}</span></div>`;
  const fragment = `<div id="externalHtml"><div id="fullPageContent"><div id="pageContentParent"><div id="pageContent">${scripts}<form id="pageForm" action="${action}"><input type="hidden" name="pageBean.currentUrl" value="${currentUrl}"><input type="hidden" name="pageViewMode" value="${mode}"><input type="hidden" name="uniqueId" value="1770800000000">${says}<div id="breadcrumbs" class="jsHideInIframePopup" style="width: 900px"><div class="pageTitleWrap crumbsContainer btnsLine"><i id="generic_back_button"></i><span class="pageTitle" id="generic_back_button">${title}${titleCounter ? '<span class="listNumOfRecords"></span>' : ''}</span></div><div class="btnWrapper jsResponsive-parent"><div class="pull-right"><button type="submit" id="PAGE_BUTTONS_cbuttonsave" name="genericOperation" class="jsBlockScreen jsHotkeyHint" data-hint-title="S" data-original-title="Alt + S">Save</button></div><div class="responsiveMenuContainer"><ul class="responsiveMenu"></ul></div></div></div><div id="breadcrumbsAffixedElementPlaceholder" class="affixedElementPlaceholder" style="height:46px"></div>${who}${tabs}${content}</form>${apm}</div></div></div></div>`;
  return `<base-root class="base-denim_blue-theme"><main-layout><div id="loadingBlocker" class=".d-none hide" role="alert"></div>${header(currentUrl)}<div id="mcw"><div id="ng_content"><page-wrapper>${fragment}</page-wrapper></div></div>${beside}</main-layout></base-root><div class="cdk-overlay-container"></div>`;
}

/** Draws such a page into the test's document. */
export function drawPlatform(document: Document, page: PlatformPage = {}): void {
  document.documentElement.lang = page.lang ?? 'en';
  document.body.id = page.bodyId ?? `body_id_xml_file_${page.xml ?? userXml}`;
  document.body.innerHTML = platformBody(page);
  chooseOptions(document);
  goTo('/ng/page;u=x');
}

/** What General Information shows in read-only values, without the roles. */
export const platformFields: readonly string[] = [
  readOnly('Primary identifier', 'userprimaryIdentifier', 'awren@example.org'),
  readOnly('Record type', 'userrecordType', 'Staff'),
  readOnly('Account type', 'useraccountType', 'External'),
  readOnly('Status', 'userstatus', 'Active'),
  readOnly('User group', 'useruserGroup', 'Library Staff'),
  readOnly('Expiration date', 'userexpiryDate', '12/31/2027'),
  readOnly('Purge date', 'userpurgeDate', '-'),
];
