import { useRef } from 'preact/hooks';
import { roleChoices } from '../guidance/role-choice.ts';
import { mostAsked, notKept } from '../guidance/role-question.ts';
import type { PageDescription } from '../platform/messages.ts';
import type { RoleName } from '../rules/policy.ts';
import { isKnownRole } from '../rules/roles.ts';
import { type InForce, isLocked } from '../settings/index.ts';
import { RoleQuestions } from '../ui/role-question.tsx';
import { Fold, type Shared } from './section.tsx';

/** Keeps which role a name on the page in front is: `kept`, or why not. */
export type NameRole = (named: RoleName) => Promise<string>;

interface Props extends Pick<Shared, 'say' | 'open'> {
  readonly page: PageDescription;
  readonly inForce: InForce | undefined;
  readonly nameRole: NameRole;
}

/** Of the page check: the names of roles on the page that nobody knows, each with a choice from the known roles. */
export function UnknownRoles({ page, inForce, nameRole, say, open }: Props) {
  const asked = useRef(0);
  const policy = inForce?.policy;
  const names = policy ? (page.unknownRoles ?? []).filter((name) => !isKnownRole({ name }, policy)) : [];
  // What came of the last name stays in sight.
  asked.current ||= names.length;
  if (!inForce || asked.current === 0) return null;
  const count = names.length || 1;
  const keep = async (said: readonly RoleName[]): Promise<string | undefined> => {
    for (const named of said) {
      const came = await nameRole(named);
      if (came !== 'kept') return notKept(came, say);
    }
    return undefined;
  };
  return (
    <Fold title={say('role_question_title', { count })}>
      {isLocked(inForce.lockedKeys, 'roleNames') ? (
        <>
          <p class="hint">{say('role_question_locked')}</p>
          <ul class="plain">
            {names.map((name) => (
              <li key={name} data-role-name={name}>
                {name}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          {names.length > 0 && <p class="hint">{say('role_question_about', { count })}</p>}
          <RoleQuestions
            questions={names.slice(0, mostAsked).map((name) => ({ name }))}
            options={roleChoices(say)}
            open={say('role_question_open')}
            apply={(many) => say('role_question_apply', { count: many })}
            done={(many) => say('role_question_done', { count: many })}
            onApply={keep}
          />
          {names.length > mostAsked && (
            <>
              <p class="hint">{say('role_question_more', { count: names.length - mostAsked })}</p>
              <p class="actions">
                <button type="button" onClick={() => open('options', 'roles')}>
                  {say('role_question_options')}
                </button>
              </p>
            </>
          )}
        </>
      )}
    </Fold>
  );
}
