import { seedStatements } from '../rules/standards/seed-statements.ts';
import { Fold, type Shared } from './section.tsx';

/** What the two documents behind this extension say that has its place here, each text once, in their order. */
const toKnow: readonly string[] = [
  ...new Set(
    seedStatements.flatMap(({ place }) => ('surface' in place && place.surface === 'popup' ? [place.text] : [])),
  ),
];

const ofThisExtension = ['popup_about_privacy', 'popup_about_limits'] as const;

/** What staff should know of user management, what this extension does with what it reads, and its version. */
export function AboutSection({ version, say }: { version: string } & Shared) {
  return (
    <>
      <Fold title={say('popup_know_title')}>
        {toKnow.map((text) => (
          <p key={text}>{say(text)}</p>
        ))}
      </Fold>
      <Fold title={say('popup_about_title')}>
        {ofThisExtension.map((text) => (
          <p key={text}>{say(text)}</p>
        ))}
        <p class="hint">{say('popup_version', { version })}</p>
      </Fold>
    </>
  );
}
