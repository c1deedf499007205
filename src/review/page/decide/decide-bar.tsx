import { useId, useMemo, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import type { DecisionKind } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import type { Indexed } from '../people/people-index.ts';
import { decisionWord } from '../people/words.ts';
import { ShowPeople } from '../see/show-people.tsx';
import { policyOf } from '../state.ts';
import type { Deciding } from './use-deciding.ts';

export const decisionKinds: readonly DecisionKind[] = ['keep', 'remove-roles', 'deactivate', 'purge', 'ask'];

interface DecideBarProps {
  readonly rows: readonly Indexed[];
  /** False while the rows are not yet those that are asked for: suggestions wait, so that none is left out unseen. */
  readonly isCurrent: boolean;
  readonly selected: ReadonlySet<string>;
  readonly deciding: Deciding;
  readonly onDecided: () => void;
}

/** Who decides, decisions for several at once, suggestions in bulk, undo and redo. */
export function DecideBar({ rows, isCurrent, selected, deciding, onDecided }: DecideBarProps) {
  const { desk, state } = useDesk();
  const { book, reviewer } = state;
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const id = useId();
  const people = useMemo(() => rows.map(({ person }) => person), [rows]);
  const policy = policyOf(state);
  // What has to be looked at one by one is no suggestion that the button can accept.
  const { count, leftOut } = useMemo(
    () => desk.acceptable(people),
    [desk, people, book, state.reviewed, state.today, policy],
  );
  const accept = () => {
    const { accepted, leftOut: others } = desk.accept(people);
    setSaid(
      say('review_accepted', { count: accepted }) +
        (others.length > 0 ? ` ${say('review_accepted_left_out', { count: others.length })}` : ''),
    );
  };
  const decide = (kind: DecisionKind) =>
    deciding.ask([...selected], kind, reason, () => {
      setReason('');
      onDecided();
    });
  return (
    <div class="decide-bar">
      <div class="decide-line">
        <div class="field">
          <label class="label" for={`${id}-by`}>
            {say('review_reviewer')}
          </label>
          <input
            id={`${id}-by`}
            class="short"
            data-input="reviewer"
            autocomplete="off"
            value={reviewer}
            onInput={(event) => desk.setReviewer(event.currentTarget.value)}
          />
        </div>
        <div class="buttons">
          <button type="button" data-action="accept" disabled={!isCurrent || count === 0} onClick={accept}>
            {count > 0 ? say('review_accept', { count }) : say('review_accept_none')}
          </button>
          <button type="button" data-action="undo" disabled={book.done.length === 0} onClick={desk.undo}>
            {say('review_undo')}
          </button>
          <button type="button" data-action="redo" disabled={book.undone.length === 0} onClick={desk.redo}>
            {say('review_redo')}
          </button>
        </div>
        <p class="hint decided" data-decided={book.decisions.size}>
          {say('review_decided', { count: book.decisions.size, all: state.reviewed?.people.length ?? 0 })}
        </p>
      </div>
      {selected.size > 0 && (
        <fieldset class="bulk">
          <legend class="label">{say('review_bulk', { count: selected.size })}</legend>
          <div class="field">
            <label for={`${id}-reason`}>{say('review_reason')}</label>
            <input
              id={`${id}-reason`}
              data-input="bulk-reason"
              value={reason}
              autocomplete="off"
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <div class="buttons">
            {decisionKinds.map((kind) => (
              <button key={kind} type="button" data-bulk={kind} onClick={() => decide(kind)}>
                {decisionWord(kind)}
              </button>
            ))}
            <button
              type="button"
              class="plain"
              data-bulk="take-back"
              onClick={() => {
                desk.takeBack([...selected]);
                onDecided();
              }}
            >
              {say('review_take_back')}
            </button>
          </div>
        </fieldset>
      )}
      <p role="status">{said}</p>
      {count === 0 && leftOut.length > 0 && (
        <ShowPeople
          count={leftOut.length}
          keys={() => leftOut}
          title={say('review_accepted_left_out_people')}
          action="left-out"
        />
      )}
    </div>
  );
}
