import type { Action } from '../../alma/actions/index.ts';
import type { Day, UserRecord } from '../../record/index.ts';
import { protecting } from '../../rules/identities.ts';
import { isProtected, judge } from '../../rules/judge.ts';
import type { Policy, Severity } from '../../rules/policy.ts';
import { worthSaying } from '../../rules/speaking.ts';
import type { Say } from '../../texts/index.ts';
import { identityLines } from '../identity-change.ts';
import { systemWords } from '../words.ts';
import { concernsProtected } from './choice.ts';
import { isLasting } from './releases.ts';

/** What the guard says about one action, in the order in which it is read. */
export interface Wording {
  readonly severity: Severity;
  readonly title: string;
  /** Whom it is about, or that this could not be made out. */
  readonly about: string | undefined;
  /** What the rules say of the users concerned. */
  readonly findings: readonly { readonly rule: string; readonly severity: Severity; readonly text: string }[];
  readonly lost: readonly string[];
  readonly instead: readonly string[];
  /** Ways or checks that belong to the first line of `instead`. */
  readonly ways: readonly string[];
  readonly remarks: readonly string[];
  /** What "Let me continue" does: for how long Alma's button works then. */
  readonly release: string;
}

export interface WordingContext {
  readonly say: Say;
  /** Absent until it has been read: then nothing is said about the account itself. */
  readonly policy: Policy | undefined;
  readonly today: Day;
  readonly sandbox: boolean;
}

/** Rules that bear on what is about to happen to the account; what else they find belongs to the record's own page. */
const bearing = new Set([
  'ex-libris-account',
  'rialto-account',
  'leganto-guest-account',
  'consortium-account',
  'alma-administrator-account',
  'pickup-location-account',
  'ex-libris-name',
  'linked-account',
  'back-up-administrator',
]);

/** Puts an action into words: what is about to be lost first, then what to do instead and where. */
export function wordsFor(action: Action, context: WordingContext): Wording {
  const { say } = context;
  const findings = findingsOf(action, context);
  const isStop = concernsProtected(action, context.policy);
  const key = action.kind.replace('-', '_');
  const isRename = action.kind === 'edit-protected' && makesProtected(action, context.policy);
  const body = isRename ? ofRename(say) : isStop ? ofProtected(action, say) : ofOthers(action, say);
  return {
    severity: isStop ? 'stop' : action.kind === 'remove-role' ? 'note' : 'warn',
    title: say(isRename ? 'guard_rename_title' : `guard_${key}_title`),
    about: aboutOf(action, say),
    findings,
    lost: body.lost,
    instead: body.instead,
    ways: body.ways ?? [],
    remarks: remarksOf(action, isStop, context),
    release: say(releaseKey(action)),
  };
}

function releaseKey({ kind, subject }: Action): string {
  if (isLasting(subject)) return 'guard_continue_note';
  return kind === 'purge' && subject.records.length === 0 ? 'guard_continue_note_job' : 'guard_continue_note_once';
}

/** True where the account that Alma loaded is none that is protected, and only the form makes it one. */
function makesProtected({ subject }: Action, policy: Policy | undefined): boolean {
  const [loaded] = subject.otherwise ?? [];
  return loaded !== undefined && policy !== undefined && isProtected(loaded, policy) === 'no';
}

interface Body {
  readonly lost: readonly string[];
  readonly instead: readonly string[];
  readonly ways?: readonly string[];
}

const ofRename = (say: Say): Body => ({ lost: [say('guard_rename_lost')], instead: [say('guard_rename_instead')] });

function ofProtected({ kind, by }: Action, say: Say): Body {
  switch (kind) {
    case 'merge-protected':
      return { lost: [say('guard_merge_protected_lost')], instead: [say('guard_merge_protected_instead')] };
    case 'edit-protected':
      // A toggle works at once: there is nothing to leave unsaved.
      return {
        lost: [say('guard_protected_lost')],
        instead: [say(by === 'state' ? 'guard_protected_instead' : 'guard_edit_protected_instead')],
      };
    default:
      return { lost: [say('guard_protected_lost')], instead: [say('guard_protected_instead')] };
  }
}

