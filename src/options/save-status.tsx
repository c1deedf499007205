import { say } from '../platform/say.ts';
import { useShownSettings } from './settings-context.ts';

/** Says at the foot of the window what became of the last change, with the way back; read out by screen readers. */
export function SaveStatusBar() {
  const { status, canUndo, undo, retry } = useShownSettings();
  const refused = status.state === 'refused';
  return (
    <div class="save-status" data-state={status.state}>
      <p role="status">{refused || status.state === 'idle' ? '' : say(`options_status_${status.state}`)}</p>
      <p role="alert">{refused ? say(`options_refused_${status.refusal}`) : ''}</p>
      {status.state === 'saved' && canUndo && (
        <button type="button" class="plain" onClick={undo}>
          {say('options_undo')}
        </button>
      )}
      {refused && status.refusal === 'newer' && (
        <button type="button" onClick={() => retry(true)}>
          {say('options_save_over_newer')}
        </button>
      )}
      {refused && status.refusal !== 'newer' && status.refusal !== 'locked' && (
        <button type="button" onClick={() => retry()}>
          {say('options_try_again')}
        </button>
      )}
    </div>
  );
}
