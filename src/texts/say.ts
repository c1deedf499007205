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
export function createSay(templateOf: (key: string) => string | undefined, language: string): Say {
  const plurals = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(language);

  function written(value: TextValue): string {
    if (typeof value === 'number') return numbers.format(value);
    return typeof value === 'string' ? value : lists.format(value);
  }

  return (key, values = {}) => {
    const { count } = values;
    const plural = typeof count === 'number' ? templateOf(`${key}__${plurals.select(count)}`) : undefined;
    const template = plural || templateOf(key) || (typeof count === 'number' ? templateOf(`${key}__other`) : undefined);
    if (!template) return key;
    return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? placeholder : written(value);
    });
  };
}
