import { say } from '../../../platform/say.ts';
import { useDesk } from '../desk-context.ts';
import { standingOf } from '../standing.ts';

const WIDTH = 600;
const HEIGHT = 34;
/** Room to the right of the longest bar. */
const ROOM = 1.08;

/** How the named users stand against the limit, before and after the decisions made so far. */
export function Gauge() {
  const standing = standingOf(useDesk().state);
  if (standing?.limit === undefined) return null;
  const { now, after, open, limit, isPart, verdict } = standing;
  const most = Math.max(now + open, limit) * ROOM;
  const at = (count: number) => (count / most) * WIDTH;
  const values = { now, after, limit, count: Math.abs(after - limit), open };
  const text = say(isPart && verdict === 'open' ? 'review_gauge_part' : `review_gauge_${verdict}`, values);
  return (
    <figure class="gauge" data-standing={verdict}>
      <figcaption>{text}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text} preserveAspectRatio="none">
        <rect class="track" x="0" y="7" width={WIDTH} height="20" />
        <rect class="before" x="0" y="7" width={at(now)} height="20" />
        <rect class="open" x={at(now)} y="7" width={at(open)} height="20" />
        <rect class="after" x="0" y="7" width={at(after)} height="20" />
        <line class="limit" x1={at(limit)} x2={at(limit)} y1="0" y2={HEIGHT} />
      </svg>
      <p class="hint legend">
        <span class="key after" /> {say('review_gauge_after')}
        {after < now && (
          <>
            <span class="key before" /> {say('review_gauge_leaving')}
          </>
        )}
        {open > 0 && (
          <>
            <span class="key open" /> {say('review_gauge_cannot_tell')}
          </>
        )}
        <span class="key limit" /> {say('review_gauge_limit')}
      </p>
    </figure>
  );
}
