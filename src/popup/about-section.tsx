import { Fragment } from 'preact';
import { seedStatements } from '../rules/standards/seed-statements.ts';
import { Fold, type Shared } from './section.tsx';

/** What the two documents behind this extension say that has its place here, each text once, in their order. */
const toKnow: readonly string[] = [
  ...new Set(
    seedStatements.flatMap(({ place }) => ('surface' in place && place.surface === 'popup' ? [place.text] : [])),
  ),
];

/** Where the extension speaks, and how each of that is used; in the order in which people meet it. */
const places = ['record', 'list', 'guard', 'roles', 'guides', 'review', 'rollup', 'teach', 'report'] as const;

const ofThisExtension = ['popup_about_privacy', 'popup_about_limits'] as const;

/** How this extension is used, what staff should know of user management, what this extension does with what it reads, and its version. */
export function AboutSection({ version, say }: { version: string } & Shared) {
  return (
    <>
      <Fold title={say('popup_help_title')}>
        <dl>
          {places.map((place) => (
            <Fragment key={place}>
              <dt>{say(`popup_help_${place}`)}</dt>
              <dd>{say(`popup_help_${place}_how`)}</dd>
            </Fragment>
          ))}
        </dl>
      </Fold>
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
