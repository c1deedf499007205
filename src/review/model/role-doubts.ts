import type { Role } from '../../record/index.ts';
import { roleNameKey } from '../../rules/match.ts';
import type { Policy } from '../../rules/policy.ts';
import { isDoubtfulName } from '../../rules/role-doubt.ts';
import { howKnown, type Known, roleCounts } from '../../rules/roles.ts';
import { roleLists } from '../../rules/standards/role-lists.ts';
import { roleTranslated } from '../../rules/standards/roles.ts';
import type { JoinedPerson } from './types.ts';

/** A name of a role in the files that somebody has to say the meaning of. */
export interface UnknownRole {
  readonly name: string;
  /** How many people hold it. */
  readonly people: number;
  /** Whoever holds it and no counting role cannot be told before it is said; others hold it as a role that counts. */
  readonly inDoubt: boolean;
  /** The English name of the role that sources in its language have for it. */
  readonly perhaps?: string;
}

/** What is not certain about the roles of a review's files. */
export interface RoleDoubts {
  /** Those in doubt first, then by how many hold them. */
  readonly unknown: readonly UnknownRole[];
  readonly isInDoubt: (role: Role) => boolean;
}

export const noDoubts: RoleDoubts = { unknown: [], isInDoubt: () => false };

interface Met {
  readonly role: Role;
  readonly known: Known;
}

type Holder = Pick<JoinedPerson, 'record'>;

/** Name and code tell one role from another here. */
const keyOf = ({ name, code = '' }: Role): string => `${code}\n${name}`;

const rolesOf = ({ record }: Holder): readonly Role[] => (record.roles.state === 'read' ? record.roles.value : []);

/** The distinct roles of all people: thousands hold the same few dozen. */
function meet(people: readonly Holder[], policy: Policy): Map<string, Met> {
  const met = new Map<string, Met>();
  for (const person of people) {
    for (const role of rolesOf(person)) {
      const key = keyOf(role);
      if (!met.has(key)) met.set(key, { role, known: howKnown(role, policy) });
    }
  }
  return met;
}

/** No page tells the language of a file, but its names do: one is known as a translation, or not one is known in English. */
function isForeign(met: readonly Met[]): boolean {
  const has = (known: Known) => met.some((one) => one.known === known);
  return has('translated') || !has('english');
}

/** Whether a role known by its name in another language is left out by the policy or by any authority: that is then asked once. */
const isLeftOut = (role: Role, policy: Policy): boolean =>
  [policy.roleList, ...Object.keys(roleLists)].some((roleList) => roleCounts(role, { ...policy, roleList }) === 'no');

function askAbout({ role, known }: Met, foreign: boolean, policy: Policy): Omit<UnknownRole, 'people'> | undefined {
  const { name } = role;
  if (name.trim() === '') return undefined;
  if (known === 'disputed') return { name, inDoubt: true };
  if (known === 'unknown') return { name, inDoubt: isDoubtfulName(name, foreign) };
  const perhaps = roleTranslated(name)?.name;
  if (known !== 'translated' || perhaps === undefined || !isLeftOut(role, policy)) return undefined;
  return { name, inDoubt: true, perhaps };
}

/**
 * Finds the names of roles whose meaning somebody has to say. A name that nobody knows is in doubt where the files are in another language
 * than English, or where it may itself be a word for Patron (a word for whoever borrows, or letters beyond English): counting it could
 * make a named user of every patron. In doubt, too, is a translated name that would leave people out of the count: most such names rest on one
 * source, and one click on it settles thousands of people. A name that is written beside a known code is never in doubt.
 */
export function roleDoubts(people: readonly Holder[], policy: Policy): RoleDoubts {
  const met = meet(people, policy);
  const foreign = isForeign([...met.values()]);
  const asked = new Map<string, Omit<UnknownRole, 'people'>>();
  for (const [key, one] of met) {
    const asks = askAbout(one, foreign, policy);
    if (asks) asked.set(key, asks);
  }
  if (asked.size === 0) return noDoubts;
  const unknown = new Map<string, UnknownRole>();
  for (const person of people) {
    const held = rolesOf(person).flatMap((role) => asked.get(keyOf(role)) ?? []);
    for (const [key, one] of new Map(held.map((name) => [roleNameKey(name.name), name]))) {
      const before = unknown.get(key) ?? { ...one, people: 0 };
      unknown.set(key, { ...before, people: before.people + 1 });
    }
  }
  return {
    unknown: [...unknown.values()].sort(
      (a, b) => Number(b.inDoubt) - Number(a.inDoubt) || b.people - a.people || (a.name < b.name ? -1 : 1),
    ),
    isInDoubt: (role) => asked.get(keyOf(role))?.inDoubt === true && met.get(keyOf(role))?.known !== 'disputed',
  };
}
