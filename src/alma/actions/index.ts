export type { Action, ActionContext, ActionKind, ActionMemory, Subject } from './action.ts';
export { controlAt } from './control.ts';
export { hotkeyTargets } from './hotkey.ts';
export { isPartnerOf } from './keys.ts';
export { freshMemory, noteArrival, noteMenu, noteScreen } from './memory.ts';
export { type GuardedPage, guardedPage } from './page.ts';
export { recogniseAction, recogniseSending } from './recognise.ts';
export { underIdentities } from './subject.ts';
