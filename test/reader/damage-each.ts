import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readUserPage, type UserPage } from '../../src/alma/pages/user-record.ts';
import { createGuidance } from '../../src/guidance/guidance.ts';
import { createHost } from '../../src/guidance/host.ts';
import { present } from '../../src/guidance/present.ts';
import { contextOf, roleMarks } from '../../src/guidance/words.ts';
import { type Day, type FieldName, fieldNames, type Role, recordOf, type UserRecord } from '../../src/record/index.ts';
import { judge, policies } from '../../src/rules/index.ts';
import { englishSay } from '../../src/texts/english.ts';
import type { Person, UserDetailsPage } from '../alma/description.ts';
import { expectedRecord } from '../alma/expect.ts';
import type { Expectation, ExpectedRecord } from '../alma/expected.ts';
import { namedUser, ordinaryPatron, shownName } from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { damage, randomFrom } from './damage.ts';
import { chooseOptions, showPage } from './show-page.ts';

const today = '2026-11-21' as Day;
const options = { dateOrder: 'auto', taughtLocators: [] } as const;
export interface DamagedPage {
  readonly id: string;
  readonly page: UserDetailsPage;
}

/** People whose names, identifiers, groups and roles are meant to break a reader. */
export const hostilePeople: readonly Person[] = [
  ['"]*:not(', '</span><script>alert(1)</script>', '$(x)', '__proto__'],
  ['exl\u200b_x', 'Wren\u202eadA', '\u0645\u062c\u0645\u0648\u0639\u0629', '\u05e1\u05e4\u05e8\u05df'],
  ['constructor', 'Primary identifier', 'Status', 'Role'],
  ['x'.repeat(2000), '\ud83d\udcda'.repeat(40), '(1 - 1 of 1 )', 'No records found in stacks'],
  ['&amp;#39;', "O'Brien; DROP TABLE", '2027-01-01', '%s%n\\'],
].map(([id = '', lastName = '', group = '', role = '']) => ({
  ...namedUser,
  id,
  lastName,
  userGroup: { code: `c ${group}`, name: group },
  roles: [...ordinaryPatron.roles, { name: role, status: 'ACTIVE', scope: group }],
}));

const byName = (one: Role, other: Role): number => (one.name < other.name ? -1 : 1);
const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

/** Whether a value is that of the page as it was before the damage. */
function isRight(field: FieldName, value: unknown, expected: ExpectedRecord, page: UserDetailsPage): boolean {
  // Nobody can notice that a text is gone and its element still there.
  if (value === null) return true;
  // Without the name above the tabs, it is made of first and last name, of which one may be gone.
  if (field === 'name') return words(String(value)).every((word) => words(shownName(page.person)).includes(word));
  const expectation: Expectation<unknown> = expected[field];
  if (expectation.state === 'unread') return false;
  if (field === 'roles') return areSameRoles(expected.roles, value as readonly Role[]);
  return [expectation.value, ...(expectation.or ?? [])].includes(value);
}

/** The same roles in any order: rows that have changed places are the same roles. Scope and expiry may be lost; what is there must be right. */
function areSameRoles(expected: ExpectedRecord['roles'], found: readonly Role[]): boolean {
  if (expected.state === 'unread' || expected.value.length !== found.length) return false;
  const sorted = found.toSorted(byName);
  return expected.value.toSorted(byName).every((role, n) => {
    const { name, status, scope = role.scope, expiryDate = role.expiryDate } = sorted[n] ?? { name: '' };
    const isSameDay = expiryDate === role.expiryDate || expiryDate === null;
    return name === role.name && status === role.status && scope === role.scope && isSameDay;
  });
}

/** The one thing that tells a narrowed list of roles from a whole one: its counter counts only what is let through. */
const narrowing: { readonly [E in UserDetailsPage['roleList']['extent']]?: string } = {
  filtered: '.filter option[value="ONE"], .tableFilter option[value="204"]',
  searched: '.find input',
};

/** Where the role list says so, in any layout. */
const narrowedBy = (extent: UserDetailsPage['roleList']['extent']): string =>
  (narrowing[extent] ?? '.listNumOfRecords, [id$="_record_count"]').replace(/(?<=^|, )/g, '.rolesArea ');

/**
 * Nobody can tell a list from a whole one that has lost its counter together with rows at its end or its pager, or that has lost the
 * filter or the search text which it is narrowed by.
 */
function looksWhole({ person, roleList }: UserDetailsPage, { record: { roles } }: UserPage): boolean {
  if (roles.state === 'unread' || roles.value.length >= person.roles.length) return false;
  return !document.querySelector(narrowedBy(roleList.extent));
}

