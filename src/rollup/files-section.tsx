import { useId, useState } from 'preact/hooks';
import { say } from '../platform/say.ts';
import { Callout } from '../ui/controls.tsx';
import type { FileToRead, GivenFile, UsedFile } from './given-files.ts';
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
      <DropPlace files={files} />
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

const given = (files: Iterable<File>): FileToRead[] => Array.from(files, (blob) => ({ name: blob.name, blob }));

/** What was dropped: files, and folders, which a browser hands over as if they were files. */
function dropped({ items, files }: DataTransfer): FileToRead[] {
  const entries = Array.from(items ?? []).flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const folders = new Set(entries.filter((entry) => entry.isDirectory).map(({ name }) => name));
  const names = new Set(Array.from(files, ({ name }) => name));
  const alone = [...folders].filter((name) => !names.has(name));
  return [
    ...given(files).map((file) => (folders.has(file.name) ? { ...file, folder: true } : file)),
    ...alone.map((name) => ({ name, blob: new Blob(), folder: true })),
  ];
}

function DropPlace({ files }: { files: Files }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) files.add(dropped(event.dataTransfer));
  };
  const allow = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    files.add(given(event.currentTarget.files ?? []));
    event.currentTarget.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the same is done with the file input inside
    <div
      class="drop"
      data-over={over ? 'yes' : undefined}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label class="label" for={id}>
        {say('rollup_choose')}
      </label>
      <input
        id={id}
        type="file"
        data-input="totals"
        multiple
        accept=".json"
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
      <p class="hint" id={`${id}-hint`}>
        {say('rollup_choose_hint')}
      </p>
    </div>
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
