// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { checkPage } from '../../src/alma/health.ts';
import type { ReadingOptions } from '../../src/alma/pages/options.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import type { FieldName, Reading } from '../../src/record/index.ts';
import { goTo } from './show-page.ts';
import { comboRow, draw, inputRow, ordinaryFields, row, userForm } from './synthetic-pages.ts';

const options: ReadingOptions = { dateOrder: 'auto', taughtLocators: [] };

beforeEach(() => goTo('/ng/page;u=x'));

/** What the reader makes of a field on a General Information tab with these rows. */
function readingOf(
  field: FieldName,
  rows: readonly string[],
  given: Partial<ReadingOptions> = {},
): Reading<unknown> | undefined {
  draw(document, userForm({ fields: rows }));
  return readUserPage(document, { ...options, ...given })?.record[field];
}

const found = (value: unknown) => ({ state: 'read', value });
const unreadFor = (why: string) => ({ state: 'unread', why });

describe('a field of User Details', () => {
  test('is found by its label whatever its id is', () => {
    expect(readingOf('primaryId', [row('Primary identifier', 'x7kQ', 'awren')])).toEqual(found('awren'));
  });

  test.each([
    'Primary identifier',
    '* PRIMARY   Identifier :',
    'Primary\u00a0identifier*',
    'Identifiant\u00a0principal\u00a0:',
    'Primäre Kennung',
  ])('is found by the label %s', (label) => {
    expect(readingOf('primaryId', [row(label, 'x7kQ', 'awren')])).toEqual(found('awren'));
  });

  test('is found by its id alone on the path of the user', () => {
    expect(readingOf('purgeDate', ['<span id="pageBeanhFrUserpurgeDate">2027-12-31</span>'])).toEqual(
      found('2027-12-31'),
    );
  });

  test.each(['proxyuserpurgeDate', 'purgeDateFrom', 'blockpurgeDate', 'searchFilterpurgeDate'])(
    'is not found by the id %s',
    (path) => {
      expect(readingOf('purgeDate', [`<span id="pageBean${path}">2027-12-31</span>`])).toEqual(
        unreadFor('not-on-this-page'),
      );
    },
  );

  test.each(['Loan status', 'Status of the request', 'Purge date'])(
    'is not found by an id under the label %s',
    (label) => {
      expect(readingOf('status', [row(label, 'userstatus', 'Active')])).toEqual(unreadFor('not-on-this-page'));
    },
  );

  test('is found by an id under a label in a language that is not known', () => {
    expect(readingOf('userGroup', [row('Gebruikersgroep', 'useruserGroup', 'Bibliotheek')])).toEqual(
      found('Bibliotheek'),
    );
  });

  test('whose label and id name two different fields is neither of them', () => {
    const swapped = [
      row('Expiration date', 'userpurgeDate', '2027-01-31'),
      row('Purge date', 'userexpiryDate', '2028-01-31'),
    ];
    expect(readingOf('expiryDate', swapped)).toEqual(unreadFor('not-on-this-page'));
    expect(readingOf('purgeDate', swapped)).toEqual(unreadFor('not-on-this-page'));
  });

  test('is the same whether read-only, typed or wrapped', () => {
    const label = '<div class="row"><label for="pageBeanq">Primary identifier</label>';
    for (const value of [
      '<span id="pageBeanq">awren</span>',
      '<input id="pageBeanq" value="awren">',
      '<textarea id="pageBeanq">awren</textarea>',
      '<span id="SPAN_FORM_ID_SECTION_c_FORM_x_INPUT_pageBeanq">awren</span>',
      '<span id="SPAN_FORM_ID_SECTION_c_FORM_x_INPUT_pageBeanq"><input id="pageBeanq" value="awren"></span>',
    ]) {
      expect(readingOf('primaryId', [`${label}${value}</div>`]), value).toEqual(found('awren'));
    }
  });

  test('beside a label that points nowhere is the one value of the row', () => {
    expect(
      readingOf('primaryId', ['<div class="row"><label>Primary identifier</label><span>awren</span></div>']),
    ).toEqual(found('awren'));
    expect(
      readingOf('primaryId', [
        '<div class="row"><div><label>Primary identifier</label></div><div><input value="awren"></div></div>',
      ]),
    ).toEqual(found('awren'));
  });

  test.each([
    '<div class="row"><label>Primary identifier</label><span>awren</span><span>bfinch</span></div>',
    '<div class="row"><label>Primary identifier</label><span class="helpText">The name that a person signs in with</span></div>',
    '<div class="row"><label for="pageBeangone">Primary identifier</label><span id="pageBeanother">bfinch</span></div>',
    '<div><label>Primary identifier</label></div><div><span>awren</span></div>',
    '<table id="TABLE_DATA_x"><tbody><tr><td><label for="pageBeanz">Primary identifier</label><span id="pageBeanz">awren</span></td></tr></tbody></table>',
    '<div class="modal"><div class="row"><label for="pageBeanz">Primary identifier</label><span id="pageBeanz">awren</span></div></div>',
    '<div style="display: none"><div class="row"><label for="pageBeanz">Primary identifier</label><span id="pageBeanz">awren</span></div></div>',
    '<template><div class="row"><label for="pageBeanz">Primary identifier</label><span id="pageBeanz">awren</span></div></template>',
    '<p>Primary identifier: awren</p>',
    row('Primary identifier', 'proxyforuserName', 'bfinch'),
  ])('is not read from %s', (html) => {
    expect(readingOf('primaryId', [html])?.state).toBe('unread');
  });

  test('that stands in a hidden copy as well is read from what is seen', () => {
    const hidden =
      '<div class="row hide"><label for="pageBeantpl">Status</label><span id="pageBeantpl">Inactive</span></div>';
    expect(readingOf('status', [hidden, row('Status', 'userstatus', 'Active')])).toEqual(found('ACTIVE'));
  });

  test.each([
    [row('Status', 'a1', 'Active'), row('Status', 'a2', 'Inactive')],
    [row('Status', 'userstatus', 'Active'), row('User status', 'a2', 'Deleted')],
    [row('Status', 'a1', 'Active'), '<span id="pageBeanuserstatus">Inactive</span>'],
    [row('Status', 'a1', 'Active'), '<span id="pageBeana1">Inactive</span>'],
    [row('Status', 'a1', 'Active'), row('Status', 'a2', '?')],
  ])('of which two places say different things is contradictory (%#)', (...rows) => {
    expect(readingOf('status', rows)).toEqual(unreadFor('contradictory'));
  });

  test('of which two places say the same is read', () => {
    expect(readingOf('status', [row('Status', 'a1', 'Active'), row('Estado', 'a2', 'Activo')])).toEqual(
      found('ACTIVE'),
    );
  });
});

