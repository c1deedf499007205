import { say } from '../../../platform/say.ts';
import type { FiguresOnADay } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { historyOf } from '../reviewing.ts';
import { standingOf } from '../standing.ts';

const WIDTH = 600;
const HEIGHT = 190;
const edge = { left: 46, right: 16, top: 20, bottom: 30 };
/** Days that find room side by side below the plot. */
const MOST_LABELS = 6;

interface Point {
  day: string;
  before: number;
  after: number;
}

const pointOf = ({ day, figures, namedUsersAfter }: FiguresOnADay): Point => ({
  day,
  before: figures['named-users'] ?? namedUsersAfter,
  after: namedUsersAfter,
});

/** The named users over earlier reviews and now, as a plot; with nothing to compare with, a hint how to get one. */
export function Course() {
  const { state } = useDesk();
  const standing = standingOf(state);
  if (!standing) return null;
  const now: Point = { day: state.today, before: standing.now, after: standing.after };
  const points = [
    ...historyOf(state.files)
      .map(pointOf)
      .filter(({ day }) => day !== now.day),
    now,
  ];
  if (points.length < 2) return <p class="hint course-hint">{say('review_course_none')}</p>;
  return <Plot points={points} limit={standing.limit} />;
}

/** How a label stands to its point: the outer ones would stick out of the plot. */
const anchorOf = (at: number, count: number) => (at === 0 ? 'start' : at === count - 1 ? 'end' : 'middle');

/** Which points bear their day and number, when there are more than find room: the first, the last, and as many between. */
function labelled(at: number, count: number): boolean {
  const step = Math.ceil((count - 1) / (MOST_LABELS - 1));
  return at === count - 1 || (at % step === 0 && count - 1 - at >= step);
}

function Plot({ points, limit }: { points: readonly Point[]; limit: number | undefined }) {
  const most = Math.max(...points.flatMap(({ before, after }) => [before, after]), limit ?? 0) * 1.1 || 1;
  const inner = WIDTH - edge.left - edge.right;
  const x = (at: number) => edge.left + (at / Math.max(1, points.length - 1)) * inner;
  const y = (count: number) => HEIGHT - edge.bottom - (count / most) * (HEIGHT - edge.top - edge.bottom);
  const line = (of: (point: Point) => number) =>
    points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(of(point))}`).join(' ');
  const sentences = points.map(({ day, before, after }) => say('review_course_point', { day, before, after }));
  return (
    <figure class="course">
      <figcaption>{say('review_course')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentences.join(' ')}>
        {limit !== undefined && (
          <line class="limit" x1={edge.left} x2={WIDTH - edge.right} y1={y(limit)} y2={y(limit)} />
        )}
        <path class="before" d={line(({ before }) => before)} />
        <path class="after" d={line(({ after }) => after)} />
        {points.map(({ day, before, after }, at) => (
          <g key={day} data-day={day}>
            <circle class="before" cx={x(at)} cy={y(before)} r="4" />
            <circle class="after" cx={x(at)} cy={y(after)} r="4" />
            {labelled(at, points.length) && (
              <g class={anchorOf(at, points.length)} text-anchor={anchorOf(at, points.length)}>
                <text x={x(at)} y={HEIGHT - 8}>
                  {day}
                </text>
                <text x={x(at)} y={y(before) - 8}>
                  {before}
                </text>
              </g>
            )}
          </g>
        ))}
      </svg>
      <p class="hint legend">
        <span class="key before" /> {say('review_course_before')} <span class="key after" />{' '}
        {say('review_course_after')}
        {limit !== undefined && (
          <>
            <span class="key limit" /> {say('review_gauge_limit')}
          </>
        )}
      </p>
    </figure>
  );
}
