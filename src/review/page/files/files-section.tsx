import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { practiceDefaults } from '../../practice/index.ts';
import type { Desk } from '../desk.ts';
import { useDesk } from '../desk-context.ts';
import type { GivenFile } from '../file-desk.ts';
import { FileItem } from './file-item.tsx';
import { KeptReview } from './kept-review-notice.tsx';

const takes = '.xlsx,.csv,.tsv,.txt,.xml,.json,.ndjson,.zip';

/** The first step: the exports, from wherever they come. */
export function FilesSection() {
  const { desk, state } = useDesk();
  usePasting(desk);
  return (
    <>
      <p class="intro">{say('review_files_intro')}</p>
      <KeptReview />
      <DropPlace />
      {state.files.length > 0 && (
        <ul class="files" aria-label={say('review_files_list')}>
          {state.files.map((file) => (
            <FileItem key={file.key} file={file} />
          ))}
        </ul>
      )}
      <Practice />
      <Guide />
    </>
  );
}

const given = (files: Iterable<File>): GivenFile[] =>
  Array.from(files, (blob) => ({ name: blob.name, blob, lastModified: blob.lastModified }));

/** What was dropped: files, and folders, which a browser hands over as if they were files. */
function dropped({ items, files }: DataTransfer): GivenFile[] {
  const entries = Array.from(items ?? []).flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const folders = new Set(entries.filter((entry) => entry.isDirectory).map(({ name }) => name));
  const names = new Set(Array.from(files, ({ name }) => name));
  return [
    ...given(files).map((file) => (folders.has(file.name) ? { ...file, folder: true } : file)),
    ...[...folders]
      .filter((name) => !names.has(name))
      .map((name) => ({ name, blob: new Blob(), lastModified: 0, folder: true })),
  ];
}

function DropPlace() {
  const { desk } = useDesk();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) desk.add(dropped(event.dataTransfer));
  };
  const allow = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    desk.add(given(event.currentTarget.files ?? []));
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
        {say('review_choose')}
      </label>
      <input
        id={id}
        type="file"
        data-input="exports"
        multiple
        accept={takes}
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
      <p class="hint" id={`${id}-hint`}>
        {say('review_choose_hint')}
      </p>
    </div>
  );
}

/** Files, or the cells of a table, from the clipboard. */
function usePasting(desk: Desk): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target as Element | null;
      if (target?.closest('input, textarea')) return;
      const files = given(event.clipboardData?.files ?? []);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && !text.includes('\n')) return;
      event.preventDefault();
      const pasted = { name: say('review_pasted'), blob: new Blob([text]), lastModified: Date.now() };
      desk.add(files.length > 0 ? files : [pasted]);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [desk]);
}

function Practice() {
  const { desk, state } = useDesk();
  const begin = async () => {
    const files = await desk.worker.practice({ ...practiceDefaults, today: state.today });
    desk.practise(files.map(({ name, bytes, asOf }) => ({ name, asOf, blob: new Blob([bytes]), lastModified: 0 })));
  };
  const button = useRef<HTMLButtonElement>(null);
  const end = () => {
    desk.practise([]);
    button.current?.focus();
  };
  if (!state.practice && state.files.length > 0) return null;
  return (
    <div class="practice">
      <button ref={button} type="button" data-action="practice" onClick={state.practice ? end : () => void begin()}>
        {state.practice ? say('review_practice_end') : say('review_practice_begin')}
      </button>
      <p class="hint">{state.practice ? say('review_practice_running') : say('review_practice_hint')}</p>
    </div>
  );
}

/** How to come by the files, and in which order a review goes. */
function Guide() {
  return (
    <details class="guide">
      <summary>{say('review_guide')}</summary>
      <ul>
        <li>{say('about_review_yearly')}</li>
        <li>
          {say('review_guide_report')} {say('about_who_may_report')}
        </li>
        <li>
          {say('review_guide_analytics')} {say('about_who_may_analyse')}
        </li>
        <li>{say('review_guide_quarter')}</li>
      </ul>
      <h3>{say('review_order')}</h3>
      <ol>
        {order.map((step) => (
          <li key={step}>{say(`review_order_${step}`)}</li>
        ))}
      </ol>
    </details>
  );
}

/** The order of the work, after WRLC, CARLI and SUNY. */
const order = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
