import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EntryForm, type FormField, type FormValues } from './entry-form.tsx';

interface EntryList<T> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly locked?: string | undefined;
  readonly entries: readonly T[];
  /** What an entry is called in the names of its buttons. */
  readonly nameOf: (entry: T) => string;
  readonly show: (entry: T) => ComponentChildren;
  readonly fields: readonly FormField[];
  readonly toForm: (entry: T | undefined) => FormValues;
  readonly fromForm: (values: FormValues) => T;
  readonly onChange: (before: readonly T[], after: readonly T[]) => void;
  readonly texts: {
    readonly none: string;
    readonly add: string;
    readonly save: string;
    readonly cancel: string;
    readonly edit: string;
    readonly remove: string;
    /** The same, with the entry named, for screen readers. */
    readonly editNamed: (name: string) => string;
    readonly removeNamed: (name: string) => string;
  };
}

/** A list of entries of several fields each: added, edited and removed one by one, all by keyboard. */
export function EntryList<T>(props: EntryList<T>) {
  const { label, hint, locked, entries, texts, onChange } = props;
  const list = useRef<HTMLFieldSetElement>(null);
  const [editing, setEditing] = useState<number | 'new'>();
  const [returnTo, setReturnTo] = useState<string>();

  // Focus goes back to where the form was opened from; after a removal, to the button that adds.
  useEffect(() => {
    if (returnTo === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-button="${returnTo}"]`)?.focus();
    setReturnTo(undefined);
  }, [returnTo]);

  function close(): void {
    setReturnTo(editing === 'new' ? 'add' : `edit-${editing}`);
    setEditing(undefined);
  }
  function finish(values: FormValues): void {
    const entry = props.fromForm(values);
    onChange(
      entries,
      editing === 'new' ? [...entries, entry] : entries.map((old, at) => (at === editing ? entry : old)),
    );
    close();
  }
  function remove(index: number): void {
    onChange(
      entries,
      entries.filter((_entry, at) => at !== index),
    );
    setEditing(undefined);
    setReturnTo('add');
  }
  const form = (entry: T | undefined) => (
    <EntryForm
      fields={props.fields}
      values={props.toForm(entry)}
      doneLabel={texts.save}
      cancelLabel={texts.cancel}
      onDone={finish}
      onCancel={close}
    />
  );

  return (
    <fieldset class="entry-list" ref={list}>
      <legend class="label">{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {locked && <p class="locked">{locked}</p>}
      {entries.length === 0 && <p class="none">{texts.none}</p>}
      <ul>
        {entries.map((entry, index) => {
          const name = props.nameOf(entry);
          return (
            <li key={`${name}-${index}`}>
              {editing === index ? (
                form(entry)
              ) : (
                <div class="entry">
                  <div>{props.show(entry)}</div>
                  <div class="buttons">
                    <button
                      type="button"
                      class="plain"
                      data-button={`edit-${index}`}
                      disabled={locked !== undefined}
                      aria-label={texts.editNamed(name)}
                      onClick={() => setEditing(index)}
                    >
                      {texts.edit}
                    </button>
                    <button
                      type="button"
                      class="plain danger"
                      disabled={locked !== undefined}
                      aria-label={texts.removeNamed(name)}
                      onClick={() => remove(index)}
                    >
                      {texts.remove}
                    </button>
                  </div>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {editing === 'new' ? (
        form(undefined)
      ) : (
        <div class="buttons">
          <button type="button" data-button="add" disabled={locked !== undefined} onClick={() => setEditing('new')}>
            {texts.add}
          </button>
        </div>
      )}
    </fieldset>
  );
}
