import { say } from '../../../platform/say.ts';
import type { Decision } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { objectionWords, risksWords } from '../people/words.ts';
import { ShowPeople } from '../see/show-people.tsx';
import type { ChosenFile } from '../state.ts';

const kindKey = (kind: string) => `review_decision_${kind.replace('-', '_')}`;

const lineOf = ({ line, sheet }: { line: number; sheet?: string }) =>
  sheet === undefined ? String(line) : say('review_answers_line_in_sheet', { line: String(line), sheet });

function contradictKey({ origin }: Decision, by: string): string {
  if (origin === 'answer') return 'review_answers_contradict_answer';
  return by ? 'review_answers_contradict_by' : 'review_answers_contradict';
}

/** What came of answers that were read back: nothing that contradicts a decision has been taken over. */
export function AnswersReport({ answers }: { answers: NonNullable<ChosenFile['answers']> }) {
  const { state } = useDesk();
  const named = (key: string) => state.reviewed?.byKey.get(key)?.identifier ?? key;
  const { accepted, contradictions, refused, unknownPeople, unknownAnswers, agreeing, unanswered } = answers;
  const toConfirm = refused.filter(({ check }) => check.allowed === 'after-confirming').map(({ key }) => key);
  return (
    <div class="answers">
      <p>
        {accepted.length === 0
          ? say('review_answers_accepted_none')
          : say('review_answers_accepted', { count: accepted.length })}
      </p>
      {agreeing > 0 && <p class="hint">{say('review_answers_agreeing', { count: agreeing })}</p>}
      {unanswered > 0 && <p class="hint">{say('review_answers_unanswered', { count: unanswered })}</p>}
      <ul class="contradictions">
        {contradictions.map(({ key, have, answer, by, ...place }) => (
          <li key={`${key} ${lineOf(place)}`} data-contradiction={named(key)}>
            {say(contradictKey(have, by), {
              line: lineOf(place),
              identifier: named(key),
              have: say(kindKey(have.kind)),
              answer: say(kindKey(answer)),
              by,
            })}
          </li>
        ))}
        {refused.map(({ key, answer, check, ...place }) => (
          <li key={`${key} ${lineOf(place)}`} data-refused={named(key)}>
            {say(`review_answers_${check.allowed === 'no' ? 'refused' : 'confirm'}`, {
              line: lineOf(place),
              identifier: named(key),
              answer: say(kindKey(answer)),
              why: check.risks.length > 0 ? risksWords(check.risks) : objectionWords(check),
            })}
          </li>
        ))}
        {unknownPeople.map(({ identifier, maybe, ...place }) => (
          <li key={lineOf(place)}>
            {say(maybe === undefined ? 'review_answers_unknown_person' : 'review_answers_unknown_person_maybe', {
              line: lineOf(place),
              identifier,
              maybe: maybe ?? '',
            })}
          </li>
        ))}
        {unknownAnswers.map(({ key, ...place }) => (
          <li key={`${key} ${lineOf(place)}`}>
            {say('review_answers_unknown_answer', { line: lineOf(place), identifier: named(key) })}
          </li>
        ))}
      </ul>
      {toConfirm.length > 0 && (
        <ShowPeople
          count={toConfirm.length}
          keys={() => toConfirm}
          title={say('review_answers_confirm_people')}
          action="answers-to-confirm"
        />
      )}
    </div>
  );
}
