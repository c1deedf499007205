import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Option } from './controls.tsx';

/** An entry as a form edits it: every field a text, or yes and no. */
export type FormValues = Readonly<Record<string, string | boolean>>;

export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
} & (
  | { readonly kind: 'line'; readonly required?: string }
  | { readonly kind: 'check' }
  | { readonly kind: 'select'; readonly options: readonly Option<string>[] }
);

interface EntryForm {
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly doneLabel: string;
  readonly cancelLabel: string;
  readonly onDone: (values: FormValues) => void;
  readonly onCancel: () => void;
}

/** Edits one entry of a list. Enter finishes, Escape gives up; nothing is taken over before. The first field has the focus. */
export function EntryForm({ fields, values, doneLabel, cancelLabel, onDone, onCancel }: EntryForm) {
  const [draft, setDraft] = useState(values);
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const firstControl = () => form.current?.querySelector<HTMLElement>('input, select');
  useEffect(() => firstControl()?.focus(), []);

  const errorOf = (field: FormField): string | undefined =>
    field.kind === 'line' && field.required && String(draft[field.name]).trim() === '' ? field.required : undefined;

  function finish(event: Event): void {
    event.preventDefault();
    setChecked(true);
    const wrong = fields.find((field) => errorOf(field));
    if (wrong) form.current?.querySelector<HTMLElement>(`[name="${wrong.name}"]`)?.focus();
    else onDone(Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, trimmed(value)])));
  }

  return (
    <form
      class="entry-form"
      ref={form}
      noValidate
      onSubmit={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {fields.map((field) => (
        <FormControl
          key={field.name}
          field={field}
          value={draft[field.name] ?? ''}
          error={checked ? errorOf(field) : undefined}
          onChange={(value) => setDraft((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
      <div class="buttons">
        <button type="submit" class="primary">
          {doneLabel}
        </button>
        <button type="button" onClick={onCancel}>
          {cancelLabel}
        </button>
      </div>
    </form>
  );
}

const trimmed = (value: string | boolean) => (typeof value === 'string' ? value.trim() : value);

interface FormControl {
  readonly field: FormField;
  readonly value: string | boolean;
  readonly error: string | undefined;
  readonly onChange: (value: string | boolean) => void;
}

function FormControl({ field, value, error, onChange }: FormControl) {
  const id = useId();
  const notes = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const shared = { id, name: field.name, 'aria-describedby': notes };
  const label = (
    <label class={field.kind === 'check' ? undefined : 'label'} for={id}>
      {field.label}
    </label>
  );
  const hint = field.hint && (
    <p class="hint" id={`${id}-hint`}>
      {field.hint}
    </p>
  );
  if (field.kind === 'check') {
    return (
      <div class="field choice">
        <input
          {...shared}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <div>
          {label}
          {hint}
        </div>
      </div>
    );
  }
  return (
    <div class="field">
      {label}
      {field.kind === 'select' ? (
        <select {...shared} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          value={String(value)}
          onInput={(event) => onChange(event.currentTarget.value)}
          aria-required={field.required ? true : undefined}
          aria-invalid={error ? true : undefined}
          autocomplete="off"
          spellcheck={false}
        />
      )}
      {hint}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
