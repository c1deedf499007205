import { describe, expect, it } from 'vitest';
import { figuresOf, reconcile } from '../../src/review/model/index.ts';
import {
  practiceDefaults,
  practiceFiles,
  practicePeople,
  practiceTruth,
  recordExports,
  rolesExports,
} from '../../src/review/practice/index.ts';
import { fileToJoin, policyWith, type Reviewed, reviewOf, today } from './review-of.ts';

const figuresByName = (figures: ReturnType<typeof figuresOf>) =>
  Object.fromEntries(figures.map(({ name, value }) => [name, value]));

/** What a review says of people, in the words that every form of an export has. */
const said = ({ people }: Reviewed) =>
  people
    .map(({ key, answer, deciding, record: { name, status, expiryDate, roles, userGroup } }) => ({
      key,
      answer,
      deciding,
      name,
      status,
      expiryDate,
      userGroup: userGroup.state === 'read' ? userGroup.value : userGroup,
      roles:
        roles.state === 'read'
          ? roles.value.map(({ code: _, ...role }) => JSON.stringify(role, Object.keys(role).sort())).sort()
          : roles,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

describe('the same institution in every form', () => {
  it.each([20261120, 7])('with seed %i: the same people, roles and figures', async (seed) => {
    const options = { ...practiceDefaults, seed, people: 90 };
    const made = practicePeople(options);
    const policy = policyWith({ namedUserLimit: 20 });
    const [report] = practiceFiles(made, options);
    if (!report) throw new Error('no report');
    const roles = rolesExports(made);
    const records = recordExports(made, 300);
    const forms = { csv: roles.csv, xlsx: roles.xlsx, ...records, zip: () => records.zip(25) };
    const reviews = await Promise.all(
      Object.entries(forms).map(async ([form, bytes]) => {
        const given = { name: `users.${form}`, asOf: today, bytes: bytes() as Uint8Array<ArrayBuffer> };
        const file = await fileToJoin(given, { choices: { 'record-source': { user_roles: 'export' } } });
        return { form, review: reviewOf([await fileToJoin(report), file], policy) };
      }),
    );
    const [csv] = reviews;
    if (!csv) throw new Error('no forms');
    const truth = practiceTruth(made);
    for (const { form, review } of reviews) {
      const figures = figuresByName(figuresOf(review.people, review.joined, policy, new Map()));
      expect(said(review), form).toEqual(said(csv.review));
      expect(figures, form).toMatchObject({
        'named-users': truth['named-users'],
        'report-rows': truth['report-rows'],
        'only-in-report': truth['only-in-report'],
        'only-in-analytics': truth['only-in-analytics'],
        'unread-rows': 0,
        'over-limit': truth['named-users'] - 20,
      });
      expect(
        Object.fromEntries(
          reconcile(review.people, review.joined.files, policy).authorities.map((of) => [of.roleList, of.namedUsers]),
        ),
        form,
      ).toEqual(truth.byAuthority);
    }
  });
});
