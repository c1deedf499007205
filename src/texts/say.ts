/** What a placeholder may be filled with; a list is joined the way the language joins lists ("A, B and C"). */
export type TextValue = string | number | readonly string[];
export type TextValues = Readonly<Record<string, TextValue>>;

/**
 * Gives the text for a key in the language in force, its `{placeholders}` filled.
 * Where the catalogue holds plural forms (`key__one`, `key__other`, ... after CLDR), `values.count` picks the form.
 * An unknown key comes back as the key itself, so that a missing text is seen and nothing breaks.
 */
export type Say = (key: string, values?: TextValues) => string;

/** Makes a `Say` from a catalogue: `templateOf` gives the raw text of a key, or `undefined`/empty for a key it does not hold. */
export function createSay(templateOf: (key: string) => string | undefined, languageOf: () => string): Say {
  // Each takes the browser a millisecond to make, and on most pages nothing is said: they are made when they are first needed.
  let plurals: Intl.PluralRules | undefined;
  let lists: Intl.ListFormat | undefined;
  let numbers: Intl.NumberFormat | undefined;

  function pluralOf(count: number): string {
    plurals ??= new Intl.PluralRules(languageOf());
    return plurals.select(count);
  }

  function written(value: TextValue): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') {
      numbers ??= new Intl.NumberFormat(languageOf());
      return numbers.format(value);
    }
    lists ??= new Intl.ListFormat(languageOf(), { type: 'conjunction' });
    return lists.format(value);
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
