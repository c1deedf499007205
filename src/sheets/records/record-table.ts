import { personKey } from '../../record/index.ts';
import type { CollectedSheet } from '../table.ts';
import { choiceFor, choiceQuestion } from '../table-questions.ts';
import type { Column, NotUsed, Question, ReadOptions, RecordFacts, SheetRow, SheetTable, UnreadRow } from '../types.ts';
import { type AnalyticsRows, createAnalyticsRows, createRows } from './answer-rows.ts';
import { documentNode, xmlDocumentNode } from './document.ts';
import type { DocumentFacts, DocumentListener } from './listener.ts';
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
/** Letters of a name that is shown. */
const MOST_NAME = 60;

/**
 * What a record was made for, as far as it shows. `answer`: a list of roles as only JSON has it, with descriptions beside the codes; so
 * Alma's interface answers. `codes`: such a list of codes alone. `either`: XML, or JSON made of it; load files are XML, real ones have
 * descriptions and dates of a status, too, and nothing stands in exports only.
 */
type Origin = 'answer' | 'codes' | 'either';

/** What speaks for a file that was written to be loaded into Alma, not exported from it. */
interface Signs {
  newRoles: number;
  /** Every role of `either` is Patron and NEW: no export says that. */
  onlyNewPatrons: boolean;
  /** In `codes` stands a role besides Patron. */
  hasStaffCodes: boolean;
  /** Some of those who have roles. */
  samples: Readonly<Record<Origin, string[]>>;
}

function originOf({ hasRoleList, fields, roles = [] }: RawUser, hasNewRole: boolean): Origin {
  if (!hasRoleList || hasNewRole) return 'either';
  const coded = [...fields.values(), ...roles.flatMap(({ role_type, status, scope }) => [role_type, status, scope])];
  return coded.some((one) => one?.value && one.desc) ? 'answer' : 'codes';
}

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

/** What came of a file of records. */
export interface RecordsRead {
  /** The users; absent where there are none. */
  users?: SheetTable;
  /** The load file question, which keeps the users from being used. */
  question?: Question;
  /** Login events. */
  logins?: CollectedSheet;
  /** The rows of answers of Analytics. */
  answers?: readonly AnalyticsRows[];
  /** Facts of an answer that has rows. */
  facts: DocumentFacts;
  /** For login events: how many of them come before each page. */
  pageStarts: readonly number[];
  /** Something stands where users do, and is none. */
  hasOthers: boolean;
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
  const signs: Signs = {
    newRoles: 0,
    onlyNewPatrons: true,
    hasStaffCodes: false,
    samples: { answer: [], codes: [], either: [] },
  };
  /** By the place of its row. */
  const origins: Origin[] = [];
  const logins = createRows({ file, options, areLogins: () => true });
  const answers = createAnalyticsRows({ file, options });
  /** The rows of login events before which each of their pages begins. */
  const pageStarts = new Set<number>();
  let entry: string | undefined;
  let count = 0;
  let errorCode: string | undefined;
  let isCutOff = false;
  /** Where the entry that is read now begins. */
  let before = { told: 0, others: 0 };
  const told = () => rows.length + unreadRows.length + logins.rows() + answers.rows();

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
    const origin = originOf(user, hasNewRole);
    origins.push(origin);
    if (!row.roles) return;
    seen.add('user_role');
    const onlyPatron = row.roles.every(isPatron);
    if (origin === 'codes' && !onlyPatron) signs.hasStaffCodes = true;
    if (origin === 'either' && (!hasNewRole || user.roles?.length !== 1 || !onlyPatron)) signs.onlyNewPatrons = false;
    const samples = signs.samples[origin];
    if (samples.length < MOST_SAMPLES) samples.push(row.identifier);
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

  /** The users on pages of so many, by that number: pages of several answers may lie in one zip. */
  const pages = new Map<number, Set<string>>();

  /** How many there are in all; of several answers that are not whole, with those that are missing. */
  function totalOfPages(): Pick<RecordFacts, 'total'> {
    if (pages.size === 1) return { total: [...pages.keys()][0] as number };
    const missing = [...pages].reduce((sum, [total, { size }]) => sum + Math.max(0, total - size), 0);
    return missing > 0 ? { total: rows.length + missing } : {};
  }

  const listener: DocumentListener = {
    facts,
    soFar: () => ({ users: rows.length, events: logins.rows(), records: count }),
    page(total, from) {
      const onPages = pages.get(total) ?? new Set();
      pages.set(total, onPages);
      for (const { identifier } of rows.slice(from)) onPages.add(personKey(identifier));
    },
    user: takeUser,
    other(name) {
      count += 1;
      const row = unreadRow({ reason: name === undefined ? 'no-identifier' : 'not-a-user' }, 'no');
      others.push(name ? { ...row, heading: name.slice(0, MOST_NAME) } : row);
    },
    loginEvent: (cells) => logins.add(cells),
    loginPage: () => void pageStarts.add(logins.rows()),
    answerBegins: answers.begins,
    column: answers.column,
    analyticsRow: answers.add,
    answerEnds: answers.ends,
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
    const { codes, either } = signs.samples;
    if (either.length === 0 && (codes.length === 0 || signs.hasStaffCodes)) return 'export';
    if (signs.onlyNewPatrons && (codes.length === 0 || signs.hasStaffCodes)) return 'load-file';
    return choiceFor({ source }, 'record-source', ROLES) ?? 'ask';
  }

  /** Whether a record was surely not written to be loaded: of codes alone that is sure where somebody has a staff role. */
  const isSure = (at: number) => origins[at] === 'answer' || (origins[at] === 'codes' && signs.hasStaffCodes);

  function usersTable(isLoadFile: boolean): SheetTable {
    const used = isLoadFile ? rows.map((row, at) => (isSure(at) ? row : asLoaded(row))) : rows;
    const withoutRoles = used.filter(({ roles, unreadable }) => !roles && !unreadable?.includes('roleType')).length;
    const records: RecordFacts = {
      withoutRoles,
      // What was left unread was not taken for active.
      newRoles: isLoadFile ? 0 : signs.newRoles,
      notUsed: [],
      ...totalOfPages(),
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
    xmlRoot: (): Node => xmlDocumentNode(listener),
    facts,
    /** Names the entry of the zip that is read from now on. */
    beginEntry(name: string): void {
      entry = name;
      pageStarts.add(logins.rows());
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
      const hadOthers = others.length > before.others;
      others.length = before.others;
      if (facts.isCodeTable) return 'code-table';
      return facts.hasUsers && !hadOthers ? 'no-users' : 'nothing-known';
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
      const common = {
        facts,
        pageStarts: [...pageStarts],
        hasOthers: others.length > 0,
        ...(errorCode === undefined ? {} : { errorCode }),
      };
      const found: RecordsRead = { ...common };
      if (facts.hasLogins) found.logins = logins.finish();
      if (facts.isAnalytics) found.answers = answers.finish();
      if (count === 0) return found;
      if (rows.length > 0) unreadRows.push(...others);
      const made = origin();
      if (made !== 'ask') return { ...found, users: usersTable(made === 'load-file') };
      const { codes, either } = signs.samples;
      const samples = (signs.hasStaffCodes ? either : [...either, ...codes]).slice(0, MOST_SAMPLES);
      found.question = choiceQuestion({ source }, 'record-source', ROLES, { samples });
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
