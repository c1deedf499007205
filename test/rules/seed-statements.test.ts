import { expect, test } from 'vitest';
import { ruleCatalogue, seedStatements, textKey } from '../../src/rules/index.ts';
import texts from '../../src/texts/en/rules.json' with { type: 'json' };

const textKeys = Object.keys(texts);
const rules = ruleCatalogue.map(({ id }) => id);

/** What the two documents say, in their order: a statement may move to another place, but not be lost. */
const statements = {
  'wrlc-named-users': [
    'wrlc-managing',
    'wrlc-internal',
    'wrlc-external',
    'wrlc-unique-ids',
    'wrlc-prefix-of-school',
    'wrlc-prefix-own',
    'wrlc-roles-duties',
    'wrlc-roles-pages',
    'wrlc-record-types',
    'wrlc-contact',
    'wrlc-record-type-decides-nothing',
    'wrlc-role-user-management',
    'wrlc-role-user-management-held',
    'wrlc-role-login-report',
    'wrlc-role-analytics',
    'wrlc-limit',
    'wrlc-over-limit',
    'wrlc-why',
    'wrlc-yearly',
    'wrlc-no-longer-needed',
    'wrlc-off-deactivate',
    'wrlc-off-remove',
    'wrlc-off-inactive',
    'wrlc-keep-exl',
    'wrlc-keep-rialto',
    'wrlc-keep-not-counted',
    'wrlc-keep-leganto',
    'wrlc-keep-central',
    'wrlc-keep-central-setting',
    'wrlc-clean-students',
    'wrlc-clean-internal',
    'wrlc-clean-setup',
    'wrlc-clean-all',
    'wrlc-uncounted-roles',
    'wrlc-uncounted-only',
    'wrlc-additional-roles',
    'wrlc-role-profile',
    'wrlc-role-profile-setting',
    'wrlc-generic-recommended',
    'wrlc-generic-2018',
    'wrlc-generic-security',
    'wrlc-generic-campus',
    'wrlc-internal-use',
    'wrlc-internal-testing',
    'wrlc-internal-deactivate',
    'wrlc-back-up',
    'wrlc-back-up-setting',
    'wrlc-delete',
    'wrlc-purge',
    'wrlc-always-purge',
    'wrlc-purge-missing',
    'wrlc-documentation',
  ],
  'noaa-introduction': [
    'noaa-managing',
    'noaa-bulk',
    'noaa-roles',
    'noaa-videos',
    'noaa-automatic-roles',
    'noaa-internal',
    'noaa-external',
    'noaa-choice',
    'noaa-create-edit',
    'noaa-printouts',
    'noaa-knowledge-center',
    'noaa-video-fallback',
  ],
};

test.each(Object.entries(statements))(
  'every statement of %s has its place, and nothing else claims to be one',
  (document, ids) => {
    expect(seedStatements.filter((each) => each.document === document).map(({ id }) => id)).toEqual(ids);
  },
);

test('no statement stands twice, and each is told in words', () => {
  expect(new Set(seedStatements.map(({ id }) => id)).size).toBe(seedStatements.length);
  expect(new Set(seedStatements.map(({ statement }) => statement)).size).toBe(seedStatements.length);
  for (const { statement } of seedStatements) expect(statement.length).toBeGreaterThan(20);
});

test.each(seedStatements)('$id stands where the table says', ({ place }) => {
  if ('rule' in place) {
    expect(rules).toContain(place.rule);
    expect(textKeys.filter((key) => key.startsWith(`${textKey(place.rule)}_`)).length).toBeGreaterThan(1);
  } else {
    expect(textKeys).toContain(place.text);
    expect(['popup', 'options', 'review']).toContain(place.surface);
  }
});

test('every text about user management belongs to a statement', () => {
  const placed = seedStatements.flatMap(({ place }) => ('text' in place ? place.text : []));
  expect(textKeys.filter((key) => key.startsWith('about_') && !placed.includes(key))).toEqual([]);
});
