import type { RoleRow } from '../alma/screen.ts';
import { isSandboxHost } from '../rules/hosts.ts';
import type { NamedUserAnswer } from '../rules/judgement.ts';
import type { Policy } from '../rules/policy.ts';
import { roleCounts } from '../rules/roles.ts';
import { roleListOf } from '../rules/standards/role-lists.ts';
import type { Say } from '../texts/index.ts';
import type { RoleMark } from './marks.ts';
import type { PresentationContext } from './present.ts';

/** Who put the policy in force, as far as a person needs to be told. */
export interface PolicyStanding {
  readonly origin: 'managed' | 'chosen' | 'suggested' | 'default';
  /** The host that suggested it. */
  readonly suggestedBy?: string;
  /** True while it only stands in for settings that have not come. */
  readonly awaited?: true;
  readonly kept?: true;
}

/** The language of our texts and its direction, for what stands in a page of Alma's in another one. */
export const inOurLanguage = (say: Say): { readonly lang: string; readonly dir: string } => ({
  lang: say('extension_language'),
  dir: say('guidance_direction') === 'rtl' ? 'rtl' : 'ltr',
});

/** The title of a rule. */
export function ruleTitle(rule: string, say: Say): string {
  return say(`rule_${rule.replaceAll('-', '_')}_title`);
}

/** Where a rule comes from, and the month in which that was last looked up. */
export function ruleSources(rule: string, say: Say): string[] {
  return [say(`rule_${rule.replaceAll('-', '_')}_source`)];
}

/** Says which role list decides what counts, where it comes from and of when it is. */
export function authorityWords(roleList: string, say: Say): string {
  return say(`${roleListOf(roleList).label}_authority`);
}

/** Says which policy is in force and who put it there. */
export function policyWords(policy: string, { origin, suggestedBy = '' }: PolicyStanding, say: Say): string {
  return say(`guidance_policy_${origin}`, { policy, host: suggestedBy });
}

/** Says whether this Alma is a sandbox or production, and what that means for what is done there. */
export const systemWords = (sandbox: boolean, say: Say): string =>
  say(sandbox ? 'guidance_sandbox' : 'guidance_production');

/** Everything that a presentation on a page of this host needs to know of the rules and of the policy, in words. */
export function contextOf(policy: Policy, standing: PolicyStanding, host: string, say: Say): PresentationContext {
  return {
    titleOf: (rule) => ruleTitle(rule, say),
    sourcesOf: (rule) => ruleSources(rule, say),
    authority: authorityWords(policy.roleList, say),
    roleList: say('guidance_role_list', { list: say(roleListOf(policy.roleList).label) }),
    policy: policyWords(policy.name, standing, say),
    ...(standing.awaited && {
      awaited: say(`guidance_policy_${standing.kept ? 'kept' : 'awaited'}`, { policy: policy.name }),
    }),
    sandbox: isSandboxHost(host),
  };
}

/** The marks for the role rows on screen: whether each role counts, and by which authority; on a record that does not count, none does. */
export function roleMarks(
  rows: readonly RoleRow[],
  policy: Policy,
  answer: NamedUserAnswer,
  authority: string,
  say: Say,
): RoleMark[] {
  const texts = {
    yes: say('guidance_mark_yes', { authority }),
    no: say('guidance_mark_no', { authority }),
    unknown: say('guidance_mark_unknown', { authority }),
  };
  const notHere = say('guidance_mark_not_here', { authority });
  return rows.map(({ cell, role }) => {
    const counts = roleCounts(role, policy);
    if (answer === 'does-not-count' && counts !== 'no') return { cell, counts: 'no', text: notHere };
    return { cell, counts, text: texts[counts] };
  });
}
