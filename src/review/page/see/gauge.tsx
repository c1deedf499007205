import { say } from '../../../platform/say.ts';
import { namedUsersAfter } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { policyOf } from '../state.ts';

const WIDTH = 600;
const HEIGHT = 34;

/** How the named users stand against the limit, before and after the decisions made so far. */
export function Gauge() {
  const { state } = useDesk();
  const { reviewed, book } = state;
  const limit = policyOf(state)?.namedUserLimit ?? undefined;
  if (!reviewed || limit === undefined) return null;
  const now = reviewed.people.filter(({ answer }) => answer === 'counts').length;
  const after = namedUsersAfter(reviewed.people, book.decisions);
  const most = Math.max(now, limit) * 1.08;
  const at = (count: number) => (count / most) * WIDTH;
  const over = after > limit;
  const text = say(over ? 'review_gauge_over' : 'review_gauge_under', {
    now,
    after,
    limit,
    count: Math.abs(after - limit),
  });
  return (
    <figure class="gauge" data-over={over ? 'yes' : 'no'}>
      <figcaption>{text}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text} preserveAspectRatio="none">
        <rect class="track" x="0" y="7" width={WIDTH} height="20" />
        <rect class="before" x="0" y="7" width={at(now)} height="20" />
        <rect class="after" x="0" y="7" width={at(after)} height="20" />
        <line class="limit" x1={at(limit)} x2={at(limit)} y1="0" y2={HEIGHT} />
      </svg>
      <p class="hint legend">
        <span class="key after" /> {say('review_gauge_after')} <span class="key before" /> {say('review_gauge_leaving')}{' '}
        <span class="key limit" /> {say('review_gauge_limit')}
      </p>
    </figure>
  );
}
