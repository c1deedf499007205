import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import type { Role } from '../../../record/index.ts';
import { judge } from '../../../rules/judge.ts';
import type { Judgement } from '../../../rules/judgement.ts';
import { roleCounts } from '../../../rules/roles.ts';
import { worthSaying } from '../../../rules/speaking.ts';
import { type Decision, isDestructive, noScopes, type Person, tellingCode } from '../../model/index.ts';
import { decisionKinds } from '../decide/decide-bar.tsx';
import type { Deciding } from '../decide/use-deciding.ts';
import { useDesk } from '../desk-context.ts';
import { policyOf } from '../state.ts';
import { Differences } from './differing.tsx';
import { decisionWord, loginWords, nameOf, reasonWords, ruleTitle } from './words.ts';

interface PersonPanelProps {
  readonly person: Person;
  readonly deciding: Deciding;
  readonly onClose: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** One person's whole story: what was found and why, where it was read, and what has been decided. */
export function PersonPanel({ person, deciding, onClose, onStep }: PersonPanelProps) {
  const { state } = useDesk();
  const policy = policyOf(state);
  const panel = useRef<HTMLElement>(null);
  // As it is drawn: later, the focus would be taken from whoever has gone on by Tab meanwhile.
  useLayoutEffect(() => {
    panel.current?.scrollTo({ top: 0 });
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus();
  }, [person.key]);
  const judgement = useMemo(
    () => policy && worthSaying(judge(person.record, policy, state.today, say), person.record, policy),
    [person, policy, state.today],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <aside
      class="panel"
      ref={panel}
      tabIndex={-1}
      aria-labelledby="panel-title"
      data-panel={person.identifier}
      onKeyDown={onKeyDown}
    >
      <div class="panel-head">
        <div>
          <h3 id="panel-title">{nameOf(person)}</h3>
          <p class="identifier">{person.identifier}</p>
        </div>
        <div class="buttons">
          <button type="button" class="plain" aria-label={say('review_panel_previous')} onClick={() => onStep(-1)}>
            ↑
          </button>
          <button
            type="button"
            class="plain"
            aria-label={say('review_panel_next')}
            data-action="next-person"
            onClick={() => onStep(1)}
          >
            ↓
          </button>
          <button type="button" class="plain" data-action="close-panel" onClick={onClose}>
            {say('review_panel_close')}
          </button>
        </div>
      </div>
      {judgement && <Answer judgement={judgement} />}
      <PersonDecision key={person.key} person={person} deciding={deciding} />
      {judgement && <FoundRules judgement={judgement} />}
      <Differences person={person} />
      <Facts person={person} />
      <Roles person={person} />
    </aside>
  );
}

function Answer({ judgement: { namedUser } }: { judgement: Judgement }) {
  return (
    <div class="panel-answer" data-answer={namedUser.answer}>
      <p>{namedUser.line}</p>
      {namedUser.change && <p class="hint">{namedUser.change}</p>}
    </div>
  );
}

function FoundRules({ judgement: { verdicts } }: { judgement: Judgement }) {
  const found = verdicts.filter(({ outcome, rule }) => outcome === 'found' && rule !== 'named-user');
  const unknown = verdicts.filter(({ outcome }) => outcome === 'cannot-tell' || outcome === 'crashed');
  return (
    <>
      {found.length > 0 && (
        <ul class="findings">
          {found.map(({ rule, severity, findings }) => (
            <li key={rule} data-rule={rule} data-severity={severity} data-tone={severity}>
              <strong>{ruleTitle(rule)}</strong>
              {findings.map(({ message }) => (
                <p key={message}>{message}</p>
              ))}
            </li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <details>
          <summary>{say('review_panel_unchecked', { count: unknown.length })}</summary>
          <p class="hint">{say('review_list', { items: unknown.map(({ rule }) => ruleTitle(rule)) })}</p>
        </details>
      )}
    </>
  );
}

function PersonDecision({ person, deciding }: { person: Person; deciding: Deciding }) {
  const { desk, state } = useDesk();
  const decision = state.book.decisions.get(person.key);
  const [reason, setReason] = useState(decision?.origin === 'person' ? decision.reason : '');
  const id = useId();
  const { suggestion } = person;
  const suggested = suggestion && say(suggestion.why.key, suggestion.why.values);
  return (
    <div class="panel-decision">
      {suggestion && (
        <div class="suggested">
          <p>{suggested}</p>
          {decision?.kind !== suggestion.decision && (
            <button
              type="button"
              data-action="accept-one"
              onClick={() => deciding.ask([person.key], suggestion.decision, reason || (suggested ?? ''))}
            >
              {say('review_accept_one')}
            </button>
          )}
        </div>
      )}
      <div class="field">
        <label class="label" for={id}>
          {say('review_reason')}
        </label>
        <input
          id={id}
          data-input="reason"
          autocomplete="off"
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, not fields of a form */}
      <div class="buttons" role="group" aria-label={say('review_col_decision')}>
        {decisionKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            data-decide={kind}
            aria-pressed={decision?.kind === kind}
            aria-disabled={person.protected && isDestructive(kind) ? true : undefined}
            aria-describedby={person.protected && isDestructive(kind) ? `${id}-protected` : undefined}
            onClick={() => deciding.ask([person.key], kind, reason)}
          >
            {decisionWord(kind)}
          </button>
        ))}
        {decision && (
          <button type="button" class="plain" data-decide="take-back" onClick={() => desk.takeBack([person.key])}>
            {say('review_take_back')}
          </button>
        )}
      </div>
      {person.protected && (
        <p class="hint" id={`${id}-protected`}>
          {say('sheets_refuse_protected')}
        </p>
      )}
      {decision && <DecisionFacts decision={decision} person={person} />}
    </div>
  );
}

function DecisionFacts({ decision, person }: { decision: Decision; person: Person }) {
  const { kind, by, when, origin } = decision;
  const reason = reasonWords(decision, person);
  return (
    <p class="hint decision-facts">
      {say(by ? 'review_decision_facts_by' : 'review_decision_facts', { decision: decisionWord(kind), by, when })}{' '}
      {say(`review_decision_origin_${origin}`)} {reason && say('review_decision_reason', { reason })}
    </p>
  );
}

type Shown = readonly [label: string, value: ComponentChildren];

const unreadWhy = (why: string) => <span class="hint">{say(`unread_why_${why.replaceAll('-', '_')}`)}</span>;

/** A field as it was read; one that is unread says why, one that is empty says so. */
function shownField(
  person: Person,
  field: 'userGroup' | 'status' | 'accountType' | 'recordType' | 'expiryDate' | 'purgeDate',
): Shown {
  const reading = person.record[field];
  const label = say(`review_field_${field.toLowerCase()}`);
  if (reading.state === 'unread') return [label, unreadWhy(reading.why)];
  const { value } = reading;
  if (value === null) return [label, <span class="hint">{say('review_field_empty')}</span>];
  return [
    label,
    field === 'userGroup' || field === 'expiryDate' || field === 'purgeDate'
      ? value
      : say(`review_value_${value.toLowerCase()}`),
  ];
}

const shownExtra = (key: string, value: string | null | undefined): Shown[] =>
  value === undefined ? [] : [[say(key), value ?? <span class="hint">{say('review_field_empty')}</span>]];

function Facts({ person }: { person: Person }) {
  const { state } = useDesk();
  const files = state.reviewed?.joined.files ?? [];
  const names = [...new Set(person.files.flatMap((at) => files[at]?.name ?? []))];
  const rows: Shown[] = [
    [say('review_panel_login'), loginWords(person.login)],
    [say('review_panel_sources'), say('review_list', { items: names })],
    ...(person.whyOneSource
      ? [
          [
            say('review_panel_one_source'),
            say(`sheets_reason_${person.whyOneSource.replaceAll('-', '_')}`, { roles: [] }),
          ] as const,
        ]
      : []),
    ...(person.spellings.length > 1
      ? [[say('review_panel_spellings'), say('review_list', { items: person.spellings })] as const]
      : []),
    shownField(person, 'userGroup'),
    ...shownExtra('review_col_job_category', person.jobCategory),
    ...shownExtra('review_col_library', person.library),
    ...shownExtra('review_field_campus', person.campus),
    ...(['status', 'accountType', 'recordType', 'expiryDate', 'purgeDate'] as const).map((field) =>
      shownField(person, field),
    ),
  ];
  return (
    <dl class="facts-list">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Roles({ person }: { person: Person }) {
  const { scopes = noScopes } = useDesk().state.reviewed ?? {};
  const scopeWord = (role: Role) => {
    const code = tellingCode(role, scopes);
    return code === undefined ? (role.scope ?? '') : say('review_scope_and_code', { scope: role.scope ?? '', code });
  };
  const policy = policyOf(useDesk().state);
  const { roles } = person.record;
  if (roles.state === 'unread') {
    return (
      <p>
        <strong>{say('review_panel_roles')}</strong>{' '}
        {person.rolesInDoubt
          ? say('review_panel_roles_in_doubt', { names: person.rolesInDoubt })
          : unreadWhy(roles.why)}
      </p>
    );
  }
  return (
    <details open>
      <summary>{say('review_panel_roles_count', { count: roles.value.length })}</summary>
      <ul class="roles">
        {roles.value.map((role) => (
          <li key={JSON.stringify(role)} data-counts={policy && roleCounts(role, policy)}>
            {role.name}
            <span class="hint">
              {policy && <> {say(`review_role_counts_${roleCounts(role, policy)}`)}</>}
              {role.scope && <> {say('review_role_scope', { scope: scopeWord(role) })}</>}
              {role.status === 'INACTIVE' && <> {say('review_role_inactive')}</>}
              {role.expiryDate && <> {say('review_role_expires', { day: role.expiryDate })}</>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
