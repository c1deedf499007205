import type { UserRecord } from '../record/index.ts';
import { englishSay } from '../texts/english.ts';
import type { Say } from '../texts/index.ts';
import { catalogue } from './catalogue/index.ts';
import { judge as judgeIn } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { type ParsedPolicy, parsePolicy as parsePolicyIn } from './parse-policy.ts';
import type { Policy } from './policy.ts';
import type { Rule as BareRule } from './rule.ts';
import { ruleSources, type Source } from './standards/sources.ts';

export { isSandboxHost, type Suggestion, suggestPolicy } from './hosts.ts';
export { isProtected, severityUnder, textKey } from './judge.ts';
export type { Judgement, NamedUser, NamedUserAnswer, Outcome, Verdict } from './judgement.ts';
export type { ParsedPolicy, TriedSetting } from './parse-policy.ts';
export * from './policy.ts';
export { type Counts, isKnownRole, roleCounts } from './roles.ts';
export { type Document, type DocumentId, documents } from './standards/documents.ts';
export { policies } from './standards/policies.ts';
export { type RoleList, type RoleListId, roleListOf, roleLists } from './standards/role-lists.ts';
export { type RoleTranslation, roleTranslations, type StandardRole, standardRoles } from './standards/roles.ts';
export { type SeedStatement, seedStatements } from './standards/seed-statements.ts';
export type { Source } from './standards/sources.ts';
export { type WrlcInstitution, wrlcInstitutions } from './standards/wrlc-institutions.ts';

/** A rule with the documents that it comes from. */
export type Rule = BareRule & { readonly sources: readonly Source[] };

/** Every rule, in the order in which staff meet them. */
export const ruleCatalogue: readonly Rule[] = catalogue.map((rule) => ({
  ...rule,
  sources: ruleSources[rule.id] ?? [],
}));

/** Judges a record under a policy on a day (`YYYY-MM-DD`), in English unless told otherwise. Never throws. */
export const judge = (record: UserRecord, policy: Policy, today: string, say: Say = englishSay): Judgement =>
  judgeIn(record, policy, today, say);

/**
 * Makes a usable policy of anything (an object, or the text of a JSON file), with a sentence for each thing repaired or
 * refused, in English unless told otherwise. Never throws.
 */
export const parsePolicy = (json: unknown, say: Say = englishSay): ParsedPolicy => parsePolicyIn(json, say);
