import { useRef } from 'preact/hooks';
import { roleChoices } from '../../../guidance/role-choice.ts';
import { say } from '../../../platform/say.ts';
import { isLocked, withRoleNames } from '../../../settings/index.ts';
import { Callout } from '../../../ui/controls.tsx';
import { RoleQuestions } from '../../../ui/role-question.tsx';
import type { UnknownRole } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';

/**
 * Names of roles in the files whose meaning somebody has to say, each once, with how many people hold it. What is said goes into the policy, and
 * everybody is judged anew.
 */
export function RoleNames() {
  const { desk, state } = useDesk();
  const { inForce, reviewed, practice } = state;
  const unknown = reviewed?.unknownRoles ?? [];
  // What is said of the last name stays in sight once the name is known.
  const isShown = useRef(false);
  isShown.current ||= unknown.length > 0;
  if (!inForce || practice || !isShown.current) return null;
  const inDoubt = unknown.filter((one) => one.inDoubt);
  const { roleNames } = inForce.policy;
  return (
    <section class="part" id="role-names" aria-labelledby="role-names-title">
      <h3 id="role-names-title">{say('review_role_names')}</h3>
      {inDoubt.length > 0 && <Callout tone="warn">{say('review_role_names_doubt', { count: inDoubt.length })}</Callout>}
      {inDoubt.length < unknown.length && <p class="hint">{say('review_role_names_count')}</p>}
      {isLocked(inForce.lockedKeys, 'roleNames') ? (
        <>
          <p class="locked">{say('role_question_locked')}</p>
          <ul>
            {unknown.map((one) => (
              <li key={one.name} data-role-name={one.name} data-in-doubt={one.inDoubt ? 'yes' : 'no'}>
                {one.name} <span class="hint">{hintOf(one)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <RoleQuestions
          questions={unknown.map((one) => ({
            name: one.name,
            hint: hintOf(one),
            ...(one.perhaps === undefined ? {} : { chosen: one.perhaps }),
          }))}
          options={roleChoices(say)}
          open={say('role_question_open')}
          apply={(count) => say('role_question_apply', { count })}
          done={(count) => say('role_question_done', { count })}
          onApply={async (names) => {
            try {
              const after = withRoleNames(roleNames, names);
              await desk.doors.saveChanges([{ path: 'roleNames', before: roleNames, after }]);
              return undefined;
            } catch {
              return say('review_not_saved');
            }
          }}
        />
      )}
    </section>
  );
}

function hintOf({ people, inDoubt, perhaps }: UnknownRole): string {
  if (perhaps !== undefined) return say('review_role_name_perhaps', { count: people, role: perhaps });
  return say(inDoubt ? 'review_role_name_doubt' : 'review_role_name_counts', { count: people });
}
