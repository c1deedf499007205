import type { AlmaPage } from './description.ts';

/** Something that a handler of the page received. A click that was stopped on its way is not here. */
export interface Received {
  readonly what: 'click' | 'change' | 'submit' | 'hotkey';
  /** Id of the control, or of the nearest element around it that has one. */
  readonly id: string;
  readonly key?: string;
}

/** What the page behaviour offers to tests as `window.__alma`, in the page's own world. */
export interface AlmaInPage {
  readonly received: Received[];
  /**
   * What was carried out: `delete <list> <row>`, `delete page 0`, `delete-line <row>`, `remove-role <row>`, `toggle <list> <row> on|off`,
   * `save`, `write`, `account-type`, `purge page`, `deactivate page`, `run`, `merge`, `pick <row>`. Rows count from 0 as the server drew them and keep their number when rows are sorted or go.
   */
  readonly done: string[];
  /** Draws another page in place: a case's id, a path, or a description. Settles when it is drawn. */
  readonly show: (page: string | AlmaPage) => Promise<void>;
  /** What a control leads to, without the control: `tab:identifier`, `open` (with a row), `add-role`, `user-list`, ... */
  readonly go: (to: string, row: number) => Promise<void>;
  /** Draws a part anew (`.pageContent` unless told), from this page or from another case, such as `.rolesArea` from a fuller one. */
  readonly rerender: (which?: { readonly part?: string; readonly from?: string }) => Promise<void>;
  /** From now on controls only note in `done` what they would do; the page stays as it is. */
  readonly rehearse: () => void;
  /** Calls the handler of the first control that a selector finds, without any event. */
  readonly carryOut: (selector: string) => void;
  /** Changes the clock in the header once. */
  readonly tick: () => void;
}
