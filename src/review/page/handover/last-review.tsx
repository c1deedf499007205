import { useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { isLocked } from '../../../settings/index.ts';
import { useDesk } from '../desk-context.ts';

/** Notes today as the day of the last review in the settings, so that the reminder knows; only on a click. */
export function LastReview() {
  const { desk, state } = useDesk();
  const [said, setSaid] = useState('');
  const { inForce, today, practice } = state;
  if (!inForce || practice) return null;
  const { lastReview } = inForce.policy;
  if (isLocked(inForce.lockedKeys, 'lastReview')) return <p class="hint">{say('review_last_locked')}</p>;
  const note = async () => {
    try {
      await desk.doors.saveChanges([{ path: 'lastReview', before: lastReview, after: today }]);
      setSaid(say('review_last_noted', { day: today }));
    } catch {
      setSaid(say('review_not_saved'));
    }
  };
  return (
    <div class="last-review">
      <p>{lastReview === null ? say('review_last_none') : say('review_last', { day: lastReview })}</p>
      {lastReview !== today && (
        <div class="buttons">
          <button type="button" data-action="last-review" onClick={() => void note()}>
            {say('review_last_note', { day: today })}
          </button>
        </div>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
