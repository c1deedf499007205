import { useEffect, useId, useRef, useState } from 'preact/hooks';

export interface RoleOption {
  readonly value: string;
  readonly label: string;
}

interface RoleQuestionProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly RoleOption[];
  /** What is shown as long as nothing is said. */
  readonly open: string;
  /** What is chosen at first. */
  readonly chosen?: string | undefined;
  /** `undefined` leaves it open. */
  readonly onChoose: (role: string | undefined) => void;
}

/** Before the value of each choice that says something: one of them is the empty text. */
const says = 'is:';

/** "What is this role?": a name, and a choice from the known roles. */
export function RoleQuestion({ label, hint, options, open, chosen, onChoose }: RoleQuestionProps) {
  const id = useId();
  const [role, setRole] = useState(chosen);
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <select
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={role === undefined ? 'open' : `${says}${role}`}
        onChange={({ currentTarget: { value } }) => {
          const said = value.startsWith(says) ? value.slice(says.length) : undefined;
          setRole(said);
          onChoose(said);
        }}
      >
        <option value="open">{open}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={`${says}${value}`}>
            {text}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface NamedRole {
  readonly name: string;
  readonly role: string;
}

interface RoleQuestionsProps {
  readonly questions: readonly { readonly name: string; readonly hint?: string; readonly chosen?: string }[];
  readonly options: readonly RoleOption[];
  readonly open: string;
  readonly apply: (count: number) => string;
  /** Keeps what was said; gives what went wrong, in words, or `undefined`. */
  readonly onApply: (names: readonly NamedRole[]) => Promise<string | undefined>;
  /** Said once names were kept. */
  readonly done: (count: number) => string;
}

/** Several such questions with one button below. Names that were kept leave the list; the focus then stands on what is said of it. */
export function RoleQuestions({ questions, options, open, apply, onApply, done }: RoleQuestionsProps) {
  const [said, setSaid] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  const [outcome, setOutcome] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const names = questions.flatMap(({ name, chosen }): NamedRole[] => {
    const role = said.has(name) ? said.get(name) : chosen;
    return role === undefined ? [] : [{ name, role }];
  });
  useEffect(() => {
    if (outcome !== '') status.current?.focus();
  }, [outcome]);
  const keep = async (event: Event) => {
    event.preventDefault();
    setOutcome('');
    setOutcome((await onApply(names)) ?? done(names.length));
  };
  return (
    <form class="role-questions" onSubmit={(event) => void keep(event)}>
      {questions.map(({ name, hint, chosen }) => (
        <RoleQuestion
          key={name}
          label={name}
          {...{ hint, options, open, chosen }}
          onChoose={(role) => setSaid((before) => new Map(before).set(name, role))}
        />
      ))}
      {names.length > 0 && (
        <p class="buttons">
          <button type="submit" class="primary">
            {apply(names.length)}
          </button>
        </p>
      )}
      <p role="status" tabIndex={-1} ref={status}>
        {outcome}
      </p>
    </form>
  );
}
