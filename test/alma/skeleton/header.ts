import type { Look } from '../description.ts';
import { attributes, type Html, html } from '../html.ts';
import { awkwardName, exLibrisAccount, ordinaryPatron, shownName } from '../people.ts';
import { shownDay, word } from '../words.ts';
import { scriptPattern } from './dates.ts';

/** Menus of the platform by their keys without dots; a missing one says nothing. */
const menus = ['acquisition', 'resource', 'discovery', 'fulfillment', 'admin', 'analytics'] as const;

/**
 * The platform's header: main menu, the search of 2022 and the new one (which may be hidden), what was searched lately, and the person who
 * is signed in. All of it is about other people than the page is. `entry` names the page that was entered first.
 */
export function header(look: Look, entry: string): Html {
  return html`<div id="almaHeader" class="almaHeader"><span class="brand">alma</span><nav class="mainMenu">${menus.map(
    (key) => html`<button id="menu_button_comexlibrisdpsmenu${key}" type="button" class="menuButton">${key}</button>`,
  )}</nav>${newSearch(look)}${search(look, entry)}<span class="clock" aria-hidden="true">09:00:00</span><span class="locationName" id="locationButton">Main Library</span>${signedIn()}</div>`;
}

/** The new search: in the document, and not shown before it is switched on. */
const newSearch = (look: Look): Html =>
  html`<ex-component-loader class="hidden"><persistent-search><ex-new-combobox id="ngSimpleSearchKeyButton"><button type="button">${word(look.language, 'manageUsers')}</button></ex-new-combobox><alma-combobox id="ngSimpleSearchIndexes"></alma-combobox><input${attributes(
    {
      id: 'NEW_ALMA_MENU_TOP_NAV_Search_Text',
      type: 'text',
      value: exLibrisAccount.id,
      'aria-label': word(look.language, 'find'),
    },
  )}><ex-button id="ngPerformSearchBtn"><button type="button">⌕</button></ex-button></persistent-search></ex-component-loader>`;

function search(look: Look, entry: string): Html {
  const { language } = look;
  const currentUrl = html`<input type="hidden" name="pageBean.currentUrl" value="/infra/action/pageAction.do?xmlFileName=${entry}">`;
  const text = attributes({
    id: 'ALMA_MENU_TOP_NAV_Search_Text',
    type: 'text',
    autocomplete: 'off',
    'aria-label': word(language, 'find'),
  });
  const pattern = scriptPattern(look);
  return html`<alma-search id="almaSearch"><div id="persistentSearchWrapper" class="headerSearch"><form id="searchForm" action="/infra/action/pageAction.do?xmlFileName=search.search_router.xml&amp;operation=searchUXP" method="post">${currentUrl}<button id="simpleSearchIndexButton" type="button"><span id="simpleSearchIndexDisplay">${word(language, 'manageUsers')}</span></button><ul class="hide"><li id="ADD_HIDERADIO_TOP_NAV_Search_input_USER" data-search-key="USER" data-search-label="Users"><a href="#">${word(
    language,
    'manageUsers',
  )}</a></li></ul><input${text}><button id="simpleSearchBtn" type="button" aria-label="${word(language, 'find')}">⌕</button></form>${recentSearches()}<form id="advSearchForm" class="hide">${currentUrl}<ul><li id="ADD_HIDERADIO_TOP_NAV_Adv_Search_input_USER" data-search-key="USER"></li></ul>${dateRange(look)}</form></div>${
    pattern && {
      markup: `<script>function getDateFormat(){ return '${pattern}'; } function getTimeFormat(){ return 'kk:mm'; }</script>`,
    }
  }</alma-search>`;
}

/** What this person looked for lately: other people's names and identifiers. */
const recentSearches = (): Html =>
  html`<ul id="recentSearchesList" class="hide">${[ordinaryPatron, exLibrisAccount, awkwardName].map(
    (person, n) =>
      html`<li data-recentsearchid="${41 + n}" data-key="USER"><a href="#" title="${person.id ?? ''}"><span class="recentSearchType">Primary identifier</span> <span>${person.id ?? ''}</span> <span>${shownName(person)}</span></a></li>`,
  )}</ul>`;

/** A range of days in the advanced search, whose hidden parts do not say what its text says. */
function dateRange(look: Look): Html {
  const day = ordinaryPatron.birthDate && shownDay(ordinaryPatron.birthDate, look.dateFormat, look.language);
  const zero = (part: string) =>
    html`<select${attributes({ id: `pageBeansearchRange${part}`, name: `pageBean.searchRange.${part}UI`, class: `jsHidden${part[0]?.toUpperCase()}${part.slice(1)} hide` })}><option value="0">${part}</option><option value="1">01</option></select>`;
  return html`<label for="pageBeansearchRange"><span class="displayTableCell">${word(look.language, 'expiryDate')}</span></label><input${attributes({ id: 'pageBeansearchRange', class: 'jsCalendarRange', type: 'text', value: `${day} - ${day}` })}>${['day', 'month', 'year'].map(zero)}<select${attributes(
    { id: 'pageBeanstatusFacet', name: 'pageBean.statusFacet.valuesUI', class: 'jsComboboxInit', multiple: true },
  )}><option value="INACTIVE" selected>${word(look.language, 'INACTIVE')}</option></select>`;
}

/** Whoever is signed in: the tooltip of the button, and a menu with the same name. */
const signedIn = (): Html =>
  html`<span class="userMenu"><button${attributes({ id: 'user_menu_btn', type: 'button', title: '', 'data-original-title': `Teasel-Wright, Ione (iteasel@example.org)`, 'aria-label': 'Teasel-Wright, Ione' })}>IT</button><div class="dropdown-menu userMenuContent"><span class="loggedUser">Teasel-Wright, Ione</span> <span>iteasel@example.org</span></div></span>`;
