import type { Day } from '../record/index.ts';

/** What a column of an export holds. `ip` is recognised so that it can be dropped while reading. */
export const columns = [
  'identifier',
  'lastLogin',
  'loginSuccess',
  'loginFailure',
  'ip',
  'firstName',
  'lastName',
  'fullName',
  'status',
  'recordType',
  'accountType',
  'userGroup',
  'jobCategory',
  'expiryDate',
  'purgeDate',
  'roleType',
  'roleCode',
  'roleStatus',
  'roleScope',
  'roleExpiryDate',
  'library',
  'campus',
  'decision',
  'reason',
  'by',
  'when',
] as const;
export type Column = (typeof columns)[number];

export const dateColumns = ['lastLogin', 'expiryDate', 'purgeDate', 'roleExpiryDate', 'when'] as const;
export type DateColumn = (typeof dateColumns)[number];

/** How a column writes numeric dates. Never guessed: decided by the whole column's evidence, or asked for. */
export type ColumnDateOrder = 'dmy' | 'mdy';

/** The words by which a person says how a file means something, by what is asked. The first of each is offered first. */
export const choices = {
  /** Which years two digits stand for; `split` as spreadsheets do: 00 to 29 are of this century, 30 to 99 of the last. */
  century: ['2000', '1900', 'split'],
  /** Days of which a spreadsheet may have swapped day and month, beside such as it could not. */
  'swapped-days': ['swapped', 'as-they-stand'],
  /** A row with a role and without an identifier: the same person as above, or an identifier that is missing. */
  'blank-identifiers': ['same-as-above', 'missing'],
  /** Commas in a cell of roles: between several roles, or within the name of one. */
  'several-roles': ['several', 'one'],
  /** Every row has one cell more than there are headings: the first is the row's name, or nobody knows. */
  'row-names': ['first-cell', 'unknown'],
  /** Records with roles that are no answer of Alma's interface: what Alma has, or what somebody wrote for Alma to load. */
  'record-source': ['export', 'load-file'],
  /** A column beside days of logins that may say how they ended: whether the login succeeded, whether it failed, or something else. */
  'login-outcome': ['succeeded', 'failed', 'something-else'],
  /** Columns under the names of roles: a mark means that the person holds the role, or they are something else. */
  'role-columns': ['roles', 'something-else'],
} as const;
export type ChoiceAbout = keyof typeof choices;
/** What has been chosen, by what was asked and by heading (compared without case and spaces). */
export type Choices = { readonly [A in ChoiceAbout]?: Readonly<Record<string, (typeof choices)[A][number]>> };
export type Century = (typeof choices)['century'][number];

