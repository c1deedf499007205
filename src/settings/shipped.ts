import type { InForce } from '../platform/messages.ts';
import { suggestPolicy } from '../rules/hosts.ts';
import type { Policy } from '../rules/policy.ts';
import { policies } from '../rules/standards/policies.ts';

/**
 * What stands in on a host while no setting has been read: the shipped policy that the host suggests, or the base policy. Shipped
 * protected accounts need no setting.
 */
export function shippedInForce(host: string): InForce {
  const suggestion = suggestPolicy(host);
  const shipped = suggestion && policies[suggestion.policyId];
  return {
    policy: shipped ?? (policies.base as Policy),
    ...(shipped ? { origin: 'suggested', suggestedBy: host } : { origin: 'default' }),
    lockedKeys: [],
    problems: [],
    awaited: true,
  };
}
