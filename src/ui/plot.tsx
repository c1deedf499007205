const WIDTH = 600;
const HEIGHT = 190;
const edge = { left: 46, right: 16, top: 20, bottom: 30 };
/** Days that find room side by side below the plot. */
const MOST_LABELS = 6;

export interface PlotPoint {
  readonly label: string;
  readonly before: number;
  readonly after?: number;
}

interface PlotProps {
  readonly caption: string;
  readonly points: readonly PlotPoint[];
  /** What each point says, for those who do not see the plot. */
  readonly sentences: readonly string[];
  readonly limit: number | undefined;
  /** What the lines are; a line without a name is not in the legend. */
  readonly legend: { readonly before: string; readonly after?: string; readonly limit: string };
}

/** How a label stands to its point: the outer ones would stick out of the plot. */
const anchorOf = (at: number, count: number) => (at === 0 ? 'start' : at === count - 1 ? 'end' : 'middle');

/** Which points bear their day and number, when there are more than find room: the first, the last, and as many between. */
function labelled(at: number, count: number): boolean {
  const step = Math.ceil((count - 1) / (MOST_LABELS - 1));
  return at === count - 1 || (at % step === 0 && count - 1 - at >= step);
}

/** Numbers over time, as one line or two, with a limit. */
export function Plot({ caption, points, sentences, limit, legend }: PlotProps) {
  const all = points.flatMap(({ before, after = 0 }) => [before, after]);
  const most = Math.max(...all, limit ?? 0) * 1.1 || 1;
  const inner = WIDTH - edge.left - edge.right;
  const x = (at: number) => edge.left + (at / Math.max(1, points.length - 1)) * inner;
  const y = (count: number) => HEIGHT - edge.bottom - (count / most) * (HEIGHT - edge.top - edge.bottom);
  const line = (of: (point: PlotPoint) => number) =>
    points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(of(point))}`).join(' ');
  const hasAfter = points.every(({ after }) => after !== undefined);
  return (
    <figure class="course">
      <figcaption>{caption}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentences.join(' ')}>
        {limit !== undefined && (
          <line class="limit" x1={edge.left} x2={WIDTH - edge.right} y1={y(limit)} y2={y(limit)} />
        )}
        <path class="before" d={line(({ before }) => before)} />
        {hasAfter && <path class="after" d={line(({ after = 0 }) => after)} />}
        {points.map(({ label, before, after }, at) => (
          <g key={label} data-day={label}>
            <circle class="before" cx={x(at)} cy={y(before)} r="4" />
            {after !== undefined && <circle class="after" cx={x(at)} cy={y(after)} r="4" />}
            {labelled(at, points.length) && (
              <g class={anchorOf(at, points.length)} text-anchor={anchorOf(at, points.length)}>
                <text x={x(at)} y={HEIGHT - 8}>
                  {label}
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
        <span class="key before" /> {legend.before}{' '}
        {legend.after && (
          <>
            <span class="key after" /> {legend.after}
          </>
        )}
        {limit !== undefined && (
          <>
            <span class="key limit" /> {legend.limit}
          </>
        )}
      </p>
    </figure>
  );
}
