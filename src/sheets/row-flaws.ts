import { formulaWithoutResult } from './cell-marks.ts';
import { isBlankCell, isDamaged, namesNoRole, namesNothing, visible } from './cells.ts';
import type { RawRow } from './collector.ts';
import type { Column, UnreadRowReason } from './types.ts';
import { recordTypeOf } from './words.ts';

/** What is wrong with a row, and in which column. */
export interface Flaw {
  reason: UnreadRowReason;
  column?: Column;
  /** Where it is not the heading of the column. */
  heading?: string;
}

/** Why a row is nobody's, by its identifier; `undefined` where nothing is wrong with it. `cut`: identifiers whose last figures a spreadsheet has lost. */
export function identifierFlaw(
  identifier: string,
  row: RawRow,
  isNote: (row: RawRow) => boolean,
  cut: ReadonlySet<string>,
): Flaw | undefined {
  if (row.sure === 0 || identifier.includes('\n')) return { reason: 'broken-row' };
  if (identifier === formulaWithoutResult) return { reason: 'error-cell', column: 'identifier' };
  if (isDamaged(identifier) || (cut.size > 0 && cut.has(identifier)))
    return { reason: 'damaged-identifier', column: 'identifier' };
  if (namesNothing(identifier)) {
    return row.alone && !isBlankCell(identifier)
      ? { reason: 'not-a-row' }
      : { reason: 'no-identifier', column: 'identifier' };
  }
  return isNote(row) ? { reason: 'not-a-row' } : undefined;
}

/** Reads a column's cell of a row; `''` without such a column. */
type At = (raw: RawRow, column: Column) => string;

const nameColumns = ['fullName', 'lastName', 'firstName'] as const;
const nameIn = (at: At, raw: RawRow) => visible(nameColumns.map((column) => at(raw, column)).join(' ')).toLowerCase();

/**
 * Whether a row that was lost may be a role of the person in a row beside it, whose list would then not be whole. It is not where it
 * names no role, is a contact's (contacts hold none), or bears another name.
 */
export function mayBelong(at: At, lost: RawRow, beside: RawRow): boolean {
  if (lost.sure === 0) return true;
  const hasRole = !namesNoRole(at(lost, 'roleType')) || !namesNoRole(at(lost, 'roleCode'));
  if (!hasRole || recordTypeOf(at(lost, 'recordType')) === 'CONTACT') return false;
  const name = nameIn(at, lost);
  return name === '' || name === nameIn(at, beside);
}

/** A row's flaws, each column's once; a row that is cut short has that one flaw. */
export function distinctFlaws(flaws: readonly Flaw[]): Flaw[] {
  const byPlace = new Map<string, Flaw>();
  for (const flaw of flaws) {
    const key = flaw.reason === 'broken-row' ? flaw.reason : `${flaw.reason} ${flaw.column} ${flaw.heading}`;
    if (!byPlace.has(key)) byPlace.set(key, flaw);
  }
  return [...byPlace.values()];
}
