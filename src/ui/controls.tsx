import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type Draft, line, lines, type Notation, useDraft } from './use-draft.ts';

/** What every control of a form has: its name, a hint on what belongs in it, and why it cannot be changed if it cannot. */
export interface Labelled {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Set: the control is disabled, and this says why. */
  readonly locked?: string | undefined;
  /** Hides the label from sight where the surroundings show it (a table's row); it stays for screen readers. */
  readonly quietLabel?: boolean | undefined;
}

interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly disabled: boolean;
}

function useDescribed({ hint, locked }: Labelled, error?: string): Described {
  const id = useId();
  const notes = [hint && `${id}-hint`, locked && `${id}-locked`, error && `${id}-error`].filter(Boolean);
  return {
    id,
    'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
    'aria-invalid': error === undefined ? undefined : true,
    disabled: locked !== undefined,
  };
}

function Notes({ id, hint, locked, error }: { id: string; error?: string | undefined } & Partial<Labelled>) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {locked && (
        <p class="locked" id={`${id}-locked`}>
          {locked}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

function Label({ htmlFor, children, quiet }: { htmlFor: string; children: string; quiet?: boolean | undefined }) {
  return (
    <label class={quiet ? 'visually-hidden' : 'label'} for={htmlFor}>
      {children}
    </label>
  );
}

interface Typed<T> extends Labelled {
  readonly value: T;
  /** Gets the value that the typing began from, and the new one. */
  readonly onTake: (before: T, after: T) => void;
}

interface LineControl<T> extends Typed<T> {
  readonly notation: Notation<T>;
  /** `number`: typed as text, so that what is no number can be named instead of being swallowed. */
  readonly type?: 'text' | 'number' | 'date';
  readonly placeholder?: string;
  /** Values to choose from while typing; anything else may be typed as well. */
  readonly proposals?: readonly string[];
  readonly width?: 'short' | 'full';
}

/** One line of typing, for a value in any notation; saved as it is typed. */
export function LineControl<T>(props: LineControl<T>) {
  const draft = useDraft(props.value, props.notation, props.onTake, props.locked !== undefined);
  const described = useDescribed(props, draft.error);
  const { type = 'text', proposals, width = 'full', placeholder } = props;
  const list = proposals ? `${described.id}-list` : undefined;
  return (
    <div class="field">
      <Label htmlFor={described.id} quiet={props.quietLabel}>
        {props.label}
      </Label>
      <input
        {...described}
        type={type === 'number' ? 'text' : type}
        inputMode={type === 'number' ? 'numeric' : undefined}
        class={width}
        value={draft.text}
        onInput={draft.onInput}
        onBlur={draft.onBlur}
        {...{ placeholder, list }}
        autocomplete="off"
        spellcheck={false}
      />
      {proposals && (
        <datalist id={list}>
          {proposals.map((proposal) => (
            <option key={proposal} value={proposal} />
          ))}
        </datalist>
      )}
      <Notes id={described.id} hint={props.hint} locked={props.locked} error={draft.error} />
    </div>
  );
}

/** One line of plain text. */
export function TextControl(props: Omit<LineControl<string>, 'notation'>) {
  return <LineControl {...props} notation={line} />;
}

/** A list of texts, one a line: typed, pasted from a spreadsheet column, sorted at will. */
export function ListControl(props: Typed<readonly string[]> & { readonly placeholder?: string | undefined }) {
  const draft: Draft = useDraft(props.value, lines, props.onTake, props.locked !== undefined);
  const described = useDescribed(props, draft.error);
  const rows = Math.min(10, Math.max(2, draft.text.split('\n').length + 1));
  return (
    <div class="field">
      <Label htmlFor={described.id} quiet={props.quietLabel}>
        {props.label}
      </Label>
      <textarea
        {...described}
        rows={rows}
        value={draft.text}
        onInput={draft.onInput}
        onBlur={draft.onBlur}
        placeholder={props.placeholder}
        autocomplete="off"
        spellcheck={false}
      />
      <Notes id={described.id} hint={props.hint} locked={props.locked} />
    </div>
  );
}

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface Choice<T extends string> extends Labelled {
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChoose: (value: T) => void;
}

/** One of a few, in a list that opens. */
export function SelectControl<T extends string>(props: Choice<T>) {
  const described = useDescribed(props);
  const choose = (event: { currentTarget: { value: string } }) => props.onChoose(event.currentTarget.value as T);
  return (
    <div class="field">
      <Label htmlFor={described.id} quiet={props.quietLabel}>
        {props.label}
      </Label>
      <select {...described} value={props.value} onChange={choose}>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
      <Notes id={described.id} hint={props.hint} locked={props.locked} />
    </div>
  );
}

interface RadioChoice<T extends string> extends Choice<T> {
  readonly options: readonly (Option<T> & { readonly about?: ComponentChildren })[];
}

/** One of a few, all in sight, each with what is to be known of it. */
export function RadioControl<T extends string>(props: RadioChoice<T>) {
  const described = useDescribed(props);
  return (
    <fieldset class="field choices" aria-describedby={described['aria-describedby']} disabled={described.disabled}>
      <legend class={props.quietLabel ? 'visually-hidden' : 'label'}>{props.label}</legend>
      <Notes id={described.id} hint={props.hint} locked={props.locked} />
      {props.options.map(({ value, label, about }) => {
        const id = `${described.id}-${value}`;
        return (
          <div class="choice" key={value}>
            <input
              type="radio"
              id={id}
              name={described.id}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
              aria-describedby={about ? `${id}-about` : undefined}
            />
            <div>
              <label for={id}>{label}</label>
              {about && (
                <p class="hint" id={`${id}-about`}>
                  {about}
                </p>
              )}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Yes or no. */
export function CheckControl(
  props: Labelled & { readonly value: boolean; readonly onChoose: (value: boolean) => void },
) {
  const described = useDescribed(props);
  return (
    <div class="field choice">
      <input
        {...described}
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.checked)}
      />
      <div>
        <label for={described.id}>{props.label}</label>
        <Notes id={described.id} hint={props.hint} locked={props.locked} />
      </div>
    </div>
  );
}

/** A remark set apart from the text around it. `alert` is read out at once by screen readers. */
export function Callout(props: {
  readonly tone: 'stop' | 'warn' | 'note' | 'fine';
  readonly alert?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="callout" data-tone={props.tone} role={props.alert ? 'alert' : undefined}>
      {props.children}
    </div>
  );
}
