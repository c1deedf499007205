interface CountBarProps {
  readonly count: number;
  /** So many more may come on top. */
  readonly open: number;
  readonly limit: number | undefined;
  /** What the whole width stands for. */
  readonly most: number;
  readonly standing: string;
  /** Read out in place of the bar; absent where the words stand beside it. */
  readonly text?: string;
}

const WIDTH = 600;

/** A number as a bar, with what may come on top of it and a mark for its limit. */
export function CountBar({ count, open, limit, most, standing, text }: CountBarProps) {
  const at = (number: number) => (Math.min(number, most) / (most || 1)) * WIDTH;
  const bar = (
    <svg viewBox={`0 0 ${WIDTH} 34`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" x="0" y="7" width={WIDTH} height="20" />
      <rect class="open" x={at(count)} y="7" width={at(count + open) - at(count)} height="20" />
      <rect class="after" x="0" y="7" width={at(count)} height="20" />
      {limit !== undefined && <line class="limit" x1={at(limit)} x2={at(limit)} y1="0" y2="34" />}
    </svg>
  );
  const shared = { class: 'count-bar', 'data-standing': standing };
  if (text === undefined) return <div {...shared}>{bar}</div>;
  return (
    <div role="img" aria-label={text} {...shared}>
      {bar}
    </div>
  );
}
