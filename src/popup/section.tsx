import type { ComponentChildren } from 'preact';
import type { PageName } from '../platform/addresses.ts';
import type { PageDescription, Silence } from '../platform/messages.ts';
import type { Day } from '../record/index.ts';
import type { Say } from '../texts/index.ts';

/** What every part of the popup is given. */
export interface Shared {
  readonly say: Say;
  readonly today: Day;
  readonly open: (page: PageName, section?: string) => void;
}

/** Why there is nothing to tell of the page in front. `withheld`: the browser lets the extension into Alma's pages not at all, or only into some. */
export type NoAnswer = Silence | 'withheld' | 'allowed';

/** `undefined` until the page has answered. */
export type PageAnswer = PageDescription | NoAnswer | undefined;

/** A part of the popup under a heading of its own. */
export function Section(props: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** A part of the popup that opens on demand. */
export function Fold(props: { title: string; children: ComponentChildren }) {
  return (
    <details class="fold">
      <summary>{props.title}</summary>
      <div class="inside">{props.children}</div>
    </details>
  );
}
