import { cellText } from './cells.ts';
import type { RowListener } from './csv-rows.ts';
import { headingKey, numberedTwins, ofBoth, recogniseHeadings } from './headings.ts';
import type { RoleColumn } from './role-columns.ts';
import type { Column, ReadOptions } from './types.ts';

/** The line of headings of a table. */
export interface HeadingLine {
  /** Position in the buffered rows, and of the last of two lines that the headings stand in. */
  at: number;
  lastAt: number;
  headings: string[];
  /** As they stand in the file, where some have got another name because nobody can tell what each of them is. */
  written?: readonly string[];
  recognised: (Column | undefined)[];
  /** Rows have a cell more than there were headings: it is their name, and has a heading by now, or nobody knows which it is. */
  rowNames?: 'first-cell' | 'unknown';
  /** Columns that are a role each, as a person has said. */
  roleColumns?: readonly RoleColumn[];
}

/** What the parser tells of a row besides its cells. */
export type Told = Parameters<RowListener['row']>[2];

/** A line of the file, kept until the headings are found. */
export interface Line {
  line: number;
  cells: readonly string[];
  told?: Told;
}

/** The texts of a line without blank cells at its end. */
export const trimmed = (cells: readonly string[]): string[] => {
  const texts = cells.map((cell) => cellText(cell ?? ''));
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  return texts;
};

/** A line with the texts that span several headings of the line below it (`Role | ` over `Type | Status`) above each of them. */
function spanned(upper: readonly string[], lower: readonly string[]): string[] {
  let above = '';
  return lower.map((below, at) => {
    above = upper[at] || (below !== '' && lower[at - 1] ? above : '');
    return above;
  });
}

/** Headings that stand in two lines (`Role | Role` over `Type | Status`), as one. */
function inTwoLines(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above = '', below = ''] = [upper[at], lower[at]];
    return above === below ? above : `${above} ${below}`.trim();
  });
}

/**
 * The headings with those of a role under the text that stands above the role's type and not above the identifier (`Entitlement` over
 * `Role Type | Expiry Date`): what such a text means is not known, so that it is asked whose day that is.
 */
function underGroup({ headings, recognised }: HeadingLine, upper: readonly string[]): string[] | undefined {
  const groups = spanned(upper, headings);
  const above = (column: Column) => groups[recognised.indexOf(column)] ?? '';
  const group = above('roleType') || above('roleCode');
  if (
    !/^\D+$/.test(group) ||
    upper.some((text) => text.includes(':')) ||
    group === above('identifier') ||
    new Set(upper.filter(Boolean)).size < 2
  )
    return undefined;
  const isOpen = (at: number) =>
    groups[at] === group &&
    ofBoth.some(([column, ofRole]) => recognised[at] === column && !recognised.includes(ofRole));
  return headings.some((_, at) => isOpen(at))
    ? headings.map((one, at) => (isOpen(at) ? `${group} ${one}` : one))
    : undefined;
}

/** With other names for the headings of which nobody can tell whether they are the user's or a role's. */
function toldApart(found: HeadingLine, lines: readonly Line[], { mapping }: ReadOptions): HeadingLine {
  const upper = found.at === found.lastAt ? lines[found.at - 1] : undefined;
  const headings = numberedTwins(found.headings, mapping) ?? (upper && underGroup(found, trimmed(upper.cells)));
  return headings
    ? { ...found, headings, written: found.headings, recognised: recogniseHeadings(headings, mapping) }
    : found;
}

/** Whether a person still has to say what these headings are. */
export const hasOpenTwins = ({ headings, written = [] }: HeadingLine, { mapping = {} }: ReadOptions): boolean => {
  const told = new Set(Object.keys(mapping).map(headingKey));
  return written.some((heading, at) => heading !== headings[at] && !told.has(headingKey(headings[at] as string)));
};

/**
 * The line of headings among the first rows: the one with an identifier and the most recognised headings, the first of equals. Two
 * lines are taken together where that makes more headings known than either alone, or more different ones. Where rows stand between one such line and a better one,
 * they are the heads of two tables, and the first is the one that is read.
 */
export function findHeadings(lines: readonly Line[], options: ReadOptions): HeadingLine | undefined {
  const best = bestHeadings(lines, options);
  if (!best) return undefined;
  const before = best.at < 2 ? undefined : bestHeadings(lines.slice(0, best.at - 1), options);
  return toldApart(before && before.score > 1 ? before : best, lines, options);
}

function bestHeadings(lines: readonly Line[], options: ReadOptions): (HeadingLine & { score: number }) | undefined {
  let best: (HeadingLine & { score: number; different: number }) | undefined;
  const weigh = (headings: string[], at: number, lastAt: number): void => {
    const recognised = recogniseHeadings(headings, options.mapping);
    const score = recognised.filter((column) => column !== undefined).length;
    const different = new Set(recognised).size;
    // `Role | Role` is two columns of roles, and `Role Type | Role Status` says more.
    const isBetter = score > (best?.score ?? 0) || (lastAt > at && score === best?.score && different > best.different);
    if (recognised.includes('identifier') && isBetter) best = { at, lastAt, headings, recognised, score, different };
  };
  const texts = lines.map(({ cells }) => trimmed(cells));
  texts.forEach((headings, at) => {
    weigh(headings, at, at);
  });
  texts.slice(0, -1).forEach((upper, at) => {
    const lower = texts[at + 1] as string[];
    // A heading that spans several comes first: a role's status that is taken for the user's would hide a named user.
    weigh(inTwoLines(spanned(upper, lower), lower), at, at + 1);
    weigh(inTwoLines(upper, lower), at, at + 1);
    const last = texts[at + 2];
    if (last) weigh(inTwoLines(inTwoLines(spanned(upper, last), spanned(lower, last)), last), at, at + 2);
  });
  return best;
}
