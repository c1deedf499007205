import type { Day } from '../../record/index.ts';
import { headingKey } from '../../sheets/headings.ts';
import type { SheetTable } from '../../sheets/types.ts';
import { checkDecision, type DecisionBook, decide } from './decisions.ts';
import { personKey } from './join.ts';
import type { Decision, DecisionKind, Person } from './types.ts';

export type AskBy = 'library' | 'userGroup' | 'jobCategory';

/** A file for one supervisor. `rows` start with the headings. */
export interface AskFile {
  /** The library, group or job category; `null`: those for whom the files name none. */
  group: string | null;
  people: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The headings of an "ask somebody" file, in English always: they are how the answers are recognised. */
const askHeadings = [
  'USERNAME',
  'Name',
  'User Group',
  'Job Category',
  'Roles',
  'Last seen',
  'Decision',
  'Reason',
  'Decided by',
];

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

/** The library whose staff the person most likely is: the library column, else the scope that most of the deciding roles name. */
function libraryOf(person: Person): string | null {
  if (person.library) return person.library;
  const { roles } = person.record;
  const counts = new Map<string, number>();
  for (const { name, scope } of roles.state === 'read' ? roles.value : []) {
    if (scope && person.deciding.includes(name)) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

function groupOf(person: Person, by: AskBy): string | null {
  if (by === 'library') return libraryOf(person);
  if (by === 'jobCategory') return person.jobCategory ?? null;
  const { userGroup } = person.record;
  return userGroup.state === 'read' ? userGroup.value : null;
}

const shown = (value: string | null | undefined) => value ?? '';

function askRow(person: Person): string[] {
  const { name, userGroup } = person.record;
  return [
    person.identifier,
    name.state === 'read' ? shown(name.value) : '',
    userGroup.state === 'read' ? shown(userGroup.value) : '',
    shown(person.jobCategory),
    person.deciding.join('; '),
    shown(person.login.lastSeen),
    '',
    '',
    '',
  ];
}

/** One file for each library, user group or job category, with the people whose decision is "ask somebody". */
export function askFiles(people: readonly Person[], decisions: ReadonlyMap<string, Decision>, by: AskBy): AskFile[] {
  const groups = new Map<string | null, Person[]>();
  for (const person of people) {
    if (decisions.get(person.key)?.kind !== 'ask') continue;
    const group = groupOf(person, by);
    const members = groups.get(group);
    if (members) members.push(person);
    else groups.set(group, [person]);
  }
  return [...groups]
    .sort(([a], [b]) => (a ?? '\uFFFF').localeCompare(b ?? '\uFFFF'))
    .map(([group, members]) => ({
      group,
      people: members.map(({ key }) => key),
      rows: [askHeadings, ...members.map(askRow)],
    }));
}

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
  /** The decision is refused, or needs a person to confirm it. */
  refused: readonly (Place & { key: string; answer: DecisionKind })[];
  unknownPeople: readonly (Place & { identifier: string })[];
  /** Something stands in the Decision column that is none of our words. */
  unknownAnswers: readonly (Place & { key: string })[];
  unanswered: number;
}

/** Reads the answers in the tables of one file into the book, as one step that can be undone. */
export function readAnswers(
  tables: readonly SheetTable[],
  people: readonly Person[],
  book: DecisionBook,
  today: Day,
): AnswersRead {
  const byKey = new Map(people.map((person) => [person.key, person]));
  const accepted: [string, Decision][] = [];
  const taken = new Map(book.decisions);
  const contradictions: AnswersRead['contradictions'][number][] = [];
  const refused: AnswersRead['refused'][number][] = [];
  const unknownPeople: AnswersRead['unknownPeople'][number][] = [];
  const unknownAnswers: AnswersRead['unknownAnswers'][number][] = [];
  let unanswered = 0;
  const placed = tables.flatMap(({ rows, sheet }) =>
    rows.map((row) => ({
      row,
      place: { line: row.line, ...(sheet !== undefined && tables.length > 1 ? { sheet } : {}) },
    })),
  );
  for (const { row, place } of placed) {
    const key = personKey(row.identifier);
    const person = byKey.get(key);
    if (!row.decision) unanswered += 1;
    else if (!person) unknownPeople.push({ ...place, identifier: row.identifier });
    else {
      const answer = decisionByWord.get(headingKey(row.decision));
      const have = taken.get(key);
      const by = row.by ?? '';
      if (!answer) unknownAnswers.push({ ...place, key });
      else if (have && have.kind !== 'ask' && have.kind !== answer)
        contradictions.push({ ...place, key, have, answer, by });
      else if (checkDecision(person, answer, people, taken).allowed !== 'yes') refused.push({ ...place, key, answer });
      else if (have?.kind !== answer) {
        const decision: Decision = {
          kind: answer,
          reason: row.reason ?? '',
          by,
          when: row.when ?? today,
          origin: 'answer',
        };
        accepted.push([key, decision]);
        taken.set(key, decision);
      }
    }
  }
  return {
    book: decide(book, accepted),
    accepted: accepted.map(([key]) => key),
    contradictions,
    refused,
    unknownPeople,
    unknownAnswers,
    unanswered,
  };
}
