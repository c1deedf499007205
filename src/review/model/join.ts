import {
  type Day,
  daysBetween,
  type FieldName,
  personKey,
  type Reading,
  type Role,
  read,
  recordOf,
  type UserFields,
  type UserRecord,
  unread,
} from '../../record/index.ts';
import { atOnce, each, type Steps } from '../../sheets/steps.ts';
import {
  type Column,
  type SheetFacts,
  type SheetRow,
  type SheetTable,
  type UnreadRow,
  unreadLines,
} from '../../sheets/types.ts';
import { pagesOfReports } from './answer-pages.ts';
import { differencesOf, saySame } from './differences.ts';
import { createLoginEvents } from './login-events.ts';
import { lastLoginForRules, loginMemory, type Sighting } from './login-memory.ts';
import { lookAlikes } from './look-alikes.ts';
import { type FileOfPeople, markOpenFiles } from './open-files.ts';
import { distinctRoles } from './scopes.ts';
import type {
  Difference,
  FileLines,
  Joined,
  JoinedPerson,
  LoginMemory,
  PurgedGhost,
  ReviewFile,
  UnusedSheet,
} from './types.ts';

/** A file that was read, with the day that it shows. */
export interface FileToJoin {
  name: string;
  asOf: Day;
  /** 64 hex digits. */
  sha256: string;
  tables: readonly SheetTable[];
  /** The worksheets of a workbook. */
  sheets?: readonly SheetFacts[];
  /** The days of single sheets, by name, where they are not the file's. */
  sheetDays?: Readonly<Record<string, Day>>;
  /** True: the day is only that on which the file was last changed. */
  dayIsGuess?: boolean;
}

export interface JoinOptions {
  today: Day;
  loginWindowDays: number;
  /** The last logins that an earlier review knew, by key. */
  earlierLogins?: ReadonlyMap<string, Day>;
}

const exLibrisKey = /^exl_/;

/** The kinds of files that show people's own records, beside the report: Analytics, and user records as files. */
const recordKinds: readonly ReviewFile['kind'][] = ['analytics-roles', 'analytics-users', 'user-records'];

/** Whether a file shows people's own records. */
export const showsRecords = ({ kind }: Pick<ReviewFile, 'kind'>): boolean => recordKinds.includes(kind);

/** The fields that a row may give, with the columns that they come from. */
const fieldColumns = {
  name: ['fullName', 'lastName', 'firstName'],
  recordType: ['recordType'],
  accountType: ['accountType'],
  status: ['status'],
  userGroup: ['userGroup'],
  expiryDate: ['expiryDate'],
  purgeDate: ['purgeDate'],
} as const satisfies Partial<Record<FieldName, readonly Column[]>>;
type PlainField = keyof typeof fieldColumns;
const plainFields = Object.keys(fieldColumns) as PlainField[];

const extraFields = ['jobCategory', 'library', 'campus'] as const;

/** What one file says of one person. */
interface View {
  file: number;
  fields: Map<PlainField, Reading<unknown>>;
  roles: Map<string, Role> | undefined;
  rolesInDoubt: boolean;
  lastLogin: Day | 'not-in-window' | undefined;
  extras: Partial<Record<(typeof extraFields)[number], string | null>>;
}

interface Gathered {
  spellings: Map<string, number>;
  views: Map<number, View>;
}

/** Within one file a readable value beats an unreadable cell; two different values are a contradiction. */
function merged(before: Reading<unknown> | undefined, now: Reading<unknown>): Reading<unknown> {
  if (!before || (before.state === 'unread' && before.why === 'unparseable')) return now;
  if (now.state === 'unread' || before.state === 'unread') return before;
  return saySame(before, now) ? before : unread('contradictory');
}

function later(a: View['lastLogin'], b: View['lastLogin']): View['lastLogin'] {
  if (a === undefined || b === undefined) return a ?? b;
  if (a === 'not-in-window') return b;
  return b === 'not-in-window' || b < a ? a : b;
}

const doubtfulRole = (row: SheetRow) =>
  row.unreadable?.some((column) => column === 'roleType' || column === 'roleCode') ?? false;

const MOST_SHARED = 10_000;
const notInFile = unread('not-in-this-file');
const shared = new Map<unknown, Reading<unknown>>();

