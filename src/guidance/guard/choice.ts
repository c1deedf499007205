import type { Action, ActionKind } from '../../alma/actions/index.ts';
import { isProtected } from '../../rules/judge.ts';
import type { GuardChoice, Policy } from '../../rules/policy.ts';

/** What the guard does until the policy in force has been read: the defaults that every shipped policy starts from. */
export const guardDefaults: Policy['guard'] = { delete: 'hold', protectedAccounts: 'hold', deactivate: 'tell' };

/**
 * Which of the three settings decides on a kind. A purge goes with `delete`: it is the right way, but it cannot be stopped once
 * started, and the sources ask for a prompt there. Taking the Patron role off does to a patron what deactivating does.
 */
const settingOf: Readonly<Record<ActionKind, keyof Policy['guard']>> = {
  delete: 'delete',
  purge: 'delete',
  deactivate: 'deactivate',
  'remove-patron': 'deactivate',
  'remove-role': 'deactivate',
  'edit-protected': 'protectedAccounts',
  'edit-unread': 'protectedAccounts',
  'merge-protected': 'protectedAccounts',
};

const strength: readonly GuardChoice[] = ['off', 'tell', 'hold'];

const stronger = (a: GuardChoice, b: GuardChoice): GuardChoice => (strength.indexOf(a) >= strength.indexOf(b) ? a : b);
const atMostTell = (choice: GuardChoice): GuardChoice => (choice === 'hold' ? 'tell' : choice);

/** True when one of the users concerned is, under one of its identities, an account that nobody at the library may change. */
export const concernsProtected = ({ subject }: Action, policy: Policy | undefined): boolean =>
  policy !== undefined &&
  [...subject.records, ...(subject.otherwise ?? [])].some((record) => isProtected(record, policy) === 'yes');

/**
 * What to do about an action: nothing, tell, or hold. On a protected account the stronger of the two settings counts. Removing a
 * staff role is the right way off the list; a merge of unread accounts, and a change of one, are only perhaps wrong: none of them is ever held.
 */
export function choiceFor(action: Action, policy: Policy | undefined): GuardChoice {
  const guard = policy?.guard ?? guardDefaults;
  const choice = guard[settingOf[action.kind]];
  if (concernsProtected(action, policy)) return stronger(choice, guard.protectedAccounts);
  const isOnlyPerhaps =
    action.kind === 'remove-role' ||
    action.kind === 'edit-unread' ||
    (action.kind === 'merge-protected' && policy !== undefined);
  return isOnlyPerhaps ? atMostTell(choice) : choice;
}
