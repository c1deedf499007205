// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { reportPage } from '../../src/alma/teaching/page-report.ts';
import { cases } from '../alma/cases.ts';
import { type AlmaPage, type Person, userDetails, userList } from '../alma/description.ts';
import { namedUser, ordinaryPatron, shownName } from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { shownDay } from '../alma/words.ts';
import { chooseOptions } from '../reader/show-page.ts';

const dateFormats = ['iso', 'mdy', 'dmy', 'dotted', 'textual'] as const;

function peopleOn(page: AlmaPage): Person[] {
  const found = new Set<Person>([ordinaryPatron]);
  if ('person' in page) found.add(page.person);
  if ('people' in page) for (const person of page.people) found.add(person);
  if ('otherPerson' in page && page.otherPerson) found.add(page.otherPerson);
  return [...found];
}

/** Everything that a page could say of a person: names, identifiers, dates as they are written, groups, roles and their scopes. */
function valuesOf(person: Person, page: AlmaPage): string[] {
  const days = [person.birthDate, person.expiryDate, person.purgeDate, ...person.roles.map((role) => role.expiryDate)];
  const written = days.flatMap((day) => (day ? dateFormats.map((format) => shownDay(day, format, page.language)) : []));
  const id = person.id ?? '';
  return [
    shownName(person),
    ...person.firstName.split(/[^\p{L}]+/u),
    ...person.lastName.split(/[^\p{L}]+/u),
    id,
    id.split('@')[0] ?? '',
    ...person.otherIds.map(({ value }) => value),
    ...written,
    ...person.roles.flatMap(({ scope }) => scope ?? []),
    person.userGroup?.name ?? '',
    person.jobCategory ?? '',
  ].filter((value) => value.length > 2);
}

/** Words of Alma's own that people of the stand-in happen to be called by, too. */
const almaWords =
  /^(users?|staff|main|library|location|service|administrator|ex libris|libris|admin|guest|contact|students?|alma|leganto|rialto)$/i;

/** Reports a page as it is drawn at its address, after something was done to it. */
function reportOn(page: AlmaPage, key = 'page', change: (drawn: Document) => void = () => {}): readonly string[] {
  const parsed = new DOMParser().parseFromString(render(page).replace(/<(?:link|iframe)\b[^>]*>/g, ''), 'text/html');
  Object.defineProperty(parsed, 'location', {
    value: new URL(`https://demo.alma.exlibrisgroup.com${addressOf(page, key)}`),
  });
  chooseOptions(parsed);
  change(parsed);
  return reportPage(parsed);
}

describe('a report of every page of the stand-in', () => {
  test.each(cases.map(({ id, description }) => [id, description] as const))(
    '%s: says nothing of anybody',
    (id, page) => {
      const lines = reportOn(page, id);
      const text = lines.join('\n').toLowerCase();
      expect(lines.length).toBeGreaterThan(5);
      const values = new Set(peopleOn(page).flatMap((person) => valuesOf(person, page)));
      expect([...values].filter((value) => !almaWords.test(value) && text.includes(value.toLowerCase()))).toEqual([]);
      expect(text).not.toMatch(/\d{4}|\d+[-./]\d+|@/);
    },
    300_000,
  );
});

/** Invented, in several scripts, with digits, inside other words and as addresses. None is made of words of Alma's pages. */
const planted = [
  ...['Quennevais', 'Brøndum-Köhler', 'D’Ambrosio', 'Щербаков', '大江健三', 'קובלסקי', 'Nguyễn', 'zbigniew7', 'mquenn'],
  ...['39080012345678', 'q7481x', 'm.quennevais@example.org', 'FACULTYX', '1987-03-14', 'Brewster_Vance'],
] as const;

/** Plants values wherever an element of a page may bear one: class, data attribute and title of what is there, and new elements. */
function plant(drawn: Document): void {
  let count = 0;
  const next = (): string => planted[count++ % planted.length] ?? '';
  for (const element of [...drawn.body.querySelectorAll('div,span,td,th,tr,label,a,li,h1,h2,button')].slice(0, 300)) {
    element.setAttribute('class', `${element.getAttribute('class') ?? ''} is-${next()} ${next()}Row`);
    element.setAttribute('data-value', next());
    element.setAttribute('data-hint-title', `Note about ${next()}`);
    element.setAttribute('title', next());
    element.setAttribute('aria-label', next());
  }
  for (const name of drawn.body.querySelectorAll('label,th,h1,h2,h3,[role="tab"]'))
    name.append(` ${next()} (${next()})`);
  const box = drawn.createElement('div');
  box.innerHTML = planted
    .map(
      (
        value,
      ) => `<div id="row_${value}"></div><div id="pageBean${value}Name"></div><a name="${value}" href="/${value}">${value}</a>
        <label for="pageBean${value}">${value}</label><h2>${value}</h2><h4>Roles of ${value}</h4><p role="${value}">${value}</p>
        <table id="TABLE_DATA_${value}"><thead><tr><th id="SELENIUM_ID_${value}_HEADER_name">${value}</th></tr></thead></table>
        <li id="cuser${value}_span"><a>${value}</a></li><x-${value.replace(/\W/g, '')}></x-${value.replace(/\W/g, '')}>`,
    )
    .join('');
  drawn.body.append(box);
  drawn.body.id = `${drawn.body.id}_${next()}`;
}

const withoutStars = (line: string): string =>
  line
    .replace(/\S*\*[^\s"]*/g, '')
    .replace(/ class=" *"?/g, '')
    .replace(/[\s"]+/g, ' ')
    .trim();

describe('a report of every page in which somebody’s values stand in classes, ids, labels, headings, titles and data', () => {
  // The longest list tells two of its rows as every list does; it takes long to draw here.
  test.each(cases.filter(({ id }) => id !== 'list-10000').map(({ id, description }) => [id, description] as const))(
    '%s: tells none of them, and the structure all the same',
    (id, page) => {
      const before = reportOn(page, id);
      const lines = reportOn(page, id, plant);
      const text = lines.join('\n').toLowerCase();
      const pieces = planted
        .flatMap((value) => [value, ...value.split(/[^\p{L}\p{N}]+/u)])
        .filter((one) => one.length > 3);
      expect(pieces.filter((piece) => text.includes(piece.toLowerCase()))).toEqual([]);
      const kept = new Set(lines.map(withoutStars));
      expect(
        before
          .slice(2)
          .map(withoutStars)
          .filter((line) => !kept.has(line)),
      ).toEqual([]);
    },
    300_000,
  );
});

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
    const text = reportPage(document).join('\n');
    expect(text).toContain(wanted);
    expect(text).not.toMatch(/hollow|maren|someone|39080/i);
  });
});
