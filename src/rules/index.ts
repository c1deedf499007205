import type { UserRecord } from '../record/index.ts';
import { englishSay } from '../texts/english.ts';
import type { Say } from '../texts/index.ts';
import { judge as judgeIn } from './judge.ts';
import type { Judgement } from './judgement.ts';
import type { Policy } from './policy.ts';

export { isProtected, severityUnder, textKey } from './judge.ts';
export type { Judgement, NamedUser, NamedUserAnswer, Outcome, Verdict } from './judgement.ts';
export * from './policy.ts';
export { type Counts, roleCounts } from './roles.ts';
export { type Document, type DocumentId, documents } from './standards/documents.ts';
export { policies } from './standards/policies.ts';
export { type RoleList, type RoleListId, roleListOf, roleLists } from './standards/role-lists.ts';

/** Judges a record under a policy on a day (`YYYY-MM-DD`), in English unless told otherwise. Never throws. */
export const judge = (record: UserRecord, policy: Policy, today: string, say: Say = englishSay): Judgement =>
  judgeIn(record, policy, today, say);
