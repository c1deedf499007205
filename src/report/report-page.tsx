import { useEffect, useState } from 'preact/hooks';
import type { Say } from '../texts/index.ts';

/** What the page of the report reaches outside itself. */
export interface ReportDoors {
  /** The structure of the Alma page, a line for each element; `undefined` when nothing of ours is there any more. */
  readonly ask: () => Promise<readonly string[] | undefined>;
  readonly copy: (text: string) => Promise<void>;
  readonly save: (name: string, text: string) => void;
  readonly version: string;
}

const fileName = 'alma-page-report.txt';

/** The structure of an Alma page without a value of anybody's record, shown in full before it is copied or saved. */
export function ReportPage({ doors, say }: { doors: ReportDoors; say: Say }) {
  const [report, setReport] = useState<string | 'none'>();
  const [outcome, setOutcome] = useState('');
  const ask = () => {
    setOutcome('');
    void doors.ask().then((lines) => setReport(lines ? textOf(lines, doors.version) : 'none'));
  };
  useEffect(ask, [doors]);
  if (report === undefined) return <main class="report" aria-busy="true" />;
  const copy = (text: string) =>
    doors.copy(text).then(
      () => setOutcome(say('report_copied')),
      () => setOutcome(say('report_not_copied')),
    );
  return (
    <main class="report">
      <h1>{say('report_title')}</h1>
      {report === 'none' ? (
        <p>{say('report_none')}</p>
      ) : (
        <>
          <p>{say('report_about')}</p>
          <p class="callout" data-tone="note">
            {say('report_read_first')}
          </p>
          <p class="actions">
            <button type="button" class="primary" onClick={() => void copy(report)}>
              {say('report_copy')}
            </button>
            <button
              type="button"
              onClick={() => {
                doors.save(fileName, report);
                setOutcome(say('report_saved', { name: fileName }));
              }}
            >
              {say('report_save')}
            </button>
            <button type="button" onClick={ask}>
              {say('report_again')}
            </button>
            <span role="status">{outcome}</span>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section tabIndex={0} aria-label={say('report_title')}>
            <pre>{report}</pre>
          </section>
        </>
      )}
    </main>
  );
}

const textOf = (lines: readonly string[], version: string): string =>
  [`Alma User Guard ${version}`, ...lines, ''].join('\n');
