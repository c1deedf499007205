/** Digits that a spreadsheet keeps of a number; those behind them become zeros. */
const KEPT_DIGITS = 15;
const longNumber = /^[1-9]\d{15,}$/;
/** So many zeros in these places are no accident: one time in a thousand. */
const FEWEST_ZEROS = 3;

/**
 * The identifiers of a column that have lost their last digits in a spreadsheet and came back as plain numbers: all that have more than
 * 15 digits, where each of them has nothing but zeros behind the 15th. None where a single one has another digit there.
 */
export function cutNumbers(
  rows: readonly { readonly cells: readonly string[] }[],
  column: number,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const identifier = cells[column] ?? '';
    if (identifier.length <= KEPT_DIGITS || !longNumber.test(identifier)) continue;
    if (/[1-9]/.test(identifier.slice(KEPT_DIGITS))) return new Set();
    found.add(identifier);
  }
  const zeros = [...found].reduce((sum, { length }) => sum + length - KEPT_DIGITS, 0);
  return zeros >= FEWEST_ZEROS ? found : new Set();
}
