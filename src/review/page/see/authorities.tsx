import { say } from '../../../platform/say.ts';
import { documents } from '../../../rules/standards/documents.ts';
import { roleListOf } from '../../../rules/standards/role-lists.ts';
import { type AuthorityDifference, countingUnder } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { policyOf } from '../state.ts';
import { ShowPeople } from './show-people.tsx';

/** Named users under each shipped authority: they disagree, and the page says so. */
export function Authorities() {
  const { state } = useDesk();
  const { reviewed } = state;
  const inForce = roleListOf(policyOf(state)?.roleList ?? '').id;
  if (!reviewed) return null;
  return (
    <details class="part" open>
      <summary>
        <h3>{say('review_authorities')}</h3>
      </summary>
      <p class="hint">{say('review_authorities_hint')}</p>
      <ul class="authorities">
        {reviewed.reconciliation.authorities.map(({ roleList, namedUsers, cannotTell }) => {
          const { label, source, dated } = roleListOf(roleList);
          const { publisher, title, checked, address } = documents[source];
          return (
            <li key={roleList} data-authority={roleList} data-in-force={roleList === inForce ? 'yes' : undefined}>
              <span class="authority-name">
                <strong>{say(label)}</strong>
                {roleList === inForce && <span class="badge">{say('review_authority_in_force')}</span>}
              </span>
              <output aria-label={say('review_authority_named', { authority: say(label) })}>{namedUsers}</output>
              <span class="hint">
                <a href={address} target="_blank" rel="noreferrer">
                  {title}
                </a>{' '}
                {dated
                  ? say('review_source_dated', { publisher, dated, checked })
                  : say('review_source_undated', { publisher, checked })}
                {cannotTell > 0 && <> {say('review_authority_cannot_tell', { count: cannotTell })}</>}
              </span>
              {namedUsers > 0 && (
                <ShowPeople
                  count={namedUsers}
                  keys={() => countingUnder(reviewed.people, roleList)}
                  title={say('review_authority_named', { authority: say(label) })}
                  action={`authority:${roleList}`}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Differences />
    </details>
  );
}

type Differing = AuthorityDifference['people'];
const rolesOfDifferences = new WeakMap<Differing, readonly string[]>();

/** The roles that people differ in, each once; worked out once for each list. */
function rolesIn(people: Differing): readonly string[] {
  const roles = rolesOfDifferences.get(people) ?? [...new Set(people.flatMap((person) => person.roles))];
  rolesOfDifferences.set(people, roles);
  return roles;
}

/** Who counts under one authority and not under another, and for which roles. */
function Differences() {
  const { state } = useDesk();
  const inForce = roleListOf(policyOf(state)?.roleList ?? '').id;
  const differences = (state.reviewed?.reconciliation.differences ?? []).filter(
    ({ counts, doesNot }) => counts === inForce || doesNot === inForce,
  );
  if (differences.length === 0) return null;
  return (
    <ul class="differences">
      {differences.map(({ counts, doesNot, people }) => {
        const title = say('review_difference', {
          count: people.length,
          counts: say(roleListOf(counts).label),
          not: say(roleListOf(doesNot).label),
        });
        return (
          <li key={`${counts} ${doesNot}`}>
            {title} <span class="hint">{say('sheets_reason_role_lists_differ', { roles: rolesIn(people) })}</span>
            <ShowPeople count={people.length} keys={() => people.map(({ key }) => key)} title={title} />
          </li>
        );
      })}
    </ul>
  );
}
