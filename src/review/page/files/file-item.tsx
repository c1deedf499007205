import { useId } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { fold, parseDay } from '../../../record/index.ts';
import type { Policy } from '../../../rules/policy.ts';
import { roleListOf } from '../../../rules/standards/role-lists.ts';
import { twinColumns } from '../../../sheets/headings.ts';
import type { Lettering } from '../../../sheets/types.ts';
import { columnLetters } from '../../../sheets/write.ts';
import type { TableSummary } from '../../worker/protocol.ts';
import { useDesk } from '../desk-context.ts';
import { type ChosenFile, type FileReading, isBusy, policyOf } from '../state.ts';
import { AnswersReport } from './answers-report.tsx';
import { Lines, QuestionForm } from './question-form.tsx';
import { RecordLines } from './record-lines.tsx';
import { SheetChoices } from './sheet-choices.tsx';
import { UnreadRows } from './unread-rows.tsx';

/** A sentence's key from a code: `old-excel` -> `old_excel`. */
const keyPart = (code: string) => code.replaceAll('-', '_');

/** One chosen file: what it was taken for, what came of it, and what can be done with it. */
export function FileItem({ file }: { file: ChosenFile }) {
  const { desk, state } = useDesk();
  const { reading, name, key } = file;
  const busy = isBusy(reading);
  const isWaiting =
    reading.state === 'read' &&
    !file.answers &&
    !state.reviewed &&
    reading.tables.some(({ kind }) => kind === 'answers');
  const bad = reading.state === 'refused' || reading.state === 'failed' || reading.state === 'not-a-review';
  return (
    <li class="file" data-file={name} data-state={reading.state} data-bad={bad ? 'yes' : undefined}>
      <div class="file-head">
        <strong class="file-name">{name}</strong>
        {busy ? (
          <button
            type="button"
            class="plain"
            data-action="cancel-reading"
            aria-label={say('review_file_cancel_name', { name })}
            onClick={() => desk.cancel(key)}
          >
            {say('review_file_cancel')}
          </button>
        ) : (
          !state.practice && (
            <button
              type="button"
              class="plain"
              aria-label={say('review_file_remove_name', { name })}
              onClick={() => desk.remove(key)}
            >
              {say('review_file_remove')}
            </button>
          )
        )}
      </div>
      <div role="status">
        <Outcome reading={reading} name={name} />
      </div>
      {file.sheets && <SheetChoices file={file} sheets={file.sheets} />}
      {reading.state === 'read' && <ReadFile file={file} tables={reading.tables} otherSheets={reading.otherSheets} />}
      {reading.state === 'read' && reading.letters && <LettersRead file={file} letters={reading.letters} />}
      {reading.state === 'review' && <ReviewUseChoice file={file} reading={reading} />}
      {reading.state === 'question' && <QuestionForm file={file} question={reading.question} />}
      {file.answers && <AnswersReport answers={file.answers} />}
      {isWaiting && <p class="differs">{say('review_answers_waiting')}</p>}
    </li>
  );
}

function Outcome({ reading, name }: { reading: FileReading; name: string }) {
  switch (reading.state) {
    case 'waiting':
      return <p class="hint">{say('review_file_waiting')}</p>;
    case 'reading':
      return (
        <p class="reading">
          <progress
            value={reading.done}
            max={reading.all || 1}
            aria-label={say('review_file_reading_name', { name })}
          />
          <span class="hint">{say('review_file_reading')}</span>
        </p>
      );
    case 'refused':
      return <p class="error">{say(`sheets_refused_${keyPart(reading.reason)}`)}</p>;
    case 'not-a-review':
      return <p class="error">{say(reading.why.key, reading.why.values)}</p>;
    case 'twice':
      return <p class="error">{say('review_file_twice', { name: reading.other })}</p>;
    case 'failed':
      return <p class="error">{say('review_file_failed')}</p>;
    case 'cancelled':
      return <p class="hint">{say('sheets_refused_cancelled')}</p>;
    case 'question':
      return <p class="asks">{say(`review_file_asks_${keyPart(reading.question.ask)}`)}</p>;
    case 'review':
      return <p>{say('review_file_is_review', { people: reading.people, day: reading.head.saved })}</p>;
    case 'read':
      return null;
  }
}