describe('what stands behind a translation', () => {
  const groups = [
    ['', ''],
    ['STAFF', 'Mitarbeitende'],
    ['ALUM', 'Ehemalige'],
  ] as const;
  const types = [
    ['INTERNAL', 'wewnętrzny'],
    ['EXTERNAL', 'zewnętrzny'],
  ] as const;

  test('the name of a group is read, with its code beside it', () => {
    const named = { state: 'read', value: 'Ehemalige', code: 'ALUM' };
    const combo = comboRow('Benutzergruppe', 'q', 'Ehemalige', groups, 'ALUM');
    expect(readingOf('userGroup', [combo])).toEqual(named);
    expect(readingOf('userGroup', [combo, row('User group', 'summary', 'Ehemalige')])).toEqual(named);
    expect(
      readingOf('userGroup', [combo, comboRow('User group', 'r', 'Ehemalige', [['A2', 'Ehemalige']], 'A2')]),
    ).toEqual(unreadFor('contradictory'));
  });

  test('a group without a name is its code', () => {
    expect(readingOf('userGroup', [comboRow('Benutzergruppe', 'q', '', [['ALUM', '']], 'ALUM')])).toEqual(
      found('ALUM'),
    );
  });

  test('the code of a hidden select goes before its text', () => {
    expect(readingOf('accountType', [comboRow('Kontotyp', 'q', 'zewnętrzny', types, 'EXTERNAL')])).toEqual(
      found('EXTERNAL'),
    );
  });

  test('an empty choice is empty', () => {
    expect(readingOf('userGroup', [comboRow('Benutzergruppe', 'q', '', groups, '')])).toEqual(found(null));
  });

  test('a combo that shows nothing while something is chosen behind it is contradictory', () => {
    expect(readingOf('userGroup', [comboRow('Benutzergruppe', 'q', '', groups, 'ALUM')])).toEqual(
      unreadFor('contradictory'),
    );
  });

  test.each([
    ['ACTIVE', 'Neaktivn\u00ed', undefined],
    ['ACTIVE', 'Aktivn\u00ed', 'ACTIVE'],
    ['INACTIVE', 'Neaktivn\u00ed', 'INACTIVE'],
    ['INACTIVE', 'Aktivn\u00ed', undefined],
  ])('a status in words nobody knows, %s behind it and %s in sight, is %s', (code, words, status) => {
    const choices: [string, string][] = [
      ['ACTIVE', 'Aktivn\u00ed'],
      ['INACTIVE', 'Neaktivn\u00ed'],
    ];
    expect(readingOf('status', [comboRow('Status', 'q', words, choices, code)])).toEqual(
      status === undefined ? unreadFor('contradictory') : found(status),
    );
  });

  test('a combo that shows something else than is chosen behind it is contradictory', () => {
    expect(readingOf('userGroup', [comboRow('Benutzergruppe', 'q', 'Mitarbeitende', groups, 'ALUM')])).toEqual(
      unreadFor('contradictory'),
    );
    expect(readingOf('accountType', [comboRow('Kontotyp', 'q', 'Intern', types, 'EXTERNAL')])).toEqual(
      unreadFor('contradictory'),
    );
  });

  test.each([
    ['accountType', 'Account type', 'Internal with external authentication', 'INTEXTAUTH'],
    ['accountType', 'Kontotyp', 'Intern mit externer Authentifizierung', 'INTEXTAUTH'],
    ['accountType', 'Type de compte', 'Externe', 'EXTERNAL'],
    ['accountType', 'Tipo di account', 'Esterno', 'EXTERNAL'],
    ['recordType', 'Datensatztyp', 'Mitarbeiter', 'STAFF'],
    ['recordType', 'Type de notice', 'Professionnel', 'STAFF'],
    ['recordType', 'Tipo de registro', 'Contacto', 'CONTACT'],
    ['recordType', 'Tipo di record', 'Pubblico', 'PUBLIC'],
    ['status', 'Statut', 'Inactif', 'INACTIVE'],
    ['status', 'Status', 'Gelöscht', 'DELETED'],
    ['status', 'Stato', 'Attivo', 'ACTIVE'],
    ['status', 'Status', 'active', 'ACTIVE'],
  ] as const)('%s under %s: %s is %s', (field, label, text, code) => {
    expect(readingOf(field, [row(label, 'q', text)])).toEqual(found(code));
  });

  test.each(['Aktywny', '', '-', 'Active (until 2027)', 'Not inactive'])('the status %s is not guessed', (text) => {
    expect(readingOf('status', [row('Status', 'q', text)])).toEqual(unreadFor('unparseable'));
  });
});

