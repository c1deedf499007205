import type { RefusedReason, SheetKind, UnreadRow } from '../../sheets/types.ts';
import type { ByHandReason } from './exports.ts';
import type { BridgeStep, ReviewFile, Sentence } from './types.ts';

const words = (id: string) => id.replaceAll('-', '_');
const sentence = (key: string, values: Sentence['values'] = {}): Sentence => ({ key, values });

/** Why a file was refused, and what to do. */
export const refusedSentence = (reason: RefusedReason): Sentence => sentence(`sheets_refused_${words(reason)}`);

/** Why a row, or a cell of it, could not be used; names the line and the heading, never what stands in the cell. */
export const unreadRowSentence = ({ reason, line, heading, record }: UnreadRow): Sentence =>
  sentence(`${record ? 'records' : 'sheets'}_unread_${words(reason)}`, { line: String(line), heading: heading ?? '' });

/** What kind of file it is. */
export const kindSentence = (kind: SheetKind | ReviewFile['kind']): Sentence => sentence(`sheets_kind_${words(kind)}`);

/** A reason of the reconciliation; `roles` are those over which two authorities differ. */
export const reasonSentence = (reason: BridgeStep['reason'], roles: readonly string[] = []): Sentence =>
  sentence(`sheets_reason_${words(reason)}`, { roles });

/** Why somebody cannot go through a set. */
export const byHandSentence = (reason: ByHandReason): Sentence => sentence(`sheets_by_hand_${words(reason)}`);