/** One object for each value that many people have in common (status, group, day), which spares memory and messages. */
function readShared(value: unknown, code?: string): Reading<unknown> {
  const key = code === undefined ? value : `${value}\n${code}`;
  const known = shared.get(key);
  if (known) return known;
  if (shared.size >= MOST_SHARED) shared.clear();
  const reading = read(value, code);
  shared.set(key, reading);
  return reading;
}

function addRow(view: View, row: SheetRow, table: SheetTable): void {
  for (const field of plainFields) {
    const value = row[field];
    const code = field === 'userGroup' ? row.userGroupCode : undefined;
    if (value !== undefined) view.fields.set(field, merged(view.fields.get(field), readShared(value, code)));
    else if (row.unreadable?.some((column) => (fieldColumns[field] as readonly Column[]).includes(column))) {
      view.fields.set(field, merged(view.fields.get(field), unread('unparseable')));
    }
  }
  for (const extra of extraFields) if (row[extra] !== undefined) view.extras[extra] ??= row[extra];
  view.lastLogin = later(view.lastLogin, row.lastLogin);
  const inDoubt = doubtfulRole(row);
  // A record tells all roles or none; in a list each row tells one.
  if (table.kind !== 'analytics-roles' && !row.roles && !(table.kind === 'user-records' && inDoubt)) return;
  view.roles ??= new Map();
  for (const role of [row.role, ...(row.moreRoles ?? []), ...(row.roles ?? [])])
    if (role) view.roles.set(JSON.stringify(role), role);
  if (inDoubt) view.rolesInDoubt = true;
}

function* gather(people: Map<string, Gathered>, table: SheetTable, file: number): Steps<void> {
  yield* each(table.rows, (row) => {
    const key = personKey(row.identifier);
    let person = people.get(key);
    if (!person) {
      person = { spellings: new Map(), views: new Map() };
      people.set(key, person);
    }
    person.spellings.set(row.identifier, (person.spellings.get(row.identifier) ?? 0) + 1);
    let view = person.views.get(file);
    if (!view) {
      view = { file, fields: new Map(), roles: undefined, rolesInDoubt: false, lastLogin: undefined, extras: {} };
      person.views.set(file, view);
    }
    addRow(view, row, table);
  });
}

/** Views that speak of something, only those of the newest day among them. */
function newest(views: readonly View[], files: readonly ReviewFile[], speaks: (view: View) => boolean): View[] {
  const speaking = views.filter(speaks);
  const asOf = (view: View) => (files[view.file] as ReviewFile).asOf;
  const latest = speaking.map(asOf).sort().at(-1);
  return speaking.filter((view) => asOf(view) === latest);
}

/** The newest file's word; two files of one day that say different things contradict each other. */
function fieldReading(views: readonly View[], files: readonly ReviewFile[], field: PlainField): Reading<unknown> {
  const speaking = newest(views, files, (view) => view.fields.has(field));
  return speaking.reduce<Reading<unknown>>(
    (reading, view) => merged(reading, view.fields.get(field) as Reading<unknown>),
    speaking.length === 0 ? notInFile : unread('unparseable'),
  );
}

/** The newest list of roles; of two of the same day both together, for each row shows that the role is held. */
function rolesReading(views: readonly View[], files: readonly ReviewFile[]): Reading<readonly Role[]> {
  const speaking = newest(views, files, (view) => view.roles !== undefined);
  if (speaking.length === 0) return notInFile;
  // A record has the codes beside the names; where it says other than a list of the same day, the roles are unread anyway.
  const records = speaking.filter((view) => files[view.file]?.kind === 'user-records');
  const told = records.length > 0 ? records : speaking;
  if (told.some((view) => view.rolesInDoubt)) return unread('partial');
  return read(distinctRoles(told.flatMap((view) => [...(view.roles?.values() ?? [])])));
}

function recordFrom(known: Partial<UserFields>, readings: ReadonlyMap<FieldName, Reading<unknown>>): UserRecord {
  const record: Record<string, Reading<unknown>> = { ...recordOf(known) };
  for (const [field, reading] of readings) record[field] = reading;
  return record as unknown as UserRecord;
}

const byUse = (spellings: ReadonlyMap<string, number>): string[] =>
  [...spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([spelling]) => spelling);

