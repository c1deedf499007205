import type { FieldName, UnreadReason, UserRecord } from '../record/index.ts';
import { fieldNames } from '../record/index.ts';
import type { Judgement, NamedUserAnswer, Verdict } from '../rules/judgement.ts';
import type { Severity } from '../rules/policy.ts';
import type { Say } from '../texts/index.ts';
import { systemWords } from './words.ts';

/** What a panel is about as a whole: its worst finding, else whether all that matters could be checked. */
export type Level = 'stop' | 'warn' | 'note' | 'unsure' | 'fine';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly messages: readonly string[];
  /** Where the rule comes from, and when that was last checked: a sentence a document. */
  readonly sources: readonly string[];
}

export interface UnreadField {
  readonly field: FieldName;
  readonly label: string;
}

/** The fields that could not be read for one and the same reason. */
export interface UnreadGroup {
  readonly why: string;
  /** The setting that would have it read, by its part of the options. */
  readonly section?: 'pages';
  readonly fields: readonly UnreadField[];
}

export interface Presentation {
  readonly level: Level;
  /** The worst thing in one line. */
  readonly headline: string;
  readonly answer: {
    readonly answer: NamedUserAnswer;
    readonly line: string;
    readonly change: string | undefined;
    /** The list of roles that it rests on. */
    readonly roleList: string;
    /** Present when the rule `named-user` found something and only states a fact: the line above is then that finding. */
    readonly rule: string | undefined;
  };
  /** These stay on screen for as long as the record does. */
  readonly stops: readonly Finding[];
  /** Worst first. These can be folded away. */
  readonly others: readonly Finding[];
  /** Says that a `stop` could not be ruled out; absent when all rules that stop were decided. */
  readonly caution: string | undefined;
  /** The unread fields that an undecided rule or the named-user answer hangs on. */
  readonly unread: readonly UnreadGroup[];
  /** Unread fields that nothing hangs on, or that no user record of Alma's shows. */
  readonly unreadAside: readonly UnreadGroup[];
  /** Titles of the rules that stay silent because of unread fields. */
  readonly undecided: readonly string[];
  /** Titles of the rules that failed. */
  readonly failed: readonly string[];
  /** On what the judgement rests (roles read, role list, policy), and that this Alma is production where it is. */
  readonly remarks: readonly string[];
  /** What people do not expect, and so in sight: that this Alma is a sandbox, that the policy only stands in for one that has not come. */
  readonly unexpected: readonly string[];
}

/** What a presentation needs to know of the rules and of the policy in force, in words. */
export interface PresentationContext {
  readonly titleOf: (rule: string) => string;
  readonly sourcesOf: (rule: string) => readonly string[];
  /** The role list that the answer rests on, with its date. */
  readonly authority: string;
  /** The same in a few words. */
  readonly roleList: string;
  /** Which policy is in force, and who says so. */
  readonly policy: string;
  /** That the policy only stands in for settings that have not come; absent otherwise. */
  readonly awaited?: string;
  readonly sandbox: boolean;
}

const worstFirst: readonly Severity[] = ['stop', 'warn', 'note', 'fact'];

/** Alma's user record never shows it: only the Staff Login Report does. Its absence is no failure to read this page. */
const neverOnTheRecord: readonly FieldName[] = ['lastLogin'];

/** Turns a judgement into what the panel says, in the words of `say`. Looks at `record` only for why a field is unread, never at a value. */
export function present(
  judgement: Judgement,
  record: UserRecord,
  context: PresentationContext,
  say: Say,
): Presentation {
  const verdicts = judgement.verdicts.filter((verdict) => !verdict.off);
  const findings = findingsOf(verdicts, context);
  const stops = findings.filter((finding) => finding.severity === 'stop');
  const others = findings.filter((finding) => finding.severity === 'warn' || finding.severity === 'note');
  const mattering = fieldsThatMatter(judgement, verdicts, record);
  const failed = titlesOf(verdicts, 'crashed', context);
  const system = systemWords(context.sandbox, say);
  const level = levelOf(findings, mattering.length + failed.length > 0);
  return {
    level,
    headline: headlineOf(level, findings, say),
    answer: answerOf(judgement, findings, context),
    stops,
    others,
    caution: cautionOf(verdicts, stops, say),
    unread: groupsOf(mattering, record, say),
    unreadAside: groupsOf(
      unreadFields(record).filter((field) => !mattering.includes(field)),
      record,
      say,
    ),
    undecided: titlesOf(
      verdicts.filter((verdict) => waitsForMore(verdict, mattering)),
      'cannot-tell',
      context,
    ),
    failed,
    remarks: [
      ...readFrom(record, say),
      context.authority,
      ...(context.awaited === undefined ? [context.policy] : []),
      ...(context.sandbox ? [] : [system]),
    ],
    unexpected: [...(context.awaited === undefined ? [] : [context.awaited]), ...(context.sandbox ? [system] : [])],
  };
}

