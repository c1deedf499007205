import type { ComponentChildren } from 'preact';
import { say } from '../../../platform/say.ts';
import type { Decision, Person } from '../../model/index.ts';
import type { ColumnId } from './columns.ts';
import { decisionWord, loginWords, nameOf, ruleTitle } from './words.ts';

const grave = ['stop', 'warn', 'note'] as const;

/** What stands in a cell. */
export function cellOf(
  column: ColumnId,
  person: Person,
  decision: Decision | undefined,
  selected: boolean,
): ComponentChildren {
  switch (column) {
    case 'select':
      return (
        <>
          <span class="tick" data-on={selected ? 'yes' : undefined} />
          <span class="visually-hidden">{say(selected ? 'review_selected' : 'review_not_selected')}</span>
        </>
      );
    case 'person':
      return (
        <>
          <span class="name">{nameOf(person)}</span>
          <span class="identifier">{person.identifier}</span>
          {person.protected && <span class="badge">{say('review_protected')}</span>}
        </>
      );
    case 'answer':
      return (
        <span class={`answer ${person.answer}`}>{say(`review_answer_${person.answer.replaceAll('-', '_')}`)}</span>
      );
    case 'group':
      return person.record.userGroup.state === 'read' ? person.record.userGroup.value : <Unread />;
    case 'job-category':
      return person.jobCategory === undefined ? <Unread /> : person.jobCategory;
    case 'library':
      return person.library === undefined ? <Unread /> : person.library;
    case 'last-seen':
      return <span class="small">{loginWords(person.login)}</span>;
    case 'findings':
      return <Findings person={person} />;
    case 'suggestion':
      return person.suggestion && <span class="suggestion">{decisionWord(person.suggestion.decision)}</span>;
    case 'decision':
      return decision && <DecisionBadge decision={decision} />;
  }
}

/** A field that no file holds: not the same as one that is empty. */
const Unread = () => <span class="hint">{say('review_unread_field')}</span>;

export function DecisionBadge({ decision }: { decision: Decision }) {
  return (
    <span class="decision" data-kind={decision.kind}>
      {decisionWord(decision.kind)}
    </span>
  );
}

function Findings({ person }: { person: Person }) {
  const graveFirst = grave.flatMap((severity) => person.found.filter((found) => found.severity === severity));
  const [first] = graveFirst;
  if (!first) return null;
  return (
    <span class="small" data-tone={first.severity}>
      <span class="mark" aria-hidden="true">
        {first.severity === 'stop' ? '■' : first.severity === 'warn' ? '▲' : '●'}
      </span>{' '}
      {graveFirst.length === 1
        ? ruleTitle(first.rule)
        : say('review_findings_more', { title: ruleTitle(first.rule), count: graveFirst.length - 1 })}
    </span>
  );
}
