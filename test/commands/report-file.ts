/** An element of a reported page, as a line of the file tells it. */
export interface ReportedElement {
  readonly depth: number;
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly hidden: boolean;
  /** The text of a label, header or tab; `null` where the report left a text out; `undefined` for none. */
  readonly text: string | null | undefined;
}

/** A page of a page report. */
export interface ReportedPage {
  /** The host, the path and what the page calls itself. */
  readonly address: string;
  /** The page's name, such as `user.user_details.xml`; `undefined` where it has none. */
  readonly name: string | undefined;
  readonly language: string;
  /** What else is told of the page: `release`, `help`, `entities`, ..., each with its words. */
  readonly facts: readonly (readonly [what: string, said: string])[];
  /** What the page check said on the spot, by the field's name: found and by which sign, missing, or why it was not read. */
  readonly check: ReadonlyMap<string, string>;
  readonly screen: string;
  readonly elements: readonly ReportedElement[];
}

/** Thrown for a file that is no page report; the message says what is wrong and what to do. */
export class NotAReport extends Error {}

const first = /^Alma User Guard \S+ page report$/;

/** Reads the file that *Page report* saves. Throws `NotAReport`. */
export function readReport(text: string): readonly ReportedPage[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!first.test(lines[0] ?? ''))
    throw new NotAReport(
      'This is no page report: save one with "Page report" in the popup, and give that file as it is.',
    );
  const starts = lines.flatMap((line, at) => (/^=== page \d+ of \d+$/.test(line) ? [at] : []));
  if (starts.length === 0)
    throw new NotAReport('This page report holds no page: collect at least one, and save it again.');
  return starts.map((start, at) => pageIn(lines.slice(start + 1, starts[at + 1] ?? lines.length), start + 2));
}

function pageIn([address = '', ...lines]: readonly string[], firstLine: number): ReportedPage {
  const facts: [string, string][] = [];
  const check = new Map<string, string>();
  const elements: ReportedElement[] = [];
  let screen = 'none';
  for (const [at, line] of lines.entries()) {
    const [mark, what = '', ...said] = line.split(' ');
    if (line.trim() === '') continue;
    if (mark === '#') facts.push([what, said.join(' ')]);
    else if (mark === '?' && what === 'screen') screen = said[0] ?? 'none';
    else if (mark === '?' && what === 'field') check.set(said[0] ?? '', said.slice(1).join(' '));
    else if (mark === '?' && what === 'unread') check.set(said[0] ?? '', `unread ${said[1] ?? ''}`);
    else if (mark === '?') check.set(what, said.join(' '));
    else elements.push(elementIn(line, firstLine + at + 1));
  }
  const words = address.split(' ');
  return {
    address,
    name: words.find((word) => /\.xml$/.test(word)),
    language: words.at(-1) ?? '*',
    facts,
    check,
    screen,
    elements,
  };
}

const element = /^( *)([\w*-]+)((?: [a-z-]+="[^"]*")*)( hidden)?(?: (\*|"(?:[^"\\]|\\.)*"))?$/;

function elementIn(line: string, number: number): ReportedElement {
  const parts = element.exec(line);
  if (!parts)
    throw new NotAReport(
      `Line ${number} is none of a page report: it may have been cut or changed. Ask for the file as it was saved.`,
    );
  const [, indent = '', tag = '', attributes = '', hidden, text] = parts;
  return {
    depth: indent.length,
    tag,
    attributes: [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    hidden: hidden !== undefined,
    text: text === undefined ? undefined : text === '*' ? null : String(JSON.parse(text)),
  };
}
