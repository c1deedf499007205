/** Pixels that a row takes until one has been drawn: name and identifier on a line each. */
const USUAL = 54;

/**
 * Where the rows of a long table stand, of which only those in sight are drawn: a row that was drawn has the height that was
 * measured, any other one the mean of those. Rows are known by their keys, so that what was measured outlasts sorting and
 * filtering.
 */
export class RowHeights {
  private readonly measured = new Map<string, number>();
  private sum = 0;
  private usual = USUAL;
  private keys: readonly string[] = [];
  /** What each row measures, in their order; 0: it was not drawn yet. Adding up tens of thousands has to fit into a frame. */
  private own = new Float64Array(0);
  /** `tops[n]`: where row n begins; the last entry is where the table ends. */
  private tops = new Float64Array(1);

  /** The rows in their order. */
  setRows(keys: readonly string[]): void {
    this.keys = keys;
    this.own = Float64Array.from(keys, (key) => this.measured.get(key) ?? 0);
    this.place();
  }

  /** Notes what drawn rows measure, in pixels by the row's number from 0; gives whether any row stands elsewhere now. */
  note(heights: ReadonlyMap<number, number>): boolean {
    let moved = false;
    for (const [at, height] of heights) {
      const key = this.keys[at];
      if (key === undefined) continue;
      const known = this.measured.get(key);
      if (known === height) continue;
      this.measured.set(key, height);
      this.own[at] = height;
      this.sum += height - (known ?? 0);
      moved ||= height !== (known ?? this.usual);
    }
    if (moved) this.place();
    return moved;
  }

  /** Pixels from the first row's upper edge to the last one's lower edge. */
  get total(): number {
    return this.topOf(this.keys.length);
  }

  /** Pixels from the first row's upper edge to that of row `at`, counted from 0; of one past the last, the total. */
  topOf(at: number): number {
    return this.tops[Math.max(0, Math.min(at, this.keys.length))] ?? 0;
  }

  /** The row, counted from 0, that stands so many pixels below the first row's upper edge; the nearest one where none does. */
  rowAt(pixels: number): number {
    let [low, high] = [0, this.keys.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.topOf(middle) <= pixels) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  private place(): void {
    if (this.measured.size > 0) this.usual = Math.round(this.sum / this.measured.size);
    const { own, usual } = this;
    const tops = new Float64Array(own.length + 1);
    for (let at = 0; at < own.length; at += 1) tops[at + 1] = (tops[at] ?? 0) + (own[at] || usual);
    this.tops = tops;
  }
}
