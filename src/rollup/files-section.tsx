import { say } from '../platform/say.ts';
import { Callout } from '../ui/controls.tsx';
import { DropPlace } from '../ui/drop-place.tsx';
import type { GivenFile, UsedFile } from './given-files.ts';
import type { Files } from './page.tsx';
import { Section } from './section.tsx';

interface FilesSectionProps {
  readonly files: Files;
  readonly used: readonly UsedFile[];
  readonly twice: readonly { readonly file: GivenFile; readonly as: string }[];
  readonly refused: readonly GivenFile[];
  readonly practise: () => void;
}

/** The first part: the members' totals, and every file of which something has to be said. */
export function FilesSection({ files, used, twice, refused, practise }: FilesSectionProps) {
  const withMore = used.filter(({ dropped }) => dropped.length > 0);
  return (
    <Section id="files">
      <p class="intro">{say('rollup_files_intro')}</p>
      <DropPlace
        label={say('rollup_choose')}
        hint={say('rollup_choose_hint')}
        input="totals"
        accept=".json"
        onFiles={files.add}
      />
      <p role="status">{statusOf(files, used.length)}</p>
      {refused.length > 0 && <Refused refused={refused} remove={files.remove} />}
      {withMore.length > 0 && (
        <Callout tone="warn">
          <p>{say('rollup_dropped', { count: withMore.length })}</p>
          <ul class="plain-list">
            {withMore.map(({ key, name, dropped }) => (
              <li key={key} data-dropped={name}>
                {say('rollup_dropped_in', { file: name, names: dropped })}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {twice.length > 0 && (
        <Callout tone="note">
          <p>{say('rollup_twice', { count: twice.length })}</p>
          <ul class="plain-list">
            {twice.map(({ file: { key, name }, as }) => (
              <li key={key} data-twice={name}>
                {say('rollup_twice_as', { file: name, other: as })}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <Practice files={files} practise={practise} />
    </Section>
  );
}

function statusOf({ reading, all, practice }: Files, used: number): string {
  if (reading) return say('rollup_reading');
  return all.length === 0 || practice ? '' : say('rollup_read', { used, count: all.length });
}

/** Whatever is pressed and goes, the focus stays in this part. */
const focusFiles = () => document.getElementById('files')?.focus();

/** Files that cannot be used, each with a sentence for everything that is wrong with it. */
function Refused({ refused, remove }: { refused: readonly GivenFile[]; remove: Files['remove'] }) {
  const dismiss = () => {
    focusFiles();
    remove(refused.map(({ key }) => key));
  };
  return (
    <Callout tone="stop" alert>
      <p>{say('rollup_refused', { count: refused.length })}</p>
      <ul class="plain-list">
        {refused.map(({ key, name, parsed }) => (
          <li key={key} data-refused={name}>
            <strong>{name}</strong>{' '}
            {parsed.state === 'refused' && parsed.faults.map((fault) => say(fault.key, fault.values)).join(' ')}
          </li>
        ))}
      </ul>
      <p class="buttons">
        <button type="button" data-action="dismiss" onClick={dismiss}>
          {say('rollup_dismiss')}
        </button>
      </p>
    </Callout>
  );
}

function Practice({ files, practise }: { files: Files; practise: () => void }) {
  if (files.all.length > 0 && !files.practice) {
    return (
      <p class="buttons">
        <button
          type="button"
          data-action="clear"
          onClick={() => {
            focusFiles();
            files.clear();
          }}
        >
          {say('rollup_clear')}
        </button>
      </p>
    );
  }
  return (
    <div class="practice">
      <button type="button" data-action="practice" onClick={() => (files.practice ? files.clear() : practise())}>
        {say(files.practice ? 'rollup_practice_end' : 'rollup_practice_begin')}
      </button>
      <p class="hint">{say(files.practice ? 'rollup_practice_running' : 'rollup_practice_hint')}</p>
    </div>
  );
}
