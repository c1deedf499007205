import type { FieldName } from '../record/index.ts';

/**
 * What a question about a record can come to: yes, no, or "not known", which is written as the unread fields
 * that would have to be known (never an empty list). The combinations are Kleene's strong three-valued logic: a part
 * that settles the whole does so whatever else is unread.
 */
export type Truth = boolean | readonly FieldName[];

/** True only for "yes": "not known" is not a yes. */
export const isYes = (truth: Truth): boolean => truth === true;

/** The unread fields behind a "not known"; empty for yes and no. */
export const missingOf = (truth: Truth): readonly FieldName[] => (typeof truth === 'boolean' ? [] : truth);

/** Yes when every part is; no as soon as one part is no; otherwise not known for want of the open parts' fields. */
export function all(...parts: readonly Truth[]): Truth {
  return settledBy(false, parts);
}

/** Yes as soon as one part is; no when every part is no; otherwise not known for want of the open parts' fields. */
export function any(...parts: readonly Truth[]): Truth {
  return settledBy(true, parts);
}

/** The answer that one part alone settles, else the other one, unless parts are open. */
function settledBy(answer: boolean, parts: readonly Truth[]): Truth {
  let open: readonly FieldName[] | undefined;
  for (const part of parts) {
    if (part === answer) return answer;
    if (typeof part !== 'boolean') open = open === undefined ? part : [...new Set([...open, ...part])];
  }
  return open ?? !answer;
}

/** Turns yes into no and back; "not known" stays as it is. */
export const not = (part: Truth): Truth => (typeof part === 'boolean' ? !part : part);
