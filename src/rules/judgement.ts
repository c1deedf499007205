import type { FieldName } from '../record/index.ts';
import type { Severity } from './policy.ts';

export type NamedUserAnswer = 'counts' | 'does-not-count' | 'cannot-tell';
/** Whether an account is one that nobody at the library may change. */
export type Protection = 'yes' | 'no' | 'cannot-tell';
export type Outcome = 'found' | 'clear' | 'cannot-tell' | 'crashed';

export interface Verdict {
  rule: string;
  severity: Severity;
  outcome: Outcome;
  findings: readonly { message: string }[];
  /** For `cannot-tell`: the unread fields that the outcome hangs on. */
  missing: readonly FieldName[];
  /** True when the policy has switched the rule off; such a verdict is always `clear` and says nothing about the record. */
  off: boolean;
}

export interface NamedUser {
  answer: NamedUserAnswer;
  /** The names of the distinct roles that decide, as the record spells them; empty unless the answer is `counts`. */
  deciding: readonly string[];
  /** The id of the role list that the answer rests on. */
  authority: string;
  /** One line for staff: the answer with its reason. */
  line: string;
  /** The smallest change that would end the counting; absent unless the answer is `counts`. */
  change?: string;
  /** For `cannot-tell`: the unread fields that the answer hangs on. */
  missing: readonly FieldName[];
}

export interface Judgement {
  namedUser: NamedUser;
  /** One for every rule in the catalogue, in the catalogue's order. */
  verdicts: readonly Verdict[];
}
