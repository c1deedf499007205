import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageReport } from '../platform/messages.ts';
import type { Say } from '../texts/index.ts';
import { reportText } from './report-text.ts';
import { type Step, steps, stepsDone } from './steps.ts';

/** What the page of the report reaches outside itself. */
export interface ReportDoors {
  /** The page that is in the Alma tab now; `undefined` when nothing of ours is there any more. */
  readonly ask: () => Promise<PageReport | undefined>;
  /** Has the Alma tab tell of each page that shows in it, until the signal is aborted. */
  readonly collect: (onPage: (report: PageReport) => void, signal: AbortSignal) => void;
  readonly copy: (text: string) => Promise<void>;
  readonly save: (name: string, text: string) => void;
  readonly version: string;
}

const fileName = 'alma-page-report.txt';
/** So many pages are collected; with more, nobody reads through what was collected. */
const mostPages = 60;

/** The same page again, read better perhaps, takes the place of the earlier one. */
function withPage(before: readonly PageReport[], next: PageReport): readonly PageReport[] {
  const print = next.lines.join('\n');
  const at = before.findIndex(({ lines }) => lines.join('\n') === print);
  if (at !== -1) return before.with(at, next);
  return before.length < mostPages ? [...before, next] : before;
}

/**
 * The structure of Alma's pages without a value of anybody's record, collected page by page while a person walks through Alma, shown in full
 * before it is copied or saved. Kept nowhere but here, and gone with this page.
 */
export function ReportPage({ doors, say }: { doors: ReportDoors; say: Say }) {
  const [pages, setPages] = useState<readonly PageReport[] | undefined>();
  const [isCollecting, setCollecting] = useState(false);
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    void doors.ask().then((page) => setPages(page ? [page] : []));
  }, [doors]);
  // Ended by the press itself: an effect would wait for this tab to be painted, and the person is on their way to another one.
  const collecting = useRef<AbortController | undefined>(undefined);
  const toggle = (): void => {
    collecting.current?.abort();
    collecting.current = isCollecting ? undefined : new AbortController();
    const signal = collecting.current?.signal;
    if (signal) doors.collect((page) => !signal.aborted && setPages((before) => withPage(before ?? [], page)), signal);
    setCollecting(!isCollecting);
  };
  useEffect(() => () => collecting.current?.abort(), []);
  const text = useMemo(() => reportText(pages ?? [], doors.version), [pages, doors]);
  if (pages === undefined) return <main class="report" aria-busy="true" />;
  return (
    <main class="report">
      <h1>{say('report_title')}</h1>
      {pages.length === 0 && <p>{say('report_none')}</p>}
      <p>{say('report_about')}</p>
      <p class="callout" data-tone="note">
        {say('report_read_first')}
      </p>
      <p class="actions">
        <button type="button" class="primary" aria-pressed={isCollecting} onClick={toggle}>
          {say(isCollecting ? 'report_stop' : 'report_collect')}
        </button>
        <span role="status">
          {isCollecting && say('report_collecting')} {say('report_pages', { count: pages.length })}
        </span>
      </p>
      <Checklist pages={pages} say={say} />
      {pages.length > 0 && (
        <>
          <Pages pages={pages} say={say} onRemove={(at) => setPages(pages.filter((_, other) => other !== at))} />
          <SaveButtons doors={doors} text={text} say={say} outcome={outcome} onOutcome={setOutcome} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section tabIndex={0} aria-label={say('report_title')}>
            <pre>{text}</pre>
          </section>
        </>
      )}
    </main>
  );
}

/** What is worth seeing: ticked as it comes by, or by the person. */
function Checklist({ pages, say }: { pages: readonly PageReport[]; say: Say }) {
  const [ticked, setTicked] = useState<ReadonlySet<Step>>(new Set());
  const done = stepsDone(pages);
  const toggle = (step: Step) => {
    const next = new Set(ticked);
    if (!next.delete(step)) next.add(step);
    setTicked(next);
  };
  return (
    <fieldset class="checklist">
      <legend>{say('report_checklist')}</legend>
      <p class="hint">{say('report_checklist_about')}</p>
      {steps.map((step) => (
        <label key={step} data-step={step}>
          <input
            type="checkbox"
            checked={done.has(step) || ticked.has(step)}
            disabled={done.has(step)}
            onChange={() => toggle(step)}
          />
          <span>{say(`report_step_${step.replaceAll('-', '_')}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Pages(props: { pages: readonly PageReport[]; say: Say; onRemove: (at: number) => void }) {
  const { pages, say, onRemove } = props;
  if (pages.length < 2) return null;
  return (
    <ol class="pages">
      {pages.map(({ lines, page }, at) => (
        <li key={lines.join()}>
          <span>
            {say('report_page_line', { count: lines.length })} <code>{lines[0]?.split(' ').slice(1).join(' ')}</code>{' '}
            <span class="hint">{page.screen}</span>
          </span>
          <button
            type="button"
            class="plain"
            aria-label={say('report_remove_page', { number: at + 1 })}
            onClick={() => onRemove(at)}
          >
            {say('report_remove')}
          </button>
        </li>
      ))}
    </ol>
  );
}

interface SaveButtonsProps {
  readonly doors: ReportDoors;
  readonly text: string;
  readonly say: Say;
  readonly outcome: string;
  readonly onOutcome: (outcome: string) => void;
}

function SaveButtons({ doors, text, say, outcome, onOutcome }: SaveButtonsProps) {
  const copy = () =>
    doors.copy(text).then(
      () => onOutcome(say('report_copied')),
      () => onOutcome(say('report_not_copied')),
    );
  return (
    <p class="actions">
      <button type="button" onClick={() => void copy()}>
        {say('report_copy')}
      </button>
      <button
        type="button"
        onClick={() => {
          doors.save(fileName, text);
          onOutcome(say('report_saved', { name: fileName }));
        }}
      >
        {say('report_save')}
      </button>
      <span role="status">{outcome}</span>
    </p>
  );
}
