import { say } from '../../platform/say.ts';
import { parseDay } from '../../record/index.ts';
import type { Notation } from '../../ui/use-draft.ts';
import { LineSetting } from '../bound-controls.tsx';

/** A whole number in a range. */
function wholeNumber(min: number, max: number, error: string): Notation<number> {
  return {
    write: String,
    read(text) {
      const number = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
      return number >= min && number <= max ? { value: number } : { error };
    },
  };
}

/** The same, where nothing typed means that nothing is set. */
function orNothing<T>(notation: Notation<T>): Notation<T | null> {
  return {
    write: (value) => (value === null ? '' : notation.write(value)),
    read: (text) => (text.trim() === '' ? { value: null } : notation.read(text)),
  };
}

const limit = orNothing(wholeNumber(1, 1_000_000, say('options_limit_error')));
const lastCount = orNothing(wholeNumber(0, 1_000_000, say('options_last_count_error')));
const loginWindow = wholeNumber(1, 90, say('options_login_window_error'));
const day = orNothing<string>({
  write: (value) => value,
  read: (text) => (parseDay(text.trim()) ? { value: text.trim() } : { error: say('options_last_review_error') }),
});

/** The contract's limit, the last review and what it counted, and for how long a login counts as recent. */
export function ReviewSection() {
  return (
    <>
      <LineSetting type="number" path="namedUserLimit" text="options_limit" notation={limit} />
      <LineSetting type="date" path="lastReview" text="options_last_review" notation={day} />
      <LineSetting type="number" path="lastReviewCount" text="options_last_count" notation={lastCount} />
      <LineSetting type="number" path="loginWindowDays" text="options_login_window" notation={loginWindow} />
    </>
  );
}
