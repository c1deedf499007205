import { say } from '../platform/say.ts';

/** What the documents behind this extension say that bears on a section's settings: its texts, folded away until wanted. */
export function GoodToKnow({ texts }: { readonly texts: readonly string[] }) {
  return (
    <details class="good-to-know">
      <summary>{say('options_know_title')}</summary>
      {texts.map((text) => (
        <p key={text}>{say(text)}</p>
      ))}
    </details>
  );
}
