import type { DecisionKind, Person, Suggestion } from './types.ts';

type Judged = Omit<Person, 'suggestion' | 'whyOneSource'>;

interface Advice {
  /** The rule whose finding the advice rests on. */
  rule: string;
  decision: DecisionKind;
  /** What must hold besides. */
  when?: (person: Judged, has: (rule: string) => boolean) => boolean;
}

const counts = ({ answer }: Judged) => answer === 'counts';

/**
 * What the rules suggest, the first that fits. Protected and back-up accounts come first: nothing beats them. Destructive
 * advice rests on a rule's own words (user-rules: deactivate who left, roles off for students whose job has ended, ask before
 * removing after 90 days without a login); purging is suggested only for a record that is switched off already.
 */
const advice: readonly Advice[] = [
  { rule: 'ex-libris-account', decision: 'keep' },
  { rule: 'rialto-account', decision: 'keep' },
  { rule: 'leganto-guest-account', decision: 'keep' },
  { rule: 'consortium-account', decision: 'keep' },
  { rule: 'alma-administrator-account', decision: 'keep' },
  { rule: 'pickup-location-account', decision: 'keep' },
  { rule: 'ex-libris-name', decision: 'ask' },
  { rule: 'back-up-administrator', decision: 'ask' },
  { rule: 'linked-account', decision: 'keep' },
  {
    rule: 'purge-date-due',
    decision: 'purge',
    when: ({ record, answer }) =>
      answer === 'does-not-count' && record.status.state === 'read' && record.status.value === 'INACTIVE',
  },
  { rule: 'setup-account-leftover', decision: 'deactivate', when: counts },
  { rule: 'expired-but-active', decision: 'deactivate', when: counts },
  { rule: 'roles-kept-as-record', decision: 'remove-roles', when: counts },
  {
    rule: 'student-with-staff-roles',
    decision: 'remove-roles',
    when: (person, has) => counts(person) && has('no-login-in-window'),
  },
  { rule: 'student-with-staff-roles', decision: 'ask', when: counts },
  { rule: 'no-login-in-window', decision: 'ask', when: counts },
  { rule: 'test-account-leftover', decision: 'ask', when: counts },
  { rule: 'generic-account', decision: 'ask', when: counts },
];

/** What the rules suggest to decide for a person, with the text key that says why; `undefined` where no rule says anything. */
export function suggestionFor(person: Judged): Suggestion | undefined {
  const found = new Set(person.found.map(({ rule }) => rule));
  const fits = advice.find(
    ({ rule, when }) => found.has(rule) && (when?.(person, (other) => found.has(other)) ?? true),
  );
  if (!fits) return undefined;
  const key = `sheets_suggest_${fits.decision}_${fits.rule}`.replaceAll('-', '_');
  return { decision: fits.decision, rule: fits.rule, why: { key, values: { roles: person.deciding } } };
}

/** Every suggestion that can be made, for the texts' and the tests' sake. */
export const suggestionKeys: readonly string[] = advice.map(({ rule, decision }) =>
  `sheets_suggest_${decision}_${rule}`.replaceAll('-', '_'),
);
