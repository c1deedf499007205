import { say } from '../../../platform/say.ts';
import type { RecordFacts, SheetKind } from '../../../sheets/types.ts';

interface RecordLinesProps {
  readonly records: RecordFacts;
  readonly rows: number;
  /** With those that could not be used. */
  readonly lines?: number;
  readonly kind: SheetKind;
  /** The other pages were given, too. */
  readonly areAllHere?: boolean;
}

/** What a file of records says besides them: that it is not whole, what it was made for, what it leaves out. */
export function RecordLines({ records, rows, lines = rows, kind, areAllHere = false }: RecordLinesProps) {
  const { total = 0, rowTotal = 0, isOnePage, isCutOff, isLoadFile, withoutRoles, newRoles, notUsed } = records;
  // Nobody's number depends on a login that is missing.
  const areLogins = kind === 'login-events';
  const inAll = total > rows ? total : rowTotal > lines ? rowTotal : undefined;
  return (
    <>
      {areAllHere && (inAll || isOnePage) && !areLogins && (
        <li data-record-fact="page-of-whole">{say('records_file_page_of_whole')}</li>
      )}
      {!areAllHere && inAll !== undefined && (
        <li class="differs" data-record-fact="page">
          {say(areLogins ? 'records_file_logins_page' : 'records_file_page', { count: rows, total: inAll })}
        </li>
      )}
      {!areAllHere && isOnePage && inAll === undefined && (
        <li class="differs" data-record-fact="page">
          {say('records_file_unfinished')}
        </li>
      )}
      {isCutOff && (
        <li class="differs" data-record-fact="cut-off">
          {say(areLogins ? 'records_file_logins_cut_off' : 'records_file_cut_off')}
        </li>
      )}
      {isLoadFile && <li data-record-fact="load-file">{say('records_file_load_file')}</li>}
      {withoutRoles > 0 && (
        <li data-record-fact="without-roles">{say('records_file_without_roles', { count: withoutRoles })}</li>
      )}
      {newRoles > 0 && <li>{say('records_file_new_roles', { count: newRoles })}</li>}
      {notUsed.map(({ name, why }) => (
        <li class="differs" data-record-fact="not-used" key={name}>
          {say(`records_not_used_${why.replaceAll('-', '_')}`, { name })}
        </li>
      ))}
    </>
  );
}
