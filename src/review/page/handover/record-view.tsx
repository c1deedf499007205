import type { ComponentChildren } from 'preact';
import { say } from '../../../platform/say.ts';
import { personKey } from '../../../record/index.ts';
import { type DocumentId, documents } from '../../../rules/standards/documents.ts';
import { figureNames, type Person, type ReviewFile, type ReviewRecord, type UnusedSheet } from '../../model/index.ts';
import { unreadWords } from '../files/unread-rows.tsx';
import { decisionWord, reasonWords } from '../people/words.ts';
import type { Standing } from '../standing.ts';

/** The review record for the printer and for the archive: what was read, by which rules, what was decided, by whom. */
export function RecordView({
  record,
  byKey,
  standing,
}: {
  record: ReviewRecord;
  byKey: ReadonlyMap<string, Person>;
  standing: Standing;
}) {
  const { day, reviewer, files, policy, authority, figures, decided, undecided, unreadRows, unusedSheets, decisions } =
    record;
  const { after, cannotTell, open, limit, verdict } = standing;
  const { title, publisher, checked } = documents[authority.source as DocumentId];
  return (
    <article class="record" lang={say('extension_language')}>
      <h1>{say('review_record_title')}</h1>
      <dl>
        <Fact label={say('review_record_day')} value={day} />
        <Fact label={say('review_record_by')} value={reviewer || say('review_record_by_nobody')} />
        <Fact label={say('review_record_policy')} value={say('review_record_policy_value', policy)} />
        <Fact
          label={say('review_record_authority')}
          value={say('review_record_authority_value', {
            label: say(authority.label),
            title,
            publisher,
            dated: authority.dated ?? say('review_record_undated'),
            checked,
          })}
        />
      </dl>
      <h2>{say('review_record_figures')}</h2>
      <table>
        <tbody>
          {figureNames.map((name) => (
            <tr key={name}>
              <th scope="row">{say(`review_figure_${name.replaceAll('-', '_')}`)}</th>
              <td class="number">{figures.figures[name] ?? say('review_record_unknown')}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say('review_record_after')}</th>
            <td class="number">{figures.namedUsersAfter}</td>
          </tr>
        </tbody>
      </table>
      {limit !== undefined && (
        <p>{say(`review_record_${verdict}`, { after, count: Math.abs(after - limit), open, limit })}</p>
      )}
      {cannotTell > 0 && <p>{say('review_cannot_tell', { count: cannotTell })}</p>}
      <h2>{say('review_record_files')}</h2>
      <Wide label={say('review_record_files')}>
        <thead>
          <tr>
            {fileColumns.map((column) => (
              <th key={column} scope="col">
                {say(`review_record_file_${column}`)}
              </th>
            ))}
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={`${file.sha256} ${file.sheet ?? ''}`}>
              <td>{placeOf(file)}</td>
              <td>{say(`sheets_kind_${file.kind.replaceAll('-', '_')}`)}</td>
              <td class="day">{file.asOf}</td>
              {lineCounts(file).map((count, at) => (
                <td class="number" key={fileColumns[at + 3]}>
                  {count ?? say('review_record_unknown')}
                </td>
              ))}
              <td class="number">{file.unreadRows}</td>
              <td class="hash">{file.sha256}</td>
            </tr>
          ))}
        </tbody>
      </Wide>
      {unreadRows.length > 0 && (
        <>
          <h2>{say('review_record_unread')}</h2>
          <ul>
            {unreadRows.map((row) => (
              <li key={row}>
                {row.file}: {unreadWords(row)}
              </li>
            ))}
          </ul>
        </>
      )}
      <LeftOut files={files} sheets={unusedSheets} />
      <h2>{say('review_record_decisions')}</h2>
      <p>
        {Object.entries(decided)
          .map(([kind, count]) =>
            say('review_record_decided', { decision: decisionWord(kind as keyof typeof decided), count }),
          )
          .join(' ')}{' '}
        {say('review_record_undecided', { count: undecided })}
      </p>
      <Wide label={say('review_record_decisions')}>
        <thead>
          <tr>
            {['identifier', 'name', 'answer', 'decision', 'reason', 'by', 'when'].map((column) => (
              <th key={column} scope="col">
                {say(`review_record_column_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ identifier, name, answer, decision }) => {
            const person = byKey.get(personKey(identifier));
            return (
              <tr key={identifier}>
                <td>{identifier}</td>
                <td>{name}</td>
                <td>{say(`review_answer_${answer.replaceAll('-', '_')}`)}</td>
                <td>{decisionWord(decision.kind)}</td>
                <td>{person ? reasonWords(decision, person) : decision.reason}</td>
                <td>{decision.by}</td>
                <td class="day">{decision.when}</td>
              </tr>
            );
          })}
        </tbody>
      </Wide>
    </article>
  );
}

const fileColumns = ['name', 'kind', 'day', 'lines', 'left_out', 'purged', 'unused', 'rows', 'unread'] as const;

/** Lines of a file, and what they come to: lines - left out - purged - unused = rows. */
const lineCounts = ({ lines, rows }: ReviewFile): (number | undefined)[] => [
  lines?.all,
  lines && lines.leftOut.length + lines.hidden,
  lines?.purged,
  lines?.unused,
  rows,
];

const placeOf = ({ name, sheet }: Pick<ReviewFile, 'name' | 'sheet'>) =>
  sheet === undefined ? name : say('review_record_file_sheet', { name, sheet });

/** Lines, hidden rows and sheets that were left out, each with the reason. */
function LeftOut({ files, sheets }: { files: readonly ReviewFile[]; sheets: readonly UnusedSheet[] }) {
  const lines = files.flatMap((file) => [
    ...(file.lines?.leftOut ?? [])
      .map(({ line, reason }) => say(`sheets_left_out_${reason.replaceAll('-', '_')}`, { line: String(line) }))
      .map((words) => ({ place: placeOf(file), words })),
    ...(file.lines?.hidden
      ? [{ place: placeOf(file), words: say('review_record_hidden_rows', { count: file.lines.hidden }) }]
      : []),
  ]);
  const whole = sheets.map(({ file, sheet, why }) => ({
    place: placeOf({ name: file, sheet }),
    words: say(sheetWords[why]),
  }));
  const all = [...whole, ...lines];
  if (all.length === 0) return null;
  return (
    <>
      <h2>{say('review_record_left_out')}</h2>
      <ul data-record="left-out">
        {all.map(({ place, words }) => (
          <li key={`${place} ${words}`}>
            {place}: {words}
          </li>
        ))}
      </ul>
    </>
  );
}

const sheetWords: Readonly<Record<UnusedSheet['why'], string>> = {
  hidden: 'review_sheet_hidden',
  'left-out': 'review_sheet_left_out',
  'no-list': 'review_sheet_no_list',
  'too-many-columns': 'review_sheet_too_wide',
};

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** A table of many columns: in a narrow window it scrolls sideways by itself, and by keyboard. */
const Wide = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by keyboard
  <section class="wide" aria-label={label} tabIndex={0}>
    <table>{children}</table>
  </section>
);
