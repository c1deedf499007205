import type { TableSource } from './collector.ts';
import type { HeadingLine } from './heading-line.ts';
import { answerFor, choiceQuestion } from './table-questions.ts';
import type { Question } from './types.ts';
import { successOf } from './words.ts';

const MOST_SAMPLES = 5;

interface Watched {
  heading: string;
  at: number;
  samples: Set<string>;
  hasNo: boolean;
}

/**
 * Watches the columns beside days of logins that nobody knows: one of nothing but yes and no may say which logins failed. Such a
 * failed login must never be taken for one, so that it is asked about.
 */
export function watchOutcomes(found: HeadingLine) {
  const { headings, recognised } = found;
  const isOfLogins = recognised.includes('lastLogin') && !recognised.includes('loginSuccess');
  let watched: Watched[] = isOfLogins
    ? headings.flatMap((heading, at) =>
        recognised[at] === undefined && heading !== ''
          ? [{ heading, at, samples: new Set<string>(), hasNo: false }]
          : [],
      )
    : [];

  /** Whether a cell may be a yes or a no; a blank one may be anything. */
  function mayBe(one: Watched, cell: string): boolean {
    const text = cell.trim();
    if (text === '') return true;
    const succeeded = successOf(text);
    if (succeeded === false) one.hasNo = true;
    if (one.samples.size < MOST_SAMPLES) one.samples.add(text);
    return succeeded !== undefined;
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

/** With the column that says whether a login succeeded, as a person has said. */
export function withOutcome(found: HeadingLine, { options }: TableSource): HeadingLine {
  if (found.recognised.includes('loginSuccess') || !found.recognised.includes('lastLogin')) return found;
  const at = found.headings.findIndex(
    (heading, place) =>
      found.recognised[place] === undefined && answerFor(options.choices?.['login-outcome'], heading) === 'succeeded',
  );
  if (at === -1) return found;
  return { ...found, recognised: found.recognised.map((column, place) => (place === at ? 'loginSuccess' : column)) };
}
