import { say } from '../platform/say.ts';
import type { Document } from '../rules/index.ts';

/** Names a public document that something rests on, with its date and the month in which it was checked. */
export function SourceLink({ document, dated = document.dated }: { document: Document; dated?: string | undefined }) {
  const { publisher, checked } = document;
  return (
    <span class="source">
      <a href={document.address} target="_blank" rel="noreferrer">
        {document.title}
      </a>{' '}
      {dated
        ? say('options_source_dated', { publisher, dated, checked })
        : say('options_source_undated', { publisher, checked })}
    </span>
  );
}
