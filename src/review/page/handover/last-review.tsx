import { useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { isLocked } from '../../../settings/index.ts';
import { useDesk } from '../desk-context.ts';
import { standingOf } from '../standing.ts';
import { unreadRowsOf } from '../state.ts';

/**
 * Notes today as the day of the last review in the settings, so that the reminder knows, and the named users of today, so that it
 * can be told where roles are added; only on a click. A number that may be higher, since of some people it cannot be told or rows could
 * not be read, is not noted.
 */
export function LastReview() {
  const { desk, state } = useDesk();
  const [said, setSaid] = useState('');
  const { inForce, today, practice } = state;
  if (!inForce || practice) return null;
  const { lastReview, lastReviewCount } = inForce.policy;
  const standing = standingOf(state);
  const isCountLocked = isLocked(inForce.lockedKeys, 'lastReviewCount');
  const isCounted =
    standing?.cannotTell === 0 && !standing.isPart && unreadRowsOf(state).every(({ used }) => used !== 'no');
  const count = isCounted && !isCountLocked ? standing?.now : undefined;
  if (isLocked(inForce.lockedKeys, 'lastReview')) return <p class="hint">{say('review_last_locked')}</p>;
  const note = async () => {
    try {
      await desk.doors.saveChanges([
        { path: 'lastReview', before: lastReview, after: today },
        ...(isCountLocked ? [] : [{ path: 'lastReviewCount', before: lastReviewCount, after: count ?? null }]),
      ]);
      setSaid(say('review_last_noted', { day: today }));
    } catch {
      setSaid(say('review_not_saved'));
    }
  };
  return (
    <div class="last-review">
      <p>{lastReview === null ? say('review_last_none') : say('review_last', { day: lastReview })}</p>
      {(lastReview !== today || (count !== undefined && count !== lastReviewCount)) && (
        <div class="buttons">
          <button type="button" data-action="last-review" onClick={() => void note()}>
            {count === undefined
              ? say('review_last_note', { day: today })
              : say('review_last_note_count', { day: today, count })}
          </button>
        </div>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
