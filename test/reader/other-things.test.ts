// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';

/** A synthetic User Details page around the parts that a test is about. */
function draw(parts: string, pageName = 'user.user_details_general.xml'): void {
  document.body.id = `body_id_xml_file_${pageName}`;
  document.body.innerHTML = `<form><div id="breadcrumbs"><span class="pageTitle">User Details</span></div>
    <ul><li id="cuseruser_detailswizardgeneral_span"><a>General Information</a></li></ul>
    <span id="pageBeanname">Quill, Tamsin</span>
    <div class="section"><h2>User Information</h2>
      <div class="row"><label>User group</label><span id="pageBeanuserGroup">Staff</span></div>
      <div class="row"><label>Record type</label><span id="pageBeanrecordType">Staff</span></div>
      <div class="row"><label>Account type</label><span id="pageBeanaccountType">Internal</span></div>
    </div>${parts}</form>`;
}

const list = (id: string, rows: number, beside = '') =>
  `<div class="section"><h2>User Roles</h2>${beside}<table id="TABLE_DATA_${id}"><thead><tr><th>Role</th><th>Scope</th></tr></thead><tbody>${'<tr><td>Patron</td><td>Main</td></tr>'.repeat(rows)}</tbody></table></div>`;

const read = () => readUserPage(document, { dateOrder: 'auto', taughtLocators: [] })?.record;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('what stands on the page of somebody or something else is not taken for the user', () => {
  test('a primary identifier under the heading of a linked account', () => {
    draw(
      '<div class="section"><h2>Linked account</h2><div class="row"><label>Primary identifier</label><span>exl_far</span></div></div>',
    );
    expect(read()?.userGroup).toMatchObject({ state: 'read', value: 'Staff' });
    expect(read()?.primaryId.state).toBe('unread');
  });

  test('the status and expiry of a block', () => {
    draw(`<div class="section"><h2>Blocks</h2><div class="row"><label>Status</label><span>Active</span></div>
      <div class="row"><label>Expiration date</label><span>2020-01-15</span></div></div>`);
    expect(read()?.status.state).toBe('unread');
    expect(read()?.expiryDate.state).toBe('unread');
  });

  test('fields whose ids speak of a sponsor or a password', () => {
    draw(`<div class="row"><label for="pageBeansponsorstatus">Status</label><span id="pageBeansponsorstatus">Active</span></div>
      <div class="row"><label for="pageBeanpwdexpirationDate">Expiration date</label><span id="pageBeanpwdexpirationDate">2020-01-15</span></div>`);
    expect(read()?.status.state).toBe('unread');
    expect(read()?.expiryDate.state).toBe('unread');
  });

  test('a page whose name says Proxy For, with no tab marked as selected', () => {
    draw(
      '<div class="row"><label>Primary identifier</label><span>exl_sponsor</span></div>',
      'user.user_details_proxy_for.xml',
    );
    expect(read()?.primaryId.state).toBe('unread');
  });

  test('the roles of a profile', () => {
    draw(list('profileRolesList', 1));
    expect(read()?.roles.state).toBe('unread');
  });
});

test('a list of which a page is shown is not whole, and one of a single page is', () => {
  draw(list('userRolesList', 5, '<div>Page 1 of 3</div>'));
  expect(read()?.roles).toMatchObject({ state: 'unread', why: 'partial' });
  draw(list('userRolesList', 5, '<button class="loadMore">Show more</button>'));
  expect(read()?.roles).toMatchObject({ state: 'unread', why: 'partial' });
  draw(list('userRolesList', 5, '<div>Page 1 of 1</div>'));
  expect(read()?.roles.state).toBe('read');
});
