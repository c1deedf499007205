export type { InForce } from '../platform/messages.ts';
export { type Arrived, arrived, watchArrived } from './arrived.ts';
export { type Change, changesToBase, NotSaved, type Refusal, saveChanges } from './change.ts';
export { type Choices, choicesIn, policyFileOf, sameValue, valueAt } from './choices.ts';
export { isLocked, policyInForce, watchPolicy } from './in-force.ts';
export { longestPolicy, policyTextKey } from './managed.ts';
export { type Mended, readMended } from './mend.ts';
export { withRoleNames } from './role-names.ts';
