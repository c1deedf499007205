import type { DocumentId } from './documents.ts';

/** Who leaves which roles out when named users are counted. A role not named here counts for that authority. */
export interface RoleList {
  readonly id: string;
  /** The text key of its name for staff. */
  readonly label: string;
  readonly source: DocumentId;
  /** The date or version of the list, where its source bears one. */
  readonly dated?: string;
  readonly excludedNames: readonly string[];
  readonly excludedCodes: readonly string[];
}

const [patron, trialParticipant, instructor] = ['Patron', 'Trial Participant', 'Instructor'];
const patronCode = '200';
const selectorCode = '46';

/** The shipped role lists by id. Codes stand only where a public source gives them: roles are matched by name first. */
export const roleLists = {
  'wrlc-carli': {
    id: 'wrlc-carli',
    label: 'role_list_wrlc_carli',
    source: 'carli-identify',
    dated: '2024-06-26',
    excludedNames: [
      patron,
      trialParticipant,
      instructor,
      'Leganto Course Operator',
      'Leganto Interface Administrator',
      'Selector',
      'Selector Limited',
      'Super Selector',
      'Rialto Manager',
      'Rialto Administrator',
    ],
    excludedCodes: [patronCode, selectorCode],
  },
  'ex-libris-report': {
    id: 'ex-libris-report',
    label: 'role_list_ex_libris_report',
    source: 'exl-login-report',
    dated: 'version 18',
    excludedNames: [patron, 'API Read', trialParticipant, instructor, 'Leganto Course Operator', 'Esploro Researcher'],
    excludedCodes: [patronCode],
  },
  'ex-libris-2020': {
    id: 'ex-libris-2020',
    label: 'role_list_ex_libris_2020',
    source: 'exl-identifying',
    dated: '2020-08-17',
    excludedNames: [patron, instructor, trialParticipant],
    excludedCodes: [patronCode],
  },
  'ex-libris-licensing': {
    id: 'ex-libris-licensing',
    label: 'role_list_ex_libris_licensing',
    source: 'exl-licensing',
    excludedNames: [patron, instructor],
    excludedCodes: [patronCode],
  },
  'patron-only': {
    id: 'patron-only',
    label: 'role_list_patron_only',
    source: 'suny-named-users',
    excludedNames: [patron],
    excludedCodes: [patronCode],
  },
} as const satisfies Readonly<Record<string, RoleList>>;

export type RoleListId = keyof typeof roleLists;

/** The role list of that id; the strictest one (all but Patron counts) for an id that is not known. */
export const roleListOf = (id: string): RoleList =>
  Object.hasOwn(roleLists, id) ? roleLists[id as RoleListId] : roleLists['patron-only'];
