import { useState } from 'preact/hooks';
import { browser } from '../../platform/browser.ts';
import { say } from '../../platform/say.ts';
import { SelectControl } from '../../ui/controls.tsx';
import { exportedPolicy } from '../policy-text.ts';
import { useShownSettings } from '../settings-context.ts';

const ways = ['chrome_windows', 'edge_windows', 'chrome_linux', 'firefox'] as const;
type Way = (typeof ways)[number];

/** How an administrator sets this policy on many computers: the very text to deploy, with this extension's id in it. */
export function AdministratorsSection() {
  const { inForce } = useShownSettings();
  const [way, setWay] = useState<Way>(browser.runtime.getURL('').startsWith('moz-') ? 'firefox' : 'chrome_windows');
  const [copied, setCopied] = useState('');
  const { id } = browser.runtime;
  const text = deployment(way, id, exportedPolicy(inForce.policy));
  async function copy(): Promise<void> {
    setCopied('');
    await navigator.clipboard.writeText(text);
    setCopied(say('options_copied'));
  }
  return (
    <>
      <p>{say('options_admin_effect')}</p>
      <SelectControl
        label={say('options_admin_way')}
        value={way}
        options={ways.map((each) => ({ value: each, label: say(`options_admin_${each}`) }))}
        onChoose={setWay}
      />
      <p>{say(`options_admin_${way}_how`, { id })}</p>
      <div class="field">
        <label class="label" for="admin-text">
          {say('options_admin_text')}
        </label>
        <textarea id="admin-text" class="code" readOnly rows={12} value={text} />
      </div>
      <div class="buttons">
        <button type="button" onClick={() => void copy()}>
          {say('options_copy')}
        </button>
        <span role="status">{copied}</span>
      </div>
      <p class="hint">{say('options_admin_keys')}</p>
    </>
  );
}

/** What is to be deployed: one registry file for Windows, JSON elsewhere. */
function deployment(way: Way, id: string, policy: Record<string, unknown>): string {
  if (way === 'firefox') return json({ policies: { '3rdparty': { Extensions: { [id]: policy } } } });
  if (way === 'chrome_linux') return json({ '3rdparty': { extensions: { [id]: policy } } });
  const vendor = way === 'edge_windows' ? 'Microsoft\\Edge' : 'Google\\Chrome';
  const values = Object.entries(policy).map(([key, value]) => `"${key}"=${registryValue(value)}`);
  const path = `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}\\3rdparty\\extensions\\${id}\\policy]`;
  return ['Windows Registry Editor Version 5.00', '', path, ...values, ''].join('\r\n');
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** Numbers and yes-or-no as DWORD, text as text, lists and objects as text that holds JSON, as Chrome and Edge read them from the registry. */
function registryValue(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return `dword:${Number(value).toString(16).padStart(8, '0')}`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
