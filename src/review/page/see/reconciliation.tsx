import { say } from '../../../platform/say.ts';
import type { Bridge } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { ShowPeople } from './show-people.tsx';

const reasonKey = (reason: string) => `sheets_reason_${reason.replaceAll('-', '_')}`;
const sumKey = (name: string) => `review_sum_${name.replaceAll('-', '_')}`;

/** Why the sources differ, as sums that add up before the reader's eyes. */
export function ReconciliationPart() {
  const { reviewed } = useDesk().state;
  if (!reviewed) return null;
  const { bridges } = reviewed.reconciliation;
  const { ghosts, lookAlikes } = reviewed.joined;
  return (
    <details class="part" open>
      <summary>
        <h3>{say('review_reconciliation')}</h3>
      </summary>
      <p class="hint">{say('review_reconciliation_hint')}</p>
      <div class="sums">
        {bridges.map((bridge) => (
          <Sum key={`${bridge.from.name} ${bridge.to.name}`} bridge={bridge} />
        ))}
      </div>
      {lookAlikes.length > 0 && (
        <details>
          <summary>{say('review_look_alikes', { count: lookAlikes.length })}</summary>
          <ul class="pairs">
            {lookAlikes.map(({ a, b }) => (
              <li key={`${a} ${b}`}>{say('review_look_alike', { a: nameOf(reviewed, a), b: nameOf(reviewed, b) })}</li>
            ))}
          </ul>
        </details>
      )}
      {ghosts.length > 0 && (
        <details>
          <summary>{say('review_ghosts', { count: ghosts.length })}</summary>
          <ul class="pairs">
            {ghosts.slice(0, 200).map(({ file, line, identifier, lastName }) => (
              <li key={`${file} ${line}`}>
                {say('review_ghost', { file, line: String(line), identifier: identifier || lastName })}
              </li>
            ))}
          </ul>
          {ghosts.length > 200 && <p class="hint">{say('review_unread_more', { count: ghosts.length - 200 })}</p>}
        </details>
      )}
    </details>
  );
}

const nameOf = (reviewed: { byKey: ReadonlyMap<string, { identifier: string }> }, key: string) =>
  reviewed.byKey.get(key)?.identifier ?? key;

const signed = (change: number) => (change < 0 ? `\u2212${-change}` : `+${change}`);

function Sum({ bridge }: { bridge: Bridge }) {
  const { from, steps, to, adds } = bridge;
  return (
    <table class="sum" data-sum={`${from.name} ${to.name}`} data-adds={adds ? 'yes' : 'no'}>
      <caption>{say('review_sum', { from: say(sumKey(from.name)), to: say(sumKey(to.name)) })}</caption>
      <tbody>
        <tr>
          <th scope="row">{say(sumKey(from.name))}</th>
          <td class="number">{from.value}</td>
        </tr>
        {steps.map(({ reason, change, people }) => (
          <tr key={`${reason} ${change < 0}`} data-reason={reason}>
            <th scope="row" class="step">
              {say(reasonKey(reason), { roles: [] })}
              {people.length > 0 && (
                <ShowPeople count={people.length} keys={() => people} title={say(reasonKey(reason), { roles: [] })} />
              )}
            </th>
            <td class="number">{signed(change)}</td>
          </tr>
        ))}
        <tr class="total">
          <th scope="row">
            {say(sumKey(to.name))}
            <span class="adds">{say(adds ? 'review_sum_adds' : 'review_sum_does_not_add')}</span>
          </th>
          <td class="number">{to.value}</td>
        </tr>
      </tbody>
    </table>
  );
}
