/** Markup that needs no more escaping. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(markupOf).join('');
  return escaped(String(part));
}

/** Template tag: texts are escaped, `Html` and lists of it are not, `null`, `undefined` and `false` vanish. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((all, text, n) => all + markupOf(parts[n - 1]) + text) };
}

/** Attributes as markup, each with a leading space; `false`, `null` and `undefined` leave the attribute out, `true` gives it no value. */
export function attributes(given: Readonly<Record<string, string | number | boolean | null | undefined>>): Html {
  const markup = Object.entries(given)
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
    .join('');
  return { markup };
}
