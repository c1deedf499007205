import { useId, useState } from 'preact/hooks';
import { browser } from '../../platform/browser.ts';
import { say } from '../../platform/say.ts';
import { policyTextKey } from '../../settings/index.ts';
import { Callout, CheckControl, LineControl, SelectControl } from '../../ui/controls.tsx';
import type { Notation } from '../../ui/use-draft.ts';
import { type Deployed, deployed, factsOf, isId, isInstallAddress, type Way, ways } from '../deployment/index.ts';
import { exportedPolicy } from '../policy-text.ts';
import { useShownSettings } from '../settings-context.ts';

export const isFirefox = (): boolean => browser.runtime.getURL('').startsWith('moz-');

/** The ways that the browser at hand can speak for, its own first: the id of the extension is another one in another browser. */
function waysHere(): readonly Way[] {
  const own = navigator.userAgent.includes('Edg/') ? 'edge' : 'chrome';
  const here = (Object.keys(ways) as Way[]).filter((way) => (factsOf(way).browser === 'firefox') === isFirefox());
  return here.toSorted((a, b) => Number(factsOf(b).browser === own) - Number(factsOf(a).browser === own));
}

/** Where the browser has the extension from, if that is a store: the browser writes that into the manifest. Else only an administrator knows it. */
function storeAddress(): string {
  const { update_url: address } = browser.runtime.getManifest() as { readonly update_url?: string };
  return address ?? '';
}

/** Text that has to pass a test, with the sentence that is said where it does not; nothing typed passes. */
const tested = (passes: (text: string) => boolean, sentence: string): Notation<string> => ({
  write: (text) => text,
  read: (typed) => {
    const text = typed.trim();
    return text === '' || passes(text) ? { value: text } : { error: sentence };
  },
});

/** The very texts to deploy, from the settings in force, with the extension's id in them: chosen by browser and system. */
export function DeploymentForms() {
  const { policy } = useShownSettings().inForce;
  const [way = 'firefox', setWay] = useState<Way | undefined>(waysHere()[0]);
  const [whole, setWhole] = useState(false);
  const [id, setId] = useState(browser.runtime.id);
  const [byForce, setByForce] = useState(false);
  const [address, setAddress] = useState(storeAddress);
  const { browser: target, shape, sureness, wholeOnly } = factsOf(way);
  const takesInstall = shape !== 'google';
  const installFrom = takesInstall && byForce && address !== '' ? address : undefined;
  const texts = id === '' ? [] : deployed(way, { id, policy: exportedPolicy(policy), whole, installFrom });
  return (
    <>
      <SelectControl
        label={say('options_admin_way')}
        hint={say('options_admin_way_hint')}
        value={way}
        options={waysHere().map((each) => ({ value: each, label: say(`options_admin_${each}`) }))}
        onChoose={setWay}
      />
      <Sureness sureness={sureness} />
      <LineControl
        label={say('options_admin_id')}
        hint={say(isFirefox() ? 'options_admin_id_hint_firefox' : 'options_admin_id_hint')}
        value={id}
        notation={tested((text) => isId(text, target), say('options_admin_id_wrong'))}
        onTake={(_before, after) => setId(after)}
      />
      {wholeOnly ? (
        <p class="hint">{say('options_admin_whole_only', { key: policyTextKey })}</p>
      ) : (
        <CheckControl
          label={say('options_admin_whole', { key: policyTextKey })}
          hint={say('options_admin_whole_hint')}
          value={whole}
          onChoose={setWhole}
        />
      )}
      {takesInstall && (
        <>
          <CheckControl
            label={say('options_admin_install')}
            hint={say('options_admin_install_hint')}
            value={byForce}
            onChoose={setByForce}
          />
          {byForce && (
            <LineControl
              label={say(isFirefox() ? 'options_admin_address_firefox' : 'options_admin_address')}
              hint={say('options_admin_address_hint')}
              value={address}
              notation={tested(isInstallAddress, say('options_admin_address_wrong'))}
              onTake={(_before, after) => setAddress(after)}
            />
          )}
          {byForce && address === '' && <Callout tone="warn">{say('options_admin_address_missing')}</Callout>}
        </>
      )}
      <p>{say(`options_admin_how_${shape}`)}</p>
      {shape === 'json' && <p>{say(`options_admin_folder_${target}`)}</p>}
      {texts.map((text) => (
        <DeployedText key={`${way} ${text.what}`} {...text} />
      ))}
      <p class="hint">{say('options_admin_keys')}</p>
    </>
  );
}

function Sureness({ sureness }: { sureness: ReturnType<typeof factsOf>['sureness'] }) {
  return (
    <p data-sureness={sureness}>
      <strong>{say('options_admin_sure')}</strong> {say(`options_admin_sure_${sureness}`)}
    </p>
  );
}

/** One text to copy, with where it goes. */
function DeployedText({ what, place, text }: Deployed) {
  const id = useId();
  const [copied, setCopied] = useState('');
  const label = say(`options_admin_text_${what}`);
  async function copy(): Promise<void> {
    setCopied('');
    await navigator.clipboard.writeText(text);
    setCopied(say('options_copied'));
  }
  return (
    <div class="group" data-deployed={what}>
      <div class="field">
        <label class="label" for={id}>
          {label}
        </label>
        {place && (
          <p class="hint" id={`${id}-place`}>
            {say('options_admin_place')} <code>{place}</code>
          </p>
        )}
        <textarea
          id={id}
          class="code"
          readOnly
          rows={12}
          value={text}
          aria-describedby={place ? `${id}-place` : undefined}
        />
      </div>
      <div class="buttons">
        <button type="button" aria-label={say('options_admin_copy', { text: label })} onClick={() => void copy()}>
          {say('options_copy')}
        </button>
        <span role="status">{copied}</span>
      </div>
    </div>
  );
}
