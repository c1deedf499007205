import { useEffect, useState } from 'preact/hooks';
import { allowedHosts, allowHost, forgetHost, hostIn, hostPatternOf, knownPatterns } from '../../platform/hosts.ts';
import { say } from '../../platform/say.ts';
import type { TaughtLocator } from '../../rules/policy.ts';
import { EntryForm } from '../../ui/entry-form.tsx';
import { ChoiceSetting, textIfAny } from '../bound-controls.tsx';
import { useSetting } from '../settings-context.ts';

/** How Alma's pages are read here: the order of days, places that were taught, Alma under other addresses. */
export function PagesSection() {
  return (
    <>
      <ChoiceSetting path="dateOrder" text="options_date_order" words={['auto', 'dmy', 'mdy', 'ymd']} />
      <TaughtLocators />
      <OtherHosts />
    </>
  );
}

function TaughtLocators() {
  const { value, locked, choose } = useSetting<readonly TaughtLocator[]>('taughtLocators');
  const replace = (index: number, by: readonly TaughtLocator[]) => choose(value.toSpliced(index, 1, ...by));
  return (
    <fieldset class="entry-list">
      <legend class="label">{say('options_taught')}</legend>
      <p class="hint">{say('options_taught_hint')}</p>
      {locked && <p class="locked">{locked}</p>}
      {value.length === 0 && <p class="none">{say('options_taught_none')}</p>}
      <ul>
        {value.map((locator, index) => {
          const field = fieldLabel(locator.field);
          return (
            <li key={`${locator.field} ${locator.by} ${locator.value}`}>
              <div class="entry">
                <div>
                  <p>
                    <strong>{field}</strong>
                  </p>
                  <p>
                    {say(`options_taught_by_${locator.by.replace('-', '_')}`)} <code>{locator.value}</code>
                  </p>
                  {locator.note && <p class="hint">{locator.note}</p>}
                </div>
                <div class="buttons">
                  <button
                    type="button"
                    class="plain"
                    aria-pressed={locator.on}
                    aria-label={say(locator.on ? 'options_taught_on_named' : 'options_taught_off_named', { field })}
                    disabled={locked !== undefined}
                    onClick={() => replace(index, [{ ...locator, on: !locator.on }])}
                  >
                    {say(locator.on ? 'options_taught_on' : 'options_taught_off')}
                  </button>
                  <button
                    type="button"
                    class="plain danger"
                    aria-label={say('options_entry_remove_named', { name: field })}
                    disabled={locked !== undefined}
                    onClick={() => replace(index, [])}
                  >
                    {say('options_entry_remove')}
                  </button>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

const fieldLabel = (field: string): string =>
  textIfAny(`options_field_${field.replace('.', '_').toLowerCase()}`) ?? field;

function OtherHosts() {
  const [hosts, setHosts] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    void allowedHosts().then(setHosts);
  }, []);

  async function settle(change: Promise<unknown>, done: (changed: unknown) => string): Promise<void> {
    try {
      setOutcome(done(await change));
    } catch {
      setOutcome(say('options_hosts_failed'));
    }
    setHosts(await allowedHosts());
  }
  function add(typed: string): void {
    const pattern = hostPatternOf(typed);
    if (!pattern) {
      setOutcome(say('options_hosts_unusable', { typed }));
      return;
    }
    setAdding(false);
    ask(pattern);
  }
  function ask(pattern: string): void {
    const host = hostIn(pattern);
    void settle(allowHost(pattern), (allowed) =>
      say(allowed ? 'options_hosts_allowed' : 'options_hosts_refused', { host }),
    );
  }

  return (
    <fieldset class="entry-list">
      <legend class="label">{say('options_hosts')}</legend>
      <p class="hint">{say('options_hosts_hint')}</p>
      {hosts.length === 0 && <p class="none">{say('options_hosts_none')}</p>}
      <ul>
        {hosts.map((pattern) => {
          const host = hostIn(pattern);
          return (
            <li key={pattern}>
              <div class="entry">
                <code>{host}</code>
                <div class="buttons">
                  <button
                    type="button"
                    class="plain danger"
                    aria-label={say('options_entry_remove_named', { name: host })}
                    onClick={() => void settle(forgetHost(pattern), () => say('options_hosts_forgotten', { host }))}
                  >
                    {say('options_entry_remove')}
                  </button>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      {adding ? (
        <EntryForm
          fields={[
            {
              kind: 'line',
              name: 'host',
              label: say('options_hosts_address'),
              hint: say('options_hosts_address_hint'),
              required: say('options_hosts_missing'),
            },
          ]}
          values={{ host: '' }}
          doneLabel={say('options_hosts_ask')}
          cancelLabel={say('options_cancel')}
          onDone={({ host }) => add(String(host))}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div class="buttons">
          <button type="button" onClick={() => setAdding(true)}>
            {say('options_hosts_add')}
          </button>
          {knownPatterns
            .filter((pattern) => !hosts.includes(pattern))
            .map((pattern) => (
              <button type="button" key={pattern} onClick={() => ask(pattern)}>
                {say('options_hosts_esploro', { host: hostIn(pattern) })}
              </button>
            ))}
        </div>
      )}
      <p role="status">{outcome}</p>
    </fieldset>
  );
}
