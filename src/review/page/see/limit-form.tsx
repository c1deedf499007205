import { useId, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { isLocked } from '../../../settings/index.ts';
import { useDesk } from '../desk-context.ts';
import { earlierReview } from '../reviewing.ts';

/** Sets the contract's limit in the policy, where there is none yet. */
export function LimitForm() {
  const { desk, state } = useDesk();
  const id = useId();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState('');
  const { inForce, practice } = state;
  if (
    !inForce ||
    practice ||
    inForce.policy.namedUserLimit !== null ||
    isLocked(inForce.lockedKeys, 'namedUserLimit')
  ) {
    return null;
  }
  const take = async (limit: number) => {
    try {
      await desk.doors.saveChanges([{ path: 'namedUserLimit', before: null, after: limit }]);
    } catch {
      setTrouble(say('review_not_saved'));
    }
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const limit = Number(text);
    if (!/^\d{1,7}$/.test(text.trim()) || limit < 1) {
      setTrouble(say('review_limit_error'));
      return;
    }
    await take(limit);
  };
  // A review that was opened again names the limit of its own time.
  const earlier = earlierReview(state.files)?.reading.head.policy.namedUserLimit ?? undefined;
  return (
    <form class="limit" onSubmit={(event) => void save(event)}>
      <label for={id}>{say('review_limit_set')}</label>
      <span class="buttons">
        <input
          id={id}
          class="short"
          inputMode="numeric"
          autocomplete="off"
          value={text}
          aria-invalid={trouble ? true : undefined}
          aria-describedby={trouble ? `${id}-error` : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{say('review_limit_save')}</button>
      </span>
      {earlier !== undefined && (
        <span class="buttons">
          <button type="button" data-action="limit-of-file" onClick={() => void take(earlier)}>
            {say('review_limit_of_file', { limit: earlier })}
          </button>
        </span>
      )}
      {trouble && (
        <span class="error" id={`${id}-error`}>
          {trouble}
        </span>
      )}
    </form>
  );
}
