import type { Day } from '../record/index.ts';

export const totalsFormat = 'alma-user-guard-totals';
export const totalsVersion = 1;

/** The figures of one institution that a consortium adds up. No person is in it, and nothing that came from a record. */
export interface Totals {
  format: typeof totalsFormat;
  version: typeof totalsVersion;
  institution: string;
  /** The day for which the figures hold. */
  date: Day;
  policy: { name: string; roleList: string };
  limit: number | null;
  figures: {
    /** Rows of the newest Staff Login Report; `null` without one. */
    reportRows: number | null;
    reportRowsWithoutExl: number | null;
    /** Under the institution's own policy. */
    namedUsers: number;
    cannotTell: number;
    protected: number;
    /** Named users once all decisions have been carried out. */
    afterDecisions: number;
  };
  /** Named users under each shipped role list, by its id. */
  byRoleList: Readonly<Record<string, number>>;
}

/** The text of a totals file, as it is shown and saved: JSON, two spaces deep, with a line break at its end. */
export const totalsText = (totals: Totals): string => `${JSON.stringify(totals, null, 2)}\n`;
