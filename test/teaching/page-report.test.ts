// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { grammar } from '../../src/alma/markup/grammar.ts';
import { reportPage } from '../../src/alma/teaching/page-report.ts';
import { cases, earlierCases } from '../alma/cases.ts';
import { type Person, userDetails, userList } from '../alma/earlier.ts';
import { namedUser } from '../alma/people.ts';
import { reportEach } from './report-each.ts';
import { reportOn } from './reporting.ts';

reportEach('a report of every page of earlier layouts', [
  ...earlierCases,
  ...cases.filter(({ description }) => description.layout !== '2026'),
]);

/** Somebody of whom everything is different, with as much of everything. */
function twinOf(person: Person): Person {
  const other = (text: string): string =>
    text
      .replace(/[a-z]/gi, (letter) => (/[a-y]/i.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 1) : 'a'))
      .replace(/\d/g, '7');
  const later = (day: Person['birthDate']): Person['birthDate'] => day && (day.replace(/^..../, '2031') as typeof day);
  return {
    ...person,
    id: person.id && other(person.id),
    firstName: other(person.firstName),
    lastName: other(person.lastName),
    recordType: 'PUBLIC',
    status: 'INACTIVE',
    userGroup: person.userGroup && { code: other(person.userGroup.code), name: other(person.userGroup.name) },
    jobCategory: person.jobCategory && other(person.jobCategory),
    birthDate: later(person.birthDate),
    expiryDate: later(person.expiryDate),
    purgeDate: later(person.purgeDate),
    roles: person.roles.map((role) => ({
      ...role,
      name: other(role.name),
      ...(role.scope ? { scope: other(role.scope) } : {}),
    })),
    otherIds: person.otherIds.map(({ type, value }) => ({ type, value: other(value) })),
  };
}

const withoutMarks = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/\S*\*\S*/g, '*'));

describe('two people', () => {
  test.each([
    ['on User Details, internal', (person: Person) => userDetails(person, { editable: true })],
    ['on User Details, read-only', (person: Person) => userDetails(person, { editable: false })],
    ['under ids of other names', (person: Person) => userDetails(person, { ids: 'unlike' })],
    ['without ids', (person: Person) => userDetails(person, { ids: 'bare', labels: 'none' })],
    ['among their other identifiers', (person: Person) => userDetails(person, { tab: 'identifier' })],
    [
      'in the list of users',
      (person: Person) => userList([person], { columns: ['name', 'id', 'userGroup', 'status'] }),
    ],
  ])('%s have the same report, but for what is masked', (_, draw) => {
    const one = reportOn(draw(namedUser));
    expect(withoutMarks(reportOn(draw(twinOf(namedUser))))).toEqual(withoutMarks(one));
    expect(one.length).toBeGreaterThan(40);
  });
});

describe('a report', () => {
  test('tells what is needed to find a field: ids, names, labels, headers, tabs, the name of the page', () => {
    const text = reportOn(userDetails(namedUser)).join('\n');
    for (const wanted of [
      ' user.user_details_general.xml en',
      'id="pageBeanuserprimaryIdentifier" name="pageBean.user.primaryIdentifier"',
      'label for="pageBeanuserexpiryDate" "Expiration date"',
      'th id="SELENIUM_ID_userRolesList_HEADER_roleType" scope="col" "Role"',
      'role="tab" aria-selected="true" "General Information"',
      'id="PAGE_BUTTONS_cbuttonsave"',
    ])
      expect(text).toContain(wanted);
  });

  test.each([
    ['in an id', '<div id="row_Hollowell_x"></div>', 'row_*'],
    ['in a class', '<div class="person-mhollow wide"></div>', 'class="person-* wide"'],
    [
      'as a key of a row',
      '<table id="TABLE_DATA_users"><tbody><tr id="recordContainerusersqz"><td>1</td></tr></tbody></table>',
      'tr id="recordContainer*"',
    ],
    ['as a long number in an id', '<div id="pageBean_39080012345678"></div>', 'id="pageBean_*"'],
    ['in a label', '<label for="pageBeanx">Note about Hollowell</label>', '"Note *"'],
    [
      'as a label of a choice among people',
      '<input type="radio" id="pageBeanpick"><label for="pageBeanpick">Someone Else</label>',
      'label for="pageBeanpick" *',
    ],
    ['as a label that points at nothing', '<label>Someone Else</label>', ' label *'],
    ['as a link', '<a href="/mhollow" title="Hollowell">Hollowell, Maren</a>', ' a *'],
    ['as a heading', '<h2>Maren Hollowell</h2>', ' h2 *'],
    ['as an e-mail address in an id', '<div id="x-someone@example.org"></div>', 'id="*"'],
    ['as a row header', '<table><tbody><tr><th>Someone</th></tr></tbody></table>', ' th *'],
  ])('masks a value %s', (_, markup, wanted) => {
    document.body.innerHTML = `<form><span id="pageBeanname">Hollowell, Maren</span><input value="mhollow@example.org">${markup}</form>`;
    const text = reportPage(document, grammar).join('\n');
    expect(text).toContain(wanted);
    expect(text).not.toMatch(/hollow|maren|someone|39080/i);
  });
});
