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
  /** `tops[n]`: where row n begins; the last entry is where the table ends. */
  private tops = new Float64Array(1);

  /** The rows in their order. */
  setRows(keys: readonly string[]): void {
    this.keys = keys;
    this.place();
  }

  /** Notes what drawn rows measure, in pixels by key; gives whether any row stands elsewhere now. */
  note(heights: ReadonlyMap<string, number>): boolean {
    let moved = false;
    for (const [key, height] of heights) {
      const known = this.measured.get(key);
      if (known === height) continue;
      this.measured.set(key, height);
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
    const tops = new Float64Array(this.keys.length + 1);
    let top = 0;
    for (const [at, key] of this.keys.entries()) {
      top += this.measured.get(key) ?? this.usual;
      tops[at + 1] = top;
    }
    this.tops = tops;
  }
}
