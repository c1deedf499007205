import type { PageDescription } from '../platform/messages.ts';
import type { Say } from '../texts/index.ts';
import { Fold } from './section.tsx';

/** What speaks for a user record, in the order in which a person would look for it on the page. */
const signs = ['title', 'headerName', 'tabs', 'pageName', 'entity'] as const;

/** The columns that the marks in a list of users need, with what each is called. */
const columns = [
  ['primaryId', 'field_primaryId'],
  ['name', 'field_name'],
  ['status', 'field_status'],
  ['expiryDate', 'field_expiryDate'],
  ['userGroup', 'field_userGroup'],
] as const;

/** On a page that is no user record: what was looked for, and what of it was found. */
export function SignsCheck({ page, say }: { page: PageDescription; say: Say }) {
  if (page.signs) {
    const found = page.signs;
    return (
      <Fold title={say('popup_check_page_title')}>
        <p class="hint">{say('popup_signs_about')}</p>
        <Found
          heading={say('popup_sign')}
          rows={signs.map((sign) => [sign, say(`popup_sign_${sign}`), found.includes(sign)])}
          say={say}
        />
      </Fold>
    );
  }
  if (!page.columns) return null;
  const found = shownColumns(page.columns);
  return (
    <Fold title={say('popup_check_page_title')}>
      <p class="hint">{say('popup_columns_about')}</p>
      <Found
        heading={say('popup_column')}
        rows={columns.map(([column, label]) => [column, say(label), found.includes(column)])}
        say={say}
      />
    </Fold>
  );
}

/** The toggle of a list says whether somebody is active as well as a status does. */
const shownColumns = (found: readonly string[]): readonly string[] =>
  found.includes('active') ? [...found, 'status'] : found;

/** What the marks of a list do not speak of, for want of a column. */
export function ListSwitchedOff({ page, say }: { page: PageDescription; say: Say }) {
  if (!page.columns) return null;
  const found = shownColumns(page.columns);
  const off = (['primaryId', 'status', 'expiryDate'] as const).filter((column) => !found.includes(column));
  if (off.length === 0) return null;
  return (
    <>
      <h3>{say('popup_off_title')}</h3>
      <ul class="plain">
        {off.map((column) => (
          <li key={column} data-off={`list-${column}`}>
            {say(`popup_off_list_${column}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

type FoundRow = readonly [name: string, label: string, found: boolean];

function Found({ heading, rows, say }: { heading: string; rows: readonly FoundRow[]; say: Say }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{say('popup_sign_here')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, label, found]) => (
          <tr key={name} data-anchor={name} data-found={String(found)}>
            <th scope="row">{label}</th>
            <td>{say(found ? 'popup_sign_found' : 'popup_not_found')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
