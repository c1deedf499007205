import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { decisionWord, nameOf, objectionWords } from '../people/words.ts';
import type { Deciding, Waiting } from './use-deciding.ts';

/** People named one by one, in a list that scrolls; the rest is told as a number. */
const NAMED = 50;

/** Says why a decision is refused, or asks twice before one that could lock everybody out or that nobody can take back. */
export function DecisionDialog({ deciding }: { deciding: Deciding }) {
  const { waiting } = deciding;
  return waiting ? <Open key={`${waiting.kind} ${waiting.keys.join()}`} waiting={waiting} deciding={deciding} /> : null;
}

function Open({ waiting, deciding }: { waiting: Waiting; deciding: Deciding }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState<1 | 2>(1);
  const { kind, checked } = waiting;
  const { free, toConfirm, refused } = checked;
  // Before anything else is heard: a key that is pressed at once is meant for the question.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const decision = decisionWord(kind);
  const isRiskyPurge = toConfirm.some(({ risks }) => risks.length > 0);
  const onlyRefused = free.length + toConfirm.length === 0;
  const title = onlyRefused ? 'review_dialog_refused' : asked === 1 ? 'review_dialog_confirm' : 'review_dialog_again';
  return (
    <dialog ref={dialog} role="alertdialog" aria-labelledby="decision-dialog-title" onCancel={deciding.giveUp}>
      <h2 id="decision-dialog-title">{say(title, { decision })}</h2>
      {refused.length > 0 && (
        <People standings={refused} intro={say('review_dialog_refused_people', { count: refused.length })} />
      )}
      {toConfirm.length > 0 && (
        <People
          standings={toConfirm}
          intro={say(asked === 1 ? 'review_dialog_confirm_people' : 'review_dialog_again_people', {
            count: toConfirm.length,
            decision,
          })}
        />
      )}
      {isRiskyPurge && <p class="hint">{say('review_dialog_purge')}</p>}
      <div class="buttons">
        <button type="button" class="primary" data-action="give-up" onClick={deciding.giveUp}>
          {say(onlyRefused ? 'review_dialog_understood' : 'review_dialog_cancel')}
        </button>
        {isRiskyPurge && (
          <button type="button" data-action="deactivate-instead" onClick={() => deciding.instead('deactivate')}>
            {say('review_dialog_deactivate', { count: toConfirm.length })}
          </button>
        )}
        {free.length > 0 && (
          <button type="button" data-action="only-others" onClick={() => deciding.goOn(false)}>
            {say('review_dialog_only_others', { count: free.length })}
          </button>
        )}
        {toConfirm.length > 0 && (
          <button
            type="button"
            class="danger"
            data-action={asked === 1 ? 'confirm' : 'confirm-again'}
            onClick={() => (asked === 1 ? setAsked(2) : deciding.goOn(true))}
          >
            {say(asked === 1 ? 'review_dialog_yes' : 'review_dialog_yes_again', { decision })}
          </button>
        )}
      </div>
    </dialog>
  );
}

function People({ standings, intro }: { standings: Waiting['checked']['refused']; intro: string }) {
  return (
    <>
      <p>{intro}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ul class="standings" tabIndex={0} aria-label={intro}>
        {standings.slice(0, NAMED).map(({ person, ...objection }) => (
          <li key={person.key} data-standing-of={person.identifier}>
            <strong>{nameOf(person)}</strong> ({person.identifier}): {objectionWords(objection)}
          </li>
        ))}
      </ul>
      {standings.length > NAMED && <p>{say('review_dialog_more', { count: standings.length - NAMED })}</p>}
    </>
  );
}
