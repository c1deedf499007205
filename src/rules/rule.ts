import type { Day, FieldName, Reading, RolesSeen, UserFields, UserRecord } from '../record/index.ts';
import { fieldNames } from '../record/index.ts';
import type { Say, TextValues } from '../texts/index.ts';
import type { Policy, Severity } from './policy.ts';
import type { Truth } from './truth.ts';

/** One field as a rule sees it: what was read, and the field's name for saying what was not. */
export interface Asked<F extends FieldName> {
  readonly field: F;
  readonly reading: Reading<UserFields[F]>;
  /** Of roles that are unread: those that were seen all the same. */
  readonly seen?: RolesSeen | undefined;
}

/** The fields that a rule has declared, and no others. */
export type Fields<F extends FieldName> = { readonly [K in F]: Asked<K> };

/** All that a rule may know besides the record. */
export interface Context {
  readonly policy: Policy;
  /** Throws when the caller gave no real day, so that every rule that needs the clock says so instead of guessing. */
  readonly today: Day;
  /** What `once` was told in this judgement. A context without it is asked anew each time. */
  readonly answers?: unknown[];
}

/** A text of the rule: the key `rule_<id>_<name>` and what its placeholders hold. */
export type Told = readonly [name: string, values?: TextValues];

export interface RuleDefinition<N extends FieldName> {
  /** Permanent once released; names the state that is found. */
  readonly id: string;
  readonly severity: Severity;
  readonly needs: readonly N[];
  readonly found: (fields: Fields<N>, context: Context) => Truth;
  /** Asked only when the rule is found and somebody reads its words; without it the rule's text `message` is told. */
  readonly tell?: (fields: Fields<N>, context: Context, say: Say) => readonly Told[];
}

export type Rule = RuleDefinition<FieldName>;

/** Makes a rule that can reach only the fields it says it needs: any other is a compile error. */
export const defineRule = <const N extends FieldName>(rule: RuleDefinition<N>): Rule => rule;

/** Prepares a record for rules: every field with its name beside its reading. */
export function askable(record: UserRecord): Fields<FieldName> {
  const fields: Partial<Record<FieldName, Asked<FieldName>>> = {};
  for (const field of fieldNames) fields[field] = { field, reading: record[field] };
  if (record.rolesSeen) fields.roles = { field: 'roles', reading: record.roles, seen: record.rolesSeen };
  return fields as Fields<FieldName>;
}

type Question<F extends FieldName, T> = (fields: Fields<F>, context: Context) => T;
let questions = 0;

/** Makes a question that is answered once in a judgement, where a context lives for one record: most rules ask the same. */
export function once<F extends FieldName, T extends object | string | boolean>(
  question: Question<F, T>,
): Question<F, T> {
  const at = questions++;
  return (fields, context) => {
    const known = context.answers?.[at] as T | undefined;
    if (known !== undefined) return known;
    const answer = question(fields, context);
    if (context.answers) context.answers[at] = answer;
    return answer;
  };
}

/** Asks a field a yes-or-no question, with the code beside the value where one was read; "not known" when the field was not read. */
export function holds<F extends FieldName>(
  asked: Asked<F>,
  test: (value: UserFields[F], code?: string) => boolean,
): Truth {
  const { reading } = asked;
  return reading.state === 'read' ? test(reading.value, reading.code) : [asked.field];
}

/** The field's value, or `undefined` when it was not read. */
export const valueRead = <F extends FieldName>({ reading }: Asked<F>): UserFields[F] | undefined =>
  reading.state === 'read' ? reading.value : undefined;
