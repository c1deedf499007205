import type { TableSource } from './collector.ts';
import type { HeadingLine } from './heading-line.ts';
import { answerFor, choiceQuestion } from './table-questions.ts';
import type { Question } from './types.ts';
import { successOf } from './words.ts';

const MOST_SAMPLES = 5;

interface Watched {
  heading: string;
  at: number;
  /** It is headed like an outcome. */
  isOutcome: boolean;
  samples: Set<string>;
  hasNo: boolean;
}

/** Headings under which any word but one of success may say that a login failed. */
const ofOutcomes =
  /fail|succe|result|outcome|denied|reject|error|fehl|erfolg|ergebnis|\u00e9chec|r\u00e9us|esito|riusci|fallit|fallid/i;

/** Whether one of the columns says how a login ended. */
export const saysOutcome = (recognised: HeadingLine['recognised']) =>
  recognised.includes('loginSuccess') || recognised.includes('loginFailure');

/**
 * Watches the columns beside days of logins that nobody knows: one of nothing but yes and no may say which logins failed, and so may one
 * that is headed like an outcome. Such a failed login must never be taken for one, so that it is asked about.
 */
export function watchOutcomes(found: HeadingLine) {
  const { headings, recognised } = found;
  const isOfLogins = recognised.includes('lastLogin') && !saysOutcome(recognised);
  let watched: Watched[] = isOfLogins
    ? headings.flatMap((heading, at) =>
        recognised[at] === undefined && heading !== ''
          ? [{ heading, at, isOutcome: ofOutcomes.test(heading), samples: new Set<string>(), hasNo: false }]
          : [],
      )
    : [];

  /** Whether a cell may be a yes or a no; a blank one may be anything. */
  function mayBe(one: Watched, cell: string): boolean {
    const text = cell.trim();
    if (text === '') return true;
    const succeeded = successOf(text);
    const isNo = succeeded === false || (succeeded === undefined && one.isOutcome);
    if (one.samples.size < MOST_SAMPLES || (isNo && !one.hasNo)) one.samples.add(text);
    if (isNo) one.hasNo = true;
    return succeeded !== undefined || one.isOutcome;
  }

  return {
    row(cells: readonly string[]): void {
      if (watched.length === 0) return;
      if (!watched.every((one) => mayBe(one, cells[one.at] ?? '')))
        watched = watched.filter((one) => mayBe(one, cells[one.at] ?? ''));
    },
    /** The question about the first column that says no somewhere, unless it is answered. */
    question(source: TableSource): Question | undefined {
      const open = watched.find(
        ({ heading, hasNo }) => hasNo && !answerFor(source.options.choices?.['login-outcome'], heading),
      );
      return open && choiceQuestion({ source }, 'login-outcome', open.heading, { samples: [...open.samples] });
    },
  };
}

/** Whether none of the columns of login events says how they ended, and nobody has said what each of them is. */
export const isOutcomeOpen = ({ headings, recognised }: HeadingLine, { options }: TableSource): boolean =>
  !saysOutcome(recognised) &&
  headings.some(
    (heading, at) => heading !== '' && recognised[at] !== 'ip' && !answerFor(options.mapping ?? {}, heading),
  );

/** With the column that says whether a login succeeded, or failed, as a person has said. */
export function withOutcome(found: HeadingLine, { options }: TableSource): HeadingLine {
  const { headings, recognised } = found;
  if (saysOutcome(recognised) || !recognised.includes('lastLogin')) return found;
  const said = headings.map((heading, at) =>
    recognised[at] === undefined ? answerFor(options.choices?.['login-outcome'], heading) : undefined,
  );
  const at = said.findIndex((choice) => choice === 'succeeded' || choice === 'failed');
  if (at === -1) return found;
  const column = said[at] === 'failed' ? 'loginFailure' : 'loginSuccess';
  return { ...found, recognised: recognised.map((before, place) => (place === at ? column : before)) };
}
