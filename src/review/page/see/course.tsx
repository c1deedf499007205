import { say } from '../../../platform/say.ts';
import { Plot } from '../../../ui/plot.tsx';
import type { FiguresOnADay } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { historyOf } from '../reviewing.ts';
import { standingOf } from '../standing.ts';

const pointOf = ({ day, figures, namedUsersAfter }: FiguresOnADay) => ({
  label: day,
  before: figures['named-users'] ?? namedUsersAfter,
  after: namedUsersAfter,
});

/** The named users over earlier reviews and now, as a plot; with nothing to compare with, a hint how to get one. */
export function Course() {
  const { state } = useDesk();
  const standing = standingOf(state);
  if (!standing) return null;
  const now = { label: state.today, before: standing.now, after: standing.after };
  const points = [
    ...historyOf(state.files)
      .map(pointOf)
      .filter(({ label }) => label !== now.label),
    now,
  ];
  if (points.length < 2) return <p class="hint course-hint">{say('review_course_none')}</p>;
  return (
    <Plot
      caption={say('review_course')}
      points={points}
      sentences={points.map(({ label: day, before, after }) => say('review_course_point', { day, before, after }))}
      limit={standing.limit}
      legend={{
        before: say('review_course_before'),
        after: say('review_course_after'),
        limit: say('review_gauge_limit'),
      }}
    />
  );
}
