import { roleCoded, roleNamed, standardRoles } from '../rules/standards/roles.ts';
import type { Say } from '../texts/index.ts';

/** What can be said of a role's name: `value` is written into `roleNames` of the policy. */
export interface RoleChoice {
  readonly value: string;
  readonly label: string;
}

/**
 * All that a name can be said to be: "another role, which counts" (an empty value), then every role of the standard as the policy writes
 * it, by its English name, or, for one of Esploro's, by its code.
 */
export function roleChoices(say: Say): readonly RoleChoice[] {
  const roles = standardRoles().map((role) =>
    role.product === 'Esploro'
      ? { value: role.code ?? role.name, label: say('role_choice_esploro', { role: role.name }) }
      : { value: role.name, label: role.name },
  );
  return [
    { value: '', label: say('role_choice_counts') },
    ...roles.sort((one, other) => one.label.localeCompare(other.label)),
  ];
}

/** The choice that a role of the policy is: an administrator may have given a code. */
export function roleChoiceOf(written: string): string {
  const role = roleNamed(written) ?? roleCoded(written);
  if (!role) return '';
  return role.product === 'Esploro' ? (role.code ?? role.name) : role.name;
}
