// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type AlmaPage, managementPage, otherPage, rolePage, userDetails, userList } from './description.ts';
import { offeredRoles } from './neighbours.ts';
import { crowd, exLibrisAccount, externalStaff, namedUser, ordinaryPatron, withoutRoles } from './people.ts';
import { render } from './render.ts';

type Details = Parameters<typeof userDetails>[1];

function shown(page: AlmaPage): Document {
  const document = new DOMParser().parseFromString(render(page), 'text/html');
  // This DOM does not always choose by itself what the markup chooses.
  for (const option of document.querySelectorAll<HTMLOptionElement>('option[selected]')) option.selected = true;
  return document;
}
const record = (other: Details = {}, person = namedUser): Document =>
  shown(userDetails(person, { ...other, layout: '2026' }));

const one = (root: ParentNode, selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const every = (root: ParentNode, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
const textOf = (root: ParentNode, selector: string): string => (one(root, selector).textContent ?? '').trim();

/** The things that a page's script text names, as the platform's own script would take them. */
function entitiesIn(document: Document): { type: string; link: string }[] {
  const [, quoted = ''] = /set\(JSON\.parse\('(.*)'\)\)/.exec(textOf(document, '#apm-set script')) ?? [];
  const text = quoted.replace(/\\(u003c|.)/g, (_, sign: string) => (sign === 'u003c' ? '<' : sign));
  return JSON.parse(text).entities;
}

describe('the shell of 2026', () => {
  const path =
    'base-root > main-layout #mcw > #ng_content > page-wrapper > #externalHtml > #fullPageContent > #pageContentParent > #pageContent > form#pageForm';

  it('holds the form where the saved pages hold it, whatever the page', () => {
    const look = { layout: '2026' } as const;
    for (const page of [
      userDetails(namedUser, look),
      userList(crowd(3), look),
      rolePage('add-role', ordinaryPatron, offeredRoles, look),
      managementPage('purge-add-job', look),
      otherPage('vendor-contact', namedUser, look),
    ]) {
      const form = one(shown(page), path);
      expect(form.getAttribute('action'), page.screen).toMatch(
        /pageAction\.do\?pageViewMode=Edit&xmlFileName=[\w.]+\.xml$/,
      );
    }
  });

  it('names the page inside the fragment, and the page that was entered first in every currentUrl', () => {
    const document = record();
    const xml = 'user.user_details_general.xml';
    expect(document.body.id).toBe(`body_id_xml_file_${xml}`);
    expect(textOf(document, '#pageForm #dynamic_body_id')).toBe(document.body.id);
    expect(one(document, '#boomerang_page_id').getAttribute('value')).toBe(xml);
    expect(one(document, 'a#dynamic_help_for_page').dataset.helpId).toMatch(/^com\.exlibris\.dps\./);
    const entered = every(document, '[name="pageBean.currentUrl"]');
    expect(entered.map(({ parentElement }) => parentElement?.closest('form')?.id)).toEqual([
      'searchForm',
      'advSearchForm',
      'pageForm',
    ]);
    for (const field of entered) expect(field.getAttribute('value')).toMatch(/xmlFileName=user\.user_list\.xml$/);
  });

  it('lets a page about something else have been entered from a record', () => {
    const document = shown(otherPage('vendor-contact', namedUser, { layout: '2026' }));
    expect(one(document, '#pageForm [name="pageBean.currentUrl"]').getAttribute('value')).toContain('user_details');
    expect(document.body.id).toContain('vendor');
  });

  it('can say its name in inputs, beside the form, or in the action alone, and keep the body of the page before', () => {
    expect(one(record({ skeleton: { identity: 'inputs' } }), 'input#dynamic_body_id').getAttribute('value')).toMatch(
      /general/,
    );
    expect(record({ skeleton: { identity: 'beside-form' } }).querySelector('#pageForm #dynamic_body_id')).toBeNull();
    expect(
      record({ skeleton: { identity: 'action' } }).querySelector('#dynamic_body_id, #boomerang_page_id'),
    ).toBeNull();
    const swapped = record({ skeleton: { bodyIdOf: 'page-before' } });
    expect(swapped.body.id).toContain('user_list');
    expect(textOf(swapped, '#dynamic_body_id')).toContain('user_details');
  });

  it('holds other people in its header only: recent searches, and who is signed in', () => {
    const document = record();
    const recent = one(document, '#recentSearchesList').textContent ?? '';
    expect(recent).toContain(ordinaryPatron.id);
    expect(one(document, '#user_menu_btn').dataset.originalTitle).toContain('@example.org');
    expect(one(document, '#externalHtml').textContent).not.toContain(ordinaryPatron.id);
    expect(document.querySelector('ex-component-loader.hidden #NEW_ALMA_MENU_TOP_NAV_Search_Text')).not.toBeNull();
    expect(document.querySelector('alma-search#almaSearch #ALMA_MENU_TOP_NAV_Search_Text')).not.toBeNull();
  });

  it('has an empty counter in the title, and the room of the title bar after it', () => {
    const document = record();
    expect(textOf(document, '#breadcrumbs .pageTitle > span.listNumOfRecords')).toBe('');
    expect(one(document, '#breadcrumbs').nextElementSibling?.id).toBe('breadcrumbsAffixedElementPlaceholder');
  });

  it('has its buttons by id and name, the first one first, in the bar or in the menu of a narrow window', () => {
    const inBar = every(record(), '.btnWrapper .pull-right > button');
    expect(inBar.map(({ id }) => id)).toEqual(['PAGE_BUTTONS_cbuttonsave', 'PAGE_BUTTONS_cbuttonnavigationcancel']);
    expect(inBar[0]?.getAttribute('name')).toBe('genericOperation');
    expect(inBar[0]?.dataset).toMatchObject({ hintTitle: 'S', originalTitle: 'Alt + S' });
    const narrow = record({ skeleton: { narrow: true } });
    expect(every(narrow, '.responsiveMenuContainer ul.responsiveMenu > li > button').map(({ id }) => id)).toEqual(
      inBar.map(({ id }) => id),
    );
    expect(every(narrow, '.btnWrapper button')).toEqual([]);
  });

  it('can show another record in the side pane, in a second form of the same id', () => {
    const document = record({ skeleton: { sidePane: ordinaryPatron } });
    expect(every(document, '#pageForm')).toHaveLength(2);
    expect(one(document, 'floating-sidepane[name="alma-main-sidepane"] #pageForm').textContent).toContain(
      ordinaryPatron.id,
    );
  });
});

describe('the things that the script text names', () => {
  it('are this user on a record and everybody on a list, percent-encoded, dots as well', () => {
    expect(entitiesIn(record())).toMatchObject([{ type: 'USER', link: '/users/mhollow%40example%2Eorg' }]);
    const list = shown(userList(crowd(40), { layout: '2026' }));
    expect(entitiesIn(list)).toHaveLength(20);
  });

  it('have their quotes escaped, so that the text as it stands is no JSON', () => {
    expect(textOf(record(), '#apm-set script')).toContain('{\\"entities\\":[{');
  });

  it('can be another user, two, nobody, or not there', () => {
    const linksWith = (entities: 'other' | 'several' | 'none') =>
      entitiesIn(record({ skeleton: { entities } })).map(({ link }) => decodeURIComponent(link));
    expect(linksWith('other')).toEqual([`/users/${ordinaryPatron.id}`]);
    expect(linksWith('several')).toEqual([`/users/${namedUser.id}`, `/users/${ordinaryPatron.id}`]);
    expect(linksWith('none')).toEqual([]);
    expect(record({ skeleton: { entities: 'absent' } }).getElementById('apm-set')).toBeNull();
  });
});

describe('the lists of 2026', () => {
  const ids = (document: Document, selector: string) => every(document, selector).map(({ id }) => id);

  it('keep the dots of their path in the ids of box, rows and numbers, and lose them in all others', () => {
    const document = record({ ids: 'unlike' });
    const box = one(document, '.almaList');
    expect(box.id).toBe('hfr.Privs');
    expect(one(box, 'table').id).toBe('TABLE_DATA_hfrPrivs');
    expect(ids(document, 'tr.jsRecordContainer')[0]).toBe('recordContainerhfr.Privs1');
    expect(ids(document, 'td.tableListNumeration')[0]).toBe('numCellhfr.Privs10');
    expect(ids(document, 'td[id*="_COL_prv"]')[0]).toBe('SELENIUM_ID_hfrPrivs_ROW_0_COL_prv');
  });

  it('have as many cells as heads, the special ones among them', () => {
    const table = one(record({ ids: 'unlike' }), '.almaList table');
    const heads = every(table, 'th');
    for (const row of every(table, 'tbody tr')) expect(row.children).toHaveLength(heads.length);
    expect(heads.map(({ id }) => id).filter((id) => !id.startsWith('SELENIUM'))).toEqual([
      'hfrPrivsorder',
      'hfrPrivsNumbers',
      'hfrPrivsactionsColumn',
    ]);
    expect(heads.filter(({ title }) => title === '??????')).toHaveLength(1);
  });

  it('count in a text without brackets, in its attribute, and in a hidden number', () => {
    const box = one(record(), '.almaList');
    const counter = one(box, '.listNumOfRecords');
    expect(counter.textContent).toBe('1 - 5 of 5 ');
    expect(counter.dataset.listcount).toBe('5');
    expect(every(box, '.recordCount').map(({ id, textContent }) => `${id}=${textContent}`)).toEqual([
      'userRolesList_record_count=5',
      'userRolesList_list_size=',
    ]);
  });

  it('have no table when they are empty, but a message, no counter, and the filter all the same', () => {
    const box = one(record({}, withoutRoles), '.almaList');
    expect(box.querySelector('table, .listNumOfRecords')).toBeNull();
    expect(textOf(box, '.typeC2')).toBe('No records were found.');
    expect(textOf(box, '[id$="_record_count"]')).toBe('0');
    expect(one(box, 'select.jsFilter').title).toBe('ALL');
  });

  it('show a filter that is set by its code, whatever the language', () => {
    const box = one(record({ language: 'fr', roleList: { extent: 'filtered' } }), '.almaList');
    expect(one(box, 'select.jsFilter').title).not.toBe('ALL');
    expect(one(box, '.tableFilter input[type="hidden"]').getAttribute('value')).not.toBe('ALL');
  });

  it('write an empty text as a dash without title, and leave an empty picture empty', () => {
    const empty = every(record(), 'td[id$="_COL_roleParameters"] span.labelField');
    expect(empty.map(({ textContent, title }) => `${textContent}${title}`)).toEqual(['-', '-', '-', '-', '-']);
    const icons = every(record({ roleList: { status: 'icon' } }, externalStaff), 'td.picture > i');
    expect(icons.map(({ title, dataset }) => `${title}${dataset.originalTitle}`)).toEqual([
      'Active',
      'Active',
      'Inactive',
    ]);
  });

  it('switch by a plain box beside a hidden button', () => {
    const cells = every(record({ roleList: { status: 'toggle' } }, externalStaff), 'td.picture > .checkContainer');
    expect(cells.map(({ className }) => className)).toEqual([
      'checkContainer',
      'checkContainer',
      'checkContainer inactive',
    ]);
    expect(cells.every((cell) => one(cell, 'input[type="submit"]').getAttribute('alt')?.includes('active.png'))).toBe(
      true,
    );
  });

  it('have menus whose holder is told from their entries by its tag', () => {
    const row = one(record(), 'tbody tr');
    expect(one(row, 'ul').id).toBe('ROW_ACTION_userRolesList_0');
    expect(every(row, 'li')[0]?.id).toBe('ROW_ACTION_userRolesList_0_c.ui.table.btn.edit');
    expect(every(row, 'li > a.submitUrl + input.submitAsLink')).toHaveLength(3);
  });

  it('tick by boxes whose value is true for every row', () => {
    const boxes = every(
      shown(rolePage('add-role', ordinaryPatron, offeredRoles, { layout: '2026' })),
      'tbody [type="checkbox"]',
    );
    expect(new Set(boxes.map((box) => box.getAttribute('value')))).toEqual(new Set(['true']));
    expect(boxes[0]?.getAttribute('name')).toBe('pageBean.roleTypesList[0].selected');
  });
});

describe('the fields of 2026', () => {
  it('show what nobody may change in a text whose id only ends in the one that the label points at', () => {
    const document = record({}, externalStaff);
    const label = every(document, 'label').find(({ textContent }) => textContent?.startsWith('Primary identifier'));
    const target = label?.getAttribute('for') ?? '';
    expect(document.getElementById(target)).toBeNull();
    expect(textOf(document, `[id^="SPAN_FORM_ID_SECTION_"][id$="_INPUT_${target}"]`)).toBe(externalStaff.id);
  });

  it('or in an input that is disabled', () => {
    const document = record({ skeleton: { readOnly: 'disabled' } });
    expect(one(document, 'input[disabled]').title).toBe('Internal');
  });

  it('choose from combo boxes whose hidden select has a code for nothing and what was chosen lately', () => {
    const document = record({}, { ...exLibrisAccount, userGroup: null });
    const select = one(document, '[id="pageBeanuseruserGroup_hiddenSelect"]') as HTMLSelectElement;
    expect(select.value).toBe('Null');
    expect(every(select, '.selectionHistoryItem')).toHaveLength(1);
    const status = one(document, '[id="pageBeanuserstatus"]');
    expect(status.className).toContain('jsLazyInit');
    expect(status.getAttribute('aria-label')).toBe('ACTIVE');
    expect(one(record({ skeleton: { combos: 'started' } }), '[id="pageBeanuserstatus"]').className).not.toContain(
      'jsLazyInit',
    );
  });

  it('or by buttons whose ids end in the code, or beside a hidden code', () => {
    const radios = record({ skeleton: { choices: 'radio' } });
    expect(one(radios, '[id="RADIO_ID_NAME_pageBeanuserstatus_VALUE_ACTIVE"]').hasAttribute('checked')).toBe(true);
    expect(radios.getElementById('pageBeanuserstatus')).toBeNull();
    const typed = record({ skeleton: { group: 'autocomplete' } });
    expect(one(typed, '[name="pageBean.user.userGroupCode"]').getAttribute('value')).toBe('STAFF');
  });

  it('tell the order of days in titles, attributes and scripts, or in none of them', () => {
    const date = (document: Document) => one(document, '[id="pageBeanuserexpiryDate"]');
    const all = record({ dateFormat: 'dmy' });
    expect(date(all).title).toBe('dd/MM/yyyy');
    expect(date(all).dataset.zdp_format).toBe('d/m/Y');
    expect(textOf(all, '#almaSearch script')).toContain("getDateFormat(){ return 'DD/MM/YYYY'; }");
    expect(textOf(all, '#pageContent script')).toContain("calendarDateRangeRender('DD/MM/YYYY'");
    const none = record({ dateFormat: 'dmy', skeleton: { dateOrder: 'nowhere' } });
    expect(date(none).title).toBe('');
    expect(none.documentElement.outerHTML).not.toContain('DD/MM/YYYY');
    const both = record({ dateFormat: 'dmy', skeleton: { dateOrder: 'contradicting' } });
    expect(date(both).title).toBe('MM/dd/yyyy');
  });

  it('repeat a day in hidden parts, which can be placeholders or another day', () => {
    const parts = (document: Document) =>
      ['Day', 'Month', 'Year'].map(
        (part) => (one(document, `[id^="pageBeanuserexpiryDate"].jsHidden${part}`) as HTMLSelectElement).value,
      );
    expect(parts(record())).toEqual(['31', '12', '2027']);
    expect(parts(record({ skeleton: { dateParts: 'placeholder' } }))).toEqual(['0', '0', '0']);
    expect(parts(record({ skeleton: { dateParts: 'other' } }))[0]).not.toBe('31');
  });

  it('keep what closed sections hold in the document', () => {
    const closed = record({ skeleton: { closedSections: true } });
    const section = one(closed, '.panel.section.card');
    expect(one(section, 'a.collapsible').getAttribute('aria-expanded')).toBe('false');
    expect(one(section, '.panel-collapse').classList.contains('show')).toBe(false);
    expect(section.querySelector('[id="pageBeanuserprimaryIdentifier"]')).not.toBeNull();
  });
});
