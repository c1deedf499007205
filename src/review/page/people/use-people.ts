import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Decision, Person } from '../../model/index.ts';
import type { Narrowing } from '../desk-context.ts';
import { createPacer, Overtaken, sortInSlices } from '../slices.ts';
import { type Sort, sortsByDecision, sortValue } from './columns.ts';
import { type Filter, fitting } from './filter.ts';
import { emptyIndex, type Indexed, indexPeople, type PeopleIndex } from './people-index.ts';

/** Runs work that may be overtaken by newer work, which is no failure. */
function running(work: (signal: AbortSignal) => Promise<void>): () => void {
  const life = new AbortController();
  work(life.signal).catch((problem: unknown) => {
    if (!(problem instanceof Overtaken)) throw problem;
  });
  return () => life.abort();
}

/** The index of people, worked out anew whenever they change. */
export function useIndex(people: readonly Person[]): PeopleIndex {
  const [index, setIndex] = useState(emptyIndex);
  useEffect(() => running(async (signal) => setIndex(await indexPeople(people, signal))), [people]);
  return index;
}

interface Wanted {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly narrowing: Narrowing | undefined;
}

/** The people to list, in their order; `undefined` until they are found for the first time. */
export function useListed(
  index: PeopleIndex,
  { filter, sort, narrowing }: Wanted,
  decisions: ReadonlyMap<string, Decision>,
): readonly Indexed[] | undefined {
  const [listed, setListed] = useState<readonly Indexed[]>();
  const watched = filter.decision !== '' || sortsByDecision(sort) ? decisions : undefined;
  const decided = useMemo(() => watched ?? new Map<string, Decision>(), [watched]);
  useEffect(
    () =>
      running(async (signal) => {
        const found = await select(index.all, fitting(filter, decided), narrowing?.keys, signal);
        setListed(await sortedBy(found, sort, decided, signal));
      }),
    [index, filter, sort, narrowing, decided],
  );
  return listed;
}

async function select(
  all: readonly Indexed[],
  fits: (one: Indexed) => boolean,
  keys: ReadonlySet<string> | undefined,
  signal: AbortSignal,
): Promise<Indexed[]> {
  const pace = createPacer(signal);
  const found: Indexed[] = [];
  for (const one of all) {
    if ((!keys || keys.has(one.person.key)) && fits(one)) found.push(one);
    await pace();
  }
  return found;
}

async function sortedBy(
  found: readonly Indexed[],
  { column, down }: Sort,
  decisions: ReadonlyMap<string, Decision>,
  signal: AbortSignal,
): Promise<readonly Indexed[]> {
  const wanted = sortValue(column, decisions);
  const valued = found.map((one) => ({ one, value: wanted(one) }));
  const sign = down ? -1 : 1;
  const inOrder = await sortInSlices(
    valued,
    (a, b) => (a.value < b.value ? -sign : a.value > b.value ? sign : 0),
    signal,
  );
  return inOrder.map(({ one }) => one);
}