/** What is known of a person's logins, and what of it the rules may take. */
function loginsOf(
  key: string,
  views: readonly View[],
  { files, events, since, options }: JoinContext,
): { login: LoginMemory; lastLogin: Day | 'not-in-window' | undefined } {
  const sightings: Sighting[] = views
    .filter((view) => files[view.file]?.kind === 'staff-login-report')
    .map((view) => ({ asOf: (files[view.file] as ReviewFile).asOf, lastLogin: view.lastLogin }));
  const { lastSeen, failed } = events.of(key);
  const earlier = [lastSeen, options.earlierLogins?.get(key)]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const memory = loginMemory(sightings, options.loginWindowDays, options.today, earlier);
  const login = failed > 0 && since ? { ...memory, failed: { count: failed, since } } : memory;
  return { login, lastLogin: lastLoginForRules(sightings, login, options.loginWindowDays, options.today) };
}

/** The fields and roles of a person, each by the file that holds for it. */
function readingsOf(views: readonly View[], files: readonly ReviewFile[], differences: readonly Difference[]) {
  const readings = new Map<FieldName, Reading<unknown>>(
    plainFields.map((field) => [field, fieldReading(views, files, field)]),
  );
  readings.set('roles', rolesReading(views, files));
  for (const { field, held } of differences) if (held === undefined) readings.set(field, unread('contradictory'));
  return readings;
}

interface JoinContext {
  files: readonly ReviewFile[];
  events: ReturnType<typeof createLoginEvents>;
  /** The first day that the events tell of. */
  since: Day | undefined;
  options: JoinOptions;
}

function joinedPerson(key: string, gathered: Gathered, context: JoinContext): JoinedPerson {
  const { files } = context;
  const views = [...gathered.views.values()];
  const kinds = new Set(views.map((view) => (files[view.file] as ReviewFile).kind));
  const inReport = views.some((view) => isNewestReport(files[view.file] as ReviewFile, files));
  const spellings = byUse(gathered.spellings);
  const identifier = spellings[0] as string;
  const { login, lastLogin } = loginsOf(key, views, context);
  const sayings = views.map(({ file, fields, roles, rolesInDoubt }) => ({
    file,
    fields,
    roles: rolesInDoubt ? undefined : roles,
  }));
  const differences = differencesOf(sayings, files);
  const readings = readingsOf(views, files, differences);
  const extras: View['extras'] = Object.assign({}, ...views.map((view) => view.extras));
  return {
    key,
    identifier,
    spellings,
    record: recordFrom({ primaryId: identifier, ...(lastLogin === undefined ? {} : { lastLogin }) }, readings),
    ...extras,
    files: views.map((view) => view.file),
    inReport,
    inAnalytics: recordKinds.some((kind) => kinds.has(kind)),
    login,
    ...(differences.length > 0 ? { differences } : {}),
  };
}

/** Reports of earlier days feed the login memory; "in the report" means the report of the newest day. */
const isNewestReport = ({ kind, asOf }: ReviewFile, files: readonly ReviewFile[]) =>
  kind === 'staff-login-report' && !files.some((other) => other.kind === kind && other.asOf > asOf);

const exLibrisRows = (table: SheetTable) =>
  table.rows.filter(({ identifier }) => exLibrisKey.test(personKey(identifier))).length;

function fileLines({ sheets = [] }: FileToJoin, table: SheetTable): FileLines {
  const facts = sheets.find(({ sheet }) => sheet === table.sheet);
  const hidden = facts && !facts.hiddenRowsRead ? facts.hiddenRows : 0;
  return {
    all: table.lines + hidden,
    unused: unreadLines(table.unreadRows.filter(({ used }) => used === 'no')),
    purged: table.purged.length,
    hidden,
    leftOut: table.leftOut,
  };
}

function unusedSheetsOf({ name, sheets = [] }: FileToJoin): UnusedSheet[] {
  return sheets.flatMap(({ sheet, hidden, outcome }) => {
    if (outcome === 'read') return [];
    return [{ file: name, sheet, why: outcome === 'left-out' && hidden ? ('hidden' as const) : outcome }];
  });
}

function fileFacts(file: FileToJoin, table: SheetTable): ReviewFile {
  return {
    name: file.name,
    kind: table.kind,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    asOf: (table.sheet === undefined ? undefined : file.sheetDays?.[table.sheet]) ?? file.asOf,
    ...(file.dayIsGuess ? { dayIsGuess: true } : {}),
    rows: table.rows.length,
    exlRows: exLibrisRows(table),
    unreadRows: unreadLines(table.unreadRows),
    lines: fileLines(file, table),
    droppedIpCells: table.droppedIpCells,
    sha256: file.sha256,
  };
}

