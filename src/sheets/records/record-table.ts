import type { CollectedSheet } from '../table.ts';
import { createTableReader } from '../table.ts';
import { choiceFor, choiceQuestion } from '../table-questions.ts';
import type { Column, NotUsed, Question, ReadOptions, RecordFacts, SheetRow, SheetTable, UnreadRow } from '../types.ts';
import { type DocumentFacts, type DocumentListener, documentNode } from './document.ts';
import type { Node } from './nodes.ts';
import type { RawUser, UserField } from './raw-user.ts';
import { type RecordFlaw, readRecord } from './user-row.ts';
import { createXmlSource } from './xml-source.ts';

const columnOf: Readonly<Record<UserField, Column>> = {
  primary_id: 'identifier',
  first_name: 'firstName',
  last_name: 'lastName',
  full_name: 'fullName',
  record_type: 'recordType',
  account_type: 'accountType',
  status: 'status',
  user_group: 'userGroup',
  job_category: 'jobCategory',
  campus_code: 'campus',
  expiry_date: 'expiryDate',
  purge_date: 'purgeDate',
};

/** What the question whether a file was made to be loaded is called by, as the headings of tables are. */
const ROLES = 'user_roles';
const PATRON = '200';
const MOST_SAMPLES = 5;
/** Rows of an answer from which the names of its members are taken. */
const MOST_WAITING = 1000;

/** What speaks for a file that was written to be loaded into Alma, not exported from it. */
interface Signs {
  /** Records with roles that may be either: the form is the same, and nothing in it is in exports only. */
  doubtful: number;
  newRoles: number;
  /** Every role of these is Patron and NEW: no export says that. */
  onlyNewPatrons: boolean;
  samples: string[];
}

/**
 * A list of roles as only JSON has it, with descriptions beside the codes: so Alma's interface answers. Load files are XML, and real ones
 * have descriptions, too.
 */
const isAnswer = ({ hasRoleList, fields }: RawUser): boolean =>
  hasRoleList === true && [...fields.values()].some(({ value, desc }) => value && desc);

function createPool(): (text: string) => string {
  const pool = new Map<string, string>();
  return (text) => {
    const kept = pool.get(text);
    if (kept !== undefined) return kept;
    if (pool.size < 100_000) pool.set(text, text);
    return text;
  };
}

const isPatron = ({ name, code }: NonNullable<SheetRow['roles']>[number]) =>
  code === undefined ? name.toLowerCase() === 'patron' : code === PATRON;

/** The rows of an answer as a table: the names of their members are its headings. */
function createRows(source: { file: string; options: ReadOptions; areLogins: () => boolean }) {
  const reader = createTableReader({ ...source, dates1904: false });
  let names: string[] | undefined;
  let waiting: ReadonlyMap<string, string>[] = [];
  let line = 0;

  function give(cells: ReadonlyMap<string, string>): void {
    line += 1;
    reader.row(
      line,
      (names as string[]).map((name) => cells.get(name) ?? ''),
    );
  }

  /** Begins the table with these columns, by name and by heading. */
  function begin(columns: ReadonlyMap<string, string>): void {
    if (names) return;
    names = [...columns.keys()];
    reader.row(0, [...columns.values()]);
  }

  function flush(): void {
    if (!names) begin(new Map(waiting.flatMap((cells) => [...cells.keys()].map((name) => [name, name]))));
    for (const cells of waiting) give(cells);
    waiting = [];
  }

  return {
    begin,
    /** So many rows have come. */
    rows: () => line + waiting.length,
    add(cells: ReadonlyMap<string, string>): void {
      if (names) {
        give(cells);
        return;
      }
      waiting.push(cells);
      if (waiting.length >= MOST_WAITING) flush();
    },
    finish(): CollectedSheet {
      if (!names && waiting.length === 0) return { nothing: true };
      flush();
      return reader.finish();
    },
  };
}

/** What came of a file of records. */
export interface RecordsRead {
  /** The users; absent where there are none. */
  users?: SheetTable;
  /** The load file question, which keeps the users from being used. */
  question?: Question;
  /** Login events, or the rows of an Analytics answer. */
  rows?: CollectedSheet;
  /** Facts of an answer that has rows. */
  facts: DocumentFacts;
  /** Alma's code of the first error that stands there. */
  errorCode?: string;
}

