/** One sign of a format code, with what it does. */
export interface FormatToken {
  is:
    | 'literal' // stands there as it is
    | 'digit' // 0, # or ?
    | 'point'
    | 'comma'
    | 'percent'
    | 'exponent' // E+ or E-
    | 'fraction' // the stroke of a fraction
    | 'general'
    | 'text' // @
    | 'date'
    | 'time'; // h, m, s, [h], [m], [s], AM/PM; fractions of a second are digits behind a point
  text: string;
}

/** One of up to four parts of a format code, for numbers of one kind. */
export interface Section {
  tokens: FormatToken[];
  condition?: { sign: string; limit: number };
  /** False where a sign stands in it that we do not know, or one that programs show differently. */
  readable: boolean;
}

/** Signs that may stand in a code without quotes. ECMA-376 part 1, 18.8.31. */
const plain = /^[-+$/():!^&'~{}<>= \u0080-\uffff]$/;
const patterns: readonly [RegExp, FormatToken['is'] | 'bracket' | 'space' | 'fill' | 'escape' | 'quote'][] = [
  [/"([^"]*)"/y, 'quote'],
  [/\\([\s\S]?)/y, 'escape'],
  [/_[\s\S]?/y, 'space'],
  [/\*[\s\S]?/y, 'fill'],
  [/\[[^\]]*\]/y, 'bracket'],
  [/general/iy, 'general'],
  [/am\/pm|a\/p/iy, 'time'],
  [/e[+-]/iy, 'exponent'],
  [/[0#?]/y, 'digit'],
  [/\./y, 'point'],
  [/,/y, 'comma'],
  [/%/y, 'percent'],
  [/@/y, 'text'],
  [/y+|d+|e+|g+|b+/iy, 'date'],
  [/m+|h+|s+/iy, 'time'],
];

/** Stands for a language in `[$-F400]`. */
const SYSTEM_TIME = 0xf400;

function bracket(section: Section, text: string): void {
  const inside = text.slice(1, -1);
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(inside);
  const money = /^\$([^-]*)(?:-([0-9a-f]+))?/i.exec(inside);
  if (condition) section.condition = { sign: condition[1] as string, limit: Number(condition[2]) };
  else if (/^(?:h+|m+|s+)$/i.test(inside)) section.tokens.push({ is: 'time', text: text.toLowerCase() });
  else if (money) {
    if (money[1]) section.tokens.push({ is: 'literal', text: money[1] });
    const language = Number.parseInt(money[2] ?? '0', 16);
    // More than four digits name another calendar or other digits; a time of the system looks as the machine wants it.
    if (language > 0xffff || language === SYSTEM_TIME) section.readable = false;
  } else if (!/^(?:black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+)$/i.test(inside))
    section.readable = false;
}

function take(section: Section, kind: (typeof patterns)[number][1], [text, inside = '']: RegExpExecArray): void {
  const literal = (shown: string) => section.tokens.push({ is: 'literal', text: shown });
  if (kind === 'quote' || kind === 'escape') literal(inside);
  else if (kind === 'space') literal(' ');
  else if (kind === 'bracket') bracket(section, text);
  else if (kind !== 'fill')
    section.tokens.push({ is: kind, text: kind === 'time' || kind === 'date' ? text.toLowerCase() : text });
}

/** Cuts a code into its sections and these into tokens; `m` is told apart as month or minutes by its neighbours. */
export function sectionsOf(code: string): Section[] {
  const sections: Section[] = [{ tokens: [], readable: true }];
  let at = 0;
  while (at < code.length) {
    const section = sections.at(-1) as Section;
    const found = patterns.find(([pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(code);
    });
    if (code[at] === ';') {
      sections.push({ tokens: [], readable: true });
      at += 1;
    } else if (found) {
      const [pattern, kind] = found;
      pattern.lastIndex = at;
      const match = pattern.exec(code) as RegExpExecArray;
      take(section, kind, match);
      at += match[0].length;
    } else {
      const sign = code[at] as string;
      section.tokens.push({ is: 'literal', text: sign });
      if (!plain.test(sign)) section.readable = false;
      at += 1;
    }
  }
  for (const { tokens } of sections) {
    tellMonths(tokens);
    tellFractions(tokens);
  }
  return sections;
}

const unit = ({ text }: FormatToken) => text.replace('[', '').charAt(0);

/** `m` means minutes behind an hour or before a second, else months. */
function tellMonths(tokens: FormatToken[]): void {
  const clock = tokens.filter(({ is, text }) => (is === 'time' || is === 'date') && !text.startsWith('a'));
  clock.forEach((token, at) => {
    if (token.is !== 'time' || unit(token) !== 'm' || token.text.startsWith('[')) return;
    const before = clock[at - 1];
    const after = clock[at + 1];
    const minutes = (before && unit(before) === 'h') || (after && unit(after) === 's');
    if (token.text.length > 2 || !minutes) token.is = 'date';
  });
}

/** A stroke between digits makes a fraction. */
function tellFractions(tokens: FormatToken[]): void {
  tokens.forEach((token, at) => {
    const between =
      tokens[at - 1]?.is === 'digit' && (tokens[at + 1]?.is === 'digit' || /^[1-9]/.test(tokens[at + 1]?.text ?? ''));
    if (token.is === 'literal' && token.text === '/' && between) token.is = 'fraction';
  });
}
