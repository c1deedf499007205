import { authorityWords, policyWords } from '../guidance/words.ts';
import type { InForce } from '../settings/index.ts';
import { Section, type Shared } from './section.tsx';

/** Which policy is in force, and who put it there. */
export function PolicySection({ inForce, say, open }: { inForce: InForce } & Shared) {
  const { policy, origin, suggestedInstitution, lockedKeys, problems } = inForce;
  return (
    <Section id="policy" title={say('popup_policy_title')}>
      <p data-origin={origin}>{policyWords(policy.name, inForce, say)}</p>
      {suggestedInstitution && <p>{say('popup_policy_institution', { name: suggestedInstitution })}</p>}
      <p class="hint">{authorityWords(policy.roleList, say)}</p>
      {lockedKeys.length > 0 && <p class="hint">{say('popup_policy_locked', { count: lockedKeys.length })}</p>}
      {problems.length > 0 && (
        <div class="callout" data-tone="warn">
          <p>{say('popup_policy_problems', { count: problems.length })}</p>
          <ul class="plain">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="actions">
        <button type="button" onClick={() => open('options')}>
          {say('popup_policy_change')}
        </button>
      </p>
    </Section>
  );
}
