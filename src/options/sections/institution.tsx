import { say } from '../../platform/say.ts';
import { othersIn } from '../../rules/account.ts';
import { policies, wrlcInstitutions } from '../../rules/index.ts';
import type { Policy } from '../../rules/policy.ts';
import { changesToBase, isLocked } from '../../settings/index.ts';
import { Callout, SelectControl } from '../../ui/controls.tsx';
import { EntryList } from '../../ui/entry-list.tsx';
import { ListSetting, TextSetting } from '../bound-controls.tsx';
import { entryTexts } from '../entry-texts.ts';
import { useSetting, useShownSettings } from '../settings-context.ts';

type OtherInstitution = Policy['otherInstitutions'][number];

/** Which policy applies, which institution this is, and whose identifiers look how. */
export function InstitutionSection() {
  const { policy } = useShownSettings().inForce;
  const isWrlc = policy.base === 'wrlc';
  const noPrefixes = policy.institution.prefixes.length === 0;
  const isPerhapsAmongOthers = noPrefixes && policy.otherInstitutions.length > 0 && isNotAmongOthers(policy);
  return (
    <>
      <PolicyOrigin />
      <BasePolicy />
      <TextSetting path="name" text="options_policy_name" />
      <InstitutionName />
      {isWrlc && noPrefixes && <Callout tone="note">{say('options_wrlc_prefixes_prompt')}</Callout>}
      <ListSetting path="institution.prefixes" text="options_prefixes" />
      <OtherInstitutions />
      {isPerhapsAmongOthers && <Callout tone="warn">{say('options_others_own_unknown')}</Callout>}
    </>
  );
}

/** None of the other institutions has this one's name: by it a list of all members would tell which of them is meant. */
const isNotAmongOthers = (policy: Policy): boolean => othersIn(policy).length === policy.otherInstitutions.length;

const wrlcMembers = {
  hint: say('options_institution_name_hint_wrlc'),
  proposals: wrlcInstitutions.map(({ name }) => name),
};

function PolicyOrigin() {
  const { inForce, decide } = useShownSettings();
  const { origin, suggestedBy, suggestedInstitution, policy } = inForce;
  const name = policies[policy.base]?.name ?? policy.base;
  if (origin === 'chosen') return null;
  if (origin === 'managed') return <Callout tone="note">{say('options_origin_managed', { name })}</Callout>;
  if (origin === 'default') return <Callout tone="note">{say('options_origin_default', { name })}</Callout>;
  const host = suggestedBy ?? '';
  return (
    <Callout tone="note">
      <p>
        {suggestedInstitution
          ? say('options_origin_suggested_institution', { name, host, institution: suggestedInstitution })
          : say('options_origin_suggested', { name, host })}
      </p>
      <div class="buttons">
        <button type="button" onClick={() => decide([{ path: 'base', before: policy.base, after: policy.base }])}>
          {say('options_use_suggested', { name })}
        </button>
      </div>
    </Callout>
  );
}

function BasePolicy() {
  const { inForce, decide } = useShownSettings();
  const { value, locked } = useSetting<string>('base');
  const options = Object.entries(policies).map(([id, policy]) => ({ value: id, label: policy.name }));
  return (
    <SelectControl
      label={say('options_base')}
      hint={say('options_base_hint')}
      locked={locked}
      value={value}
      options={options}
      onChoose={(base) =>
        decide(changesToBase(inForce.policy, base).filter(({ path }) => !isLocked(inForce.lockedKeys, path)))
      }
    />
  );
}

function InstitutionName() {
  const { inForce, decide, locked, value } = useShownSettings();
  const { suggestedInstitution: proposed } = inForce;
  const isOpen = proposed !== undefined && !value('institution.name') && !locked('institution.name');
  return (
    <>
      <TextSetting
        path="institution.name"
        text="options_institution_name"
        {...(inForce.policy.base === 'wrlc' ? wrlcMembers : {})}
      />
      {isOpen && (
        <div class="buttons">
          <button type="button" onClick={() => decide([{ path: 'institution.name', before: null, after: proposed }])}>
            {say('options_institution_proposed', { institution: proposed })}
          </button>
        </div>
      )}
    </>
  );
}

function OtherInstitutions() {
  const { value, locked, take } = useSetting<readonly OtherInstitution[]>('otherInstitutions');
  return (
    <EntryList
      label={say('options_others')}
      hint={say('options_others_hint')}
      locked={locked}
      entries={value}
      nameOf={({ name }) => name}
      show={({ name, prefixes }) => (
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>{' '}
          {prefixes.map((prefix) => [<code key={prefix}>{prefix}</code>, ' '])}
        </p>
      )}
      fields={[
        { kind: 'line', name: 'name', label: say('options_others_name'), required: say('options_others_name_missing') },
        {
          kind: 'line',
          name: 'prefixes',
          label: say('options_others_prefixes'),
          hint: say('options_others_prefixes_hint'),
          required: say('options_others_prefixes_missing'),
        },
      ]}
      toForm={(entry) => ({ name: entry?.name ?? '', prefixes: entry?.prefixes.join(', ') ?? '' })}
      fromForm={({ name, prefixes }) => ({
        name: String(name),
        prefixes: String(prefixes)
          .split(/[\s,;]+/)
          .filter((prefix) => prefix !== ''),
      })}
      onChange={take}
      texts={entryTexts('options_others')}
    />
  );
}
