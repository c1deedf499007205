import { say } from '../../platform/say.ts';
import { documents, policies, type Rule, ruleCatalogue, severityUnder, textKey } from '../../rules/index.ts';
import type { Policy, RuleSetting } from '../../rules/policy.ts';
import { SelectControl } from '../../ui/controls.tsx';
import { textIfAny } from '../bound-controls.tsx';
import { useSetting, useShownSettings } from '../settings-context.ts';
import { SourceLink } from '../source-link.tsx';

const settings = ['stop', 'warn', 'note', 'off'] as const satisfies readonly RuleSetting[];

/** Every rule with what it says and where that comes from, and how loudly it speaks. */
export function RulesSection() {
  return (
    <>
      <dl class="severities">
        {settings.map((setting) => (
          <div key={setting} data-severity={setting}>
            <dt>{say(`options_severity_${setting}`)}</dt>
            <dd>{say(`options_severity_${setting}_hint`)}</dd>
          </div>
        ))}
      </dl>
      <ul class="rules">
        {ruleCatalogue.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </ul>
    </>
  );
}

function RuleItem({ rule }: { rule: Rule }) {
  const title = textIfAny(`${textKey(rule.id)}_title`) ?? rule.id;
  const about = messageOf(rule);
  return (
    <li id={`rule-${rule.id}`} tabIndex={-1}>
      <div class="rule-text">
        <h3>{title}</h3>
        {about && <p>{about}</p>}
        <p class="hint">
          {say('options_rule_id')} <code>{rule.id}</code>
        </p>
        <details>
          <summary>{say('options_rule_source')}</summary>
          <ul>
            {rule.sources.map(({ document, section }) => (
              <li key={document + section}>
                <SourceLink document={documents[document]} /> {section}
              </li>
            ))}
          </ul>
        </details>
      </div>
      {rule.severity === 'fact' ? (
        <p class="hint">{say('options_rule_always')}</p>
      ) : (
        <RuleSeverity rule={rule} title={title} />
      )}
    </li>
  );
}

/** What the rule tells, with gaps for what it names on a record; `undefined` for a rule without one such text. */
function messageOf({ id }: Rule): string | undefined {
  const key = `${textKey(id)}_message`;
  const template = textIfAny(key) ?? textIfAny(`${key}__other`);
  return template?.replaceAll(/\{\w+\}\.?/g, '…');
}

function RuleSeverity({ rule, title }: { rule: Rule; title: string }) {
  const { inForce } = useShownSettings();
  const { value, locked, choose } = useSetting<RuleSetting | undefined>(`rules.${rule.id}`);
  const usual = usualSetting(rule, inForce.policy);
  return (
    <SelectControl
      label={say('options_rule_severity', { title })}
      quietLabel
      locked={locked}
      value={value ?? usual}
      options={settings.map((setting) => ({
        value: setting,
        label:
          setting === usual
            ? say('options_severity_usual', { severity: say(`options_severity_${setting}`) })
            : say(`options_severity_${setting}`),
      }))}
      onChoose={(setting) => choose(setting === usual ? undefined : setting)}
    />
  );
}

/** What the rule does as long as nobody decides otherwise: the base policy's word, else the catalogue's severity. */
function usualSetting(rule: Rule, policy: Policy): RuleSetting {
  const base = policies[policy.base];
  const set = base && Object.hasOwn(base.rules, rule.id) ? base.rules[rule.id] : undefined;
  const severity = set ?? severityUnder({ ...policy, rules: {} }, rule);
  return severity === 'fact' ? 'note' : severity;
}
