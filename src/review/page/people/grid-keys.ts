/** A cell of the grid; row 0 holds the headings. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface Size {
  /** Rows of people, without the headings. */
  readonly rows: number;
  readonly columns: number;
  /** Rows that Page Up and Page Down move by. */
  readonly page: number;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Where a key moves the focus to, after the grid pattern of the ARIA practices; `undefined` for a key that moves nothing. */
export function movedBy(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  from: Cell,
  { rows, columns, page }: Size,
): Cell | undefined {
  if (altKey) return undefined;
  const to = (row: number, column: number): Cell => ({
    row: Math.max(0, Math.min(rows, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  const { row, column } = from;
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    case 'Home':
      return far ? to(1, 0) : to(row, 0);
    case 'End':
      return far ? to(rows, columns - 1) : to(row, columns - 1);
    default:
      return undefined;
  }
}