/** How a text may be written, by the names of the Encoding Standard. */
export const encodings = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'windows-1250', 'windows-1251', 'koi8-r'],
  ...['windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'iso-8859-2', 'windows-874'],
  ...['ibm866', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'],
] as const;
export type Encoding = (typeof encodings)[number];

/** A way to read the letters of a file, and a few of its lines as they are then. */
export interface Lettering {
  encoding: Encoding;
  /** Addresses are left out of them. */
  samples: readonly string[];
}

/** What a table is: decided by its columns alone, never by the file's name. */
export type SheetKind =
  | 'staff-login-report' // identifier and last login, with or without addresses
  | 'analytics-roles' // one row per user and role
  | 'analytics-users' // one row per user, no roles
  | 'identifiers' // a plain list of identifiers
  | 'login-events' // one row per login, with whether it succeeded
  | 'user-records' // one record per user, with all its roles where it gives them
  | 'answers'; // an "ask somebody" file of ours that came back

/** One row as it was read; a column the table does not have is absent, a blank cell is `null`. */
export interface SheetRow {
  /** The line in the file (CSV: the first physical line of the row; xlsx: the row number that Excel shows). From 1. */
  line: number;
  /** Trimmed, spelled as in the file. */
  identifier: string;
  /** `not-in-window`: the cell was blank (or a dash), which in a Staff Login Report never means "never". */
  lastLogin?: Day | 'not-in-window';
  /** One login, or the try of one; `at`: the moment as the file writes it. */
  login?: { at: string; day: Day; successful: boolean };
  /** Last and first name joined as Alma's lists show them, or the full name; `null`: every name cell was blank. */
  name?: string | null;
  lastName?: string | null;
  status?: 'ACTIVE' | 'INACTIVE' | 'DELETED';
  recordType?: 'PUBLIC' | 'STAFF' | 'CONTACT';
  accountType?: 'INTERNAL' | 'EXTERNAL' | 'INTEXTAUTH';
  userGroup?: string | null;
  /** The code of the user group, where a record gives it beside the name. */
  userGroupCode?: string;
  jobCategory?: string | null;
  expiryDate?: Day | null;
  purgeDate?: Day | null;
  role?: {
    name: string;
    code?: string;
    status?: 'ACTIVE' | 'INACTIVE';
    scope?: string;
    scopeCode?: string;
    expiryDate?: Day | null;
    stateUnread?: true;
  };
  /** Every role of the user, where a record gives them all; empty: it holds none. */
  roles?: readonly NonNullable<SheetRow['role']>[];
  /** Further roles of the same row, where a file names several in one. */
  moreRoles?: readonly NonNullable<SheetRow['role']>[];
  library?: string | null;
  campus?: string | null;
  decision?: string | null;
  reason?: string | null;
  by?: string | null;
  when?: Day | null;
  /** Columns whose cell stands there and could not be understood; the row is also listed among the unread rows. */
  unreadable?: readonly Column[];
}

/** Why a row (or one of its cells) could not be used. Each has a sentence `sheets_unread_<code with underscores>`. */
export type UnreadRowReason =
  | 'no-identifier'
  | 'damaged-identifier' // a spreadsheet stored it as a number too long, or shortened it to 1.2E+15
  | 'unreadable-date'
  | 'unknown-word' // a status, record type or account type word that we do not know
  | 'error-cell' // #N/A and its like, or a formula without a stored value
  | 'no-role' // an identifier without a role in a list of roles
  | 'not-a-row' // a note under the table, a line drawn in it
  | 'other-table' // below a second line of headings, of another table
  | 'broken-record' // a record that cannot be read to its end
  | 'cut-off' // the file ends or breaks off here
  | 'given-twice' // a field stands there twice with different values
  | 'not-a-user' // an element among users that is called something else
  | 'error-answer' // an answer of an interface that says what went wrong
  | 'broken-row'; // quotes that do not close, more cells than headings

export interface UnreadRow {
  file: string;
  sheet?: string;
  line: number;
  reason: UnreadRowReason;
  /** The heading of the cell that the reason is about, as the file spells it. */
  heading?: string;
  /** `in-part`: the identifier and the readable cells were used, and the unreadable field is unread; `no`: nothing of the row was. */
  used: 'in-part' | 'no';
  /** True: `line` counts records, and `sheet` is the file inside a zip. */
  record?: true;
}

/** What a file of records says besides them. */
export interface RecordFacts {
  /** How many there are in all, where an answer says so: a page of it has fewer. */
  total?: number;
  /** Where login events stand in several lists, which may overlap: how many rows of the answer come before each. */
  pageStarts?: readonly number[];
  /** The answer says that it is not finished, and not how many there are. */
  isOnePage?: true;
  /** How many rows there are in all on the pages of an answer, where it says so. */
  rowTotal?: number;
  /** It ends too early. */
  isCutOff?: true;
  /** It was written to be loaded: its roles are not those that Alma has. */
  isLoadFile?: true;
  /** Records that do not say which roles they have. */
  withoutRoles: number;
  /** Records with a role whose status is NEW, which was taken for active. */
  newRoles: number;
  /** Files inside a zip that were not used, each with the reason. */
  notUsed: readonly NotUsed[];
}

/** Why a file inside a zip that may hold people was not read, or not to its end: each is also a reason to refuse a file by itself. */
export type UnreadEntry =
  | 'version-1' // user records in the form that Alma had first
  | 'xml-definitions'
  | 'too-deep';

/** Whether people may be missing because a file inside a zip could not be read. */
export const isUnreadEntry = (why: string): why is UnreadEntry =>
  ['version-1', 'xml-definitions', 'too-deep'].includes(why);

/** A file inside a zip that was not used. Each reason has a sentence `records_not_used_<code with underscores>`. */
export interface NotUsed {
  name: string;
  why:
    | 'asks' // a table that asks something first
    | 'workbook'
    | 'zip'
    | 'review' // a review file of ours
    | UnreadEntry
    | 'code-table'
    | 'no-users' // an answer that found nobody
    | 'no-rows' // a table without rows
    | 'nothing-known';
}

/** A line that is no row: a title above the headings, a line of totals, the headings once more. */
export interface LeftOutLine {
  line: number;
  reason: 'title' | 'totals' | 'repeated-headings';
}

/** How many lines a list of unread rows is about: a row is listed once for each of its flaws. */
export const unreadLines = (rows: readonly Pick<UnreadRow, 'file' | 'sheet' | 'line'>[]): number =>
  new Set(rows.map(({ file, sheet, line }) => `${line} ${sheet ?? ''}\n${file}`)).size;

/** One table of a file, typed. */
export interface SheetTable {
  kind: SheetKind;
  /** The name of the worksheet; absent for CSV and TSV. */
  sheet?: string;
  /** The line that holds the headings; 0 when the file has none. */
  headingLine: number;
  /** Each heading as spelled, with what it was taken for; `undefined`: not used. */
  headings: readonly { heading: string; column: Column | undefined }[];
  rows: readonly SheetRow[];
  unreadRows: readonly UnreadRow[];
  /** Rows of people purged with statistics kept: status Deleted, and the identifier often in the last name. They are in no other list. */
  purged: readonly { line: number; identifier: string; lastName: string }[];
  /** Cells with an address in them that were dropped while reading. */
  droppedIpCells: number;
  blankLines: number;
  /** Lines with something in them, without those of the headings: rows + purged + lines unread (not used) + left out. */
  lines: number;
  /** Lines that are no rows, each with the reason. */
  leftOut: readonly LeftOutLine[];
  /** For files of records, and for answers of Alma's interfaces. */
  records?: RecordFacts;
  /** The order that the dates of a column were read in, by heading, where numbers had to be ordered. */
  dateOrders: Readonly<Record<string, ColumnDateOrder>>;
}

/** A table that cannot be read before somebody has answered. Nothing of the file has been used. */
export type Question =
  | {
      ask: 'mapping';
      sheet?: string;
      headings: readonly string[];
      /** What was recognised by itself, in the order of the headings. */
      recognised: readonly (Column | undefined)[];
      /** The first rows, for a preview; address columns that were recognised are left out of it. */
      preview: readonly (readonly string[])[];
    }
  | {
      ask: 'choice';
      about: ChoiceAbout;
      sheet?: string;
      heading: string;
      /** Texts of the file that show what is meant: cells, or rows under `previewHeadings`. */
      samples: readonly string[];
      previewHeadings: readonly string[];
      preview: readonly (readonly string[])[];
    }
  | { ask: 'date-order'; sheet?: string; needsDateOrder: string; samples: readonly string[] }
  /** The same lines in several ways; the likeliest first. `sheet`: the file inside a zip. */
  | { ask: 'letters'; sheet?: string; candidates: readonly Lettering[] };

/** Why a file as a whole was refused. Each has a sentence `sheets_refused_<code with underscores>`. */
export type RefusedReason =
  | 'old-excel' // D0CF11E0: binary .xls
  | 'binary-workbook' // .xlsb
  | 'open-document' // .ods, .fods
  | 'numbers' // Apple's .numbers
  | 'xml-2003' // "XML Spreadsheet 2003"
  | 'saved-web-page' // MHTML, "single file web page"
  | 'e-mail' // .eml, .msg
  | 'lock-file' // by which a program marks a workbook as open
  | 'other-format' // SYLK, DIF, RTF, PDF
  | 'password' // D0CF11E0 with EncryptedPackage, or an encrypted zip entry
  | 'web-page' // HTML named .xls or .xlsx
  | 'not-a-workbook' // a zip without a workbook
  | 'broken-zip'
  | 'too-large' // more bytes, packed or unpacked, than we take
  | 'zip-bomb' // unpacks to very much more than an export does
  | 'too-many-rows'
  | 'too-many-columns'
  | 'not-text' // binary bytes that are no known format
  | 'empty'
  | 'folder' // not a file at all
  | 'no-rows' // the sentence that Analytics gives in place of an empty table
  | 'not-a-table' // text that is no table: markup, YAML, notes
  | 'broken-xml'
  | 'not-a-review' // JSON that is neither a review of ours nor records
  | 'no-records' // XML that holds no records
  | 'broken-records' // JSON or XML that is damaged before the first record ends
  | 'records-version-1' // user records in the form that Alma had first
  | 'xml-definitions' // XML that defines words of its own, which no export does
  | 'too-deep' // one in the other, hundreds of levels deep
  | 'code-table'
  | 'no-users' // an answer or a list without anybody in it
  | 'unfinished-answer' // the beginning of an answer of Analytics, without rows
  | 'error-answer' // an answer of an interface that says what went wrong
  | 'error-no-such-user'
  | 'error-too-many-calls'
  | 'error-not-allowed'
  | 'cancelled';

/** What a person has said about one worksheet. */
export interface SheetChoice {
  /** Without it visible sheets are read and hidden ones are left out. */
  read?: boolean;
  /** True: rows that are hidden are read like others; without it they are left out. */
  hiddenRows?: boolean;
}

/** A worksheet of a workbook, and what became of it. Sheets that are left out are not even looked into. */
export interface SheetFacts {
  sheet: string;
  hidden: boolean;
  outcome: 'read' | 'no-list' | 'left-out' | 'too-many-columns';
  /** Rows with something in them that are hidden, by hand or by a filter; read only where a person has said so. */
  hiddenRows: number;
  hiddenRowsRead: boolean;
}

export interface ReadOptions {
  /** What headings mean, by heading (compared without case and spaces), as a person has said earlier; `ignore` = not used. */
  mapping?: Readonly<Record<string, Column | 'ignore'>>;
  /** True: the file has no line of headings; columns are then called `1`, `2`, ... for `mapping`. */
  noHeadings?: boolean;
  /** The order of numeric dates, by heading, as a person has answered. */
  dateOrders?: Readonly<Record<string, ColumnDateOrder>>;
  /** By the name of the worksheet. */
  sheets?: Readonly<Record<string, SheetChoice>>;
  choices?: Choices;
  /** How the letters of a text are written that is not Unicode, as a person has said; `ask`: to be asked, however sure it seems. */
  letters?: Encoding | 'ask';
  /** Whether a heading is the name of a role, in any language; without it no column is taken for a role's. */
  isRoleName?: (heading: string) => boolean;
  /** What Alma calls the role with a code, in English; without it a code alone is its own name. */
  roleName?: (code: string) => string | undefined;
  signal?: AbortSignal;
  /** Called now and then with bytes read of bytes in all. */
  onProgress?: (done: number, all: number) => void;
}

export type FileReading =
  | {
      state: 'read';
      tables: readonly SheetTable[];
      otherSheets: readonly string[];
      /** The worksheets of a workbook in the order of its tabs; none for a text file. */
      sheets: readonly SheetFacts[];
      /** For a text that is not Unicode: how its letters were read. */
      letters?: Lettering;
    }
  | { state: 'review'; json: unknown }
  | { state: 'question'; question: Question; sheets?: readonly SheetFacts[] }
  | { state: 'refused'; reason: RefusedReason };
