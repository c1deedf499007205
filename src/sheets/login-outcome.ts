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
  /** So far nothing but yes and no stands in it. */
  areTruths: boolean;
  /** A cell says in words that something failed. */
  saysFailed: boolean;
}

/** Headings under which any word but one of success may say that a login failed. */
const ofOutcomes =
  /fail|succe|result|outcome|denied|reject|error|fehl|erfolg|ergebnis|\u00e9chec|r\u00e9us|esito|riusci|fallit|fallid|^(?:event|action|activity|message|ereignis|aktion|\u00e9v\u00e9nement|evento)s?$/i;

/** What a log of logins says of one that was none, whatever its column is called. */
const failing =
  /(?<!\p{L})(?:fail(?:ed|ure|s)?|unsuccessful|denied|reject(?:ed)?|refused|invalid|incorrect|wrong password|log(?:ged)? ?(?:off|out)|fehlgeschlagen|fehler|erfolglos|abgelehnt|verweigert|ung\u00fcltig|\u00e9chec|\u00e9chou\u00e9e?|refus\u00e9e?|invalide|fallid[oa]|fallit[oa]|rechazad[oa]|denegad[oa]|rifiutat[oa]|negat[oa]|mislukt|misslyckad)(?!\p{L})/iu;
/** Longer texts are notes. */
const LONGEST_OUTCOME = 80;

/** Whether one of the columns says how a login ended. */
export const saysOutcome = (recognised: HeadingLine['recognised']) =>
  recognised.includes('loginSuccess') || recognised.includes('loginFailure');

const watchedColumn = (heading: string, at: number): Watched => ({
  ...{ heading, at, isOutcome: ofOutcomes.test(heading), samples: new Set<string>() },
  ...{ hasNo: false, areTruths: true, saysFailed: false },
});

/**
 * Watches the columns beside days of logins that nobody knows: one of nothing but yes and no may say which logins failed, and so may one
 * that is headed like an outcome, or in which a cell says so in words. Such a failed login must never be taken for one, so that it is asked about.
 */
export function watchOutcomes(found: HeadingLine) {
  const { headings, recognised } = found;
  const isOfLogins = recognised.includes('lastLogin') && !saysOutcome(recognised);
  const watched: Watched[] = isOfLogins
    ? headings.flatMap((heading, at) =>
        recognised[at] === undefined && heading !== '' ? [watchedColumn(heading, at)] : [],
      )
    : [];

  function look(one: Watched, cell: string): void {
    const text = cell.trim();
    // A blank cell may be anything.
    if (text === '') return;
    if (!one.saysFailed && text.length <= LONGEST_OUTCOME && failing.test(text)) {
      one.saysFailed = true;
      one.samples.add(text);
    }
    if (!one.areTruths && !one.isOutcome) return;
    const succeeded = successOf(text);
    const isNo = succeeded === false || (succeeded === undefined && one.isOutcome);
    if (one.samples.size < MOST_SAMPLES || (isNo && !one.hasNo)) one.samples.add(text);
    if (isNo) one.hasNo = true;
    one.areTruths &&= succeeded !== undefined;
  }

  return {
    row(cells: readonly string[]): void {
      for (const one of watched) look(one, cells[one.at] ?? '');
    },
    /** The question about the first column that says no somewhere, unless it is answered. */
    question(source: TableSource): Question | undefined {
      const open = watched.find(
        ({ heading, hasNo, isOutcome, areTruths, saysFailed }) =>
          (saysFailed || (hasNo && (isOutcome || areTruths))) &&
          !answerFor(source.options.choices?.['login-outcome'], heading),
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
