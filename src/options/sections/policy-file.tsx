import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../platform/say.ts';
import { localDay } from '../../record/index.ts';
import { type Change, type Choices, choicesIn, longestPolicy, type Mended } from '../../settings/index.ts';
import { ImportReport } from '../import-report.tsx';
import { fileText, type Import, importOf } from '../policy-import.ts';
import { exportedPolicy, fileNameOf } from '../policy-text.ts';
import { useShownSettings } from '../settings-context.ts';

/** Policies as files: hand on, take over, go back to the beginning. */
export function PolicyFileSection() {
  return (
    <>
      <Export />
      <TakeOver />
      <Reset />
    </>
  );
}

function Export() {
  const { policy } = useShownSettings().inForce;
  const [done, setDone] = useState('');
  const text = () => `${JSON.stringify(exportedPolicy(policy), null, 2)}\n`;
  function download(): void {
    const address = URL.createObjectURL(new Blob([text()], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileNameOf(policy, localDay(new Date()));
    link.click();
    URL.revokeObjectURL(address);
    setDone(say('options_exported', { file: link.download }));
  }
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text());
    setDone(say('options_copied'));
  }
  return (
    <div class="group">
      <h3>{say('options_export')}</h3>
      <p class="hint">{say('options_export_hint')}</p>
      <div class="buttons">
        <button type="button" onClick={download}>
          {say('options_export_download')}
        </button>
        <button type="button" onClick={() => void copy()}>
          {say('options_copy')}
        </button>
      </div>
      <p role="status">{done}</p>
    </div>
  );
}

function TakeOver() {
  const { inForce, decide, locked } = useShownSettings();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Import>();
  const report = useRef<HTMLElement>(null);
  useEffect(() => {
    if (found) report.current?.focus();
  }, [found]);

  function look(policyText: string, beforehand?: readonly Mended[]): void {
    setFound(importOf(policyText, inForce.policy, locked, beforehand));
  }
  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > longestPolicy) {
      setFound({ refused: say('options_import_too_long') });
      return;
    }
    const read = fileText(new Uint8Array(await file.arrayBuffer()));
    setText(read.text);
    look(read.text, read.mended);
  }
  function apply(changes: readonly Change[]): void {
    decide(changes);
    setFound(undefined);
    setText('');
  }

  return (
    <div class="group">
      <h3>{say('options_import')}</h3>
      <p class="hint">{say('options_import_hint')}</p>
      <div class="field">
        <label class="label" for="policy-open">
          {say('options_import_file')}
        </label>
        <input
          id="policy-open"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            void open(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </div>
      <div class="field">
        <label class="label" for="policy-text">
          {say('options_import_paste')}
        </label>
        <textarea
          id="policy-text"
          class="code"
          rows={5}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          spellcheck={false}
          autocomplete="off"
        />
      </div>
      <div class="buttons">
        <button type="button" disabled={text.trim() === ''} onClick={() => look(text)}>
          {say('options_import_check')}
        </button>
      </div>
      {found && (
        <section class="report" ref={report} tabIndex={-1} aria-label={say('options_import_report')}>
          <ImportReport found={found} onApply={apply} onCancel={() => setFound(undefined)} />
        </section>
      )}
    </div>
  );
}

function Reset() {
  const { inForce, decide, locked } = useShownSettings();
  const dialog = useRef<HTMLDialogElement>(null);
  function reset(): void {
    dialog.current?.close();
    decide(backToBase(choicesIn(inForce.policy), locked));
  }
  return (
    <div class="group">
      <h3>{say('options_reset')}</h3>
      <p class="hint">{say('options_reset_hint')}</p>
      <div class="buttons">
        <button type="button" class="danger" onClick={() => dialog.current?.showModal()}>
          {say('options_reset_button')}
        </button>
      </div>
      <dialog ref={dialog} aria-labelledby="reset-question">
        <p id="reset-question">{say('options_reset_question')}</p>
        <div class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('options_cancel')}
          </button>
          <button type="button" class="danger" onClick={reset}>
            {say('options_reset_yes')}
          </button>
        </div>
      </dialog>
    </div>
  );
}

/** Gives up everything that was decided here, the base policy included. */
function backToBase(choices: Choices, locked: (path: string) => boolean): Change[] {
  return Object.entries(choices)
    .filter(([path]) => !locked(path))
    .map(([path, before]) => ({ path, before, after: undefined }));
}
