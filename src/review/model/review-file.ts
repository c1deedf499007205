import {
  type Day,
  type FieldName,
  fieldNames,
  personKey,
  type Reading,
  read,
  recordOf,
  type UserRecord,
  unread,
} from '../../record/index.ts';
import { parsePolicy } from '../../rules/parse-policy.ts';
import type { Policy } from '../../rules/policy.ts';
import { atOnce, each, type Steps } from '../../sheets/steps.ts';
import { dayIn, type Json, listIn, numberIn, objectIn, oneOf, textIn } from './json.ts';
import {
  differenceIn,
  fileIn,
  ghostIn,
  loginsIn,
  personFieldsIn,
  unreadReasons,
  unreadRowIn,
  unusedSheetIn,
} from './review-parts.ts';
import type { Revision } from './revisions.ts';
import {
  type Decision,
  type FigureName,
  figureNames,
  type Joined,
  type JoinedPerson,
  type LoginMemory,
  type ReviewFile,
  type Sentence,
} from './types.ts';

export const reviewFormat = 'alma-user-guard-review';
export const reviewVersion = 1;

/** The figures of a review on the day it was saved; a figure that could not be said is absent. */
export interface FiguresOnADay {
  day: Day;
  figures: Partial<Record<FigureName, number>>;
  namedUsersAfter: number;
}

/** All that a review is, as it is kept and reopened. People are judged anew on opening: verdicts are not kept. */
export interface Review {
  revision: Revision;
  /** The day that the rules take for today. */
  today: Day;
  saved: Day;
  reviewer: string;
  policy: Policy;
  joined: Joined;
  decisions: ReadonlyMap<string, Decision>;
  figures: FiguresOnADay;
  /** Earlier reviews, the oldest first. */
  history: readonly FiguresOnADay[];
}

type StoredReadings = Record<string, { value: unknown; code?: string } | { unread: string }>;

const storedReadings = (record: UserRecord): StoredReadings =>
  Object.fromEntries(
    fieldNames.map((field) => {
      const reading: Reading<unknown> = record[field];
      return [
        field,
        reading.state === 'read'
          ? { value: reading.value, ...(reading.code === undefined ? {} : { code: reading.code }) }
          : { unread: reading.why },
      ];
    }),
  );

/** The text of a review file: JSON that `openReview` reads back to an equal review. */
export function reviewText(review: Review): string {
  const { joined, decisions, ...rest } = review;
  const people = joined.people.map(({ record, ...person }) => ({ ...person, record: storedReadings(record) }));
  return JSON.stringify({
    format: reviewFormat,
    version: reviewVersion,
    ...rest,
    joined: { ...joined, people },
    decisions: [...decisions].map(([key, decision]) => ({ key, ...decision })),
  });
}

function readingIn(json: Json, field: FieldName): Reading<unknown> {
  const stored = objectIn(json);
  const why = oneOf(stored.unread, unreadReasons);
  if (!Object.hasOwn(stored, 'value')) return unread(why ?? 'unparseable');
  const value = personFieldsIn(field, stored.value);
  return value === undefined ? unread('unparseable') : read(value, textIn(stored.code));
}

function recordIn(json: Json, identifier: string): UserRecord {
  const stored = objectIn(json);
  const record: Record<string, Reading<unknown>> = { ...recordOf({ primaryId: identifier }) };
  for (const field of fieldNames) {
    if (field === 'primaryId') continue;
    record[field] = Object.hasOwn(stored, field) ? readingIn(stored[field], field) : unread('not-in-this-file');
  }
  return record as unknown as UserRecord;
}

const optional = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value });
const textOrNull = (json: Json) => (json === null ? null : textIn(json));

function failedIn(json: Json): LoginMemory['failed'] {
  const { count, since } = objectIn(json);
  const [number, day] = [numberIn(count), dayIn(since)];
  return number === undefined || !day ? undefined : { count: number, since: day };
}

/** What the file tells of logins. One of an earlier version does not say in how many reports a login could not be read: then none was. */
function loginIn(json: Json, listedIn: number): LoginMemory {
  const login = objectIn(json);
  const reports = numberIn(login.reports) ?? 0;
  const unreadable = numberIn(login.unreadable) ?? (reports === 0 ? listedIn : 0);
  return {
    ...optional('lastSeen', dayIn(login.lastSeen)),
    reports,
    ...optional('unreadable', unreadable === 0 ? undefined : unreadable),
    coveredMonths: numberIn(login.coveredMonths) ?? 0,
    ...optional('failed', failedIn(login.failed)),
  };
}

function personIn(json: Json, knownFiles: readonly ReviewFile[]): JoinedPerson | undefined {
  const stored = objectIn(json);
  const identifier = textIn(stored.identifier);
  if (!identifier?.trim()) return undefined;
  const spellings = listIn(stored.spellings, textIn).filter(
    (spelling) => personKey(spelling) === personKey(identifier),
  );
  const files = listIn(stored.files, numberIn).filter((at) => knownFiles[at] !== undefined);
  const reports = files.filter((at) => knownFiles[at]?.kind === 'staff-login-report').length;
  return {
    key: personKey(identifier),
    identifier,
    spellings: [identifier, ...spellings.filter((spelling) => spelling !== identifier)],
    record: recordIn(stored.record, identifier),
    ...optional('jobCategory', textOrNull(stored.jobCategory)),
    ...optional('library', textOrNull(stored.library)),
    ...optional('campus', textOrNull(stored.campus)),
    files,
    inReport: stored.inReport === true,
    inAnalytics: stored.inAnalytics === true,
    login: loginIn(stored.login, reports),
    ...optional(
      'differences',
      Array.isArray(stored.differences) ? listIn(stored.differences, differenceIn) : undefined,
    ),
  };
}

