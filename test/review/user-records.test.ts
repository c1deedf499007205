import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import { figuresOf, reconcile } from '../../src/review/model/index.ts';
import {
  practiceDefaults,
  practiceFiles,
  practicePeople,
  practiceTruth,
  recordExports,
  rolesExports,
} from '../../src/review/practice/index.ts';
import { analyticsAnswers, loginAnswers, loginTruth, practiceLogins, zipOf } from './practice-answers.ts';
import { fileToJoin, policyWith, type Reviewed, reviewOf, today } from './review-of.ts';

const figuresByName = (figures: ReturnType<typeof figuresOf>) =>
  Object.fromEntries(figures.map(({ name, value }) => [name, value]));

/** What a review says of people, in the words that every form of an export has. */
const said = ({ people }: Reviewed) =>
  people
    .map(({ key, answer, deciding, record: { name, status, expiryDate, roles, userGroup } }) => ({
      key,
      answer,
      deciding: [...deciding].sort(),
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
    const one = {
      ...{ csv: roles.csv, xlsx: roles.xlsx, ...records, zip: () => records.zip(25) },
      ...{ 'analytics.xml': answers.xml, 'analytics.json': answers.json },
    };
    // In pages, which are given in any order, and last of all the first one.
    const backwards = (pages: readonly Uint8Array[]) => [...pages].reverse();
    const forms: Record<string, () => readonly Uint8Array[]> = {
      ...Object.fromEntries(Object.entries(one).map(([form, bytes]) => [form, () => [bytes()]])),
      ...{ 'pages.xml': () => answers.xmlPages(), 'pages.json': () => backwards(answers.jsonPages()) },
      ...{ 'pages.xml.zip': () => [zipOf(backwards(answers.xmlPages(50)))] },
    };
    expect(answers.xmlPages().length).toBeGreaterThan(3);
    const reviews = await Promise.all(
      Object.entries(forms).map(async ([form, pages]) => {
        const files = pages().map((bytes, at) =>
          fileToJoin(
            { name: `users-${at}.${form}`, asOf: today, bytes: bytes as Uint8Array<ArrayBuffer> },
            { choices: { 'record-source': { user_roles: 'export' } } },
          ),
        );
        return { form, review: reviewOf([await fileToJoin(report), ...(await Promise.all(files))], policy) };
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

describe('an Analytics answer in pages', () => {
  const options = { ...practiceDefaults, seed: 7, people: 40 };
  const made = practicePeople(options);
  const policy = policyWith({ namedUserLimit: 20 });
  const answers = analyticsAnswers(made);
  const read = (pages: readonly Uint8Array[], asOf = (_: number) => today) =>
    Promise.all(
      pages.map((bytes, at) =>
        fileToJoin({ name: `page-${at}`, asOf: asOf(at), bytes: bytes as Uint8Array<ArrayBuffer> }),
      ),
    );
  const limitOf = (review: Reviewed) =>
    figuresByName(figuresOf(review.people, review.joined, policyWith({ namedUserLimit: 1000 }), new Map()))[
      'over-limit'
    ];

  it('says that it has more rows, and is open, as long as one page is missing, whichever it is', async () => {
    const pages = await read(answers.xmlPages());
    expect(pages.reduce((sum, { tables }) => sum + (tables[0]?.lines ?? 0), 0)).toBe(answers.rows);
    for (const missing of [0, 1, pages.length - 1]) {
      const some = pages.filter((_, at) => at !== missing);
      const review = reviewOf(some, policy);
      expect(
        review.joined.files.every(({ open }) => open),
        `without ${missing}`,
      ).toBe(true);
      expect(limitOf(review)).toBeUndefined();
    }
    expect(reviewOf([pages.at(-1) as (typeof pages)[number]], policy).joined.files[0]?.open).toEqual({});
    const whole = reviewOf(pages, policy);
    expect(whole.joined.files.some(({ open }) => open)).toBe(false);
    expect(limitOf(whole)).toBe(0);
  });

  it('is one report though it was midnight between two pages, and though a record tells the same roles', async () => {
    const yesterday = '2026-11-19' as Day;
    const pages = answers.xmlPages();
    const night = await read(pages, (at) => (at < 2 ? yesterday : today));
    const day = reviewOf(await read(pages), policy);
    expect(said(reviewOf(night, policy))).toEqual(said(day));
    const records = { name: 'users.ndjson', asOf: today, bytes: recordExports(made).ndjson() };
    const both = reviewOf([await fileToJoin(records), ...night], policy);
    expect(both.people.flatMap(({ differences = [] }) => differences.map(({ field }) => field))).not.toContain('roles');
  });

  it('an earlier report with the same columns stays one of its own', async () => {
    const before = '2026-01-31' as Day;
    const [earlier] = await read([answers.xml()], () => before);
    if (!earlier) throw new Error('no answer');
    const gone = practicePeople({ ...options, people: 20 });
    const later = await read(analyticsAnswers(gone).xmlPages());
    const review = reviewOf([earlier, ...later], policy);
    const alone = reviewOf(later, policy);
    const known = new Set(alone.people.map(({ key }) => key));
    expect(said(review).filter(({ key }) => known.has(key))).toEqual(said(alone));
  });

  it('reports with other columns in one zip are read by their own columns', async () => {
    const logins = [
      '<report><QueryResult><IsFinished>true</IsFinished><ResultXml><rowset><xsd:schema><xsd:complexType name="Row"><xsd:sequence>',
      '<xsd:element name="Column0" saw-sql:columnHeading="Last Login"/><xsd:element name="Column1" saw-sql:columnHeading="User Name"/>',
      '</xsd:sequence></xsd:complexType></xsd:schema><Row><Column0>2026-11-02</Column0><Column1>aone</Column1></Row></rowset></ResultXml></QueryResult></report>',
    ].join('');
    const [file] = await read([zipOf([answers.xml(), new TextEncoder().encode(logins)])]);
    expect(file?.tables.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['analytics-roles', answers.rows],
      ['staff-login-report', 1],
    ]);
    expect(file?.tables[1]?.rows[0]).toMatchObject({ identifier: 'aone', lastLogin: '2026-11-02' });
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
