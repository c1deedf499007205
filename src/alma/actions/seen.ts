import type { Action, ActionContext, ActionKind, Subject } from './action.ts';
import { wordsOn } from './control.ts';
import type { GuardedPage } from './page.ts';
import { type Meaning, saysOf } from './words.ts';

/** What is looked at when a control is used: the page, what was noted before, and the control. */
export interface Seen extends ActionContext {
  readonly control: Element;
  readonly page: GuardedPage;
}

/** By what an action was recognised, and how sure that is. */
export type Found = Pick<Action, 'by' | 'sure'>;

export const action = (kind: ActionKind, { control }: Seen, subject: Subject, found: Found): Action => ({
  kind,
  control,
  subject,
  ...found,
});

/** Whether the control means this, by its key or else by its words. */
export function means(key: string | undefined, pattern: RegExp, meaning: Meaning, control: Element): Found | undefined {
  if (key !== undefined && pattern.test(key)) return { by: 'id', sure: 'high' };
  const sure = saysOf(wordsOn(control), meaning);
  return sure && { by: 'label', sure };
}

/** Where nobody can say whom an action is about. */
export const nobody: Subject = { key: 'untied', records: [], identified: false, tied: false };
