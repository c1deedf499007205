import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../platform/browser.ts';
import { say } from '../../platform/say.ts';
import { type Arrived, policyTextKey, watchArrived } from '../../settings/index.ts';
import { CheckControl, SelectControl } from '../../ui/controls.tsx';
import { deployment, type Way } from '../deployment.ts';
import { exportedPolicy } from '../policy-text.ts';
import { useShownSettings } from '../settings-context.ts';

const isFirefox = (): boolean => browser.runtime.getURL('').startsWith('moz-');

/** The ways that the browser at hand can speak for: the id of the extension is another one in another browser. */
const waysHere = (): readonly [Way, ...Way[]] =>
  isFirefox() ? ['firefox'] : ['chrome_windows', 'edge_windows', 'chrome_linux'];

/** How an administrator sets this policy on many computers: the very text to deploy, with this extension's id in it. */
export function AdministratorsSection() {
  const { inForce } = useShownSettings();
  const ways = waysHere();
  const [way, setWay] = useState<Way>(ways[0]);
  const [copied, setCopied] = useState('');
  const { id } = browser.runtime;
  const [whole, setWhole] = useState(false);
  const policy = exportedPolicy(inForce.policy);
  const text = deployment(way, id, whole ? { [policyTextKey]: JSON.stringify(policy) } : policy);
  async function copy(): Promise<void> {
    setCopied('');
    await navigator.clipboard.writeText(text);
    setCopied(say('options_copied'));
  }
  return (
    <>
      <ArrivedSettings />
      <p>{say('options_admin_effect')}</p>
      <SelectControl
        label={say('options_admin_way')}
        hint={say('options_admin_way_hint')}
        value={way}
        options={ways.map((each) => ({ value: each, label: say(`options_admin_${each}`) }))}
        onChoose={setWay}
      />
      <CheckControl
        label={say('options_admin_whole', { key: policyTextKey })}
        hint={say('options_admin_whole_hint')}
        value={whole}
        onChoose={setWhole}
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

/** What the browser has handed on from an administrator, and what is used of it. Nothing where nothing has come. */
function ArrivedSettings() {
  const [settings, setSettings] = useState<readonly Arrived[]>([]);
  useEffect(() => {
    const life = new AbortController();
    watchArrived(setSettings, life.signal);
    return () => life.abort();
  }, []);
  if (settings.length === 0) return null;
  return (
    <div class="group arrived">
      <h3>{say('options_arrived')}</h3>
      <p class="hint">{say(`options_arrived_missing_${isFirefox() ? 'firefox' : 'chromium'}`)}</p>
      <div class="table-scroll">
        <table>
          <caption>{say('options_arrived_caption', { count: settings.filter(isSetting).length })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('options_arrived_key')}</th>
              <th scope="col">{say('options_arrived_value')}</th>
              <th scope="col">{say('options_arrived_outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {settings.map((setting) => (
              <ArrivedRow key={`${setting.within} ${setting.path}`} {...setting} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Everything but the text that holds others. */
const isSetting = ({ path, outcome }: Arrived): boolean => path !== policyTextKey || outcome === 'refused';

function ArrivedRow({ path, within, value, outcome, problems }: Arrived) {
  return (
    <tr data-arrived={path} data-within={within} data-outcome={outcome}>
      <th scope="row">
        <code>{path}</code>
        {within && <p class="hint">{say('options_arrived_within', { key: within })}</p>}
      </th>
      <td>
        <code>{value}</code>
      </td>
      <td>
        <strong>{say(`options_arrived_${outcome}`)}</strong>
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </td>
    </tr>
  );
}
