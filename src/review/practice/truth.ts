import type { PracticePerson } from './people.ts';
import { authorities, leftOutBy } from './words.ts';

/** The figures as they must come out, worked out from the made-up people and not from the files or the rules. */
export interface PracticeTruth {
  'report-rows': number;
  'report-rows-without-exl': number;
  'named-users': number;
  protected: number;
  'only-in-report': number;
  'only-in-analytics': number;
  'unread-rows': number;
  'dropped-ip-cells': number;
  /** Named users by role list. */
  byAuthority: Readonly<Record<string, number>>;
  ghosts: number;
  /** Two spellings of one identifier that differ in case alone. */
  respelled: number;
  /** Pairs that lost their leading zeros in one export: not joined, shown together. */
  lookAlikes: number;
  people: number;
}

const counts = (person: PracticePerson, authority: string) =>
  person.inAnalytics &&
  person.active &&
  !person.protected &&
  person.roles.some(({ name }) => !leftOutBy[name]?.includes(authority));

const number = (people: readonly PracticePerson[], wanted: (person: PracticePerson) => boolean) =>
  people.filter(wanted).length;

const sameKey = ({ identifier, reportIdentifier }: PracticePerson) =>
  identifier.toLowerCase() === reportIdentifier.toLowerCase();

/** Works out the truth for `practiceFiles` of the same people, under the role list `wrlc-carli` unless told otherwise. */
export function practiceTruth(people: readonly PracticePerson[], authority = 'wrlc-carli'): PracticeTruth {
  const split = (person: PracticePerson) => person.inReport && person.inAnalytics && !sameKey(person);
  const inReport = number(people, (person) => person.inReport);
  const splits = number(people, split);
  return {
    'report-rows': inReport,
    'report-rows-without-exl': number(
      people,
      ({ inReport: there, identifier }) => there && !identifier.startsWith('exl_'),
    ),
    'named-users': number(people, (person) => counts(person, authority)),
    protected: number(people, (person) => person.protected),
    'only-in-report': number(people, (person) => person.inReport && !person.inAnalytics) + splits,
    'only-in-analytics': number(people, (person) => person.inAnalytics && !person.inReport) + splits,
    'unread-rows': 0,
    'dropped-ip-cells': people
      .filter((person) => person.inReport)
      .reduce((sum, { logins }) => sum + logins.slice(1).filter((day) => day !== undefined).length, 0),
    byAuthority: Object.fromEntries(
      authorities.map((list) => [list, number(people, (person) => counts(person, list))]),
    ),
    ghosts: number(people, ({ ghost }) => ghost),
    respelled: number(
      people,
      (person) =>
        person.inReport && person.inAnalytics && sameKey(person) && person.identifier !== person.reportIdentifier,
    ),
    lookAlikes: splits,
    people: number(people, (person) => person.inReport || person.inAnalytics) + splits,
  };
}
