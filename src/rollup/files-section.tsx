import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { say } from '../platform/say.ts';
import { Callout } from '../ui/controls.tsx';
import { DropPlace } from '../ui/drop-place.tsx';
import { useSlices } from '../ui/use-slices.ts';
import type { GivenFile } from './given-files.ts';
import type { Files } from './page.tsx';
import { Section } from './section.tsx';
import type { Sums } from './use-sums.ts';

interface FilesSectionProps {
  readonly files: Files;
  readonly sums: Sums;
  /** They are not yet all in the sums. */
  readonly isAdding: boolean;
  readonly practise: () => void;
}

/** The first part: the members' totals, and every file of which something has to be said. */
export function FilesSection({ files, sums, isAdding, practise }: FilesSectionProps) {
  const { used, twice, refused } = sums;
  const withMore = useMemo(() => used.filter(({ dropped }) => dropped.length > 0), [used]);
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
      <p role="status">{isAdding ? say('rollup_reading') : statusOf(files, used.length)}</p>
      {refused.length > 0 && <Refused refused={refused} remove={files.remove} />}
      {withMore.length > 0 && (
        <Callout tone="warn">
          <p>{say('rollup_dropped', { count: withMore.length })}</p>
          <FileList
            files={withMore}
            draw={({ key, name, dropped }) => (
              <li key={key} data-dropped={name}>
                {say('rollup_dropped_in', { file: name, names: dropped })}
              </li>
            )}
          />
        </Callout>
      )}
      {twice.length > 0 && (
        <Callout tone="note">
          <p>{say('rollup_twice', { count: twice.length })}</p>
          <FileList
            files={twice}
            draw={({ key, name, as }) => (
              <li key={key} data-twice={name}>
                {say('rollup_twice_as', { file: name, other: as })}
              </li>
            )}
          />
        </Callout>
      )}
      <Practice files={files} practise={practise} />
    </Section>
  );
}

/** Lines drawn in one go, and in each frame after it: as many as hardly anybody has, since a list that grows may be read out anew. */
const linesAFrame = 200;

const keyOf = ({ key }: GivenFile): number => key;

interface FileListProps<T> {
  readonly files: readonly T[];
  readonly draw: (file: T) => ComponentChildren;
}

/** Files of which something has to be said, a line each. */
function FileList<T extends GivenFile>({ files, draw }: FileListProps<T>) {
  const { drawn, isWhole } = useSlices(files, keyOf, linesAFrame);
  return (
    <ul class="plain-list" aria-busy={isWhole ? undefined : true}>
      {drawn.map(draw)}
    </ul>
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
      <FileList
        files={refused}
        draw={({ key, name, parsed }) => (
          <li key={key} data-refused={name}>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            {parsed.state === 'refused' && parsed.faults.map((fault) => say(fault.key, fault.values)).join(' ')}
          </li>
        )}
      />
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
