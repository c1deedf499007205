import { isCountable, mayWeigh, rolesHold, rolesThat } from '../account.ts';
import type { HeldRole } from '../roles.ts';
import { type Context, defineRule } from '../rule.ts';
import { type RoleList, roleLists } from '../standards/role-lists.ts';
import { all } from '../truth.ts';

const lists: readonly RoleList[] = Object.values(roleLists);

const listsThatCount = (held: readonly HeldRole[]) =>
  lists.filter((list) => held.some(({ countedBy }) => countedBy.has(list)));

function areDivided(held: readonly HeldRole[], context: Context): boolean {
  const counting = listsThatCount(held.filter((one) => mayWeigh(one, context)));
  return counting.length > 0 && counting.length < lists.length;
}

export const authoritiesDisagree = defineRule({
  id: 'authorities-disagree',
  severity: 'note',
  needs: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles'],
  found: (fields, context) =>
    all(
      isCountable(fields, context),
      rolesHold(fields, context, (held) => areDivided(held, context)),
    ),
  tell(fields, context, say) {
    const counting = listsThatCount(rolesThat(fields, context, (held) => mayWeigh(held, context)));
    const others = lists.filter((list) => !counting.includes(list));
    const labels = (named: readonly RoleList[]) => named.map(({ label }) => say(label));
    return [['message', { counting: labels(counting), others: labels(others) }]];
  },
});
