import { fieldRow, type PageButton, section } from './controls.ts';
import { type OtherPage, userDetails } from './description.ts';
import { type Html, html } from './html.ts';
import { list } from './list.ts';
import { shownName } from './people.ts';
import { type Drawn, xmlOf } from './shell.ts';
import { drawUserDetails } from './user-details.ts';
import { shownDay, type Word, word } from './words.ts';

interface Parts {
  readonly title: Word;
  readonly xml: string | null;
  readonly buttons?: (page: OtherPage) => PageButton[];
  readonly content: (page: OtherPage) => Html[];
}

/** Pages on which there is nothing to say about a user, however much some of them look like it. */
export function drawOtherPage(page: OtherPage): Drawn {
  if (page.screen === 'public-record') return drawUserDetails(userDetails(page.person, { ...page, editable: false }));
  const { title, xml, buttons, content } = parts[page.screen];
  return {
    xml: xml && xmlOf(page, xml),
    addressXml: xml,
    title: word(page.language, title),
    buttons: buttons?.(page) ?? [],
    content: () => content(page),
  };
}

const save = (page: OtherPage): PageButton[] => [
  { k: 'cbuttonsave', label: word(page.language, 'save'), does: 'save' },
];

const parts: Readonly<Record<Exclude<OtherPage['screen'], 'public-record'>, Parts>> = {
  home: {
    title: 'home',
    xml: null,
    content: (page) => [section(page, 'Tasks', html`<p>3 purchase requests</p>`, 'tabArea')],
  },
  login: {
    title: 'login',
    xml: null,
    content: (page) => [section(page, word(page.language, 'login'), loginFields(page))],
  },
  titles: { title: 'titles', xml: 'search.mms_results.xml', content: (page) => [titles(page)] },
  'vendor-contact': {
    title: 'vendorContact',
    xml: 'vendor.vendor_contact_details.xml',
    buttons: save,
    content: (page) => [
      tabsOf('cacqvendor_detailswizard', page),
      section(page, word(page.language, 'contact'), personFields(page, 'contactPerson')),
    ],
  },
  'patron-services': {
    title: 'patronServices',
    xml: 'loan.fulfillment_patron_workspace_loan_new_ui.xml',
    content: (page) => [
      patronHeader(page),
      section(page, word(page.language, 'general'), personFields(page, 'patron')),
      loans(page),
    ],
  },
  'set-details': {
    title: 'setDetails',
    xml: 'sets.set_details.xml',
    buttons: save,
    content: (page) => [section(page, word(page.language, 'setDetails'), setFields(page))],
  },
  invoice: {
    title: 'invoice',
    xml: 'invoice.invoice_summary_tab.xml',
    buttons: (page) => [
      { k: 'cbuttondelete', label: word(page.language, 'delete'), does: 'delete-line' },
      ...save(page),
    ],
    content: (page) => [invoiceLines(page)],
  },
  'angular-results': { title: 'titles', xml: null, content: (page) => [angularResults(page)] },
};

const field = (page: OtherPage, path: string, label: Word, text: string | null, editable = true): Html =>
  fieldRow({ ...page, labels: 'for', editable }, { path, label: word(page.language, label), text, section: 'main' });

const loginFields = (page: OtherPage): Html[] => [
  field(page, 'username', 'userName', null),
  field(page, 'password', 'pin', null),
];

/** Labels that stand on User Details too, about somebody who is not the user of a record that is open here. */
const personFields = (page: OtherPage, bean: string): Html[] => [
  field(page, `${bean}.firstName`, 'firstName', page.person.firstName),
  field(page, `${bean}.lastName`, 'lastName', page.person.lastName),
  field(page, `${bean}.primaryIdentifier`, 'primaryId', page.person.id),
  field(page, `${bean}.userGroup`, 'userGroup', page.person.userGroup?.name ?? null, false),
  field(page, `${bean}.status`, 'status', word(page.language, page.person.status), false),
  field(
    page,
    `${bean}.expiryDate`,
    'expiryDate',
    page.person.expiryDate && shownDay(page.person.expiryDate, page.dateFormat, page.language),
    false,
  ),
];

const tabsOf = (prefix: string, page: OtherPage): Html =>
  html`<ul class="nav nav-tabs" role="tablist">${(['general', 'contact', 'notes'] as const).map(
    (tab) =>
      html`<li id="${prefix}${tab}_span" role="presentation"><a href="#" role="tab" aria-selected="${String(tab === 'contact')}">${word(page.language, tab)}</a></li>`,
  )}</ul>`;

/** Ids of the old Patron Services page, as they were seen. */
const patronHeader = (page: OtherPage): Html =>
  html`<div class="summary"><span id="pageBeanfullPatronName" class="headline">${shownName(page.person)}</span><input id="pageBeanuserIDisplay" type="text" name="pageBean.userIDisplay" aria-label="${word(
    page.language,
    'primaryId',
  )}" value="${page.person.id ?? ''}"></div>`;

function numberedList(page: OtherPage, id: string, what: string, deletable = false): Html {
  const { rows, language } = page;
  return list({
    id,
    look: page,
    columns: [
      { path: 'title', label: word(language, 'title'), sortable: true },
      { path: 'status', label: word(language, 'status') },
    ],
    rows: Array.from({ length: rows }, (_, n) => ({
      key: `99${String(n).padStart(6, '0')}`,
      cells: [{ text: `${what} ${n + 1}`, shape: 'link' as const }, { text: word(language, 'ACTIVE') }],
      actions: deletable
        ? [
            { key: 'c.ui.table.btn.edit', label: word(language, 'edit'), does: 'duplicate' as const },
            { key: 'c.ui.table.btn.delete', label: word(language, 'delete'), does: 'delete-line' as const },
          ]
        : [],
    })),
    counter: { first: Math.min(1, rows), last: rows, of: rows },
    pages: 1,
    found: null,
  });
}

const titles = (page: OtherPage): Html => numberedList(page, 'results', 'An Invented History of Lanterns, volume');
const loans = (page: OtherPage): Html => numberedList(page, 'loanList', 'Borrowed volume');
const invoiceLines = (page: OtherPage): Html => numberedList(page, 'invoiceLineList', 'Invoice line', true);

const setFields = (page: OtherPage): Html[] => [
  field(page, 'set.name', 'name', 'Left before 2025'),
  field(page, 'set.status', 'status', word(page.language, 'ACTIVE'), false),
  field(page, 'set.count', 'count', String(page.rows), false),
];

/** The kind of markup that Angular result pages have. */
const angularResults = (page: OtherPage): Html =>
  html`<ex-side-by-side><div class="ex-items-layout-content">${Array.from(
    { length: page.rows },
    (_, n) =>
      html`<mat-expansion-panel><button type="button" class="sel-record-actions-button">•••</button> Invented title ${n + 1}</mat-expansion-panel>`,
  )}</div></ex-side-by-side>`;