/** Takes what stands in the documents of one file (several, for a zip) into tables. */
export function createRecordReader(file: string, options: ReadOptions) {
  const source = { file, dates1904: false, options };
  const pooled = createPool();
  const facts: DocumentFacts = {};
  const rows: SheetRow[] = [];
  const unreadRows: UnreadRow[] = [];
  /** What stands among users and is none; in a file without users it says nothing. */
  const others: UnreadRow[] = [];
  const seen = new Set<UserField | 'user_role'>();
  const signs: Signs = { doubtful: 0, newRoles: 0, onlyNewPatrons: true, samples: [] };
  /** By the place of its row: whether a record was surely not written to be loaded. */
  const sure: boolean[] = [];
  const table = createRows({ file, options, areLogins: () => facts.hasLogins === true });
  const columns = new Map<string, string>();
  let entry: string | undefined;
  let count = 0;
  let errorCode: string | undefined;
  let isCutOff = false;
  /** Where the entry that is read now begins. */
  let before = { told: 0, others: 0 };
  const told = () => rows.length + unreadRows.length + table.rows();

  /** The record that is read now, as one that could not be used. */
  function unreadRow({ reason, field }: RecordFlaw, used: UnreadRow['used']): UnreadRow {
    const place = { file, ...(entry === undefined ? {} : { sheet: entry }), line: count };
    return { ...place, reason, used, record: true, ...(field ? { heading: field } : {}) };
  }

  function list(flaw: RecordFlaw, used: UnreadRow['used']): void {
    unreadRows.push(unreadRow(flaw, used));
  }

  function weigh(user: RawUser, row: SheetRow, hasNewRole: boolean): void {
    for (const field of user.fields.keys()) seen.add(field);
    if (hasNewRole) signs.newRoles += 1;
    const isSure = !hasNewRole && isAnswer(user);
    sure.push(isSure);
    if (!row.roles) return;
    seen.add('user_role');
    if (isSure) return;
    signs.doubtful += 1;
    if (!hasNewRole || user.roles?.length !== 1 || !row.roles.every(isPatron)) signs.onlyNewPatrons = false;
    if (signs.samples.length < MOST_SAMPLES) signs.samples.push(row.identifier);
  }

  function takeUser(user: RawUser): void {
    count += 1;
    const { row, flaws, hasNewRole } = readRecord(user, count, { roleName: options.roleName, pooled });
    const distinct = new Map(flaws.map((flaw) => [`${flaw.reason} ${flaw.field}`, flaw]));
    for (const flaw of distinct.values()) list(flaw, row ? 'in-part' : 'no');
    if (!row) return;
    weigh(user, row, hasNewRole);
    rows.push(row);
  }

  function lose(reason: UnreadRow['reason']): void {
    count += 1;
    list({ reason }, 'no');
  }

  const listener: DocumentListener = {
    facts,
    user: takeUser,
    other() {
      count += 1;
      others.push(unreadRow({ reason: 'no-identifier' }, 'no'));
    },
    loginEvent: (cells) => table.add(cells),
    column: (name, heading) => void columns.set(name, heading),
    analyticsRow(cells) {
      if (columns.size > 0) table.begin(columns);
      table.add(cells);
    },
    errorAnswer(code) {
      errorCode ??= code;
      lose('error-answer');
    },
    xmlInside(text) {
      const inside = createXmlSource(documentNode(listener));
      inside.push(text);
      inside.end();
    },
  };

  /** What the file was made for, as it shows or as a person has said. */
  function origin(): 'export' | 'load-file' | 'ask' {
    if (signs.doubtful === 0) return 'export';
    if (signs.onlyNewPatrons) return 'load-file';
    return choiceFor({ source }, 'record-source', ROLES) ?? 'ask';
  }

  function usersTable(isLoadFile: boolean): SheetTable {
    const used = isLoadFile ? rows.map((row, at) => (sure[at] ? row : asLoaded(row))) : rows;
    const withoutRoles = used.filter(({ roles, unreadable }) => !roles && !unreadable?.includes('roleType')).length;
    const records: RecordFacts = {
      withoutRoles,
      newRoles: signs.newRoles,
      notUsed: [],
      ...(facts.total === undefined ? {} : { total: facts.total }),
      ...(isCutOff ? { isCutOff: true } : {}),
      ...(isLoadFile ? { isLoadFile: true } : {}),
    };
    const headings = Object.entries(columnOf).flatMap(([heading, column]) =>
      seen.has(heading as UserField) ? [{ heading, column }] : [],
    );
    return {
      kind: 'user-records',
      headingLine: 0,
      headings: seen.has('user_role') ? [...headings, { heading: 'user_role', column: 'roleType' }] : headings,
      rows: used,
      unreadRows,
      purged: [],
      droppedIpCells: 0,
      blankLines: 0,
      lines: count,
      leftOut: [],
      dateOrders: {},
      records,
    };
  }

  return {
    root: (): Node => documentNode(listener),
    facts,
    /** Names the entry of the zip that is read from now on. */
    beginEntry(name: string): void {
      entry = name;
      before = { told: told(), others: others.length };
      facts.isCodeTable = false;
      facts.hasUsers = false;
    },
    /** Why nothing of the entry was used; `undefined` where something was, or is listed. */
    notUsed(): NotUsed['why'] | undefined {
      if (facts.isVersion1) {
        facts.isVersion1 = false;
        return 'version-1';
      }
      if (told() > before.told) return undefined;
      others.length = before.others;
      if (facts.isCodeTable) return 'code-table';
      return facts.hasUsers ? 'no-users' : 'nothing-known';
    },
    /** An entry, or a line, that could not be read. */
    lose,
    /** The document ends too early, or is broken: what comes behind is missing. */
    cutOff(): void {
      isCutOff = true;
      lose('cut-off');
    },
    hasAnything: () => rows.length > 0 || facts.hasLogins === true || facts.isAnalytics === true,
    finish(): RecordsRead {
      const common = { facts, ...(errorCode === undefined ? {} : { errorCode }) };
      const found: RecordsRead = { ...common };
      if (facts.hasLogins || facts.isAnalytics) {
        if (facts.isAnalytics && columns.size > 0) table.begin(columns);
        found.rows = table.finish();
      }
      if (count === 0) return found;
      if (rows.length > 0) unreadRows.push(...others);
      const made = origin();
      if (made !== 'ask') return { ...found, users: usersTable(made === 'load-file') };
      found.question = choiceQuestion({ source }, 'record-source', ROLES, { samples: signs.samples });
      return found;
    },
  };
}

/** A record as it was written to be loaded: it does not say what Alma has, neither of roles nor by what it leaves out. */
function asLoaded({ roles: _, ...row }: SheetRow): SheetRow {
  if (row.expiryDate === null) delete row.expiryDate;
  if (row.purgeDate === null) delete row.purgeDate;
  return row;
}
