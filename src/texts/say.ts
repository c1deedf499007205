/** What a placeholder may be filled with; a list is joined the way the language joins lists ("A, B and C"). */
export type TextValue = string | number | readonly string[];
export type TextValues = Readonly<Record<string, TextValue>>;

/**
 * Gives the text for a key in the language in force, its `{placeholders}` filled.
 * Where the catalogue holds plural forms (`key__one`, `key__other`, ... after CLDR), `values.count` picks the form.
 * An unknown key comes back as the key itself, so that a missing text is seen and nothing breaks.
 */
export type Say = (key: string, values?: TextValues) => string;

/** Letters that run from right to left, and the marks that turn a text's direction. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const opening = /[\u2066-\u2068]/;
const closing = '\u2069';

/** Every isolate in the value is closed in it, and none is closed that was not opened in it: an end too many would end ours. */
function closed(value: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of value) {
    if (letter === closing && depth === 0) continue;
    if (opening.test(letter)) depth += 1;
    if (letter === closing) depth -= 1;
    kept += letter;
  }
  return kept + closing.repeat(depth);
}

/**
 * A value as it stands in a sentence: one that could turn the words around it is shut in (Unicode's first strong isolate), so that it moves
 * none of them. All other values stay as they are, to be found and compared.
 */
export const isolated = (value: string): string => (turning.test(value) ? `\u2068${closed(value)}${closing}` : value);

/** Makes a `Say` from a catalogue: `templateOf` gives the raw text of a key, or `undefined`/empty for a key it does not hold.  `put` says how a value is put into a text. */
export function createSay(
  templateOf: (key: string) => string | undefined,
  languageOf: () => string,
  put: (value: string) => string = isolated,
): Say {
  // Each takes the browser a millisecond to make, and on most pages nothing is said: they are made when they are first needed.
  let plurals: Intl.PluralRules | undefined;
  let lists: Intl.ListFormat | undefined;
  let numbers: Intl.NumberFormat | undefined;

  function pluralOf(count: number): string {
    plurals ??= new Intl.PluralRules(languageOf());
    return plurals.select(count);
  }

  function written(value: TextValue): string {
    if (typeof value === 'string') return put(value);
    if (typeof value === 'number') {
      numbers ??= new Intl.NumberFormat(languageOf());
      return numbers.format(value);
    }
    lists ??= new Intl.ListFormat(languageOf(), { type: 'conjunction' });
    return lists.format(value.map(put));
  }

  return (key, values = {}) => {
    const { count } = values;
    const plural = typeof count === 'number' ? templateOf(`${key}__${pluralOf(count)}`) : undefined;
    const template = plural || templateOf(key) || (typeof count === 'number' ? templateOf(`${key}__other`) : undefined);
    if (!template) return key;
    return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? placeholder : written(value);
    });
  };
}
