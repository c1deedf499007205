import { limits } from './limits.ts';

/** What a reader of rows calls: a row's line (from 1) and cells, or a line that could not be read as a row. */
export interface RowListener {
  /**
   * `afterBroken`: the row stands between a quotation mark that was given up and the next one, and may be the rest of that cell.
   * `cut`: it is the last line of the file, and no line end follows it. `holdsLines`: a cell holds a line with delimiters in it. `false` gives the row back as broken: its lines are then read anew.
   * `afterHidden`: hidden rows of a workbook stand before it, which are not told. `belowGap`: a blank line does.
   */
  row(
    line: number,
    cells: readonly string[],
    told?: { afterBroken?: boolean; cut?: boolean; holdsLines?: boolean; afterHidden?: boolean; belowGap?: boolean },
  ): boolean | undefined;
  broken(line: number): void;
}

/** What stands around cells. */
export type QuoteMark = '"' | "'";
/** The mark, and whether spaces may stand before a cell's first one (`"a", "b"`): then they belong to no cell. */
export interface Quote {
  readonly mark: QuoteMark;
  readonly spaced: boolean;
}
export const usualQuote: Quote = { mark: '"', spaced: false };

/** A quoted row: its cells and where it ends (at the line end, or at the end of the text). */
type Quoted = { cells: string[]; end: number } | 'broken' | 'more';

/**
 * Finds where quoted cells close. Inside quotes two marks stand for one, so that a cell closes at the end of the next run of an odd
 * number of marks. That run is the same for all places before it: it is looked for once, and reading stays linear whatever is wrong.
 */
function createClosings(text: string, { mark: quote, spaced }: Quote) {
  const code = quote.charCodeAt(0);
  let [from, start, end] = [0, -1, -1];

  const runEnd = (at: number): number => {
    let behind = at;
    while (text.charCodeAt(behind) === code) behind += 1;
    return behind;
  };

  /** The end of the first odd run at or behind a place that is not inside a run; -1 without one. */
  function oddRunEnd(place: number): number {
    if (start === text.length && from <= place) return -1;
    if (start !== -1 && from <= place && place <= start) return end;
    from = place;
    start = text.indexOf(quote, place);
    while (start !== -1) {
      end = runEnd(start);
      if ((end - start) % 2 === 1) return end;
      start = text.indexOf(quote, end);
    }
    start = text.length;
    return -1;
  }

  return {
    quote,
    /** Where a cell that begins at `at` has its first quotation mark; `at` itself where none stands before its text. */
    begin(at: number): number {
      let mark = at;
      while (spaced && text[mark] === ' ') mark += 1;
      return text[mark] === quote ? mark : at;
    },
    /** The place just behind the closing mark of a cell whose text begins at `at`; -1 where none closes it. */
    closingOf(at: number): number {
      const behind = runEnd(at);
      return (behind - at) % 2 === 1 ? behind : oddRunEnd(behind);
    },
    /** The place of the next quotation mark from `at` on, or the end of the text. */
    next(at: number): number {
      const found = text.indexOf(quote, at);
      return found === -1 ? text.length : found;
    },
  };
}

/** The text up to the next delimiter or line end from `at` on, and where that is: `stop` is the end of the line that `at` stands in. */
function plainCell(text: string, at: number, stop: number, delimiter: string): { cell: string; end: number } {
  const line = text.slice(at, stop);
  const end = line.indexOf(delimiter);
  return end === -1 ? { cell: line, end: stop } : { cell: line.slice(0, end), end: at + end };
}

/** Reads the row that begins at `at` and holds a quotation mark. `reached`: how far the text may belong to a cell that is given up. */
function quotedRow(
  text: string,
  at: number,
  delimiter: string,
  final: boolean,
  closings: ReturnType<typeof createClosings>,
): { row: Quoted; reached: number } {
  const { quote } = closings;
  const cells: string[] = [];
  let place = at;
  let stop = -1;
  for (;;) {
    let behind: number;
    place = closings.begin(place);
    if (text[place] === quote) {
      const closing = closings.closingOf(place + 1);
      if (closing === -1) return { row: final ? 'broken' : 'more', reached: text.length };
      const inside = text.slice(place + 1, closing - 1);
      cells.push(inside.includes(quote) ? inside.replaceAll(quote + quote, quote) : inside);
      behind = closing;
      while (text[behind] === ' ' && delimiter !== ' ') behind += 1;
      const isWhole = behind === text.length || text[behind] === '\n' || text[behind] === delimiter;
      if (!isWhole) return { row: 'broken', reached: closing };
    } else {
      if (stop < place) stop = lineEnd(text, place);
      const plain = plainCell(text, place, stop, delimiter);
      cells.push(plain.cell);
      behind = plain.end;
    }
    if (behind === text.length && !final) return { row: 'more', reached: behind };
    if (behind === text.length || text[behind] === '\n') return { row: { cells, end: behind }, reached: behind };
    place = behind + 1;
  }
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
};

const newlinesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0);

/**
 * Parses text that arrives in pieces (line ends already `\n`). A row whose quotes do not close, or close in the wrong
 * place, is given up as one broken line, and reading goes on with the next line: nothing after it is swallowed, and no part of the
 * text is looked at more than a few times. The project's own, since papaparse begins anew at each wrong mark and at each row of a text
 * without its delimiter: 20,000 rows of which every tenth had a wrong mark took it 17 s.
 */
export function createDelimitedParser(delimiter: string, listener: RowListener, quote = usualQuote) {
  let rest = '';
  let line = 1;
  /** Lines up to this place in `rest` may belong to a cell that was given up. */
  let doubtedTo = 0;
  /** What is left of a line without end is passed over. */
  let skipping = false;

  function tell(cells: string[], at: number, cut: boolean, holdsLines = false): boolean {
    const afterBroken = at < doubtedTo;
    const told = afterBroken || cut || holdsLines ? { afterBroken, cut, holdsLines } : undefined;
    return listener.row(line, cells, told) !== false;
  }

  const holdsLine = (cell: string): boolean => {
    const newline = cell.indexOf('\n');
    return newline !== -1 && cell.includes(delimiter, newline);
  };

  function giveUp(reached: number): void {
    doubtedTo = Math.max(doubtedTo, reached);
    listener.broken(line);
    line += 1;
  }

  /** Reads the row with quotes that begins at `at`, on a line that ends at `end`; gives its end, or -1 where more text is needed. */
  function takeQuoted(at: number, end: number, final: boolean, closings: ReturnType<typeof createClosings>): number {
    const { row, reached } = quotedRow(rest, at, delimiter, final, closings);
    if (row === 'more' && rest.length - at <= limits.csvRowCharacters) return -1;
    if (typeof row === 'object' && tell(row.cells, at, final && row.end === rest.length, row.cells.some(holdsLine))) {
      line += 1 + newlinesIn(row.cells);
      return row.end;
    }
    giveUp(reached);
    return end;
  }

  function takeRows(final: boolean): void {
    const closings = createClosings(rest, quote);
    let nextQuote = -1;
    let at = 0;
    while (at < rest.length) {
      const end = lineEnd(rest, at);
      const isWhole = end < rest.length || final;
      if (!isWhole && rest.length - at <= limits.csvRowCharacters) break;
      if (nextQuote < at) nextQuote = closings.next(at);
      let stop = end;
      if (!isWhole) {
        giveUp(end);
        skipping = true;
      } else if (nextQuote < end) stop = takeQuoted(at, end, final, closings);
      else {
        tell(rest.slice(at, end).split(delimiter), at, final && end === rest.length);
        line += 1;
      }
      if (stop === -1) break;
      at = stop + 1;
    }
    rest = rest.slice(at);
    doubtedTo = Math.max(0, doubtedTo - at);
  }

  return {
    push(piece: string) {
      if (skipping) {
        const end = piece.indexOf('\n');
        if (end === -1) return;
        skipping = false;
        rest = piece.slice(end + 1);
      } else rest += piece;
      takeRows(false);
    },
    end() {
      takeRows(true);
    },
  };
}

/** The first rows of a text, for a look at it. */
export function firstRows(text: string, delimiter: string, most: number, quote = usualQuote): string[][] {
  const rows: string[][] = [];
  const parser = createDelimitedParser(
    delimiter,
    {
      row(_line, cells) {
        if (rows.length < most) rows.push([...cells]);
        return true;
      },
      broken: () => undefined,
    },
    quote,
  );
  parser.push(text);
  parser.end();
  return rows;
}
