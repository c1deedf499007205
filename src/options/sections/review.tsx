import { say } from '../../platform/say.ts';
import { parseDay } from '../../record/index.ts';
import { LineControl } from '../../ui/controls.tsx';
import type { Notation } from '../../ui/use-draft.ts';
import { useSetting } from '../settings-context.ts';

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
  const limitSetting = useSetting<number | null>('namedUserLimit');
  const reviewSetting = useSetting<string | null>('lastReview');
  const countSetting = useSetting<number | null>('lastReviewCount');
  const windowSetting = useSetting<number>('loginWindowDays');
  return (
    <>
      <LineControl
        type="number"
        width="short"
        label={say('options_limit')}
        hint={say('options_limit_hint')}
        locked={limitSetting.locked}
        value={limitSetting.value}
        notation={limit}
        onTake={limitSetting.take}
      />
      <LineControl
        type="date"
        width="short"
        label={say('options_last_review')}
        hint={say('options_last_review_hint')}
        locked={reviewSetting.locked}
        value={reviewSetting.value}
        notation={day}
        onTake={reviewSetting.take}
      />
      <LineControl
        type="number"
        width="short"
        label={say('options_last_count')}
        hint={say('options_last_count_hint')}
        locked={countSetting.locked}
        value={countSetting.value}
        notation={lastCount}
        onTake={countSetting.take}
      />
      <LineControl
        type="number"
        width="short"
        label={say('options_login_window')}
        hint={say('options_login_window_hint')}
        locked={windowSetting.locked}
        value={windowSetting.value}
        notation={loginWindow}
        onTake={windowSetting.take}
      />
    </>
  );
}
