import { daysBetween } from '../record/index.ts';
import type { Policy } from '../rules/policy.ts';
import { Fold, type Shared } from './section.tsx';

/** WRLC, Managing Named Users: staff roles are reviewed at least once a year. */
const daysInAYear = 365;

const steps = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** Reminds of the yearly review of named users when the last one is a year ago, or when none is on record. */
export function ReviewReminder({ policy, say, today, open }: { policy: Policy } & Shared) {
  const { lastReview } = policy;
  const age = lastReview === null ? undefined : daysBetween(lastReview, today);
  const state = age === undefined ? 'unset' : age > daysInAYear ? 'due' : 'done';
  const values = { date: lastReview ?? '', count: age ?? 0 };
  return (
    <section aria-labelledby="review" data-review={state}>
      <h2 id="review">{say('popup_review_title')}</h2>
      <p class={state === 'due' ? 'callout' : undefined} data-tone={state === 'due' ? 'warn' : undefined}>
        {say(`popup_review_${state}`, values)}
      </p>
      <Fold title={say('popup_review_steps_title')}>
        <ol>
          {steps.map((step) => (
            <li key={step}>{say(`popup_review_step_${step}`)}</li>
          ))}
        </ol>
      </Fold>
      <p class="actions">
        <button type="button" onClick={() => open('review')}>
          {say('popup_review_open')}
        </button>
        <button type="button" data-open="rollup" onClick={() => open('rollup')}>
          {say('popup_rollup_open')}
        </button>
        <button type="button" onClick={() => open('options')}>
          {say('popup_review_set')}
        </button>
      </p>
    </section>
  );
}
