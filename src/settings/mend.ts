/** What can be mended in a text that is meant as JSON: by the keys of the texts that name it (`options_mended_...`). */
export type Mended = 'spaces' | 'quoting' | 'fence' | 'marks' | 'apostrophes' | 'commas';

/** One way of mending, tried in this order: mails, word processors and chats do these to a text on its way. */
const ways: readonly (readonly [Mended, (text: string) => string])[] = [
  [
    'spaces',
    (text) =>
      text
        .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]/g, '')
        .replace(/[\u00A0\u2000-\u200A\u2028\u2029\u202F\u3000]/g, ' '),
  ],
  ['quoting', (text) => text.replace(/^(?:[ \t]*>)+ ?/gm, '')],
  ['fence', (text) => text.slice(Math.max(text.indexOf('{'), 0), text.lastIndexOf('}') + 1 || undefined)],
  ['marks', (text) => text.replace(/[\u201C-\u201F\u00AB\u00BB\u2033\uFF02]/g, '"')],
  ['apostrophes', quoted],
  [
    'commas',
    (text) => text.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? ''),
  ],
];

/**
 * Reads a text as JSON; where it is none, mends it once and tells what was mended. `undefined` where it is none after that. A text that
 * is JSON is never touched: what stands in its values is meant.
 */
export function readMended(text: string): { json: unknown; mended: readonly Mended[] } | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return { json: whole, mended: [] };
  let now = text;
  const mended: Mended[] = [];
  for (const [what, mend] of ways) {
    const next = mend(now);
    if (bare(next) !== bare(now)) mended.push(what);
    now = next;
    const json = parsed(now);
    if (json !== undefined) return { json, mended };
  }
  return undefined;
}

/** A text in apostrophes where JSON has a name or a value. An apostrophe within words ends nothing. Bounded, so that damaged text stays quick. */
const inApostrophes =
  /("(?:[^"\\]|\\.)*")|(?<=[{[,:]\s{0,99})['\u2018-\u201B\u2032`\u00B4]([^\n]{0,400}?)['\u2018-\u201B\u2032`\u00B4](?=\s{0,99}[,:}\]])/g;

/** Texts in apostrophes as JSON writes them, as programs in other languages print a list of settings. */
function quoted(text: string): string {
  return text.replace(inApostrophes, (whole, isJson: string | undefined, inside: string) =>
    isJson === undefined ? `"${inside.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"')}"` : whole,
  );
}

/** Without the spaces that JSON itself allows around it: a mark at the beginning is not one of them. */
const bare = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

/** `undefined` for a text that is no JSON; JSON itself has no such value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
