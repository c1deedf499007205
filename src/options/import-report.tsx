import { say } from '../platform/say.ts';
import type { Change } from '../settings/index.ts';
import { Callout } from '../ui/controls.tsx';
import type { Import } from './policy-import.ts';
import { pathLabel, valueText } from './value-texts.ts';

interface ImportReportProps {
  readonly found: Import;
  readonly onApply: (changes: readonly Change[]) => void;
  readonly onCancel: () => void;
}

/** What a policy about to be taken over holds: what was refused or repaired, and what would change. Nothing has changed yet. */
export function ImportReport({ found, onApply, onCancel }: ImportReportProps) {
  if ('refused' in found) return <Callout tone="stop">{found.refused}</Callout>;
  const { problems, differing, givenUp, changes, changesNamed, kept } = found;
  const count = differing.length + givenUp.length;
  return (
    <>
      {problems.length === 0 ? (
        <Callout tone="fine">{say('options_import_fine')}</Callout>
      ) : (
        <Callout tone="warn">
          <p>{say('options_import_problems', { count: problems.length })}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Callout>
      )}
      {kept.length > 0 && (
        <Callout tone="note">{say('options_import_kept', { settings: kept.map((path) => pathLabel(path)) })}</Callout>
      )}
      {count === 0 && <p>{say('options_import_same')}</p>}
      {differing.length > 0 && <Changes caption={say('options_import_changes')} changes={differing} />}
      {givenUp.length > 0 && (
        <div data-given-up="">
          <Callout tone="warn">{say('options_import_given_up')}</Callout>
          <Changes caption={say('options_import_given_up_caption')} changes={givenUp} />
        </div>
      )}
      <div class="buttons">
        {count > 0 && (
          <button type="button" class="primary" onClick={() => onApply(changes)}>
            {say('options_import_apply', { count })}
          </button>
        )}
        {givenUp.length > 0 && differing.length > 0 && (
          <button type="button" onClick={() => onApply(changesNamed)}>
            {say('options_import_apply_named', { count: differing.length })}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {say('options_cancel')}
        </button>
      </div>
    </>
  );
}

function Changes({ caption, changes }: { caption: string; changes: readonly Change[] }) {
  return (
    <div class="table-scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('options_import_setting')}</th>
            <th scope="col">{say('options_import_now')}</th>
            <th scope="col">{say('options_import_then')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{pathLabel(path)}</th>
              <td>{valueText(path, before)}</td>
              <td>{valueText(path, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