function ReadFile({
  file,
  tables,
  otherSheets,
}: {
  file: ChosenFile;
  tables: readonly TableSummary[];
  otherSheets: readonly string[];
}) {
  const isDayAsked = useIsDayAsked(tables);
  return (
    <>
      {tables.map((table) => (
        <TableFacts key={`${table.kind} ${table.sheet ?? ''}`} table={table} name={file.name} />
      ))}
      {otherSheets.length > 0 && <p class="hint">{say('review_file_other_sheets', { sheets: otherSheets })}</p>}
      <UnreadRows
        file={file.name}
        count={tables.reduce((sum, { unreadCount }) => sum + unreadCount, 0)}
        rows={tables.flatMap(({ answers }) => answers?.unreadRows ?? [])}
      />
      {isDayAsked && tables.length === 1 && <AsOf file={file} />}
    </>
  );
}

/** How the letters of a file were read that does not say it itself, with lines to look at and a way to have it otherwise. */
function LettersRead({ file, letters: { encoding, samples } }: { file: ChosenFile; letters: Lettering }) {
  const { desk } = useDesk();
  return (
    <div class="letters-read" data-letters={encoding}>
      <p class="hint">
        {say('review_letters_read', { encoding: say(`review_letters_${encoding.replaceAll('-', '_')}`) })}
      </p>
      <Lines lines={samples} />
      <button
        type="button"
        class="plain"
        data-action="ask-letters"
        onClick={() => desk.answer(file.key, { letters: 'ask' })}
      >
        {say('review_letters_ask')}
      </button>
    </div>
  );
}

/** Whether a file that is a part of something stands among the others, and they make it whole. */
function useAreAllHere(name: string, kind: TableSummary['kind']): boolean {
  const { reviewed } = useDesk().state;
  if (kind === 'login-events') {
    const { events = 0, total = 0 } = (reviewed?.complete && reviewed.joined.logins) || {};
    return total > 0 && events >= total;
  }
  const files = reviewed?.complete ? reviewed.joined.files.filter((file) => file.name === name) : [];
  return files.length > 0 && files.every(({ open }) => !open);
}

function TableFacts({ table, name }: { table: TableSummary; name: string }) {
  const areAllHere = useAreAllHere(name, table.kind);
  const {
    kind,
    sheet,
    rowCount,
    lines,
    unreadCount,
    purgedCount,
    droppedIpCells,
    headings,
    dateOrders,
    leftOut,
    records,
  } = table;
  const used = headings.filter(({ column }) => column !== undefined && column !== 'ip').map(({ heading }) => heading);
  const unused = headings
    .filter(({ column, heading }) => column === undefined && heading !== '')
    .map(({ heading }) => heading);
  return (
    <ul class="facts">
      <li>
        <strong>{say(`sheets_kind_${keyPart(kind)}`)}</strong>
        {sheet && <span class="hint"> {say('review_file_sheet', { sheet })}</span>}
      </li>
      <li>{say(kind === 'user-records' ? 'records_file_records' : 'review_file_rows', { count: rowCount })}</li>
      {records && <RecordLines records={records} rows={rowCount} lines={lines} kind={kind} areAllHere={areAllHere} />}
      {rowCount === 0 && <li class="differs">{say('review_file_no_rows')}</li>}
      {droppedIpCells > 0 && <li>{say('review_file_addresses', { count: droppedIpCells })}</li>}
      {purgedCount > 0 && <li>{say('review_file_purged', { count: purgedCount })}</li>}
      {unreadCount > 0 && <li>{say('review_file_unread', { count: unreadCount })}</li>}
      {used.length > 0 && <li class="hint">{say('review_file_used', { headings: used })}</li>}
      {unused.length > 0 && <li class="hint">{say('review_file_unused', { headings: unused })}</li>}
      {twinColumns(headings).map((twin) => (
        <li class="differs" key={twin.used} data-twin={twin.heading}>
          {say('review_file_twin', {
            heading: twin.heading,
            used: columnLetters(twin.used),
            unused: twin.unused.map(columnLetters),
          })}
        </li>
      ))}
      {leftOut.length > 0 && <LeftOutLines lines={leftOut} />}
      {Object.entries(dateOrders).map(([heading, order]) => (
        <li class="hint" key={heading}>
          {say(`review_file_dates_${order}`, { heading })}
        </li>
      ))}
    </ul>
  );
}

