import { say } from '../../../platform/say.ts';
import { useDesk } from '../desk-context.ts';
import { unreadRowsOf } from '../state.ts';

/** Sentences shown at once; a file can hold a hundred thousand of them. */
const SHOWN = 200;

/** The rows of a file (or of all files) that could not be used, each with its line and the reason. */
export function UnreadRows({ file, count }: { file?: string; count: number }) {
  const { state } = useDesk();
  if (count === 0) return null;
  const rows = unreadRowsOf(state).filter((row) => file === undefined || row.file === file);
  return (
    <details class="unread" id={file === undefined ? 'unread-rows' : undefined}>
      <summary>{say('review_unread_show', { count })}</summary>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li
            key={`${row.file} ${row.sheet ?? ''} ${row.line} ${row.heading ?? ''} ${row.reason}`}
            data-unread-line={row.line}
          >
            {file === undefined && <span class="hint">{row.file}: </span>}
            {say(`sheets_unread_${row.reason.replaceAll('-', '_')}`, {
              line: String(row.line),
              heading: row.heading ?? '',
            })}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p class="hint">{say('review_unread_more', { count: rows.length - SHOWN })}</p>}
    </details>
  );
}
