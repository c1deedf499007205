import { describe, expect, it } from 'vitest';
import { figuresOf, reconcile } from '../../src/review/model/index.ts';
import {
  practiceDefaults,
  practiceFiles,
  practicePeople,
  practiceTruth,
  rolesExports,
} from '../../src/review/practice/index.ts';
import { readFile } from '../../src/sheets/index.ts';
import { policyWith, practiceReview } from './review-of.ts';

const figuresByName = (figures: ReturnType<typeof figuresOf>) =>
  Object.fromEntries(figures.map(({ name, value }) => [name, value]));

describe('the made-up institution', () => {
  it('is the same for the same seed, and another for another', () => {
    const files = (seed: number) =>
      practiceFiles(practicePeople({ ...practiceDefaults, people: 60, seed }), practiceDefaults);
    expect(files(1)).toEqual(files(1));
    expect(files(1)).not.toEqual(files(2));
  });

  it.each([20261120, 1, 2, 3])('with seed %i: every figure is the true one', async (seed) => {
    const policy = policyWith({ namedUserLimit: 100 });
    const { made, joined, people } = await practiceReview({ seed, people: 600 }, policy);
    const { byAuthority, ghosts, respelled, lookAlikes, people: count, ...figures } = practiceTruth(made);
    expect(figuresByName(figuresOf(people, joined, policy, new Map()))).toEqual({
      ...figures,
      limit: 100,
      'over-limit': figures['named-users'] - 100,
    });
    expect(people).toHaveLength(count);
    expect(joined.ghosts).toHaveLength(ghosts);
    expect(joined.lookAlikes).toHaveLength(lookAlikes);
    expect(people.filter(({ spellings }) => spellings.length > 1)).toHaveLength(respelled);
    expect(
      Object.fromEntries(reconcile(people, joined.files, policy).authorities.map((of) => [of.roleList, of.namedUsers])),
    ).toEqual(byAuthority);
    for (const truth of [ghosts, respelled, lookAlikes, figures['only-in-report']]) expect(truth).toBeGreaterThan(0);
  });

  it('says the same of the roles in every file form', async () => {
    const made = practicePeople({ ...practiceDefaults, people: 200 });
    const forms = rolesExports(made);
    const tables = await Promise.all(
      [forms.csv(), forms.tsv(), forms.xlsx()].map(async (bytes) => {
        const reading = await readFile(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'roles');
        if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
        return reading.tables[0];
      }),
    );
    expect(tables[0]?.rows.length).toBeGreaterThan(500);
    expect(tables[1]?.rows).toEqual(tables[0]?.rows);
    expect(tables[2]?.rows).toEqual(tables[0]?.rows);
  });

  it('names nobody outside the made-up institution', () => {
    const text = JSON.stringify(practicePeople(practiceDefaults));
    expect(text).not.toMatch(/\b(?!192\.0\.2\.)\d{1,3}(\.\d{1,3}){3}\b/);
    expect(text).not.toMatch(/@(?!example\.org)/);
  });
});
