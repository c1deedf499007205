import { describe, expect, test } from 'vitest';
import type { AlmaPage, Person } from '../alma/description.ts';
import { ordinaryPatron, shownName } from '../alma/people.ts';
import { shownDay } from '../alma/words.ts';
import { reportOn } from './reporting.ts';

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

/** Tests that the reports of pages say nothing of anybody. A worker's memory holds two hundred such documents: each part has a file of its own. */
export function reportEach(title: string, pages: readonly { id: string; description: AlmaPage }[]): void {
  describe(title, () => {
    test.each(pages.map(({ id, description }) => [id, description] as const))(
      '%s: says nothing of anybody',
      (id, page) => {
        const lines = reportOn(page, id);
        // A release is a month and a year, and a pattern of days has no digit.
        const text = lines
          .filter((line) => !/^# release [A-Z][a-z]+20\d\d$/.test(line))
          .join('\n')
          .toLowerCase();
        expect(lines.length).toBeGreaterThan(5);
        const values = new Set(peopleOn(page).flatMap((person) => valuesOf(person, page)));
        expect([...values].filter((value) => !almaWords.test(value) && text.includes(value.toLowerCase()))).toEqual([]);
        expect(text).not.toMatch(/\d{4}|\d+[-./]\d+|@/);
      },
      300_000,
    );
  });
}