/** From how many roles the answer was read, where the list was whole; why it was not is told with what could not be read. */
const readFrom = ({ roles }: UserRecord, say: Say): string[] =>
  roles.state === 'read' && roles.value ? [say('guidance_roles_whole', { count: roles.value.length })] : [];

function findingsOf(verdicts: readonly Verdict[], context: PresentationContext): Finding[] {
  return verdicts
    .filter((verdict) => verdict.outcome === 'found')
    .map(({ rule, severity, findings }) => ({
      rule,
      severity,
      title: context.titleOf(rule),
      messages: findings.map((finding) => finding.message),
      sources: context.sourcesOf(rule),
    }))
    .sort((a, b) => worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity));
}

function unreadFields(record: UserRecord): FieldName[] {
  return fieldNames.filter((field) => record[field].state === 'unread');
}

const neverShown = (field: FieldName, why: UnreadReason): boolean =>
  neverOnTheRecord.includes(field) && why === 'not-on-this-page';

function isNeverOnTheRecord(field: FieldName, record: UserRecord): boolean {
  const reading = record[field];
  return reading.state === 'unread' && neverShown(field, reading.why);
}

function fieldsThatMatter(judgement: Judgement, verdicts: readonly Verdict[], record: UserRecord): FieldName[] {
  const missing = new Set(judgement.namedUser.missing);
  for (const verdict of verdicts)
    if (verdict.outcome === 'cannot-tell') for (const field of verdict.missing) missing.add(field);
  return unreadFields(record).filter((field) => missing.has(field) && !isNeverOnTheRecord(field, record));
}

function waitsForMore(verdict: Verdict, mattering: readonly FieldName[]): boolean {
  return verdict.missing.some((field) => mattering.includes(field));
}

function titlesOf(verdicts: readonly Verdict[], outcome: Verdict['outcome'], context: PresentationContext): string[] {
  return verdicts.filter((verdict) => verdict.outcome === outcome).map((verdict) => context.titleOf(verdict.rule));
}

function levelOf(findings: readonly Finding[], incomplete: boolean): Level {
  const worst = findings[0]?.severity ?? 'fact';
  if (worst !== 'fact') return worst;
  return incomplete ? 'unsure' : 'fine';
}

function headlineOf(level: Level, findings: readonly Finding[], say: Say): string {
  const [worst] = findings;
  if (level === 'unsure' || level === 'fine' || !worst) return say(`guidance_headline_${level}`);
  return say(`guidance_headline_${level}`, { title: worst.title });
}

function answerOf(
  { namedUser }: Judgement,
  findings: readonly Finding[],
  { roleList }: PresentationContext,
): Presentation['answer'] {
  const fact = findings.find((finding) => finding.severity === 'fact');
  const { answer, line, change } = namedUser;
  return { answer, line, change, roleList, rule: fact?.rule };
}

function cautionOf(verdicts: readonly Verdict[], stops: readonly Finding[], say: Say): string | undefined {
  const open = verdicts.some(
    ({ severity, outcome }) => severity === 'stop' && (outcome === 'cannot-tell' || outcome === 'crashed'),
  );
  return open && stops.length === 0 ? say('guidance_caution') : undefined;
}

function groupsOf(fields: readonly FieldName[], record: UserRecord, say: Say): UnreadGroup[] {
  const unread = fields.flatMap((field) => {
    const reading = record[field];
    if (reading.state === 'read') return [];
    return [{ field, why: reading.why, ...(reading.written === undefined ? {} : { written: reading.written }) }];
  });
  return unreadGroups(unread, say);
}

/** Groups unread fields of a page by the sentence that says why they could not be read. */
export function unreadGroups(unread: readonly Unread[], say: Say): UnreadGroup[] {
  const byReason = new Map<string, { readonly why: UnreadReason; readonly fields: UnreadField[] }>();
  for (const one of unread) {
    const reason = reasonFor(one, say);
    const group = byReason.get(reason) ?? { why: one.why, fields: [] };
    group.fields.push({ field: one.field, label: fieldLabel(one.field, say) });
    byReason.set(reason, group);
  }
  return [...byReason].map(([reason, { why, fields }]) => ({
    why: reason,
    fields,
    ...(why === 'two-ways' ? { section: 'pages' as const } : {}),
  }));
}

interface Unread {
  readonly field: FieldName;
  readonly why: UnreadReason;
  readonly written?: string;
}

function reasonFor({ field, why, written }: Unread, say: Say): string {
  if (neverShown(field, why)) return say(`guidance_never_here_${field}`);
  if (written !== undefined) return say('unread_why_two_ways_written', { written });
  return say(`unread_why_${why.replaceAll('-', '_')}`);
}

/** The name of a field, as staff know it. */
export function fieldLabel(field: string, say: Say): string {
  return say(`field_${field.replaceAll('.', '_')}`);
}
