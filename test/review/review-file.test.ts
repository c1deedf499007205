import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import {
  attemptSave,
  compareWith,
  createJudging,
  decide,
  emptyBook,
  type FiguresOnADay,
  openReview,
  type Review,
  reviewRecord,
  reviewText,
} from '../../src/review/model/index.ts';
import { policyWith, practiceReview, today } from './review-of.ts';

const figures: FiguresOnADay = { day: today, figures: { 'named-users': 42, 'report-rows': 50 }, namedUsersAfter: 40 };

async function practised(): Promise<{ review: Review; people: Awaited<ReturnType<typeof practiceReview>>['people'] }> {
  const { joined, people } = await practiceReview({ people: 120 });
  const counting = people.filter(({ answer }) => answer === 'counts').slice(0, 3);
  const book = decide(
    emptyBook,
    counting.map(
      ({ key }) => [key, { kind: 'deactivate', reason: 'left', by: 'R.', when: today, origin: 'person' }] as const,
    ),
  );
  const review: Review = {
    revision: { review: 'r1', number: 3, tab: 't1' },
    today,
    saved: today,
    reviewer: 'R. Viewer',
    policy: policyWith({ namedUserLimit: 40 }),
    joined,
    decisions: book.decisions,
    figures,
    history: [{ ...figures, day: '2025-11-20' as Day }],
  };
  return { review, people };
}

const opened = (json: unknown) => {
  const result = openReview(json);
  if (result.state !== 'opened') throw new Error(result.why.key);
  return result;
};

describe('the review file', () => {
  it('is read back to the same review, and the people judged the same', async () => {
    const { review, people } = await practised();
    const { review: again, problems } = opened(JSON.parse(reviewText(review)));
    expect(problems).toEqual([]);
    expect(again).toEqual(review);
    expect(
      again.joined.people
        .map(createJudging(review.policy, today))
        .map(({ key, answer, found }) => [key, answer, found]),
    ).toEqual(people.map(({ key, answer, found }) => [key, answer, found]));
  });

  it.each([
    [null, 'sheets_refused_not_a_review'],
    [{ format: 'something else' }, 'sheets_refused_not_a_review'],
    [{ format: 'alma-user-guard-review', version: 99, today: '2026-01-01' }, 'sheets_review_from_the_future'],
    [{ format: 'alma-user-guard-review', version: 1 }, 'sheets_refused_not_a_review'],
  ])('refuses %j', (json, key) => {
    expect(openReview(json)).toEqual({ state: 'refused', why: { key, values: {} } });
  });

  it('repairs what it can, and says what it had to leave out', async () => {
    const { review } = await practised();
    const json = JSON.parse(reviewText(review));
    json.joined.people[0].identifier = 17;
    json.joined.people[1].record.status = { value: 'ASLEEP' };
    json.joined.people[2].record.roles = { value: [{ name: 'Cataloger' }, { noName: true }] };
    json.joined.files[0].sha256 = 'not a checksum';
    json.decisions.push({ key: 'nobody', kind: 'purge', when: today });
    const { review: again, problems } = opened(json);
    expect(problems.map(({ key, values }) => [key, values.count])).toEqual([
      ['sheets_review_lost_people', 1],
      ['sheets_review_lost_decisions', 1],
    ]);
    expect(again.joined.people[0]?.record.status).toEqual({ state: 'unread', why: 'unparseable' });
    expect(again.joined.people[1]?.record.roles).toEqual({ state: 'unread', why: 'unparseable' });
    expect(again.joined.files[0]?.sha256).toBe('');
  });

  it('never throws, whatever stands in it, and never touches prototypes', async () => {
    const { review } = await practised();
    const text = reviewText({ ...review, joined: { ...review.joined, people: review.joined.people.slice(0, 3) } });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.json()), { minLength: 1, maxLength: 4 }), (changes) => {
        const json = JSON.parse(text);
        for (const [at, value] of changes) replaceSomewhere(json, at, JSON.parse(value));
        expect(['opened', 'refused']).toContain(openReview(json).state);
      }),
      { numRuns: 300 },
    );
    openReview(
      JSON.parse('{"format":"alma-user-guard-review","version":1,"today":"2026-01-01","__proto__":{"bad":1}}'),
    );
    expect(({} as Record<string, unknown>).bad).toBeUndefined();
  });
});

/** Replaces one place of a tree by another value. */
function replaceSomewhere(tree: Record<string, unknown>, at: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(tree);
  const [node, key] = places[at % places.length] ?? [tree, 'version'];
  node[key] = value;
}

describe('the next year', () => {
  it('names newcomers, those who are gone, and decisions that were not carried out', async () => {
    const { review, people } = await practised();
    const [first, second] = [...review.decisions.keys()];
    const now = people
      .filter(({ key }) => key !== first)
      .map((person, at) => (at === 0 ? { ...person, key: 'brandnew', answer: 'counts' as const } : person));
    const comparison = compareWith(review, now);
    expect(comparison.newcomers).toEqual(['brandnew']);
    expect(comparison.gone).toContain(first);
    expect(comparison.notCarriedOut).toContain(second);
    expect(comparison.notCarriedOut).not.toContain(first);
  });

  it('gives a record of who decided what', async () => {
    const { review, people } = await practised();
    const record = reviewRecord(review, people);
    expect(record.decided.deactivate).toBe(3);
    expect(record.decisions).toHaveLength(3);
    expect(record.undecided).toBe(people.length - 3);
    expect(record.authority).toMatchObject({ roleList: 'wrlc-carli', dated: '2024-06-26' });
    expect(record.policy).toEqual({ name: review.policy.name, base: 'base', version: 1 });
    expect(record.files.map(({ rows }) => rows).every((rows) => rows > 0)).toBe(true);
  });
});

describe('two tabs on one review', () => {
  const mine = { review: 'r1', number: 4, tab: 'a' };

  it('saves over what it last knew, counting on', () => {
    expect(attemptSave(mine, mine)).toEqual({ may: 'save', as: { ...mine, number: 5 } });
    expect(attemptSave(undefined, mine)).toEqual({ may: 'save', as: { ...mine, number: 5 } });
  });

  it('does not save over what another tab has saved since', () => {
    const newer = { review: 'r1', number: 5, tab: 'b' };
    expect(attemptSave(newer, mine)).toEqual({ may: 'not-save', newer });
    expect(attemptSave({ review: 'r2', number: 1, tab: 'b' }, mine).may).toBe('not-save');
    expect(attemptSave(newer, mine, true)).toEqual({ may: 'save', as: { ...mine, number: 6 } });
  });

  it('of two tabs that save in turns, one is always told', () => {
    const first = attemptSave(mine, { ...mine, tab: 'a' });
    if (first.may !== 'save') throw new Error('the first may save');
    expect(attemptSave(first.as, { ...mine, tab: 'b' }).may).toBe('not-save');
  });
});
