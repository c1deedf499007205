import { afterAll, describe, expect, test } from 'vitest';
import { checkPage } from '../../src/alma/health.ts';
import type { Locator } from '../../src/alma/pages/options.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { type FieldName, fieldNames } from '../../src/record/index.ts';
import { type IdFamily, type Layout, type Person, type UserDetailsPage, userDetails } from '../alma/description.ts';
import { expectedRecord } from '../alma/expect.ts';
import { compare } from '../alma/expected.ts';
import * as people from '../alma/people.ts';
import { showLesson, type Teachable, taughtBy, teachAll } from './class.ts';

const classmates: readonly Person[] = [
  people.namedUser,
  people.externalStaff,
  people.exLibrisAccount,
  people.mixedAccount,
  people.inactiveStaff,
  people.studentWithStaffRoles,
  people.withoutRoles,
  people.awkwardName,
  people.rightToLeftName,
];

interface Kind {
  readonly name: string;
  readonly ids: IdFamily;
  readonly labels: 'for' | 'none';
  readonly strange: boolean;
  /** What cannot be shown for want of anything stable, or is still not read: honest, and never guessed. */
  readonly refused: readonly Teachable[];
  readonly staysUnread: readonly FieldName[];
}

/** The same on pages of 2026 without any ids: what is chosen there is told by its row, and the roles' list has the expiry date's name a second time. */
const withoutIdsNow: Pick<Kind, 'refused' | 'staysUnread'> = {
  refused: ['name', 'expiryDate'],
  staysUnread: ['name', 'expiryDate'],
};

const kinds: readonly Kind[] = [
  { name: 'likely ids, unknown words', ids: 'likely', labels: 'for', strange: true, refused: [], staysUnread: [] },
  { name: 'unlike ids, unknown words', ids: 'unlike', labels: 'for', strange: true, refused: [], staysUnread: [] },
  {
    name: 'unlike ids, unknown words, labels that point nowhere',
    ids: 'unlike',
    labels: 'none',
    strange: true,
    refused: [],
    staysUnread: [],
  },
  {
    name: 'bare ids, unknown words',
    ids: 'bare',
    labels: 'for',
    strange: true,
    refused: ['name'],
    staysUnread: ['name', 'roles'],
  },
  {
    name: 'no ids at all, unknown words',
    ids: 'bare',
    labels: 'none',
    strange: true,
    refused: ['name', 'recordType', 'status', 'userGroup'],
    staysUnread: ['name', 'recordType', 'status', 'userGroup', 'roles'],
  },
  { name: 'unlike ids, known words', ids: 'unlike', labels: 'for', strange: false, refused: [], staysUnread: [] },
  { name: 'bare ids, known words', ids: 'bare', labels: 'for', strange: false, refused: [], staysUnread: [] },
];

const pageOf = (person: Person, { ids, labels }: Kind, layout: Layout): UserDetailsPage =>
  userDetails(person, { ids, labels, layout });

/** The pages of a layout on which it is tried, by how many people and, of what was taught on pages of other kinds, by how many kinds. */
export interface Class {
  readonly layout: Layout;
  readonly people: number;
  readonly others: number;
}

/** How many fields that stand on the pages of all classmates are read right, wrong, and not at all. */
function reportOn(kind: Kind, { layout, people: howMany }: Class, locators: readonly Locator[]) {
  const tally = { right: 0, wrong: [] as string[], unread: [] as string[] };
  for (const person of classmates.slice(0, howMany)) {
    const page = pageOf(person, kind, layout);
    showLesson(page, kind.strange);
    const record = readUserPage(document, taughtBy(locators))?.record;
    const expected = expectedRecord(page);
    if (!record) throw new Error('The page must be recognised, taught or not.');
    const { right, wrong } = compare(expected, record);
    tally.right += right.length;
    tally.wrong.push(...wrong.map((field) => `${field} of ${person.id}`));
    const shown = fieldNames.filter((field) => expected[field].state !== 'unread');
    tally.unread.push(
      ...shown.filter((field) => record[field].state === 'unread').map((field) => `${field} of ${person.id}`),
    );
  }
  return tally;
}

type Report = ReturnType<typeof reportOn>;

function shares({ right, wrong, unread }: Report): string {
  const all = right + wrong.length + unread.length;
  return [right, wrong.length, unread.length].map((count) => `${((100 * count) / all).toFixed(1)} %`).join(' / ');
}

/** Tests it, and prints the shares. A worker's memory holds two hundred documents: each layout has a file of its own. */
export function teachEach(its: Class): void {
  const { layout, others } = its;
  const measured: string[] = [];
  afterAll(() =>
    console.info(`Fields read right / wrong / unread, before and after teaching:\n${measured.join('\n')}`),
  );

  const kindsHere = kinds.map((kind) =>
    layout === '2026' && kind.ids === 'bare' && kind.labels === 'none' ? { ...kind, ...withoutIdsNow } : kind,
  );

  describe.each(kindsHere)(`pages of ${layout} with $name`, (kind) => {
    test('are read right for everybody after one person has pointed on one page, and never wrong', () => {
      const before = reportOn(kind, its, []);
      const { locators, refused } = teachAll(pageOf(people.namedUser, kind, layout), kind.strange);
      const after = reportOn(kind, its, locators);
      measured.push(
        `  ${layout}, ${kind.name}: ${shares(before)} before, ${shares(after)} after ${locators.length} places`,
      );
      expect([...before.wrong, ...after.wrong]).toEqual([]);
      expect(refused.map(({ field }) => field)).toEqual(kind.refused);
      const stays = (field: string) => kind.staysUnread.some((name) => field.startsWith(name));
      expect(after.unread.filter((field) => !stays(field))).toEqual([]);
      if (kind.strange && kind.ids !== 'likely') expect(before.unread.length).toBeGreaterThan(after.unread.length);
    }, 60_000);

    test('lose what was taught on pages of other kinds, say so, and are not guessed at', () => {
      const { locators } = teachAll(pageOf(people.namedUser, kind, layout), kind.strange);
      for (const other of kinds.filter(({ ids, strange }) => ids !== kind.ids && strange).slice(0, others)) {
        const { wrong } = reportOn(other, its, locators);
        expect(wrong, other.name).toEqual([]);
        const { lost } = checkPage(document, taughtBy(locators));
        expect(lost.filter((field) => !locators.some((locator) => locator.field === field))).toEqual([]);
        const byId = locators.filter(({ by }) => by === 'id');
        expect(byId.filter(({ field }) => !lost.some((name) => name === field))).toEqual([]);
      }
    }, 60_000);
  });
}
