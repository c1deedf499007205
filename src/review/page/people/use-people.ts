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

/** What was found, and for what. */
interface Found extends Omit<Wanted, 'sort'> {
  readonly index: PeopleIndex;
  readonly decided: ReadonlyMap<string, Decision>;
  readonly rows: readonly Indexed[];
}

/** The people to list, in their order. */
export interface Listed {
  readonly rows: readonly Indexed[];
  /** False while newer people or another choice of them are still being looked through: then the rows are those of before. */
  readonly isCurrent: boolean;
}

/** The people to list; `undefined` until they are found for the first time. */
export function useListed(
  index: PeopleIndex,
  { filter, sort, narrowing }: Wanted,
  decisions: ReadonlyMap<string, Decision>,
): Listed | undefined {
  const [found, setFound] = useState<Found>();
  const watched = filter.decision !== '' || sortsByDecision(sort) ? decisions : undefined;
  const decided = useMemo(() => watched ?? new Map<string, Decision>(), [watched]);
  useEffect(
    () =>
      running(async (signal) => {
        const chosen = await select(index.all, fitting(filter, decided), narrowing?.keys, signal);
        const rows = await sortedBy(chosen, sort, decided, signal);
        setFound({ index, filter, narrowing, decided, rows });
      }),
    [index, filter, sort, narrowing, decided],
  );
  return useMemo(
    () =>
      found && {
        rows: found.rows,
        isCurrent:
          found.index === index &&
          found.filter === filter &&
          found.narrowing === narrowing &&
          found.decided === decided,
      },
    [found, index, filter, narrowing, decided],
  );
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
