import type { Day } from '../../record/index.ts';
import type { Decision, DecisionKind, Person, Sentence } from './types.ts';

/** What a step of work changed: for each key the decision before and after (`undefined`: none). */
interface Change {
  key: string;
  before: Decision | undefined;
  after: Decision | undefined;
  touchedBefore: boolean;
}

/** All decisions of a review, with what can be undone and redone. Never changed in place. */
export interface DecisionBook {
  decisions: ReadonlyMap<string, Decision>;
  /** Keys that a person (and not a bulk suggestion) has decided on, also where the decision was taken back. */
  touched: ReadonlySet<string>;
  done: readonly (readonly Change[])[];
  undone: readonly (readonly Change[])[];
}

export const emptyBook: DecisionBook = { decisions: new Map(), touched: new Set(), done: [], undone: [] };

/** A book as a review file gives it: nothing to undo. */
export const bookOf = (decisions: ReadonlyMap<string, Decision>): DecisionBook => ({
  ...emptyBook,
  decisions,
  touched: new Set([...decisions].filter(([, { origin }]) => origin !== 'rule').map(([key]) => key)),
});

const destructive = new Set<DecisionKind>(['remove-roles', 'deactivate', 'purge']);
/** The roles that can give roles back to others. user-rules: last-admin, backup-admin-account. */
const administratorRoles = new Set(['general system administrator', 'user administrator']);
const administratorCodes = new Set(['26', '50']);
const LAST_ADMINISTRATORS = 2;

/** True for an active record that holds General System Administrator or User Administrator, as far as it was read. */
export function isAdministrator({ record: { roles, status } }: Pick<Person, 'record'>): boolean {
  if (roles.state !== 'read' || (status.state === 'read' && status.value !== 'ACTIVE')) return false;
  return roles.value.some(
    ({ name, code }) => administratorRoles.has(name.trim().toLowerCase()) || administratorCodes.has(code ?? ''),
  );
}

/** What the page must do before it takes a decision: nothing, refuse it, or ask twice; with the sentence to say. */
export type Check = { allowed: 'yes' } | { allowed: 'no' | 'after-confirming'; why: Sentence };

const sentence = (key: string, values: Sentence['values'] = {}): Sentence => ({ key, values });

/** The administrators who would stay if the given decisions were carried out. */
function administratorsLeft(people: readonly Person[], decisions: ReadonlyMap<string, Decision>): Person[] {
  return people.filter(
    (person) =>
      isAdministrator(person) && !person.protected && !destructive.has(decisions.get(person.key)?.kind ?? 'keep'),
  );
}

/**
 * Checks a decision for one person. Protected accounts refuse a destructive one; a back-up administrator and the last two administrators left ask twice.
 */
export function checkDecision(
  person: Person,
  kind: DecisionKind,
  people: readonly Person[],
  decisions: ReadonlyMap<string, Decision>,
): Check {
  if (!destructive.has(kind)) return { allowed: 'yes' };
  if (person.protected) return { allowed: 'no', why: sentence('sheets_refuse_protected') };
  if (person.found.some(({ rule }) => rule === 'back-up-administrator')) {
    return { allowed: 'after-confirming', why: sentence('sheets_confirm_back_up_administrator') };
  }
  if (!isAdministrator(person)) return { allowed: 'yes' };
  const others = administratorsLeft(people, decisions).filter(({ key }) => key !== person.key);
  if (others.length >= LAST_ADMINISTRATORS) return { allowed: 'yes' };
  return { allowed: 'after-confirming', why: sentence('sheets_confirm_last_administrators', { count: others.length }) };
}

function apply(book: DecisionBook, changes: readonly Change[], byPerson: boolean): DecisionBook {
  if (changes.length === 0) return book;
  const decisions = new Map(book.decisions);
  const touched = new Set(book.touched);
  for (const { key, after } of changes) {
    if (after) decisions.set(key, after);
    else decisions.delete(key);
    if (byPerson) touched.add(key);
  }
  return { decisions, touched, done: [...book.done, changes], undone: [] };
}

const changeOf = (book: DecisionBook, key: string, after: Decision | undefined): Change => ({
  key,
  before: book.decisions.get(key),
  after,
  touchedBefore: book.touched.has(key),
});

/** Takes decisions for one or several people, as one step that can be undone. Check each person first, see `checkDecision`. */
export const decide = (
  book: DecisionBook,
  taken: readonly (readonly [key: string, decision: Decision])[],
): DecisionBook =>
  apply(
    book,
    taken.map(([key, decision]) => changeOf(book, key, decision)),
    true,
  );

/** Takes decisions back; the people stay touched, so that no bulk suggestion comes over them. */
export const takeBack = (book: DecisionBook, keys: readonly string[]): DecisionBook =>
  apply(
    book,
    keys.filter((key) => book.decisions.has(key)).map((key) => changeOf(book, key, undefined)),
    true,
  );

/**
 * Accepts the rules' suggestions for those of the given people whom nobody has touched and who have no decision yet.
 * Whoever would have to be confirmed or is protected is left out, and named.
 */
export function acceptSuggestions(
  book: DecisionBook,
  chosen: readonly Person[],
  people: readonly Person[],
  by: string,
  when: Day,
): { book: DecisionBook; leftOut: readonly string[] } {
  const decisions = new Map(book.decisions);
  const changes: Change[] = [];
  const leftOut: string[] = [];
  for (const person of chosen) {
    const { suggestion, key } = person;
    if (!suggestion || book.touched.has(key) || book.decisions.has(key)) continue;
    const mayNeedCheck = destructive.has(suggestion.decision);
    if (mayNeedCheck && checkDecision(person, suggestion.decision, people, decisions).allowed !== 'yes') {
      leftOut.push(key);
      continue;
    }
    const decision: Decision = { kind: suggestion.decision, reason: suggestion.rule, by, when, origin: 'rule' };
    decisions.set(key, decision);
    changes.push(changeOf(book, key, decision));
  }
  return { book: apply(book, changes, false), leftOut };
}

function replay(book: DecisionBook, changes: readonly Change[], way: 'before' | 'after'): DecisionBook {
  const decisions = new Map(book.decisions);
  const touched = new Set(book.touched);
  for (const change of way === 'before' ? [...changes].reverse() : changes) {
    const decision = change[way];
    if (decision) decisions.set(change.key, decision);
    else decisions.delete(change.key);
    const isTouched = way === 'before' ? change.touchedBefore : change.touchedBefore || change.after?.origin !== 'rule';
    if (isTouched) touched.add(change.key);
    else touched.delete(change.key);
  }
  return { ...book, decisions, touched };
}

/** Undoes the last step; the same book when there is none. */
export function undo(book: DecisionBook): DecisionBook {
  const last = book.done.at(-1);
  if (!last) return book;
  return { ...replay(book, last, 'before'), done: book.done.slice(0, -1), undone: [...book.undone, last] };
}

/** Does the last undone step again; the same book when there is none. */
export function redo(book: DecisionBook): DecisionBook {
  const next = book.undone.at(-1);
  if (!next) return book;
  return { ...replay(book, next, 'after'), done: [...book.done, next], undone: book.undone.slice(0, -1) };
}
