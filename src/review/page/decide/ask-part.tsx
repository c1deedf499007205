import { useId, useMemo, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import { type AskBy, askFiles, type FileFormat } from '../../model/index.ts';
import { useDesk } from '../desk-context.ts';
import { downloadAllAsk, downloadAsk, groupName } from '../handover/downloads.ts';
import { FormatChoice } from '../handover/format-choice.tsx';
import { ShowPeople } from '../see/show-people.tsx';

const by: readonly AskBy[] = ['library', 'userGroup', 'jobCategory'];

/** One file for each supervisor who is to be asked; the answers come back through the first step. */
export function AskPart() {
  const { desk, state } = useDesk();
  const { reviewed, book } = state;
  const [askBy, setAskBy] = useState<AskBy>('library');
  const [format, setFormat] = useState<FileFormat>('xlsx');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const files = useMemo(
    () => (reviewed && isOpen ? askFiles(reviewed.people, book.decisions, askBy, reviewed.scopes) : []),
    [reviewed, book.decisions, askBy, isOpen],
  );
  return (
    <details class="part ask" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{say('review_ask')}</h3>
      </summary>
      <p class="hint">{say('review_ask_hint')}</p>
      {files.length === 0 ? (
        <p class="hint">{say('review_ask_none')}</p>
      ) : (
        <>
          <div class="filter-line">
            <div class="field">
              <label class="label" for={id}>
                {say('review_ask_by')}
              </label>
              <select
                id={id}
                data-input="ask-by"
                value={askBy}
                onChange={(event) => setAskBy(event.currentTarget.value as AskBy)}
              >
                {by.map((one) => (
                  <option key={one} value={one}>
                    {say(`review_ask_by_${one.toLowerCase()}`)}
                  </option>
                ))}
              </select>
            </div>
            <FormatChoice value={format} onChoose={setFormat} />
          </div>
          <ul class="ask-files">
            {files.map((file) => {
              const group = groupName(file);
              return (
                <li key={group}>
                  <span>{say('review_ask_group', { group, count: file.people.length })}</span>
                  <span class="buttons">
                    <ShowPeople count={file.people.length} keys={() => file.people} title={group} />
                    <button
                      type="button"
                      data-ask={group}
                      aria-label={say('review_ask_download', { group })}
                      onClick={() => downloadAsk(desk, file, format)}
                    >
                      {say('review_download')}
                    </button>
                  </span>
                </li>
              );
            })}
          </ul>
          {files.length > 1 && (
            <div class="buttons">
              <button type="button" data-action="ask-all" onClick={() => downloadAllAsk(desk, files, format)}>
                {say('review_ask_all')}
              </button>
            </div>
          )}
        </>
      )}
    </details>
  );
}
