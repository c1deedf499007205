import { unprotected } from './cells.ts';
import { createDelimitedParser, firstRows, type Quote, type RowListener, usualQuote } from './csv-rows.ts';
import { knownHeadings } from './headings.ts';
import { headingSearchRows } from './limits.ts';
import { Refusal } from './refusal.ts';
import { textPieces } from './text.ts';
import type { Encoding, ReadOptions } from './types.ts';

export type { RowListener } from './csv-rows.ts';

/** The signs that programs put between cells. Of two that fit equally well the first is taken. */
const delimiters = ['\t', ';', ',', '|', '^', '~'] as const;
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_ROWS = 50;

/** How well a delimiter explains a sample: headings that it makes known, rows of the commonest number of cells (above one), that number. */
type Fit = readonly [headings: number, rows: number, cells: number];

function fitOf(sample: string, delimiter: string, quote: Quote, mapping: ReadOptions['mapping']): Fit {
  const rows = firstRows(sample, delimiter, SAMPLE_ROWS, quote);
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [cells, alike] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const headings = rows
    .slice(0, headingSearchRows)
    .map((row) => (row.length > 1 ? knownHeadings(row.map(unprotected), mapping) : 0));
  return [Math.max(0, ...headings), alike, cells];
}

const isBetter = (a: Fit, b: Fit): boolean => {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at !== -1 && (a[at] as number) > (b[at] as number);
};

/**
 * Finds what stands between the cells of a text: the sign that makes most headings known, of equals the one under which most rows
 * have equally many cells. A comma where nothing speaks for any.
 */
export function delimiterOf(sample: string, mapping?: ReadOptions['mapping'], quote = usualQuote): string {
  let best: { delimiter: string; fit: Fit } = { delimiter: ',', fit: [0, 0, 1] };
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const fit = fitOf(sample, delimiter, quote, mapping);
    if (isBetter(fit, best.fit)) best = { delimiter, fit };
  }
  return best.delimiter;
}

/** Cells between apostrophes, with nothing else than cells of figures or capitals (`NULL`) among them. */
const betweenApostrophes = /^\s*'(?:[^']|'')*'(?:\s*[\t;,|^~]\s*(?:'(?:[^']|'')*'|[\dA-Z.+-]*))*\s*$/;

/** Cells between quotation marks with spaces behind the sign that parts them. */
const spacedQuotes = /^"[^"]*"(?:\s*[\t;,|^~] +"[^"]*")+\s*$/;

/**
 * Apostrophes stand around cells, as databases write them, where they do in the first line and in most others; else quotation marks,
 * which may stand behind spaces where they do so in all of the first line.
 */
export function quoteOf(sample: string): Quote {
  const [first = '', ...others] = sample.split('\n', SAMPLE_ROWS).filter((line) => line.trim() !== '');
  if (spacedQuotes.test(first)) return { mark: '"', spaced: true };
  if (!first.startsWith("'") || !betweenApostrophes.test(first)) return usualQuote;
  const alike = others.filter((line) => betweenApostrophes.test(line)).length;
  return alike * 2 >= others.length ? { mark: "'", spaced: false } : usualQuote;
}

/** Turns `\r\n` and `\r` into `\n`, also where a pair is cut in two by the pieces. */
function createLineEnds(): (piece: string) => string {
  let cut = false;
  return (piece) => {
    const whole = cut && piece.startsWith('\n') ? piece.slice(1) : piece;
    cut = piece.endsWith('\r');
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  };
}

/** Excel writes `sep=;` as a first line for itself. */
const toldDelimiter = /^"?sep=([^\n"])"?\n/i;

/** What `readDelimited` is given besides the file. */
export interface DelimitedOptions {
  mapping?: ReadOptions['mapping'];
  signal?: AbortSignal | undefined;
  onBytes?: (bytes: number) => void;
}

/**
 * Reads a CSV or TSV file row by row. Line numbers are those of the file, also behind cells with line breaks in them. Throws the
 * refusals `not-text` and `cancelled`.
 */
export async function readDelimited(
  blob: Blob,
  encoding: Encoding,
  listener: RowListener,
  options: DelimitedOptions,
): Promise<void> {
  const lineEnds = createLineEnds();
  let sample: string | undefined = '';
  let parser: ReturnType<typeof createDelimitedParser> | undefined;
  const start = (text: string) => {
    const head = text.slice(0, SAMPLE_CHARACTERS);
    const told = toldDelimiter.exec(head);
    const quote = quoteOf(head);
    parser = createDelimitedParser(told?.[1] ?? delimiterOf(head, options.mapping, quote), listener, quote);
    parser.push(text);
    sample = undefined;
  };
  for await (const piece of textPieces(blob, encoding, options.signal, options.onBytes)) {
    const text = lineEnds(piece);
    if (text.includes('\0')) throw new Refusal('not-text');
    if (sample === undefined) parser?.push(text);
    else if (sample.length + text.length > SAMPLE_CHARACTERS) start(sample + text);
    else sample += text;
  }
  if (sample !== undefined) start(sample);
  parser?.end();
}
