import { roleCoded, roleNamed, roleTranslated } from '../../rules/standards/roles.ts';
import { type PurgeContext, type PurgeRisk, purgeRisks } from './purge.ts';
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

/** Whether a decision changes the record in Alma. */
export const isDestructive = (kind: DecisionKind): boolean => destructive.has(kind);

/** The roles that can give roles back to others. user-rules: last-admin, backup-admin-account. */
const administratorRoles = new Set<string | undefined>(['General System Administrator', 'User Administrator']);
const LAST_ADMINISTRATORS = 2;

/** Thousands of people hold the same few dozen roles: each name is looked up once. */
const givesRoles = new Map<string, boolean>();
function isAdministratorName(name: string): boolean {
  const known = givesRoles.get(name) ?? administratorRoles.has((roleNamed(name) ?? roleTranslated(name))?.name);
  givesRoles.set(name, known);
  return known;
}

/** Whether a role of the standard, by its English name or its code as a policy writes it, can give roles back to others. */
export const isAdministratorRole = (role: string): boolean =>
  administratorRoles.has((roleNamed(role) ?? roleCoded(role))?.name);

/** True for an active record that holds General System Administrator or User Administrator under any name, as far as it was read. */
export function isAdministrator({ record, administrator }: Pick<Person, 'record' | 'administrator'>): boolean {
  const { roles, status } = record;
  if (status.state === 'read' && status.value !== 'ACTIVE') return false;
  if (administrator === true) return true;
  if (roles.state !== 'read') return false;
  return roles.value.some(
    ({ name, code = '' }) => isAdministratorName(name) || administratorRoles.has(roleCoded(code)?.name),
  );
}

/** Why a decision is refused or has to be confirmed: sentences, and for a purge what speaks against it. One of the two is not empty. */
export interface Objection {
  readonly whys: readonly Sentence[];
  readonly risks: readonly PurgeRisk[];
}

/** What the page must do before it takes a decision: nothing, refuse it, or ask twice; with what to say. */
export type Check = { allowed: 'yes' } | ({ allowed: 'no' | 'after-confirming' } & Objection);

/** What decisions are checked by, besides the person and the decision. */
export interface CheckContext extends PurgeContext {
  /** Among them the administrators who would remain are counted: all people, or the administrators alone. */
  people: readonly Person[];
}

const sentence = (key: string, values: Sentence['values'] = {}): Sentence => ({ key, values });

/** The administrators who would stay if the given decisions were carried out. */
function administratorsLeft(people: readonly Person[], decisions: ReadonlyMap<string, Decision>): Person[] {
  return people.filter(
    (person) =>
      isAdministrator(person) && !person.protected && !destructive.has(decisions.get(person.key)?.kind ?? 'keep'),
  );
}

/** What makes a person one who must not be lost: the way in when single sign-on is down, or one of the last administrators. */
function locksOut(person: Person, people: readonly Person[], decisions: ReadonlyMap<string, Decision>): Sentence[] {
  if (person.found.some(({ rule }) => rule === 'back-up-administrator')) {
    return [sentence('sheets_confirm_back_up_administrator')];
  }
  if (!isAdministrator(person)) return [];
  const others = administratorsLeft(people, decisions).filter(({ key }) => key !== person.key);
  if (others.length >= LAST_ADMINISTRATORS) return [];
  return [sentence('sheets_confirm_last_administrators', { count: others.length })];
}

/**
 * Checks a decision for one person. Protected accounts refuse a destructive one. A back-up administrator and the last two administrators left
 * ask twice, and so does every purge of which not all is known to be harmless (see `purgeRisks`): it is the one decision that nobody
 * can take back.
 */
export function checkDecision(
  person: Person,
  kind: DecisionKind,
  decisions: ReadonlyMap<string, Decision>,
  context: CheckContext,
): Check {
  if (!destructive.has(kind)) return { allowed: 'yes' };
  if (person.protected) return { allowed: 'no', whys: [sentence('sheets_refuse_protected')], risks: [] };
  const whys = locksOut(person, context.people, decisions);
  const risks = kind === 'purge' ? purgeRisks(person, context) : [];
  return whys.length + risks.length > 0 ? { allowed: 'after-confirming', whys, risks } : { allowed: 'yes' };
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
  by: string,
  context: CheckContext,
): { book: DecisionBook; leftOut: readonly string[] } {
  const decisions = new Map(book.decisions);
  const changes: Change[] = [];
  const leftOut: string[] = [];
  for (const person of chosen) {
    const { suggestion, key } = person;
    if (!suggestion || book.touched.has(key) || book.decisions.has(key)) continue;
    if (checkDecision(person, suggestion.decision, decisions, context).allowed !== 'yes') {
      leftOut.push(key);
      continue;
    }
    const { decision: kind, rule: reason } = suggestion;
    const decision: Decision = { kind, reason, by, when: context.today, origin: 'rule' };
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