describe('what is empty', () => {
  test.each(['-', '', '–', '\u00a0', ' — '])('%j is a purge date that was read and is not there', (text) => {
    expect(readingOf('purgeDate', [row('Purge date', 'q', text)])).toEqual(found(null));
    expect(readingOf('userGroup', [row('User group', 'q', text)])).toEqual(found(null));
  });

  test.each(['-', '', 'no primary id (123456789023)'])('%j is no primary identifier', (text) => {
    expect(readingOf('primaryId', [row('Primary identifier', 'q', text)])).toEqual(unreadFor('unparseable'));
  });
});

describe('days in the order of the page', () => {
  const expiry = row('Expiration date', 'q', '03/04/2027');
  const hint = (pattern: string) => inputRow('Purge date', 'r', '', `placeholder="${pattern}"`);

  const twoWays = { state: 'unread', why: 'two-ways', written: '03/04/2027' };

  test('an ambiguous day is not read without an order', () => {
    expect(readingOf('expiryDate', [expiry])).toEqual(twoWays);
  });

  test('the policy tells the order, or an input of the page', () => {
    expect(readingOf('expiryDate', [expiry], { dateOrder: 'dmy' })).toEqual(found('2027-04-03'));
    expect(readingOf('expiryDate', [expiry, hint('MM/DD/YYYY')])).toEqual(found('2027-03-04'));
  });

  test('orders that contradict each other tell nothing', () => {
    expect(readingOf('expiryDate', [expiry, hint('MM/DD/YYYY')], { dateOrder: 'dmy' })).toEqual(twoWays);
    expect(readingOf('expiryDate', [expiry, hint('MM/DD/YYYY'), hint('DD/MM/YYYY')])).toEqual(twoWays);
  });
});

