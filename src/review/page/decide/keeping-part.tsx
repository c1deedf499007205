import { useId, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { type Day, dayOf, parseDay } from '../../../record/index.ts';
import { Callout } from '../../../ui/controls.tsx';
import { useDesk } from '../desk-context.ts';
import { saveReview } from '../handover/downloads.ts';
import { hasUnsaved } from '../state.ts';

/** Days proposed for keeping: long enough for supervisors to answer. */
const PROPOSED_DAYS = 30;

function daysAfter(day: Day, days: number): Day {
  const date = new Date(Date.parse(day) + days * 86_400_000);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) as Day;
}

/** Where the review is: in a file, in this browser until a day, or nowhere but in this tab. */
export function KeepingPart() {
  const { desk, state } = useDesk();
  const { kept, keeping, keepingTrouble, today, practice, reviewed } = state;
  const [until, setUntil] = useState<string>(daysAfter(today, PROPOSED_DAYS));
  const id = useId();
  const day = parseDay(until);
  const usable = day !== undefined && day >= today;
  const isOther = kept !== undefined || keepingTrouble === 'unreadable';
  const notKept = hasUnsaved(state)
    ? say('review_unsaved')
    : say(isOther ? 'review_keeping_another' : 'review_nothing_stored');
  const standing = keeping && kept ? say('review_keeping_until', { until: kept.until }) : notKept;
  return (
    <details class="keeping" open={keepingTrouble !== undefined || undefined}>
      <summary>
        {say('review_keeping')}
        <span class="badge" data-keeping={keeping ? 'yes' : 'no'}>
          {standing}
        </span>
      </summary>
      {practice && <p class="hint">{say('review_keeping_practice')}</p>}
      <p class="hint">{say('review_keeping_hint')}</p>
      <div class="buttons">
        <button
          type="button"
          data-action="save-review"
          disabled={!reviewed?.complete}
          onClick={() => void saveReview(desk)}
        >
          {say('review_save_file')}
        </button>
      </div>
      {keepingTrouble && (
        <Callout tone="warn" alert>
          <p data-trouble={keepingTrouble}>{say(`review_keeping_trouble_${keepingTrouble.replace('-', '_')}`)}</p>
          {(keepingTrouble === 'other-tab' || keepingTrouble === 'unreadable') && (
            <div class="buttons">
              <button
                type="button"
                data-action="replace-kept"
                disabled={!usable}
                onClick={() => day && void desk.keepUntil(day, true)}
              >
                {say('review_keeping_replace')}
              </button>
            </div>
          )}
        </Callout>
      )}
      <div class="decide-line">
        {!keeping && (
          <>
            <div class="field">
              <label class="label" for={id}>
                {say('review_keep_until')}
              </label>
              <input
                id={id}
                class="short"
                type="date"
                min={today}
                value={until}
                onInput={(event) => setUntil(event.currentTarget.value)}
              />
            </div>
            <button
              type="button"
              data-action="keep"
              disabled={!usable || practice || !reviewed?.complete}
              onClick={() => day && void desk.keepUntil(day)}
            >
              {say('review_keep')}
            </button>
          </>
        )}
        {(kept || keepingTrouble === 'unreadable') && (
          <button type="button" class="danger" data-action="wipe" onClick={() => void desk.wipe()}>
            {say('review_kept_wipe')}
          </button>
        )}
      </div>
    </details>
  );
}