/** A clock may be a day ahead of ours; a login later than that has not been. */
const DAYS_AHEAD = 1;

/** A table without logins that lie ahead, which were read wrong or written wrong: each is listed as a date that cannot be read. */
function withoutComingLogins(table: SheetTable, file: string, today: Day): SheetTable {
  const isAhead = ({ lastLogin: seen, login }: SheetRow) => {
    const lastLogin = login?.day ?? seen;
    return lastLogin !== undefined && lastLogin !== 'not-in-window' && daysBetween(today, lastLogin) > DAYS_AHEAD;
  };
  const ahead = table.rows.filter(isAhead);
  if (ahead.length === 0) return table;
  const heading = table.headings.find(({ column }) => column === 'lastLogin')?.heading ?? '';
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet };
  const told = ahead.map(
    ({ line }): UnreadRow => ({ file, ...sheet, line, reason: 'unreadable-date', heading, used: 'in-part' }),
  );
  const rows = table.rows.map((row) => {
    if (!isAhead(row)) return row;
    const { lastLogin: _, login: __, ...rest } = row;
    return { ...rest, unreadable: [...(rest.unreadable ?? []), 'lastLogin' as const] };
  });
  return { ...table, rows, unreadRows: [...table.unreadRows, ...told] };
}

const keysOf = ({ rows }: SheetTable): ReadonlySet<string> =>
  new Set(rows.map(({ identifier }) => personKey(identifier)));

function addEvents(events: ReturnType<typeof createLoginEvents>, table: SheetTable, file: number): void {
  events.addFile(file, table.records?.total);
  const starts = table.records?.pageStarts ?? [];
  let page = 0;
  for (const { identifier, login, line } of table.rows) {
    while (page < starts.length && (starts[page] as number) < line) page += 1;
    if (login) events.add(personKey(identifier), file, login, page);
  }
}

/**
 * Joins the tables of all files by primary identifier (as a person sees it, see `personKey`). Each person comes once, with a record that
 * says for every field whether it was read; people purged with statistics kept are left out and listed. Answers that came
 * back ("ask somebody") are not joined here, see `readAnswers`.
 */
export const joinFiles = (given: readonly FileToJoin[], options: JoinOptions): Joined =>
  atOnce(joining(given, options));

/** The same in steps, for as long a work as 300,000 rows are. */
export function* joining(given: readonly FileToJoin[], options: JoinOptions): Steps<Joined> {
  const files: ReviewFile[] = [];
  const people = new Map<string, Gathered>();
  const ghosts: PurgedGhost[] = [];
  const unreadRows: UnreadRow[] = [];
  const events = createLoginEvents();
  const ofPeople: FileOfPeople[] = [];
  const tables = given.flatMap((file) =>
    file.tables
      .filter(({ kind }) => kind !== 'answers')
      .map((read) => ({ file, table: withoutComingLogins(read, file.name, options.today) })),
  );
  for (const { file, table } of tables) files.push(fileFacts(file, table));
  const reports = pagesOfReports(tables.map(({ table }, at) => ({ table, asOf: (files[at] as ReviewFile).asOf })));
  const reportOf = new Map(reports.flatMap(({ at }) => at.map((one) => [one, at[0] as number] as const)));
  for (const [at, { file, table }] of tables.entries()) {
    yield* gather(people, table, reportOf.get(at) ?? at);
    if (table.kind === 'login-events') addEvents(events, table, at);
    if (table.records) ofPeople.push({ file: files[at] as ReviewFile, table, keys: keysOf(table) });
    for (const ghost of table.purged) ghosts.push({ file: file.name, ...ghost });
    for (const row of table.unreadRows) unreadRows.push(row);
  }
  markOpenFiles(ofPeople);
  for (const { at, isOpen } of reports) if (isOpen) for (const one of at) (files[one] as ReviewFile).open ??= {};
  const logins = events.report();
  const context: JoinContext = { files, events, since: logins?.from, options };
  const joined: JoinedPerson[] = [];
  yield* each(people, ([key, gathered]) => void joined.push(joinedPerson(key, gathered, context)));
  shared.clear();
  const unusedSheets = given.flatMap(unusedSheetsOf);
  const lists = { ghosts, unreadRows, unusedSheets, lookAlikes: lookAlikes(joined) };
  return { files, people: joined, ...lists, ...(logins ? { logins } : {}) };
}