function decisionIn(json: Json): [string, Decision] | undefined {
  const stored = objectIn(json);
  const key = textIn(stored.key);
  const kind = oneOf(stored.kind, ['keep', 'remove-roles', 'deactivate', 'purge', 'ask'] as const);
  const when = dayIn(stored.when);
  if (!key || !kind || !when) return undefined;
  const origin = oneOf(stored.origin, ['person', 'rule', 'answer'] as const) ?? 'person';
  // A file of an earlier version may name people by keys of its own time.
  return [personKey(key), { kind, reason: textIn(stored.reason) ?? '', by: textIn(stored.by) ?? '', when, origin }];
}

function figuresIn(json: Json): FiguresOnADay | undefined {
  const stored = objectIn(json);
  const day = dayIn(stored.day);
  const kept = objectIn(stored.figures);
  const namedUsersAfter = numberIn(stored.namedUsersAfter);
  if (!day || namedUsersAfter === undefined) return undefined;
  const figures: FiguresOnADay['figures'] = {};
  for (const name of figureNames) {
    const value = numberIn(kept[name]);
    if (value !== undefined) figures[name] = value;
  }
  return { day, figures, namedUsersAfter };
}

function* joinedIn(json: Json, lost: (part: string, count: number) => void): Steps<Joined> {
  const stored = objectIn(json);
  const all = <T>(part: string, list: Json, reader: (item: Json) => T | undefined): T[] => {
    const found = listIn(list, reader);
    lost(part, (Array.isArray(list) ? list.length : 0) - found.length);
    return found;
  };
  const files = all('files', stored.files, fileIn);
  const seen = new Set<string>();
  const people: JoinedPerson[] = [];
  const storedPeople: readonly Json[] = Array.isArray(stored.people) ? stored.people : [];
  yield* each(storedPeople, (item) => {
    const person = personIn(item, files);
    if (!person || seen.has(person.key)) return;
    seen.add(person.key);
    people.push(person);
  });
  lost('people', storedPeople.length - people.length);
  const lookAlikes = listIn(stored.lookAlikes, (item) => {
    const { a, b } = objectIn(item);
    const pair = { a: personKey(textIn(a) ?? ''), b: personKey(textIn(b) ?? '') };
    return seen.has(pair.a) && seen.has(pair.b) ? pair : undefined;
  });
  return {
    files,
    people,
    ghosts: all('ghosts', stored.ghosts, ghostIn),
    unreadRows: all('unread-rows', stored.unreadRows, unreadRowIn),
    unusedSheets: listIn(stored.unusedSheets, unusedSheetIn),
    ...optional('logins', loginsIn(stored.logins)),
    lookAlikes,
  };
}

export type OpenedReview =
  | { state: 'opened'; review: Review; problems: readonly Sentence[] }
  | { state: 'refused'; why: Sentence };

const refused = (key: string): OpenedReview => ({ state: 'refused', why: { key, values: {} } });

/**
 * Opens a review file: repaired, not trusted. Whatever cannot be used is left out and said in `problems`, one sentence for
 * each kind of thing; a file that is no review of ours, or of a version to come, is refused. Never throws.
 */
export const openReview = (json: unknown): OpenedReview => atOnce(openingReview(json));

/** The same in steps, for as long a work as 30,000 people are. */
export function* openingReview(json: unknown): Steps<OpenedReview> {
  const stored = objectIn(json);
  if (stored.format !== reviewFormat) return refused('sheets_refused_not_a_review');
  const version = numberIn(stored.version);
  if (version === undefined || version < 1) return refused('sheets_refused_not_a_review');
  if (version > reviewVersion) return refused('sheets_review_from_the_future');
  const today = dayIn(stored.today) ?? dayIn(stored.saved);
  if (!today) return refused('sheets_refused_not_a_review');
  const problems: Sentence[] = [];
  const lost = (part: string, count: number) => {
    if (count > 0) problems.push({ key: `sheets_review_lost_${part.replaceAll('-', '_')}`, values: { count } });
  };
  const joined = yield* joinedIn(stored.joined, lost);
  const keys = new Set(joined.people.map(({ key }) => key));
  const decisions = listIn(stored.decisions, decisionIn).filter(([key]) => keys.has(key));
  lost('decisions', (Array.isArray(stored.decisions) ? stored.decisions.length : 0) - decisions.length);
  const { policy, problems: policyProblems } = parsePolicy(stored.policy, (key) => key);
  lost('policy', policyProblems.length);
  const revision = objectIn(stored.revision);
  const saved = dayIn(stored.saved) ?? today;
  return {
    state: 'opened',
    problems,
    review: {
      revision: {
        review: textIn(revision.review) ?? '',
        number: numberIn(revision.number) ?? 0,
        tab: textIn(revision.tab) ?? '',
      },
      today,
      saved,
      reviewer: textIn(stored.reviewer) ?? '',
      policy,
      joined,
      decisions: new Map(decisions),
      figures: figuresIn(stored.figures) ?? { day: saved, figures: {}, namedUsersAfter: 0 },
      history: listIn(stored.history, figuresIn).sort((a, b) => (a.day < b.day ? -1 : 1)),
    },
  };
}
