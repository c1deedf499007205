import type { Day } from '../../src/record/index.ts';
import {
  createJudging,
  type FileToJoin,
  type Joined,
  joinFiles,
  type Person,
  type Review,
  roleDoubts,
  withReasons,
} from '../../src/review/model/index.ts';
import {
  type PracticeFile,
  type PracticeOptions,
  practiceDefaults,
  practiceFiles,
  practicePeople,
} from '../../src/review/practice/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { type ReadOptions, readFile, writeCsv } from '../../src/sheets/index.ts';

export const today = practiceDefaults.today;

/** The policy that tests judge under, with differences. */
export const policyWith = (differences: Partial<Policy> = {}): Policy => ({
  ...(policies.base as Policy),
  roleList: 'wrlc-carli',
  ...differences,
});

/** Reads a made-up export as the worker does; a file that is refused, or asks something that `said` does not answer, fails the test. */
export async function fileToJoin(
  { name, asOf, bytes }: Pick<PracticeFile, 'name' | 'asOf' | 'bytes'>,
  said: ReadOptions = {},
): Promise<FileToJoin> {
  const reading = await readFile(new Blob([bytes]), name, said);
  if (reading.state !== 'read') throw new Error(`${name}: ${JSON.stringify(reading)}`);
  return { name, asOf, sha256: '0'.repeat(64), tables: reading.tables, sheets: reading.sheets };
}

/** A CSV export from rows of text. */
export const csvFile = (name: string, rows: readonly (readonly string[])[], asOf: Day = today): Promise<FileToJoin> =>
  fileToJoin({ name, asOf, bytes: new TextEncoder().encode(writeCsv(rows)) });

export interface Reviewed {
  joined: Joined;
  people: Person[];
  person(key: string): Person;
}

/** Joins and judges files, as the worker does. */
export function reviewOf(files: readonly FileToJoin[], policy: Policy = policyWith()): Reviewed {
  const joined = joinFiles(files, { today, loginWindowDays: policy.loginWindowDays });
  const people = withReasons(
    joined.people.map(createJudging(policy, today, roleDoubts(joined.people, policy))),
    joined,
    today,
  );
  const person = (key: string) => {
    const found = people.find((one) => one.key === key);
    if (!found) throw new Error(`nobody has the key ${key}`);
    return found;
  };
  return { joined, people, person };
}

/** A whole made-up institution, read from its files. */
export async function practiceReview(options: Partial<PracticeOptions> = {}, policy?: Policy) {
  const all = { ...practiceDefaults, ...options };
  const made = practicePeople(all);
  const files = practiceFiles(made, all);
  return { made, files, ...reviewOf(await Promise.all(files.map((file) => fileToJoin(file))), policy) };
}

/** A review of what was joined, as it stands before anything is decided. */
export const reviewHolding = (joined: Joined): Review => ({
  revision: { review: 'r', number: 1, tab: 't' },
  today,
  saved: today,
  reviewer: '',
  policy: policyWith(),
  joined,
  decisions: new Map(),
  figures: { day: today, figures: {}, namedUsersAfter: 0 },
  history: [],
});
