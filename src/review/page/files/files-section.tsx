import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { DropPlace, filesTaken } from '../../../ui/drop-place.tsx';
import { practiceDefaults } from '../../practice/index.ts';
import type { Desk } from '../desk.ts';
import { useDesk } from '../desk-context.ts';
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
      <DropPlace
        label={say('review_choose')}
        hint={say('review_choose_hint')}
        input="exports"
        accept={takes}
        onFiles={desk.add}
      />
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

/** Files, or the cells of a table, from the clipboard. */
function usePasting(desk: Desk): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target as Element | null;
      if (target?.closest('input, textarea')) return;
      const files = filesTaken(event.clipboardData?.files ?? []);
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
