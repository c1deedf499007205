import type { Decision } from '../../model/index.ts';
import type { Indexed } from './people-index.ts';

/** The columns of the table of people, in their order. `select` and `person` are always there. */
export const columnIds = [
  'select',
  'person',
  'answer',
  'group',
  'job-category',
  'library',
  'last-seen',
  'findings',
  'suggestion',
  'decision',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** Columns shown until somebody chooses others. */
export const usualColumns: ReadonlySet<ColumnId> = new Set([
  'select',
  'person',
  'answer',
  'group',
  'last-seen',
  'findings',
  'suggestion',
  'decision',
]);

/** Beside the panel of one person, which tells the rest. */
export const besidePanelColumns: ReadonlySet<ColumnId> = new Set([
  'select',
  'person',
  'answer',
  'findings',
  'decision',
]);

/** In a narrow window the side panel tells the rest. */
export const narrowColumns: ReadonlySet<ColumnId> = new Set(['select', 'person', 'decision']);

export const columnWidths: Readonly<Record<ColumnId, string>> = {
  select: '44px',
  person: 'minmax(150px, 2fr)',
  answer: 'minmax(100px, 0.9fr)',
  group: 'minmax(100px, 1fr)',
  'job-category': 'minmax(110px, 1fr)',
  library: 'minmax(110px, 1fr)',
  'last-seen': 'minmax(120px, 1.1fr)',
  findings: 'minmax(140px, 1.6fr)',
  suggestion: 'minmax(110px, 1fr)',
  decision: 'minmax(116px, 1fr)',
};

export interface Sort {
  readonly column: Exclude<ColumnId, 'select'>;
  readonly down: boolean;
}

export const firstSort: Sort = { column: 'person', down: false };

const severities = { stop: 4, warn: 3, note: 2, fact: 1 } as const;

/** How grave and how many the findings are, as one number. */
function weight({ person }: Indexed): number {
  return person.found.reduce((sum, { severity }) => sum + 100 ** (severities[severity] - 1), 0);
}

type SortValue = string | number;

/** People without a name stand after all others, by their identifier. */
const AFTER_ALL_NAMES = '\uFFFF';

/** What a column is sorted by. */
export function sortValue(
  column: Sort['column'],
  decisions: ReadonlyMap<string, Decision>,
): (one: Indexed) => SortValue {
  switch (column) {
    case 'person':
      return ({ name, person }) => name || `${AFTER_ALL_NAMES}${person.key}`;
    case 'answer':
      return ({ person }) => person.answer;
    case 'group':
      return ({ group }) => group;
    case 'job-category':
      return ({ jobCategory }) => jobCategory;
    case 'library':
      return ({ library }) => library;
    case 'last-seen':
      return ({ person }) => person.login.lastSeen ?? '';
    case 'findings':
      return weight;
    case 'suggestion':
      return ({ person }) => person.suggestion?.decision ?? '';
    case 'decision':
      return ({ person }) => decisions.get(person.key)?.kind ?? '';
  }
}

/** Whether a column's order changes with the decisions. */
export const sortsByDecision = ({ column }: Sort): boolean => column === 'decision';
