import { registryAsJson, unwrapped } from './forms.ts';
import { namesTwice, withoutComparison, withoutLineNumbers } from './lines.ts';

/** What can be mended in a text that is meant as JSON: by the keys of the texts that name it (`settings_mended_...`). */
export type Mended =
  | 'letters'
  | 'numbers'
  | 'comparison'
  | 'registry'
  | 'text'
  | 'spaces'
  | 'entities'
  | 'quoting'
  | 'fence'
  | 'marks'
  | 'apostrophes'
  | 'escapes'
  | 'breaks'
  | 'comments'
  | 'signs'
  | 'names'
  | 'commas'
  | 'between'
  | 'wrapping';

/** A text read as JSON. */
export interface ReadText {
  readonly json: unknown;
  readonly mended: readonly Mended[];
  /** Names that stand twice in one group: JSON takes the later one, and what stands in the earlier one is lost. */
  readonly twice: readonly string[];
}

/** A text as JSON writes it: what stands in it is meant, and is left alone. One without an end goes to the end, so that damaged text stays quick. */
const json = '("(?:[^"\\\\]|\\\\.)*(?:"|\\\\?$))';
const outside = (pattern: string): RegExp => new RegExp(`${json}|${pattern}`, 'gs');
const unlessText =
  (put: (found: string) => string) =>
  (whole: string, text: string | undefined): string =>
    text ?? put(whole);

/** Where one line ends with a value and the next begins with one, JSON can only have a comma between. */
const beforeNext = new RegExp(`(?:${json}|[}\\]\\w])([ \\t\\r]*\\n\\s*(?=["{[]))|${json}`, 'gs');

/** What a web page's source writes for a sign. */
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", nbsp: ' ', lt: '<', gt: '>', amp: '&' };
const wideSigns = '，：｛｝［］';

/** One way of mending, tried in this order: mails, word processors and chats do these to a text on its way. */
const ways: readonly (readonly [Mended, (text: string) => string])[] = [
  ['numbers', withoutLineNumbers],
  ['comparison', withoutComparison],
  ['registry', registryAsJson],
  ['text', unpacked],
  [
    'entities',
    (text) =>
      text.replace(/&(?:#(?:x([\da-f]{1,5})|(\d{1,6}))|([a-z]{2,4}));/gi, (whole, hex, number, name) =>
        name ? (entities[name] ?? whole) : String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(number)),
      ),
  ],
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
  // Markdown writes \_ for an underscore; JSON knows no such thing.
  ['escapes', (text) => text.replace(/\\(?:([^"\\/bfnrtu])|(.))/gs, (whole, odd) => odd ?? whole)],
  [
    'breaks',
    (text) =>
      text.replace(new RegExp(json, 'gs'), (one) => one.replace(/-[\r\n]\s*/g, '-').replace(/\s*[\r\n]\s*/g, ' ')),
  ],
  [
    'comments',
    (text) =>
      text.replace(
        outside('//[^\\n]*|#[^\\n]*|/\\*(?:.*?\\*/|.*)'),
        unlessText(() => ''),
      ),
  ],
  [
    'signs',
    (text) =>
      text.replace(
        outside(`[${wideSigns}]`),
        unlessText((sign) => ',:{}[]'[wideSigns.indexOf(sign)] ?? sign),
      ),
  ],
  [
    'names',
    (text) =>
      text.replace(
        outside('(?<=[{,]\\s{0,99})[A-Za-z_][\\w.-]*(?=\\s*:)'),
        unlessText((name) => `"${name}"`),
      ),
  ],
  [
    'commas',
    (text) =>
      text.replace(
        outside(',(?=\\s*[}\\]])'),
        unlessText(() => ''),
      ),
  ],
  [
    'between',
    (text) => text.replace(beforeNext, (whole, _text, gap) => (gap ? `${whole.slice(0, -gap.length)},${gap}` : whole)),
  ],
];

/**
 * Reads a text as JSON; where it is none, mends it once and tells what was mended. `undefined` where it is none after that. What stands in
 * the values of a text that is JSON is never touched: it is meant.
 */
export function readMended(text: string): ReadText | undefined {
  const whole = parsed(text);
  if (whole !== undefined && typeof whole !== 'string') return readAs(text, whole, []);
  // A curly mark may be meant where another way alone makes it JSON.
  const read =
    readBy(
      ways.filter(([what]) => what !== 'marks'),
      text,
    ) ?? readBy(ways, text);
  return read ?? (whole === undefined ? undefined : { json: whole, mended: [], twice: [] });
}

function readBy(inTurn: typeof ways, text: string): ReadText | undefined {
  let now = text;
  const mended: Mended[] = [];
  for (const [what, mend] of inTurn) {
    const next = mend(now);
    if (bare(next) !== bare(now)) mended.push(what);
    now = next;
    const json = parsed(now);
    if (json !== undefined && typeof json !== 'string') return readAs(now, json, mended);
  }
  return undefined;
}

function readAs(text: string, json: unknown, mended: readonly Mended[]): ReadText {
  const policy = unwrapped(json);
  return { json: policy, mended: policy === json ? mended : [...mended, 'wrapping'], twice: namesTwice(text) };
}

/** A policy that was made a text once more: by a program that writes JSON, or by a spreadsheet's cell, which doubles quotation marks. */
function unpacked(text: string): string {
  const inner = text.trim();
  if (!/^".*"$/s.test(inner)) return text;
  const once = parsed(inner);
  return typeof once === 'string' ? once : inner.slice(1, -1).replaceAll('""', '"');
}

/** A text in apostrophes where JSON has a name or a value. An apostrophe within words ends nothing. Bounded, so that damaged text stays quick. */
const inApostrophes = outside(
  "(?<=[{[,:]\\s{0,99})['\u2018-\u201B\u2032`\u00B4]([^\\n]{0,400}?)['\u2018-\u201B\u2032`\u00B4](?=\\s{0,99}[,:}\\]])",
);

/** Texts in apostrophes as JSON writes them, as programs in other languages print a list of settings. */
function quoted(text: string): string {
  const printed = text.replace(
    outside('\\b(?:True|False|None)\\b'),
    unlessText((word) => (word === 'None' ? 'null' : word.toLowerCase())),
  );
  return printed.replace(inApostrophes, (whole, isJson: string | undefined, inside: string) =>
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
