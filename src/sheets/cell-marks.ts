/*
 * What stands in a cell that cannot be read for certain. Told apart from texts like Excel's own errors, see `isErrorText`.
 */

/** A formula that was saved without its result. */
export const formulaWithoutResult = '#FORMULA!';
/** A number of more than the 15 digits that a spreadsheet keeps: its last digits are not those of the source. */
export const damagedNumber = '#DIGITS!';
/** A number of which it is not certain what the spreadsheet shows for it, or that it shows without all its digits, or a cell that points at nothing. */
export const unreadableCell = '#FORMAT!';
