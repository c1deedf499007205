import { say } from '../platform/say.ts';
import {
  CheckControl,
  LineControl,
  ListControl,
  type Option,
  RadioControl,
  SelectControl,
  TextControl,
} from '../ui/controls.tsx';
import type { Notation } from '../ui/use-draft.ts';
import { useSetting } from './settings-context.ts';

interface Bound {
  /** A path of the policy. */
  readonly path: string;
  /** The text key of the label; its hint is `<key>_hint`, if there is such a text. */
  readonly text: string;
}

/** The text of a key, or `undefined` where the texts hold none. */
export function textIfAny(key: string): string | undefined {
  const text = say(key);
  return text === key ? undefined : text;
}

/** A list of texts of the policy. */
export function ListSetting({ path, text }: Bound) {
  const { value, locked, take } = useSetting<readonly string[]>(path);
  return (
    <ListControl
      label={say(text)}
      hint={textIfAny(`${text}_hint`)}
      placeholder={textIfAny(`${text}_example`)}
      locked={locked}
      value={value}
      onTake={take}
    />
  );
}

/** A line of text of the policy. */
export function TextSetting(props: Bound & { readonly hint?: string; readonly proposals?: readonly string[] }) {
  const { path, text, proposals } = props;
  const { value, locked, take } = useSetting<string | null>(path);
  return (
    <TextControl
      label={say(text)}
      hint={props.hint ?? textIfAny(`${text}_hint`)}
      locked={locked}
      value={value ?? ''}
      onTake={(before, after) => take(before || null, after || null)}
      {...(proposals ? { proposals } : {})}
    />
  );
}

/** A number or a day of the policy, in a short line; a text that `notation` cannot read is not taken, and it says why. */
export function LineSetting<T>({ path, text, type, notation }: Bound & LineOf<T>) {
  const { value, locked, take } = useSetting<T>(path);
  return (
    <LineControl
      type={type}
      width="short"
      label={say(text)}
      hint={say(`${text}_hint`)}
      locked={locked}
      value={value}
      notation={notation}
      onTake={take}
    />
  );
}

interface LineOf<T> {
  readonly type: 'number' | 'date';
  readonly notation: Notation<T>;
}

/** Something that the policy says yes or no to. */
export function CheckSetting({ path, text }: Bound) {
  const { value, locked, choose } = useSetting<boolean>(path);
  return <CheckControl label={say(text)} hint={say(`${text}_hint`)} locked={locked} value={value} onChoose={choose} />;
}

/** One of a few words of the policy; the label of a word `x` is the text `<key>_x`. */
export function ChoiceSetting({ path, text, words }: Bound & { readonly words: readonly string[] }) {
  const { value, locked, choose } = useSetting<string>(path);
  const options: Option<string>[] = words.map((word) => ({ value: word, label: say(`${text}_${word}`) }));
  const shared = { label: say(text), hint: textIfAny(`${text}_hint`), locked, value, options, onChoose: choose };
  return words.length <= 3 ? <RadioControl {...shared} /> : <SelectControl {...shared} />;
}
