import type { Day } from '../../src/record/index.ts';
import { roleLists } from '../../src/rules/index.ts';
import { type Totals, totalsFormat, totalsVersion } from '../../src/totals/index.ts';

export const day = (text: string) => text as Day;

/** Totals of an invented institution, with differences. */
export function totalsWith(other: Partial<Totals> = {}, figures: Partial<Totals['figures']> = {}): Totals {
  return {
    format: totalsFormat,
    version: totalsVersion,
    institution: 'Example University',
    date: day('2026-11-20'),
    policy: { name: 'WRLC', roleList: 'wrlc-carli' },
    limit: 120,
    byRoleList: Object.fromEntries(Object.keys(roleLists).map((list, at) => [list, 100 + at])),
    ...other,
    figures: {
      reportRows: 140,
      reportRowsWithoutExl: 134,
      namedUsers: 100,
      cannotTell: 0,
      protected: 8,
      afterDecisions: 90,
      ...figures,
    },
  };
}
