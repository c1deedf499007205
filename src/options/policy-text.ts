import { policies } from '../rules/index.ts';
import type { Policy } from '../rules/policy.ts';
import { choicesIn, policyFileOf, sameValue } from '../settings/index.ts';

/** A policy as a file to hand on: its base, and what it says differently. Reading it gives the same policy again. */
export function exportedPolicy(policy: Policy): Record<string, unknown> {
  const base = choicesIn(policies[policy.base]);
  const differing = Object.entries(choicesIn(policy)).filter(
    ([path, value]) => path === 'base' || path === 'name' || !sameValue(value, base[path]),
  );
  return policyFileOf(Object.fromEntries(differing));
}

/** The name that an exported policy gets as a file: letters, digits and hyphens of its name, and the day. */
export function fileNameOf(policy: Policy, today: string): string {
  const name = policy.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${['alma-user-guard', name, today].filter(Boolean).join('-')}.json`;
}
