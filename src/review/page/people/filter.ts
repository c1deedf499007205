import type { NamedUserAnswer } from '../../../rules/index.ts';
import type { Decision, DecisionKind } from '../../model/index.ts';
import { folded, type Indexed } from './people-index.ts';

export const sources = ['report', 'analytics', 'only-report', 'only-analytics'] as const;
export type SourceChoice = (typeof sources)[number];

export const decisionChoices = ['none', 'suggested', 'keep', 'remove-roles', 'deactivate', 'purge', 'ask'] as const;
export type DecisionChoice = (typeof decisionChoices)[number];

/** What the table is narrowed by; an empty text: not by this. */
export interface Filter {
  readonly search: string;
  readonly answer: NamedUserAnswer | '';
  readonly rule: string;
  readonly group: string;
  readonly jobCategory: string;
  readonly role: string;
  readonly source: SourceChoice | '';
  readonly decision: DecisionChoice | '';
}

export const noFilter: Filter = {
  search: '',
  answer: '',
  rule: '',
  group: '',
  jobCategory: '',
  role: '',
  source: '',
  decision: '',
};

const inSource: Readonly<Record<SourceChoice, (inReport: boolean, inAnalytics: boolean) => boolean>> = {
  report: (inReport) => inReport,
  analytics: (_, inAnalytics) => inAnalytics,
  'only-report': (inReport, inAnalytics) => inReport && !inAnalytics,
  'only-analytics': (inReport, inAnalytics) => inAnalytics && !inReport,
};

function decisionFits(choice: DecisionChoice, { person }: Indexed, kind: DecisionKind | undefined): boolean {
  if (choice === 'none') return kind === undefined;
  if (choice === 'suggested') return kind === undefined && person.suggestion !== undefined;
  return kind === choice;
}

/** Makes the test that a person must pass to be listed. All words of the search must occur. */
export function fitting(filter: Filter, decisions: ReadonlyMap<string, Decision>): (one: Indexed) => boolean {
  const words = folded(filter.search).split(/\s+/).filter(Boolean);
  const { answer, rule, group, jobCategory, role, source, decision } = filter;
  return (one) => {
    const { person } = one;
    return (
      words.every((word) => one.words.includes(word)) &&
      (answer === '' || person.answer === answer) &&
      (rule === '' || person.found.some((found) => found.rule === rule)) &&
      (group === '' || one.group === group) &&
      (jobCategory === '' || one.jobCategory === jobCategory) &&
      (role === '' || one.roles.includes(role)) &&
      (source === '' || inSource[source](person.inReport, person.inAnalytics)) &&
      (decision === '' || decisionFits(decision, one, decisions.get(person.key)?.kind))
    );
  };
}
