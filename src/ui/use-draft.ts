import { useEffect, useRef, useState } from 'preact/hooks';

/** What typed text means: a value, or a sentence on what is wrong with it. */
export type Understood<T> = { readonly value: T } | { readonly error: string };

/** How a value is shown for editing, and read back. */
export interface Notation<T> {
  readonly write: (value: T) => string;
  readonly read: (text: string) => Understood<T>;
}

export interface Draft {
  readonly text: string;
  readonly error: string | undefined;
  readonly onInput: (event: { currentTarget: { value: string } }) => void;
  readonly onBlur: () => void;
}

const pauseMilliseconds = 600;

/**
 * Text being typed. It is taken over after a short pause, on leaving the field and when the page is hidden; until the field is
 * left it stays as typed, whatever another window saves meanwhile. `take` gets the value that the typing began from, too.
 * What cannot be understood is not taken over and stays to be mended. A field that becomes locked gives up what was typed.
 */
export function useDraft<T>(
  value: T,
  notation: Notation<T>,
  take: (before: T, after: T) => void,
  locked: boolean,
): Draft {
  const [typed, setTyped] = useState<string>();
  const open = useRef<{ before: T; text: string } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const understood = typed === undefined ? undefined : notation.read(typed);
  const error = understood && 'error' in understood ? understood.error : undefined;

  function takeOver(): void {
    clearTimeout(timer.current);
    if (!open.current) return;
    const result = notation.read(open.current.text);
    if ('error' in result) return;
    const { before } = open.current;
    if (notation.write(before) !== notation.write(result.value)) take(before, result.value);
    open.current = { before: result.value, text: open.current.text };
  }

  // A disabled field may lose the focus without a word, so this cannot wait for the blur.
  useEffect(() => {
    if (!locked) return;
    clearTimeout(timer.current);
    open.current = undefined;
    setTyped(undefined);
  }, [locked]);

  const latest = useRef(takeOver);
  latest.current = takeOver;
  useEffect(() => {
    const whenHidden = () => latest.current();
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      latest.current();
    };
  }, []);

  return {
    text: typed ?? notation.write(value),
    error,
    onInput({ currentTarget }) {
      const text = currentTarget.value;
      open.current = { before: open.current ? open.current.before : value, text };
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), pauseMilliseconds);
    },
    onBlur() {
      takeOver();
      if (error !== undefined) return;
      open.current = undefined;
      setTyped(undefined);
    },
  };
}

/** A single line; blanks around it do not count. */
export const line: Notation<string> = { write: (value) => value, read: (text) => ({ value: text.trim() }) };

/** A list, one entry a line; empty lines and repeated entries are left out. */
export const lines: Notation<readonly string[]> = {
  write: (value) => value.join('\n'),
  read: (text) => {
    const entries = text.split('\n').map((entry) => entry.trim());
    return { value: [...new Set(entries.filter((entry) => entry !== ''))] };
  },
};
