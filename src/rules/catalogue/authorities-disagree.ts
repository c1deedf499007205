import { isCountable, mayWeigh, rolesHold, rolesThat } from '../account.ts';
import type { HeldRole } from '../roles.ts';
import { defineRule } from '../rule.ts';
import { type RoleList, roleLists } from '../standards/role-lists.ts';
import { all } from '../truth.ts';

const lists: readonly RoleList[] = Object.values(roleLists);

const listsThatCount = (held: readonly HeldRole[]) =>
  lists.filter((list) => held.some(({ countedBy }) => countedBy.has(list)));

export const authoritiesDisagree = defineRule({
  id: 'authorities-disagree',
  severity: 'note',
  needs: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles'],
  evaluate(fields, context) {
    const weighs = (held: HeldRole) => mayWeigh(held, context);
    const areDivided = (held: readonly HeldRole[]) => {
      const counting = listsThatCount(held.filter(weighs));
      return counting.length > 0 && counting.length < lists.length;
    };
    return {
      found: all(isCountable(fields, context), rolesHold(fields, context, areDivided)),
      tell: (say) => {
        const counting = listsThatCount(rolesThat(fields, context, weighs));
        const others = lists.filter((list) => !counting.includes(list));
        const labels = (named: readonly RoleList[]) => named.map(({ label }) => say(label));
        return [['message', { counting: labels(counting), others: labels(others) }]];
      },
    };
  },
});
