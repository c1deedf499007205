import { say } from '../../../platform/say.ts';
import { Callout } from '../../../ui/controls.tsx';
import { useDesk } from '../desk-context.ts';

/** Says which files are a part of something, and what the files of login events are together. */
export function Wholeness() {
  const { files = [], logins } = useDesk().state.reviewed?.joined ?? {};
  const open = [...new Set(files.flatMap((file) => (file.open ? [file.name] : [])))];
  return (
    <>
      {open.length > 0 && (
        <Callout tone="warn">
          <p data-missing="rest">{say('records_missing_rest', { names: open })}</p>
        </Callout>
      )}
      {logins && (
        <p class="hint" data-logins={logins.events}>
          {say('records_logins', { count: logins.events, failed: logins.failed, from: logins.from, to: logins.to })}
          {(logins.total ?? 0) > logins.events && <> {say('records_logins_more', { total: logins.total ?? 0 })}</>}
        </p>
      )}
    </>
  );
}
