import { Fold, type Shared } from './section.tsx';

const paragraphs = ['popup_about_privacy', 'popup_about_limits'] as const;

/** What this is, what it does with what it reads, and its version. */
export function AboutSection({ version, say }: { version: string } & Shared) {
  return (
    <Fold title={say('popup_about_title')}>
      {paragraphs.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
      <p class="hint">{say('popup_version', { version })}</p>
    </Fold>
  );
}