function ofOthers({ kind, subject }: Action, say: Say): Body {
  const types = subject.records.map(({ accountType }) =>
    accountType.state === 'read' ? accountType.value : undefined,
  );
  switch (kind) {
    case 'delete':
      return {
        lost: [say('guard_delete_lost'), ...(types.includes('INTERNAL') ? [say('guard_delete_password')] : [])],
        instead: [say('guard_delete_instead'), say('guard_leaving')],
        ways: [say('guard_route_page'), say('guard_route_job')],
      };
    case 'deactivate':
      return {
        lost: [say('guard_deactivate_lost'), say('guard_deactivate_roles')],
        instead: [
          say('guard_deactivate_instead'),
          ...(types.includes('EXTERNAL') || types.includes('INTEXTAUTH') ? [say('guard_deactivate_sso')] : []),
        ],
      };
    case 'purge':
      return {
        lost: [say('guard_purge_lost')],
        instead: [say('guard_purge_instead')],
        ways: [say('guard_purge_scope'), say('guard_purge_policy'), say('guard_purge_protected')],
      };
    case 'remove-patron':
      return { lost: [say('guard_remove_patron_lost')], instead: [say('guard_remove_patron_instead')] };
    case 'merge-protected':
      return { lost: [say('guard_merge_protected_unread')], instead: [say('guard_merge_protected_instead')] };
    case 'edit-unread':
      return { lost: [say('guard_edit_unread_lost')], instead: [say('guard_edit_unread_instead')] };
    case 'edit-protected':
    case 'remove-role':
      return { lost: [], instead: [] };
  }
}

/** Whom it is about. A job and a merge are about nobody in particular: there the findings name the account. */
function aboutOf({ kind, subject }: Action, say: Say): string | undefined {
  if (!subject.tied) return say('guard_about_untied');
  const [record = undefined, ...others] = subject.otherwise?.slice(0, 1) ?? subject.records;
  if (subject.bulk) return say('guard_about_ticked');
  if (kind === 'merge-protected' || !record || others.length > 0) return undefined;
  const id = shown(record.primaryId);
  const name = shown(record.name);
  if (id && name) return say('guard_about', { id, name });
  if (name) return say('guard_about_name', { name });
  return id ? say('guard_about_id', { id }) : say('guard_about_unread');
}

const shown = (reading: UserRecord['name'] | UserRecord['primaryId']): string | null =>
  reading.state === 'read' ? reading.value : null;

/** Of an account that is protected under one of its identities nothing else is said, whatever would be found under another. */
function findingsOf({ subject }: Action, { policy, today, say }: WordingContext): Wording['findings'] {
  if (!policy) return [];
  const known = [...(subject.otherwise ?? []), ...subject.records];
  const found = known.flatMap((record) =>
    worthSaying(judge(record, policy, today, say), record, policy).verdicts.filter(
      ({ rule, outcome }) => outcome === 'found' && bearing.has(rule),
    ),
  );
  const protects = found.filter(({ rule }) => protecting.includes(rule));
  const told = protects.length > 0 ? protects : found;
  const findings = told.flatMap(({ rule, severity, findings }) =>
    findings.map(({ message }) => ({ rule, severity, text: message })),
  );
  return findings.filter(({ text }, n) => findings.findIndex((other) => other.text === text) === n);
}

const forgetsRoles: readonly Action['kind'][] = ['delete', 'remove-patron', 'remove-role'];

function remarksOf(
  { kind, subject, by, isUnreadRole }: Action,
  isStop: boolean,
  { say, sandbox }: WordingContext,
): string[] {
  const [loaded, typed] = subject.otherwise ?? [];
  const mayBeProtected =
    !isStop && kind !== 'merge-protected' && subject.records.some(({ primaryId }) => primaryId.state === 'unread');
  return [
    ...(by === 'label' ? [say('guard_by_label')] : []),
    ...(isUnreadRole ? [say('guard_role_unread')] : []),
    ...(isStop && loaded && typed ? identityLines(loaded, typed, say) : []),
    ...(mayBeProtected && kind !== 'edit-unread' ? [say('guard_id_unread')] : []),
    ...(!isStop && forgetsRoles.includes(kind) ? [say('guard_export')] : []),
    systemWords(sandbox, say),
  ];
}