/** Lines listed at once; a printed export repeats its headings on every page. */
const MOST_LINES = 200;

/** The lines that are no rows, each with the reason: nothing is left out unsaid. */
function LeftOutLines({ lines }: { lines: TableSummary['leftOut'] }) {
  return (
    <li>
      <details>
        <summary>{say('review_file_left_out', { count: lines.length })}</summary>
        <ul>
          {lines.slice(0, MOST_LINES).map(({ line, reason }) => (
            <li key={line} data-left-out-line={line}>
              {say(`sheets_left_out_${keyPart(reason)}`, { line: String(line) })}
            </li>
          ))}
        </ul>
        {lines.length > MOST_LINES && (
          <p class="hint">{say('review_unread_more', { count: lines.length - MOST_LINES })}</p>
        )}
      </details>
    </li>
  );
}

/** Whether it matters which day a file shows: for logins, for records, and beside records for all that can disagree with them. */
function useIsDayAsked(tables: readonly TableSummary[]): boolean {
  const { files } = useDesk().state;
  if (tables.some(({ kind }) => kind === 'staff-login-report' || kind === 'user-records')) return true;
  const isList = tables.some(({ kind }) => kind === 'analytics-roles' || kind === 'analytics-users');
  const read = files.flatMap(({ reading }) => (reading.state === 'read' ? reading.tables : []));
  return isList && read.some(({ kind }) => kind === 'user-records');
}

/** The day that a file shows: logins are remembered from it backwards, and of two files that disagree the newer holds. */
function AsOf({ file }: { file: ChosenFile }) {
  const { desk, state } = useDesk();
  const id = useId();
  const take = (event: { currentTarget: HTMLInputElement }) => {
    const day = parseDay(event.currentTarget.value);
    if (day && day <= state.today) desk.setDay(file.key, day);
    else event.currentTarget.value = file.asOf;
  };
  return (
    <div class="as-of">
      <label for={id}>{say('review_file_as_of')}</label>
      <input id={id} class="short" type="date" value={file.asOf} max={state.today} onChange={take} />
    </div>
  );
}

/** What a review was saved under, where that is not what people are judged by here: figures and answers can then differ. */
function otherWords(theirs: Policy, ours: Policy | undefined): string[] {
  if (!ours) return [];
  const [there, here] = [theirs.institution.name, ours.institution.name];
  const list = (policy: Policy) => say(roleListOf(policy.roleList).label);
  return [
    ...(there !== null && here !== null && fold(there) !== fold(here)
      ? [say('review_file_other_institution', { there, here })]
      : []),
    ...(theirs.roleList === ours.roleList
      ? []
      : [say('review_file_other_list', { there: list(theirs), here: list(ours) })]),
  ];
}

function ReviewUseChoice({ file, reading }: { file: ChosenFile; reading: Extract<FileReading, { state: 'review' }> }) {
  const { desk, state } = useDesk();
  const id = useId();
  return (
    <>
      {otherWords(reading.head.policy, policyOf(state)).map((words) => (
        <p class="differs" key={words}>
          {words}
        </p>
      ))}
      {reading.problems.map(({ key, values }) => (
        <p class="error" key={key}>
          {say(key, values)}
        </p>
      ))}
      <fieldset class="field choices row">
        <legend class="label">{say('review_use')}</legend>
        {(['continue', 'compare'] as const).map((use) => (
          <div class="choice" key={use}>
            <input
              type="radio"
              id={`${id}-${use}`}
              name={id}
              checked={reading.use === use}
              onChange={() => desk.setUse(file.key, use)}
            />
            <label for={`${id}-${use}`}>{say(`review_use_${use}`)}</label>
          </div>
        ))}
      </fieldset>
    </>
  );
}