/** All that is true of the person. */
const truthOf = ({ person }: UserDetailsPage): UserRecord =>
  recordOf({
    ...(person.id === null ? {} : { primaryId: person.id }),
    name: shownName(person),
    recordType: person.recordType,
    accountType: person.accountType,
    status: person.status,
    userGroup: person.userGroup?.name ?? null,
    expiryDate: person.expiryDate,
    purgeDate: person.purgeDate,
    roles: person.roles,
  });

const answerFor = (record: UserRecord) =>
  ['base', 'wrlc', 'carli'].map((id) => {
    const policy = policies[id];
    if (!policy) throw new Error(id);
    return judge(record, policy, today).namedUser.answer;
  });

function wrongIn(page: UserDetailsPage, expected: ExpectedRecord, found: UserPage): string[] {
  const unknowable = looksWhole(page, found);
  const wrong = fieldNames.filter((field) => {
    const reading = found.record[field];
    return (
      reading.state === 'read' && !(field === 'roles' && unknowable) && !isRight(field, reading.value, expected, page)
    );
  });
  const truth = answerFor(truthOf(page));
  const contradicted =
    !unknowable && answerFor(found.record).some((answer, n) => answer === 'does-not-count' && truth[n] === 'counts');
  return [
    ...wrong.map((field) => `${field} ${JSON.stringify(found.record[field])}`),
    ...(contradicted ? ['answer'] : []),
  ];
}

/** Shows guidance and marks on the page as it is read, and takes them away again. */
function showAndLeave(found: UserPage): void {
  const life = new AbortController();
  const { base } = policies;
  if (!base) throw new Error('base');
  const guidance = createGuidance(document, {
    host: createHost(document),
    say: englishSay,
    signal: life.signal,
    onFailure: (error) => {
      throw error;
    },
  });
  const context = contextOf(base, { origin: 'default' }, 'demo.alma.exlibrisgroup.com', englishSay);
  guidance.show({
    key: 'record',
    presentation: present(judge(found.record, base, today), found.record, context, englishSay),
    marks: roleMarks(found.roleRows, base, 'counts', context.authority, englishSay),
    place: found.place,
  });
  expect(document.querySelector('alma-user-guard-mark, alma-user-guard') === null).toBe(false);
  life.abort();
}

const markup = () => document.documentElement.outerHTML;

/** Tests that pages which are damaged so many times each are never read wrong, never changed, and never end the reader. */
export function damageEach(title: string, pages: readonly DamagedPage[], timesEach: number): void {
  describe(title, () => {
    const tally = { pages: 0, recognised: 0, values: 0, wholeLists: 0, shown: 0 };

    beforeAll(() => expect(pages.length * timesEach).toBeGreaterThanOrEqual(2000));

    afterAll(() => {
      console.info(`Damaged pages: ${JSON.stringify(tally)}`);
      expect(tally.wholeLists).toBeGreaterThan(300);
      expect(tally.values).toBeGreaterThan(5000);
      expect(tally.shown).toBeGreaterThan(50);
    });

    test.each(pages)(
      '$id: never read wrong, never changed',
      ({ id, page }) => {
        const random = randomFrom([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
        showPage(document, render(page, id), addressOf(page, id));
        const whole = markup();
        const expected = expectedRecord(page);
        const root = document.querySelector('#fullPageContent') ?? document.querySelector('form') ?? document.body;
        const changes = new MutationObserver(() => undefined);
        for (let time = 0; time < timesEach; time++) {
          const mend = damage(root, 1 + (time % 3), random, page.ids === 'likely' && page.labels === 'for');
          chooseOptions(document);
          changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
          const found = readUserPage(document, options);
          expect(changes.takeRecords(), 'changed by reading').toEqual([]);
          changes.disconnect();
          tally.pages += 1;
          if (found) {
            tally.recognised += 1;
            tally.values += fieldNames.filter((field) => found.record[field].state === 'read').length;
            tally.wholeLists += found.record.roles.state === 'read' ? 1 : 0;
            const wrong = wrongIn(page, expected, found);
            expect(wrong, wrong.length > 0 ? root.outerHTML : '').toEqual([]);
            if (time % 14 === 0 && found.place()) {
              const before = markup();
              showAndLeave(found);
              expect(markup()).toBe(before);
              tally.shown += 1;
            }
          }
          mend();
          chooseOptions(document);
        }
        expect(markup()).toBe(whole);
      },
      60_000,
    );
  });
}
