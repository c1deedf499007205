// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { pageNameOf } from '../../src/alma/pages/page-name.ts';
import { evidenceOf } from '../../src/alma/pages/recognise.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { goTo } from './show-page.ts';
import { draw, userForm } from './synthetic-pages.ts';

const userXml = 'body_id_xml_file_user.user_details_general.xml';
const without = (form: string, ...parts: readonly RegExp[]) =>
  parts.reduce((left, part) => left.replace(part, ''), form);
const tabs = /<ul>.*?<\/ul>/;
const headerName = /<span id="pageBeanname">.*?<\/span>/;
const title = /<div id="breadcrumbs">.*?<\/div><\/div>/;
const draws = (form: string, bodyId: string): boolean => {
  draw(document, form, bodyId);
  return evidenceOf(document) !== undefined;
};

beforeEach(() => goTo('/ng/page;u=x'));

describe('User Details is recognised', () => {
  test.each(['User Details', 'Benutzerdetails', 'Détails utilisateur', 'Detalles de usuario', 'Dettagli utente'])(
    'under the title %s, without a body id or a name above the tabs',
    (shown) => {
      expect(draws(without(userForm({ title: shown }), headerName), '')).toBe(true);
    },
  );

  test('by its tabs and the name above them, under a title in another language and an unknown page name', () => {
    expect(draws(userForm({ title: 'Gebruikersgegevens' }), 'body_id_xml_file_hfr.card.xml')).toBe(true);
  });

  test('by its page name and its title, without tabs', () => {
    expect(draws(without(userForm(), tabs, headerName), userXml)).toBe(true);
  });

  test('by newer tab links', () => {
    expect(draws(userForm().replaceAll('id="cuseruser_details', 'id="A_NAV_LINK_cuseruser_details'), '')).toBe(true);
  });

  test('by its page name in an address that is encoded more than once', () => {
    goTo(
      '/ng/page;u=%252Fful%252Faction%252FpageAction.do%253FxmlFileName%253Duser.user_details_general.xml%2526operation%253DLOAD;ng=true',
    );
    expect(draws(without(userForm(), tabs), '')).toBe(true);
    expect(pageNameOf(document)).toBe('user.user_details_general.xml');
  });
});

describe('nothing is recognised', () => {
  test.each<[string, string, string]>([
    ['by a title alone', without(userForm(), tabs, headerName), 'body_id_xml_file_x.y.xml'],
    ['by a name alone', without(userForm(), tabs, title), 'body_id_xml_file_vendor.vendor_details.xml'],
    ['by a page name alone', without(userForm(), tabs, headerName, title), userXml],
    ['by tabs alone', without(userForm(), headerName, title), ''],
    [
      'on the page of a vendor contact',
      without(userForm({ title: 'Contact Person Details' }), tabs),
      'body_id_xml_file_vendor.contact_details.xml',
    ],
    [
      'while the body id is still that of the record before',
      without(userForm({ title: 'Set Details' }), tabs),
      userXml,
    ],
    [
      'on a set, whose name stands in an input',
      '<form><div id="breadcrumbs"><span class="pageTitle">User Details</span></div><input id="pageBeanname" value="x"></form>',
      'body_id_xml_file_sets.set_details.xml',
    ],
    [
      'in a text that names the page',
      '<form><div id="breadcrumbs"><span class="pageTitle">Home</span></div><p class="pageTitle">User Details</p><span id="pageBeanname">x</span></form>',
      '',
    ],
    ['in a hidden part', `<div style="display:none">${userForm()}</div>`, userXml],
    ['in a layer above another page', `<div class="modal">${userForm()}</div>`, ''],
    [
      'on the details of a role',
      without(userForm({ title: 'User Roles Details' }), tabs),
      'body_id_xml_file_user.user_roles_details.xml',
    ],
    ['on a merge', without(userForm(), tabs, title), 'body_id_xml_file_user.merge_user_details.xml'],
    ['on a list of users', `${userForm()}<table id="TABLE_DATA_userList"></table>`, userXml],
    ['in an iframe', '<iframe id="iframePopupIframe" srcdoc="User Details"></iframe>', userXml],
  ])('%s', (_, form, bodyId) => {
    expect(draws(form, bodyId)).toBe(false);
  });

  test.each([
    '/view/x',
    '/discovery/x',
    '/leganto/x',
    '/esploro/x',
    '/ng/login?x',
    '/mng/login',
    '/SAML',
    '/rep/yards.jsp',
  ])('under %s', (path) => {
    goTo(path);
    expect(draws(userForm(), userXml)).toBe(false);
  });
});

describe('the tab in view', () => {
  const tabOf = (form: string, bodyId = userXml) => {
    draw(document, form, bodyId);
    return readUserPage(document, { dateOrder: 'auto', taughtLocators: [] })?.tab;
  };

  test.each([
    ['generalInformation', 'general'],
    ['identifier', 'identifiers'],
    ['notes', 'other'],
    ['blocks', 'other'],
  ])('%s is %s', (key, tab) => {
    expect(tabOf(userForm({ tab: key }))).toBe(tab);
  });

  test('is told by its text where its key is not known', () => {
    const unlike = userForm()
      .replaceAll('wizardgeneralInformation', 'wizardt1')
      .replace('>generalInformation<', '>Allgemeine Informationen<');
    expect(tabOf(unlike)).toBe('general');
  });

  test('is told by the fields where nothing is marked as selected', () => {
    expect(tabOf(userForm({ tab: 'none' }))).toBe('general');
    expect(tabOf(userForm({ tab: 'none', fields: [], roles: '' }))).toBe('other');
  });

  test('of another kind gives nothing but the name', () => {
    draw(document, userForm({ tab: 'blocks' }), userXml);
    const record = readUserPage(document, { dateOrder: 'auto', taughtLocators: [] })?.record;
    const read = Object.entries(record ?? {}).filter(([, reading]) => 'state' in reading && reading.state === 'read');
    expect(read.map(([field]) => field)).toEqual(['name']);
  });
});
