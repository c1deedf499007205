// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { usersOf } from '../../src/alma/pages/entities.ts';
import { pageNameOf } from '../../src/alma/pages/page-name.ts';
import { evidenceOf, signsOf } from '../../src/alma/pages/recognise.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { recordSessions } from '../../src/alma/record-session.ts';
import {
  entities,
  entityText,
  field,
  type PlatformPage,
  platformBody,
  platformFields,
  readOnly,
  section,
} from './platform-page.ts';
import { brown, draw, general, id, options, read, recordOf, why, wren } from './platform-read.ts';

describe('the name of a page', () => {
  test('is that in the swapped part, whatever body, address and the page that was entered first say', () => {
    draw({ bodyId: 'body_id_xml_file_vendor.vendor_details.xml' });
    expect(pageNameOf(document)).toBe('user.user_details_general.xml');
    expect(evidenceOf(document)?.pageName).toBe(true);
  });

  test.each([
    ['the id that body will have', /<input[^>]*boomerang_page_id[^>]*>|&amp;xmlFileName=[^"]*/g],
    ['the page itself', /<span[^>]*dynamic_body_id.*?<\/span>|&amp;xmlFileName=[^"]*/g],
    ['the form', /<span[^>]*dynamic_body_id.*?<\/span>|<input[^>]*boomerang_page_id[^>]*>/g],
  ])('is told by %s alone', (_, others) => {
    draw({ bodyId: '' });
    document.body.innerHTML = platformBody().replaceAll(others, '');
    expect(pageNameOf(document)).toBe('user.user_details_general.xml');
  });

  test('is not told where the swapped part tells two', () => {
    draw({});
    document.body.innerHTML = platformBody().replace(
      'id="boomerang_page_id" value="user.',
      'id="boomerang_page_id" value="x.',
    );
    expect(pageNameOf(document)).toBeUndefined();
  });

  test('is never that of the page that was entered first, nor one of the header', () => {
    draw({ xml: null, currentUrl: '/mng/action/pageAction.do?xmlFileName=user.user_details_general.xml' });
    document.body.id = '';
    expect(pageNameOf(document)).toBeUndefined();
  });

  test('may be the key of its help, in every language', () => {
    draw({ bodyId: '' });
    const onlyHelp = /<span[^>]*dynamic_body_id.*?<\/span>|<input[^>]*boomerang_page_id[^>]*>|&amp;xmlFileName=[^"]*/g;
    document.body.innerHTML = platformBody().replaceAll(onlyHelp, '');
    expect(pageNameOf(document)).toBe('com.exlibris.dps.wrk.general.menu.user');
  });

  test('of another page, once it is swapped in under the body of a record, makes it no record', () => {
    const stale = { bodyId: 'body_id_xml_file_user.user_details_general.xml', tab: null, apm: wren };
    expect(read({ ...stale, xml: 'sets.set_details.xml', title: 'Set Details' })).toBeUndefined();
  });
});

describe('whose record it is, by what the page says it is about', () => {
  test.each(['generalInformation', 'identifier', 'contactInformation', 'notes'])('is read on the tab %s', (tab) => {
    const page = read({ tab, apm: wren, content: tab === 'generalInformation' ? general : '' });
    expect(page?.record.primaryId).toEqual(id('awren@example.org'));
    expect(page?.identity.loaded.primaryId).toEqual(id('awren@example.org'));
  });

  test('tells in the page check by what', () => {
    const anchor = read({ tab: 'notes', apm: wren })?.anchors.find(({ field }) => field === 'primaryId');
    expect(anchor).toEqual({ field: 'primaryId', found: true, by: 'entity', sure: 'medium' });
    expect(signsOf(document)).toContain('entity');
  });

  test('recognises a record in a language that nobody has told us', () => {
    const foreign = { title: 'Gebruikersgegevens', tab: null, content: general };
    expect(read({ ...foreign, name: '' })).toBeUndefined();
    expect(read({ ...foreign, name: '', apm: wren })?.record.primaryId).toEqual(id('awren@example.org'));
    expect(read({ ...foreign, apm: wren, xml: 'loan.patron_services.xml' })).toBeUndefined();
  });

  test.each([
    ['encoded once', '/users/awren%40example%2Eorg'],
    ['encoded twice', '/users/awren%2540example%252Eorg'],
    ['in other letters', '/users/AWREN@example.org'],
    ['in letters of another width', '/users/%EF%BD%81wren%40example%2Eorg'],
  ])('agrees with the field, %s', (_, link) => {
    expect(recordOf(platformFields, { apm: entities(['USER', link]) })?.primaryId).toEqual(id('awren@example.org'));
  });

  const withId = (value: string) => [
    readOnly('Primary identifier', 'userprimaryIdentifier', value),
    ...platformFields.slice(1),
  ];

  test.each([
    ['a%2Eb', '/users/a%252Eb'],
    ['a%2Eb', '/users/a%25252Eb'],
    ['a%2Fb', '/users/a%252Fb'],
    ['a/b', '/users/a%2Fb'],
    ['a%20b', '/users/a%2520b'],
    ['a b', '/users/a%20b'],
    ['a b', '/users/a+b'],
    ['a+b', '/users/a+b'],
    ['a+b', '/users/a%2Bb'],
    ['a b@example.org', '/users/a+b%40example%2Eorg'],
    ['a%C3%9F', '/users/a%25C3%259F'],
    ['aß', '/users/a%C3%9F'],
    ['%', '/users/%25'],
  ])('agrees with the field %s, whose link is %s, and stays that on the next tab', (value, link) => {
    const sessions = recordSessions();
    const look = (page: PlatformPage) => {
      const found = read(page);
      if (!found) throw new Error('The page was not recognised.');
      return sessions.look(found, options);
    };
    const apm = entities(['USER', link]);
    const first = look({ content: section('General', withId(value).join('')), apm });
    expect(first.record.primaryId).toEqual(id(value));
    expect(first.loaded.primaryId).toEqual(id(value));
    const next = look({ tab: 'notes', apm });
    expect(next.key).toBe(first.key);
    expect(next.record.primaryId).toEqual(id(value));
    expect(next.loaded.primaryId).toEqual(id(value));
  });

  test.each([
    ['a.b', '/users/aXb'],
    ['a b', '/users/a%2Bb'],
    ['a%2Eb', '/users/a%2Eb'],
    ['a', '/users/a%2Fb'],
  ])('does not agree with the field %s where the link is %s', (value, link) => {
    expect(recordOf(withId(value), { apm: entities(['USER', link]) })?.primaryId).toEqual(why('entity-disagrees'));
  });

  test('is not told by a plus alone, which may stand for a space', () => {
    const page = read({ tab: 'notes', apm: entities(['USER', '/users/a+b']) });
    expect(page?.record.primaryId).toEqual(why('not-on-this-page'));
  });

  test.each([
    ['a%41', '/users/a%2541'],
    ['100%', '/users/100%25'],
    ['x%7Ay@example.org', '/users/x%257Ay%40example%2Eorg'],
    ['50% off', '/users/50%25%20off'],
    ['ada+x@example.org', '/users/ada%252Bx%2540example.org'],
    ['Ädam', '/users/%25C3%2584dam'],
    ['Ädam', '/users/%C3%84dam'],
  ])('is read as it is where it holds a sign of its own that looks encoded: %s of %s', (value, link) => {
    expect(read({ tab: 'notes', apm: entities(['USER', link]) })?.record.primaryId).toEqual(id(value));
  });

  const shownOnContact = (value: string) =>
    section('Contact', readOnly('Primary identifier', 'userprimaryIdentifier', value));

  test('on a tab whose own field shows another, is told by neither, and that is said', () => {
    const contact = (value: string, apm: string) =>
      read({ tab: 'contactInformation', content: shownOnContact(value), apm });
    expect(contact('bbrown', wren)?.record.primaryId).toEqual(why('entity-disagrees'));
    expect(contact('bbrown', wren)?.identity.primaryId).toBeUndefined();
    expect(contact('AWREN@example.org', wren)?.record.primaryId).toEqual(id('awren@example.org'));
    expect(contact('-', wren)?.record.primaryId).toEqual(id('awren@example.org'));
    // Without the page's word it may be anybody's there.
    expect(contact('bbrown', '')?.record.primaryId).toEqual(why('not-on-this-page'));
  });

  test('and the field say two, and neither is believed', () => {
    const page = read({ content: general, apm: brown });
    expect(page?.record.primaryId).toEqual(why('entity-disagrees'));
    expect(page?.identity.primaryId).toBeUndefined();
    expect(page?.record.status).toEqual(id('ACTIVE'));
    const blank = [readOnly('Primary identifier', 'userprimaryIdentifier', '-'), ...platformFields.slice(1)];
    expect(recordOf(blank, { apm: brown })?.primaryId).toEqual(why('entity-disagrees'));
  });

  test('is what Alma loaded, while another identifier is typed', () => {
    const typed = field(
      'Primary identifier',
      'userprimaryIdentifier',
      '<input type="text" id="pageBeanuserprimaryIdentifier" value="awren@example.org">',
    );
    draw({ content: section('General', [typed, ...platformFields.slice(1)].join('')), apm: wren });
    const input = document.getElementById('pageBeanuserprimaryIdentifier') as HTMLInputElement;
    input.value = 'exl_impl';
    const page = readUserPage(document, options);
    expect(page?.record.primaryId).toEqual(id('exl_impl'));
    expect(page?.identity.loaded.primaryId).toEqual(id('awren@example.org'));
  });

  test('is not told by several users; the field has to be one of them', () => {
    const several = entities(['USER', '/users/awren@example.org'], ['USER', '/users/bbrown']);
    expect(recordOf(platformFields, { apm: several })?.primaryId).toEqual(id('awren@example.org'));
    expect(read({ tab: 'notes', apm: several })?.record.primaryId).toEqual(why('not-on-this-page'));
    const others = entities(['USER', '/users/ccarter'], ['USER', '/users/bbrown']);
    expect(recordOf(platformFields, { apm: others })?.primaryId).toEqual(why('entity-disagrees'));
  });

  test.each<[string, string]>([
    ['another type', entities(['VENDOR', '/users/bbrown'])],
    ['a link to something else', entities(['USER', '/almaws/v1/users/bbrown/loans'])],
    ['a record without an identifier', entities(['USER', '/users/null'])],
    ['a link that cannot be decoded', entities(['USER', '/users/%E0%A4%A'])],
    ['quotes that are not escaped', entityText('{"entities":[{"type":"USER","link":"/users/bbrown')],
    [
      'an escape that nobody has seen',
      entityText('{\\"entities\\":[{\\"type\\":\\"USER\\",\\"link\\":\\"/users/b\\brown\\"}]}'),
    ],
    ['an entity without a link', entityText('{\\"entities\\":[{\\"type\\":\\"USER\\"}]}')],
    ['no list', entityText('{\\"entities\\":{\\"type\\":\\"USER\\",\\"link\\":\\"/users/bbrown\\"}}')],
    ['something else than data', entityText('entities()')],
    ['two calls', brown.replace('</div>', `${/<script>.*<\/script>/.exec(brown)?.[0]}</div>`)],
    ['a place outside of the page', ''],
  ])('is not told by %s, and the page is read as one without', (_, apm) => {
    const page = read({ content: general, apm });
    if (apm === '')
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div><script>AlmaPageMetadata.set(JSON.parse(\'{"entities":[{"type":"USER","link":"/users/bbrown"}]}\'))</script></div>',
      );
    expect(usersOf(document)).toEqual([]);
    expect(page?.record.primaryId).toEqual(id('awren@example.org'));
  });

  test('is read from escapes of every kind that a script may write', () => {
    draw({
      apm: entityText('{\\u0022entities\\x22:[{\\"type\\":\\"USER\\",\\"link\\":\\"\\/users\\/o\\\'brien\\"}]}'),
    });
    expect(usersOf(document).map(({ id: told }) => told)).toEqual(["o'brien"]);
  });

  test('is not told by a script that stays while the page is swapped', () => {
    draw({ tab: 'notes', beside: wren });
    expect(readUserPage(document, options)?.record.primaryId).toEqual(id('awren@example.org'));
    const form = document.getElementById('pageForm');
    form?.replaceWith(form.cloneNode(true));
    expect(readUserPage(document, options)?.record.primaryId).toEqual(why('not-on-this-page'));
  });

  test('keeps one record together across its tabs, and parts two people', () => {
    const sessions = recordSessions();
    const look = (page: PlatformPage) => {
      const found = read(page);
      if (!found) throw new Error('The page was not recognised.');
      return sessions.look(found, options);
    };
    const first = look({ content: general, apm: wren });
    const notes = look({ tab: 'notes', apm: wren });
    expect(notes.key).toBe(first.key);
    expect(notes.record.status).toEqual(id('ACTIVE'));
    const other = look({ tab: 'notes', apm: brown, name: 'Wren, Ada' });
    expect(other.key).not.toBe(first.key);
    expect(other.record.status).toEqual(why('not-on-this-page'));
    const mixed = look({ tab: 'contactInformation', apm: brown, name: 'Carter, Cid' });
    expect(mixed.key).not.toBe(other.key);
  });

  test('is not believed alone on the next tab once a field has contradicted it, until the two agree', () => {
    const sessions = recordSessions();
    const look = (page: PlatformPage) => {
      const found = read(page);
      if (!found) throw new Error('The page was not recognised.');
      return sessions.look(found, options);
    };
    expect(look({ content: general, apm: brown }).record.primaryId).toEqual(why('entity-disagrees'));
    expect(look({ tab: 'contactInformation', apm: brown }).record.primaryId).toEqual(why('entity-disagrees'));
    expect(look({ tab: 'notes' }).record.primaryId).toEqual(why('entity-disagrees'));
    expect(look({ content: general, apm: wren }).record.primaryId).toEqual(id('awren@example.org'));
    expect(look({ tab: 'contactInformation', apm: wren }).record.primaryId).toEqual(id('awren@example.org'));
  });
});
