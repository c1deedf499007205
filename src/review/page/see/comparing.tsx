import { say } from '../../../platform/say.ts';
import { useDesk } from '../desk-context.ts';
import { earlierReview } from '../reviewing.ts';
import { ShowPeople } from './show-people.tsx';

/** How many identifiers of people without a row of their own are named. */
const NAMED = 100;

/** What has become of an earlier review. */
export function Comparing() {
  const { state } = useDesk();
  const comparison = state.reviewed?.comparison;
  const earlier = earlierReview(state.files)?.reading.head;
  if (!comparison || !earlier) return null;
  const { newcomers, gone, notCarriedOut } = comparison;
  return (
    <details class="part" open>
      <summary>
        <h3>{say('review_comparing', { day: earlier.saved })}</h3>
      </summary>
      <ul class="comparison">
        <li data-comparison="not-carried-out">
          {say('review_comparing_not_carried_out', { count: notCarriedOut.length })}
          {notCarriedOut.length > 0 && (
            <ShowPeople
              count={notCarriedOut.length}
              keys={() => notCarriedOut}
              title={say('review_comparing_not_carried_out_people')}
            />
          )}
        </li>
        <li data-comparison="newcomers">
          {say('review_comparing_newcomers', { count: newcomers.length })}
          {newcomers.length > 0 && (
            <ShowPeople
              count={newcomers.length}
              keys={() => newcomers}
              title={say('review_comparing_newcomers_people')}
            />
          )}
        </li>
        <li data-comparison="gone">
          {say('review_comparing_gone', { count: gone.length })}
          {gone.length > 0 && (
            <details>
              <summary>{say('review_comparing_gone_show')}</summary>
              <p class="hint">{say('review_list', { items: gone.slice(0, NAMED) })}</p>
            </details>
          )}
        </li>
      </ul>
    </details>
  );
}
