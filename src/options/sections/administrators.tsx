import { useEffect, useState } from 'preact/hooks';
import { say } from '../../platform/say.ts';
import { type Arrived, policyTextKey, watchArrived } from '../../settings/index.ts';
import { DeploymentForms, isFirefox } from './deployment.tsx';

/** What has arrived from an administrator, and how one sets this policy on many computers. */
export function AdministratorsSection() {
  return (
    <>
      <ArrivedSettings />
      <p>{say('options_admin_effect')}</p>
      <DeploymentForms />
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
