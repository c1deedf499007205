import { useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import type { UnreadRow } from '../../../sheets/index.ts';
import { useDesk } from '../desk-context.ts';
import { unreadRowsOf } from '../state.ts';

/** Sentences drawn at once; a file can hold a hundred thousand of them. */
const AT_ONCE = 200;

interface UnreadRowsProps {
  /** Of this file alone; without it of all files. */
  readonly file?: string;
  /** The rows that are listed: a row may be there for several reasons. */
  readonly count: number;
  /** Rows of a file that is not joined with the others, such as answers. */
  readonly rows?: readonly UnreadRow[];
}

/** What was wrong with a row, as a sentence that names its line, and where files have several its sheet. */
export function unreadWords({ reason, line, heading = '', sheet, record }: UnreadRow): string {
  const part = reason.replaceAll('-', '_');
  const place = sheet === undefined ? String(line) : say('review_answers_line_in_sheet', { line: String(line), sheet });
  return say(record ? `records_unread_${part}` : `sheets_unread_${part}`, { line: place, heading });
}

/** The rows of a file (or of all files) that could not be used, each with its line and every reason. */
export function UnreadRows({ file, count, rows }: UnreadRowsProps) {
  const { state } = useDesk();
  const [shown, setShown] = useState(AT_ONCE);
  if (count === 0) return null;
  const all = [...unreadRowsOf(state).filter((row) => file === undefined || row.file === file), ...(rows ?? [])];
  return (
    <details class="unread" id={file === undefined ? 'unread-rows' : undefined}>
      <summary>{say('review_unread_show', { count })}</summary>
      <ul>
        {all.slice(0, shown).map((row) => (
          <li
            key={`${row.file} ${row.sheet ?? ''} ${row.line} ${row.heading ?? ''} ${row.reason}`}
            data-unread-line={row.line}
          >
            {file === undefined && <span class="hint">{row.file}: </span>}
            {unreadWords(row)}
          </li>
        ))}
      </ul>
      {all.length > shown && (
        <p class="buttons">
          <button type="button" data-action="more-unread" onClick={() => setShown(shown + AT_ONCE)}>
            {say('review_unread_show_more', { count: all.length - shown })}
          </button>
        </p>
      )}
    </details>
  );
}
