import { isCountable, rolesThat } from '../account.ts';
import { countsUnderList, type HeldRole } from '../roles.ts';
import { defineRule, holds } from '../rule.ts';
import { type RoleList, roleLists } from '../standards/role-lists.ts';
import { all } from '../truth.ts';

const lists: readonly RoleList[] = Object.values(roleLists);

export const authoritiesDisagree = defineRule({
  id: 'authorities-disagree',
  severity: 'note',
  needs: ['primaryId', 'name', 'recordType', 'status', 'userGroup', 'roles'],
  evaluate(fields, context) {
    const { inactiveRolesCount } = context.policy;
    const weighs = (held: HeldRole) => inactiveRolesCount || !held.switchedOff;
    const weighing = rolesThat(fields, context, weighs);
    const counting = lists.filter((list) => weighing.some((held) => countsUnderList(held, list)));
    const others = lists.filter((list) => !counting.includes(list));
    return {
      found: all(
        isCountable(fields, context),
        holds(fields.roles, () => counting.length > 0 && others.length > 0),
      ),
      tell: (say) => [
        [
          'message',
          { counting: counting.map(({ label }) => say(label)), others: others.map(({ label }) => say(label)) },
        ],
      ],
    };
  },
});
