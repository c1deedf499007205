import { type Day, fold, parseDay } from '../record/index.ts';
import { policyFormat } from '../rules/policy.ts';
import { roleLists } from '../rules/standards/role-lists.ts';
import { type Totals, totalsFormat, totalsVersion } from './totals.ts';

/** A sentence that the page says with its own `Say`. */
export interface Remark {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

/** `faults`: a sentence for each thing for which the file cannot be used. `dropped`: the names of what is not in the format, and was not taken. */
export type ParsedTotals =
  | { readonly state: 'read'; readonly totals: Totals; readonly dropped: readonly string[] }
  | { readonly state: 'refused'; readonly faults: readonly Remark[] };

/** A totals file has less than a thousand characters. */
export const mostCharacters = 50_000;
const mostOfAName = 200;
const mostOfANumber = 10_000_000;
/** So much of an unknown key's name is told. */
const shownOfAKey = 40;

/** What no name holds: line breaks and other controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const controls = /[\u0000-\u001f\u007f-\u009f]/;

type Members = ReadonlyMap<string, unknown>;

const fault = (key: string, values: Remark['values'] = {}): Remark => ({ key: `totals_fault_${key}`, values });

/** An object's own members; `undefined` for anything else. */
function membersOf(json: unknown): Members | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return new Map(Object.entries(json));
}

/** Reads the members of one group, and notes what is wrong with them and which of them nobody asked for. */
class Group {
  readonly #members: Members;
  readonly #path: string;
  readonly #notes: Notes;
  readonly #asked = new Set<string>();

  constructor(json: unknown, path: string, notes: Notes) {
    const members = membersOf(json);
    if (!members && path !== '') notes.faults.push(fault('group', { key: path }));
    this.#members = members ?? new Map();
    this.#path = path;
    this.#notes = members ? notes : { faults: [], dropped: [] };
  }

  #take(key: string): { value: unknown; path: string } {
    this.#asked.add(key);
    return { value: this.#members.get(key), path: this.#path === '' ? key : `${this.#path}.${key}` };
  }

  name(key: string): string {
    const { value, path } = this.#take(key);
    const text = typeof value === 'string' ? value.trim() : '';
    if (fold(text) !== '' && text.length <= mostOfAName && !controls.test(text)) return text;
    this.#notes.faults.push(fault('name', { key: path, count: mostOfAName }));
    return '';
  }

  /** The id of a role list: of ours, or of a version to come. */
  id(key: string): string {
    const { value, path } = this.#take(key);
    if (typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,59}$/.test(value)) return value;
    this.#notes.faults.push(fault('role_list', { key: path }));
    return '';
  }

  day(key: string): Day {
    const { value, path } = this.#take(key);
    const day = parseDay(value);
    if (!day) this.#notes.faults.push(fault('day', { key: path }));
    return day ?? ('' as Day);
  }

  count(key: string): number {
    const { value, path } = this.#take(key);
    if (isCount(value)) return value;
    this.#notes.faults.push(fault('count', { key: path }));
    return 0;
  }

  countOrNull(key: string): number | null {
    const { value, path } = this.#take(key);
    if (value === null || isCount(value)) return value;
    this.#notes.faults.push(fault('count_or_null', { key: path }));
    return null;
  }

  /** Members that were looked at before. */
  known(...keys: readonly string[]): void {
    for (const key of keys) this.#asked.add(key);
  }

  /** The keys among those wanted that are there. */
  present(keys: readonly string[]): string[] {
    return keys.filter((key) => this.#members.has(key));
  }

  group(key: string): Group {
    const { value, path } = this.#take(key);
    return new Group(value, path, this.#notes);
  }

  /** Ends the reading: what was not asked for is dropped, and named. */
  end(): void {
    for (const key of this.#members.keys()) {
      if (this.#asked.has(key)) continue;
      const named = key.length > shownOfAKey ? `${key.slice(0, shownOfAKey)}\u2026` : key;
      this.#notes.dropped.push(this.#path === '' ? named : `${this.#path}.${named}`);
    }
  }
}

interface Notes {
  readonly faults: Remark[];
  readonly dropped: string[];
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostOfANumber;

const refused = (...faults: readonly Remark[]): ParsedTotals => ({ state: 'refused', faults });

/**
 * Reads a totals file: its text, or what `JSON.parse` made of it. Strict: a file with anything missing or of a wrong kind is
 * refused, with a sentence for each fault. Only what the format names is taken; the names of all else are in `dropped`,
 * since nothing of a person may slip in. Never throws.
 */
export function parseTotals(given: unknown): ParsedTotals {
  if (typeof given !== 'string') return read(given);
  if (given.length > mostCharacters) return refused(fault('too_large'));
  try {
    return read(JSON.parse(given.replace(/^\uFEFF/, '')));
  } catch {
    return refused(fault(given.trim() === '' ? 'empty' : 'not_json'));
  }
}

/** Formats of ours that are given in place of totals, each with its sentence. */
const others: Readonly<Record<string, string>> = { 'alma-user-guard-review': 'review', [policyFormat]: 'policy' };

function read(json: unknown): ParsedTotals {
  const members = membersOf(json);
  const format = members?.get('format');
  if (format !== totalsFormat) {
    const known = typeof format === 'string' && Object.hasOwn(others, format) ? others[format] : undefined;
    return refused(fault(known ?? 'foreign'));
  }
  const version = members?.get('version');
  if (version !== totalsVersion) {
    return refused(fault(isCount(version) && version > totalsVersion ? 'newer' : 'version'));
  }
  const notes: Notes = { faults: [], dropped: [] };
  const totals = totalsIn(new Group(json, '', notes));
  return notes.faults.length > 0 ? refused(...notes.faults) : { state: 'read', totals, dropped: notes.dropped };
}

function totalsIn(top: Group): Totals {
  top.known('format', 'version');
  const policy = top.group('policy');
  const figures = top.group('figures');
  const lists = top.group('byRoleList');
  const totals: Totals = {
    format: totalsFormat,
    version: totalsVersion,
    institution: top.name('institution'),
    date: top.day('date'),
    policy: { name: policy.name('name'), roleList: policy.id('roleList') },
    limit: top.countOrNull('limit'),
    figures: {
      reportRows: figures.countOrNull('reportRows'),
      reportRowsWithoutExl: figures.countOrNull('reportRowsWithoutExl'),
      namedUsers: figures.count('namedUsers'),
      cannotTell: figures.count('cannotTell'),
      protected: figures.count('protected'),
      afterDecisions: figures.count('afterDecisions'),
    },
    // One of an older version has no number under a list that came later.
    byRoleList: Object.fromEntries(lists.present(Object.keys(roleLists)).map((list) => [list, lists.count(list)])),
  };
  for (const group of [policy, figures, lists, top]) group.end();
  return totals;
}
