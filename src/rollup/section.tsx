import type { ComponentChildren } from 'preact';
import { say } from '../platform/say.ts';

/** A part of the page under its heading. */
export function Section({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`}>{say(`rollup_part_${id}`)}</h2>
      {children}
    </section>
  );
}
