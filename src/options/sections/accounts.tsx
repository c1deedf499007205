import { say } from '../../platform/say.ts';
import type { ProtectedAccount } from '../../rules/policy.ts';
import { Callout } from '../../ui/controls.tsx';
import { EntryList } from '../../ui/entry-list.tsx';
import { ListSetting } from '../bound-controls.tsx';
import { entryTexts } from '../entry-texts.ts';
import { useSetting, useShownSettings } from '../settings-context.ts';

const matches = ['prefix', 'exact', 'name', 'group'] as const satisfies readonly ProtectedAccount['match'][];
const isMatch = (word: unknown): word is ProtectedAccount['match'] => matches.some((match) => match === word);

/** The accounts that nobody here may change, and those kept for emergencies. */
export function AccountsSection() {
  const { policy } = useShownSettings().inForce;
  const staffUnknown = policy.base === 'wrlc' && policy.protectedAccounts.length === 0;
  return (
    <>
      <p>{say('options_accounts_always')}</p>
      {staffUnknown && <Callout tone="warn">{say('options_wrlc_staff_prompt')}</Callout>}
      <ProtectedAccounts />
      <ListSetting path="backupAccounts" text="options_backup_accounts" />
    </>
  );
}

function ProtectedAccounts() {
  const { value, locked, take } = useSetting<readonly ProtectedAccount[]>('protectedAccounts');
  return (
    <EntryList
      label={say('options_protected')}
      hint={say('options_protected_hint')}
      locked={locked}
      entries={value}
      nameOf={(account) => account.label || account.value}
      show={(account) => (
        <>
          <p>
            <strong>{account.label || account.value}</strong>
          </p>
          <p>
            {say(`options_protected_match_${account.match}`)} <code>{account.value}</code>
          </p>
          <p class="hint">
            {say(account.counts ? 'options_protected_counted' : 'options_protected_not_counted')}{' '}
            {account.source && say('options_source', { source: account.source })}
          </p>
        </>
      )}
      fields={[
        {
          kind: 'select',
          name: 'match',
          label: say('options_protected_match'),
          options: matches.map((match) => ({ value: match, label: say(`options_protected_match_${match}`) })),
        },
        {
          kind: 'line',
          name: 'value',
          label: say('options_protected_value'),
          required: say('options_protected_value_missing'),
        },
        {
          kind: 'line',
          name: 'label',
          label: say('options_protected_label'),
          hint: say('options_protected_label_hint'),
        },
        {
          kind: 'line',
          name: 'source',
          label: say('options_protected_source'),
          hint: say('options_protected_source_hint'),
        },
        {
          kind: 'check',
          name: 'counts',
          label: say('options_protected_counts'),
          hint: say('options_protected_counts_hint'),
        },
      ]}
      toForm={(account) => ({
        match: account?.match ?? 'prefix',
        value: account?.value ?? '',
        label: account?.label ?? '',
        source: account?.source ?? '',
        // As in a policy file whose entry does not say so.
        counts: account?.counts ?? true,
      })}
      fromForm={({ match, value: text, label, source, counts }) => ({
        match: isMatch(match) ? match : 'exact',
        value: String(text),
        label: String(label),
        counts: counts === true,
        source: String(source),
      })}
      onChange={take}
      texts={entryTexts('options_protected')}
    />
  );
}
