import { useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { Callout } from '../../../ui/controls.tsx';
import { useDesk } from '../desk-context.ts';

/** A review that this browser still keeps: go on with it, or wipe it; one that cannot be read is said to be there, too. */
export function KeptReview() {
  const { desk, state } = useDesk();
  const [opening, setOpening] = useState(false);
  const { kept, keeping, keepingTrouble, files } = state;
  const isThere = kept !== undefined || keepingTrouble === 'unreadable';
  if (!isThere || keeping || files.length > 0) return null;
  const open = async () => {
    setOpening(true);
    await desk.openKeptReview();
    setOpening(false);
  };
  return (
    <Callout tone={keepingTrouble ? 'warn' : 'note'}>
      {kept && <p>{say('review_kept_found', { people: kept.people, decisions: kept.decisions, until: kept.until })}</p>}
      {keepingTrouble && (
        <p class="error" data-trouble={keepingTrouble}>
          {say(`review_keeping_trouble_${keepingTrouble.replace('-', '_')}`)}
        </p>
      )}
      <div class="buttons">
        {kept && (
          <button type="button" class="primary" data-action="open-kept" disabled={opening} onClick={() => void open()}>
            {say('review_kept_open')}
          </button>
        )}
        <button type="button" class="danger" data-action="wipe" onClick={() => void desk.wipe()}>
          {say('review_kept_wipe')}
        </button>
      </div>
    </Callout>
  );
}
