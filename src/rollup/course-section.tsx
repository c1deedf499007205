import { useMemo, useState } from 'preact/hooks';
import { say } from '../platform/say.ts';
import { type Member, namedUnder, type RollUp, type RollUpTerms } from '../totals/index.ts';
import { SelectControl } from '../ui/controls.tsx';
import { Plot } from '../ui/plot.tsx';
import { useSlices } from '../ui/use-slices.ts';
import { Section } from './section.tsx';
import { roleListName } from './words.ts';

/** A point of the course: a year of all members, or a day of one. */
interface Point {
  readonly label: string;
  readonly named: number;
  readonly words: string;
}

const all = '';

/** Names of members that are put into the list in one frame. */
const namesAFrame = 40;

interface Choice {
  readonly value: string;
  readonly label: string;
}
const keyOf = ({ value }: Choice): string => value;

const choicesOf = ({ members }: RollUp): readonly Choice[] => [
  { value: all, label: say('rollup_course_all') },
  ...members.map(({ key, newest }) => ({ value: key, label: newest.institution })),
];

/** The fourth part: the named users over the years, of all members or of one. */
export function CourseSection({ rollUp, terms }: { rollUp: RollUp; terms: RollUpTerms }) {
  const [chosen, choose] = useState(all);
  const choices = useMemo(() => choicesOf(rollUp), [rollUp]);
  const { drawn } = useSlices(choices, keyOf, namesAFrame);
  const member = rollUp.members.find(({ key }) => key === chosen);
  const points = member ? pointsOf(member, terms.roleList) : pointsOfAll(rollUp);
  const limit = member ? member.newest.limit : terms.limit;
  return (
    <Section id="course">
      <p class="hint">{say('rollup_course_hint', { list: roleListName(terms.roleList) })}</p>
      <SelectControl label={say('rollup_course_of')} value={member ? chosen : all} options={drawn} onChoose={choose} />
      {points.length < 2 ? (
        <p class="hint">{say('rollup_course_none')}</p>
      ) : (
        <div class="course-beside">
          <Plot
            caption={say('rollup_course_caption')}
            points={points.map(({ label, named }) => ({ label, before: named }))}
            sentences={points.map(({ words }) => words)}
            limit={limit ?? undefined}
            legend={{ before: say('rollup_legend_named'), limit: say('rollup_legend_limit') }}
          />
          <ul class="plain-list course-words">
            {points.map(({ label, words }) => (
              <li key={label} data-year={label}>
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

const pointsOfAll = ({ years, sums }: RollUp): Point[] =>
  years.map(({ year, named, members }) => ({
    label: year,
    named,
    words: say('rollup_course_year', { year, named, members, count: sums.members }),
  }));

const pointsOf = ({ course }: Member, roleList: string): Point[] =>
  course.flatMap((totals) => {
    const named = namedUnder(totals, roleList);
    if (named === undefined) return [];
    return [{ label: totals.date, named, words: say('rollup_course_day', { day: totals.date, named }) }];
  });
