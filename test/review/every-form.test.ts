import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { figuresOf, reconcile } from '../../src/review/model/index.ts';
import { type PracticePerson, practiceTruth } from '../../src/review/practice/index.ts';
import { anyPeople, everyForm, textsAndWords, withCodes } from './every-form.ts';
import { fileToJoin, policyWith, type Reviewed, reviewOf, today } from './review-of.ts';

// A machine with other work takes seconds for the files of one institution.
vi.setConfig({ testTimeout: 300_000 });

const policy = policyWith({ namedUserLimit: 2 });
const exported = { choices: { 'record-source': { user_roles: 'export' } } } as const;
/** The same on every machine; other seeds, and more of them, by hand. */
const { FORMS_RUNS = '12', FORMS_SEED = '20261128' } = process.env;

async function read(files: readonly Uint8Array<ArrayBuffer>[]): Promise<Reviewed> {
  const read = files.map((bytes, at) => fileToJoin({ name: `users-${at}`, asOf: today, bytes }, exported));
  return reviewOf(await Promise.all(read), policy);
}

/** What a review says of people, in the words that every form has. */
const said = ({ people }: Reviewed) =>
  people
    .map(
      ({ key, answer, deciding, protected: isProtected, record: { name, status, expiryDate, userGroup, roles } }) => ({
        ...{ key, answer, deciding, isProtected, name, status, expiryDate },
        userGroup: userGroup.state === 'read' ? userGroup.value : userGroup,
        roles:
          roles.state === 'read'
            ? roles.value
                .map(({ name, status, scope, expiryDate }) => JSON.stringify({ name, status, scope, expiryDate }))
                .sort()
            : roles,
      }),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1));

function figures({ people, joined }: Reviewed) {
  const found = figuresOf(people, joined, policy, new Map()).map(({ name, value }) => [name, value]);
  const authorities = reconcile(people, joined.files, policy).authorities;
  return {
    ...Object.fromEntries(found),
    byAuthority: Object.fromEntries(authorities.map(({ roleList, namedUsers }) => [roleList, namedUsers])),
  };
}

/** What is said of people in codes: records of texts alone have no words for them. */
const inCodes = ({ people }: Reviewed) =>
  people
    .map(({ key, answer, deciding, record: { status, expiryDate, userGroup, roles } }) => ({
      ...{ key, answer, deciding: deciding.length, status, expiryDate },
      userGroup: userGroup.state === 'read' ? (userGroup.code ?? userGroup.value) : userGroup,
      roles:
        roles.state === 'read'
          ? roles.value.map(({ code, status, expiryDate }) => JSON.stringify({ code, status, expiryDate })).sort()
          : roles,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

/** The figures as they must come out, worked out from the made-up people. */
function truthOf(made: readonly PracticePerson[]) {
  const { byAuthority, protected: isProtected, ...truth } = practiceTruth(made);
  return {
    byAuthority,
    protected: isProtected,
    'named-users': truth['named-users'],
    'over-limit': Math.max(0, truth['named-users'] - 2),
    'unread-rows': 0,
    'only-in-analytics': truth['only-in-analytics'],
  };
}

test('the same people give the same people, roles and figures in every form, and these are the true ones', async () => {
  await fc.assert(
    fc.asyncProperty(anyPeople, async (made) => {
      const { csv, ...forms } = everyForm(made);
      const first = await read(csv ?? []);
      expect(said(first).map(({ key }) => key)).toEqual(made.map(({ identifier }) => identifier.toLowerCase()).sort());
      for (const [form, files] of Object.entries({ csv: csv ?? [], ...forms })) {
        const review = form === 'csv' ? first : await read(files);
        expect(said(review), form).toEqual(said(first));
        expect(figures(review), form).toMatchObject(truthOf(made));
      }
    }),
    { numRuns: Number(FORMS_RUNS), seed: Number(FORMS_SEED) },
  );
});

test('records of texts alone say the same as those with words beside the codes', async () => {
  await fc.assert(
    fc.asyncProperty(anyPeople.map(withCodes), async (made) => {
      fc.pre(made.length > 0);
      const { texts, words } = textsAndWords(made);
      const alone = await read([texts]);
      expect(inCodes(alone)).toEqual(inCodes(await read([words])));
      expect(figures(alone)).toMatchObject(truthOf(made));
    }),
    { numRuns: Number(FORMS_RUNS), seed: Number(FORMS_SEED) },
  );
});
