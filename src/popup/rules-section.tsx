import { ruleSources, ruleTitle } from '../guidance/words.ts';
import { ruleCatalogue, severityUnder } from '../rules/judge.ts';
import type { Policy } from '../rules/policy.ts';
import { Fold, type Shared } from './section.tsx';

/** Every rule, with the severity that the policy gives it and where it comes from. */
export function RulesSection({ policy, say }: { policy: Policy } & Shared) {
  return (
    <Fold title={say('popup_rules_title', { count: ruleCatalogue.length })}>
      <p class="hint">{say('popup_rules_about')}</p>
      <ul class="rules">
        {ruleCatalogue.map((rule) => {
          const off = policy.rules[rule.id] === 'off';
          const severity = off ? 'off' : severityUnder(policy, rule);
          return (
            <li key={rule.id} data-rule={rule.id} data-severity={severity}>
              <details>
                <summary class="line">
                  <span class="word">{say(off ? 'popup_rule_off' : `guidance_severity_${severity}`)}</span>
                  <span>{ruleTitle(rule.id, say)}</span>
                </summary>
                <ul class="hint">
                  {ruleSources(rule.id, say).map((source) => (
                    <li key={source}>{source}</li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