describe('the name', () => {
  const names = [row('First name', 'f', 'Ada'), row('Last name', 'l', 'Wren')];

  test('is that of the header', () => {
    expect(readingOf('name', names)).toEqual(found('Wren, Ada'));
  });

  test('is not read where the fields below know another one', () => {
    expect(readingOf('name', [row('First name', 'f', 'Bo'), row('Last name', 'l', 'Finch')])).toEqual(
      unreadFor('contradictory'),
    );
  });

  test('is made of first and last name without a header', () => {
    draw(document, userForm({ fields: names }).replace(/<span id="pageBeanname">.*?<\/span>/, ''));
    expect(readUserPage(document, options)?.record.name).toEqual(found('Ada Wren'));
  });
});

describe('taught locators', () => {
  const taught = (by: 'id' | 'label', value: string, on = true) => ({
    taughtLocators: [{ field: 'primaryId', by, value, on }],
  });
  const rows = [row('Sign-in name', 'zz', 'awren'), row('Primary identifier', 'q', 'other')];

  test('go first, by id or by label', () => {
    expect(readingOf('primaryId', rows, taught('id', 'pageBeanzz'))).toEqual(found('awren'));
    expect(readingOf('primaryId', rows, taught('label', 'sign-in name:'))).toEqual(found('awren'));
  });

  test('that are switched off are not used', () => {
    expect(readingOf('primaryId', rows, taught('id', 'pageBeanzz', false))).toEqual(found('other'));
  });

  test('that match nothing are reported and not guessed around', () => {
    expect(readingOf('primaryId', rows, taught('id', 'pageBeangone'))).toEqual(unreadFor('not-on-this-page'));
    expect(checkPage(document, { ...options, ...taught('id', 'pageBeangone') }).lost).toEqual(['primaryId']);
  });

  test('that match two places with two values are contradictory', () => {
    expect(
      readingOf(
        'primaryId',
        [row('Sign-in name', 'a', 'x'), row('Sign-in name', 'b', 'y')],
        taught('label', 'Sign-in name'),
      ),
    ).toEqual(unreadFor('contradictory'));
  });
});

test('the page check holds no value of the record', () => {
  draw(document, userForm({ fields: ordinaryFields }));
  const check = checkPage(document, options);
  expect(check.recognised).toBe(true);
  expect(check.anchors.filter(({ found: isFound }) => isFound).length).toBeGreaterThan(8);
  const said = JSON.stringify(check);
  for (const value of ['awren', 'Wren', 'Ada', '2027', 'Library Staff', 'Cataloger', 'Patron'])
    expect(said).not.toContain(value);
});
