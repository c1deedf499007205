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
import { analyticsAnswers, loginAnswers, loginTruth, practiceLogins } from './practice-answers.ts';
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
          ? roles.value
              .map(({ code: _, scopeCode: __, ...role }) => JSON.stringify(role, Object.keys(role).sort()))
              .sort()
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
    const answers = analyticsAnswers(made);
    const forms = {
      ...{ csv: roles.csv, xlsx: roles.xlsx, ...records, zip: () => records.zip(25) },
      ...{ 'analytics.xml': answers.xml, 'analytics.json': answers.json },
    };
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

describe('the login events of the same institution', () => {
  const policy = policyWith({ namedUserLimit: 20 });

  async function institution(seed: number) {
    const options = { ...practiceDefaults, seed, people: 60 };
    const made = practicePeople(options);
    const logins = practiceLogins(made, options.today, seed);
    const [report] = practiceFiles(made, options);
    if (!report) throw new Error('no report');
    const records = { name: 'users.ndjson', asOf: today, bytes: recordExports(made).ndjson() };
    const choices = { 'record-source': { user_roles: 'export' } } as const;
    const files = [await fileToJoin(report), await fileToJoin(records, { choices })] as const;
    return { made, files, answers: loginAnswers(logins), truth: loginTruth(logins) };
  }

  const pagesOf = (pages: readonly Uint8Array<ArrayBuffer>[]) =>
    Promise.all(pages.map((bytes, at) => fileToJoin({ name: `logins-${at}`, asOf: today, bytes })));

  it.each([20261120, 7])(
    'with seed %i: the last successful logins and the failed ones are the true ones',
    async (seed) => {
      const { made, files, answers, truth } = await institution(seed);
      const { events, ...forms } = answers;
      expect(events).toBeGreaterThan(200);
      const all = [...truth.values()];
      expect(all.some(({ lastSeen, failed }) => lastSeen === undefined && failed > 0)).toBe(true);
      const failed = all.reduce((sum, one) => sum + one.failed, 0);
      const known = new Set(reviewOf([files[1]], policy).people.map(({ key }) => key));
      const figures = (review: Reviewed) => figuresByName(figuresOf(review.people, review.joined, policy, new Map()));
      const without = figures(reviewOf(files, policy));
      for (const [form, pages] of Object.entries(forms)) {
        const read = await pagesOf(pages());
        // Without the report nothing but the events tells of logins.
        const { joined, people } = reviewOf([files[1], ...read], policy);
        expect(people.map(({ key }) => key).sort(), form).toEqual([...new Set([...known, ...truth.keys()])].sort());
        for (const { key, login } of people) {
          const found = { lastSeen: login.lastSeen, failed: login.failed?.count ?? 0 };
          expect(found, `${form} ${key}`).toEqual(truth.get(key) ?? { lastSeen: undefined, failed: 0 });
        }
        expect(joined.logins, form).toMatchObject({ events, failed, total: events, files: read.length });
        const withReport = figures(reviewOf([...files, ...read], policy));
        expect(withReport['named-users'], form).toBe(practiceTruth(made)['named-users']);
        const addresses = read.reduce((sum, { tables }) => sum + (tables[0]?.rows.length ?? 0), 0);
        expect(withReport, form).toEqual({ ...without, 'dropped-ip-cells': addresses });
      }
    },
  );
});
