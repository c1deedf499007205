import Papa from 'papaparse';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { type Encoding, textPieces } from './text.ts';

/** What a reader of rows calls: a row's line (from 1) and cells, or a line that could not be read as a row. */
export interface RowListener {
  row(line: number, cells: readonly string[]): void;
  broken(line: number): void;
}

type Delimiter = ',' | ';' | '\t';
const delimiters: readonly Delimiter[] = ['\t', ';', ','];
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_ROWS = 50;

interface Parsed {
  data: string[][];
  errors: { row?: number }[];
  meta: { cursor: number };
}

const parse = (text: string, delimiter: Delimiter, config: { more: boolean; preview?: number }): Parsed =>
  new Papa.Parser({ delimiter, newline: '\n', preview: config.preview ?? 0 }).parse(text, 0, config.more) as Parsed;

/** How well a delimiter explains a sample: rows that have the commonest number of cells (above one), then that number. */
function alignment(sample: string, delimiter: Delimiter): [rows: number, cells: number] {
  const counts = new Map<number, number>();
  for (const { length } of parse(sample, delimiter, { more: false, preview: SAMPLE_ROWS }).data) {
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return [...counts].reduce<[number, number]>(
    (best, [cells, rows]) => (rows > best[0] || (rows === best[0] && cells > best[1]) ? [rows, cells] : best),
    [0, 1],
  );
}

function delimiterOf(sample: string): Delimiter {
  let best: { delimiter: Delimiter; fit: [number, number] } = { delimiter: ',', fit: [0, 1] };
  for (const delimiter of delimiters) {
    const found = alignment(sample, delimiter);
    if (found[0] > best.fit[0] || (found[0] === best.fit[0] && found[1] > best.fit[1]))
      best = { delimiter, fit: found };
  }
  return best.delimiter;
}

const newlinesIn = (text: string) => text.split('\n').length - 1;

/**
 * Parses text that arrives in pieces (line ends already `\n`). A row whose quotes do not close, or close in the wrong
 * place, is given up as one broken line, and reading goes on with the next line: nothing after it is swallowed.
 */
export function createDelimitedParser(delimiter: Delimiter, listener: RowListener) {
  let rest = '';
  let line = 1;

  function tell(rows: string[][], quoted: boolean): void {
    for (const cells of rows) {
      listener.row(line, cells);
      line += 1;
      if (quoted) for (const cell of cells) if (cell.includes('\n')) line += newlinesIn(cell);
    }
  }

  function dropFirstLine(): void {
    listener.broken(line);
    line += 1;
    const end = rest.indexOf('\n');
    rest = end === -1 ? '' : rest.slice(end + 1);
  }

  /** Takes the rows that are complete; true when it stopped at a broken one and there may be more to take. */
  function takeRows(more: boolean): boolean {
    const parsed = parse(rest, delimiter, { more });
    const quoted = rest.includes('"');
    const broken = parsed.errors.map(({ row }) => row ?? 0).sort((a, b) => a - b)[0];
    if (broken === undefined || broken >= parsed.data.length) {
      tell(parsed.data, quoted);
      rest = more ? rest.slice(parsed.meta.cursor) : '';
      if (rest.length <= limits.csvRowCharacters) return false;
    } else if (broken > 0) {
      const before = parse(rest, delimiter, { more: false, preview: broken });
      tell(before.data, quoted);
      rest = rest.slice(before.meta.cursor);
    }
    dropFirstLine();
    return rest !== '';
  }

  return {
    push(piece: string) {
      rest += piece;
      while (takeRows(true)) if (!rest.includes('\n')) break;
    },
    end() {
      if (rest.endsWith('\n')) rest = rest.slice(0, -1);
      while (rest !== '' && takeRows(false));
    },
  };
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

/**
 * Reads a CSV or TSV file row by row, with papaparse. The delimiter (comma, semicolon, tab) is the one under which most of
 * the first rows have equally many cells. Line numbers are those of the file, also behind cells with line breaks in them.
 */
export async function readDelimited(
  blob: Blob,
  encoding: Encoding,
  listener: RowListener,
  options: { signal?: AbortSignal | undefined; onBytes?: (bytes: number) => void },
): Promise<void> {
  const lineEnds = createLineEnds();
  let sample: string | undefined = '';
  let parser: ReturnType<typeof createDelimitedParser> | undefined;
  const start = (text: string) => {
    // Excel writes `sep=;` as a first line for itself.
    const told = /^sep=([,;\t])\n/i.exec(text);
    parser = createDelimitedParser((told?.[1] as Delimiter | undefined) ?? delimiterOf(text), listener);
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
