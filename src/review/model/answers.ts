import { personKey } from '../../record/index.ts';
import { headingKey } from '../../sheets/headings.ts';
import type { SheetRow, SheetTable } from '../../sheets/types.ts';
import { type Check, type CheckContext, checkDecision, type DecisionBook, decide } from './decisions.ts';
import { looseKey } from './look-alikes.ts';
import type { Decision, DecisionKind, Person } from './types.ts';

/** What may stand in the Decision column. English: the words of our files; the others so that a translated answer is understood. */
const answerWords: Readonly<Record<Exclude<DecisionKind, 'ask'>, readonly string[]>> = {
  keep: [
    'keep',
    'yes',
    'behalten',
    'ja',
    'garder',
    'conserver',
    'oui',
    'conservar',
    'mantener',
    'si',
    'mantenere',
    'tenere',
  ],
  'remove-roles': [
    'remove roles',
    'remove staff roles',
    'Rollen entfernen',
    'retirer les rôles',
    'quitar roles',
    'rimuovere i ruoli',
  ],
  deactivate: ['deactivate', 'inactive', 'deaktivieren', 'désactiver', 'desactivar', 'disattivare'],
  purge: ['purge', 'löschen', 'purger', 'purgar', 'eliminare'],
};
const decisionByWord = new Map(
  Object.entries(answerWords).flatMap(([kind, words]) => words.map((word) => [headingKey(word), kind as DecisionKind])),
);

/** Where an answer stands; the sheet is named where the file has several with answers. */
interface Place {
  line: number;
  sheet?: string;
}

/** What came of an answers file. Nothing that contradicts a decision has been taken over. */
export interface AnswersRead {
  book: DecisionBook;
  accepted: readonly string[];
  /** The answer differs from a decision that is not "ask", or two answers differ: shown, not overwritten. */
  contradictions: readonly (Place & { key: string; have: Decision; answer: DecisionKind; by: string })[];
  /** The decision is refused, or needs a person to confirm it, who is told why. */
  refused: readonly (Place & { key: string; answer: DecisionKind; check: Exclude<Check, { allowed: 'yes' }> })[];
  /** Nobody has the identifier, or two people may be meant. `maybe`: an identifier that a spreadsheet may have made into this one. */
  unknownPeople: readonly (Place & { identifier: string; maybe?: string })[];
  /** Something stands in the Decision column that is none of our words. */
  unknownAnswers: readonly (Place & { key: string })[];
  /** Answers that say what is decided already. */
  agreeing: number;
  unanswered: number;
}

type Found = { person: Person | undefined; maybe?: string };

/**
 * Makes the search for the people whom an answers file means. Our CSV files put an apostrophe before what a spreadsheet would
 * change, and a spreadsheet keeps it: it is taken off where somebody is then found. Where two people may be meant, the name decides, or neither is.
 */
function createSearch(people: readonly Person[]): (row: SheetRow) => Found {
  const byKey = new Map(people.map((person) => [person.key, person]));
  let loose: Map<string, Person | undefined> | undefined;
  /** The one person whose identifier differs only in what spreadsheets change. */
  function alike(identifier: string): Person | undefined {
    if (!loose) {
      loose = new Map();
      for (const person of people) {
        const key = looseKey(person.key);
        loose.set(key, loose.has(key) ? undefined : person);
      }
    }
    return loose.get(looseKey(personKey(identifier)));
  }
  return ({ identifier, name }) => {
    const exact = byKey.get(personKey(identifier));
    const bare = identifier.startsWith("'") ? byKey.get(personKey(identifier.slice(1))) : undefined;
    if (exact && bare) return { person: onlyOne([exact, bare].filter((person) => isNamed(person, name))) };
    const person = exact ?? bare;
    if (person) return { person };
    const maybe = alike(identifier);
    return maybe ? { person: undefined, maybe: maybe.identifier } : { person: undefined };
  };
}

const onlyOne = (people: readonly Person[]) => (people.length === 1 ? people[0] : undefined);
const isNamed = ({ record }: Person, name: SheetRow['name']) =>
  record.name.state === 'read' && Boolean(name) && record.name.value === name;

/** Reads the answers in the tables of one file into the book, as one step that can be undone. `context` names all people. */
export function readAnswers(tables: readonly SheetTable[], book: DecisionBook, context: CheckContext): AnswersRead {
  const search = createSearch(context.people);
  const outcome = createOutcome(book, context);
  for (const { rows, sheet } of tables) {
    for (const row of rows) {
      const place = { line: row.line, ...(sheet !== undefined && tables.length > 1 ? { sheet } : {}) };
      const found = search(row);
      if (!row.decision) outcome.unanswered();
      else if (found.person) outcome.answered(found.person, row, place);
      else outcome.unknown({ ...place, identifier: row.identifier, ...(found.maybe ? { maybe: found.maybe } : {}) });
    }
  }
  return outcome.read();
}

function createOutcome(book: DecisionBook, context: CheckContext) {
  const taken = new Map(book.decisions);
  const accepted: [string, Decision][] = [];
  const contradictions: AnswersRead['contradictions'][number][] = [];
  const refused: AnswersRead['refused'][number][] = [];
  const unknownPeople: AnswersRead['unknownPeople'][number][] = [];
  const unknownAnswers: AnswersRead['unknownAnswers'][number][] = [];
  let agreeing = 0;
  let unanswered = 0;

  function accept(key: string, kind: DecisionKind, row: SheetRow): void {
    const [reason, by, when] = [row.reason ?? '', row.by ?? '', row.when ?? context.today];
    const decision: Decision = { kind, reason, by, when, origin: 'answer' };
    accepted.push([key, decision]);
    taken.set(key, decision);
  }

  return {
    unanswered(): void {
      unanswered += 1;
    },
    unknown: (who: AnswersRead['unknownPeople'][number]) => void unknownPeople.push(who),
    answered(person: Person, row: SheetRow, place: Place): void {
      const { key } = person;
      const answer = decisionByWord.get(headingKey(row.decision ?? ''));
      const have = taken.get(key);
      if (!answer) unknownAnswers.push({ ...place, key });
      else if (have?.kind === answer) agreeing += 1;
      else if (have && have.kind !== 'ask') contradictions.push({ ...place, key, have, answer, by: row.by ?? '' });
      else {
        const check = checkDecision(person, answer, taken, context);
        if (check.allowed === 'yes') accept(key, answer, row);
        else refused.push({ ...place, key, answer, check });
      }
    },
    read: (): AnswersRead => ({
      book: decide(book, accepted),
      accepted: accepted.map(([key]) => key),
      contradictions,
      refused,
      unknownPeople,
      unknownAnswers,
      agreeing,
      unanswered,
    }),
  };
}
