export { headingAliases } from './heading-aliases.ts';
export { headingKey } from './headings.ts';
export { readFile } from './read-file.ts';
export { guardedIdentifier, spreadsheetChanges } from './spreadsheet-changes.ts';
export * from './types.ts';
export { type CellToWrite, looksLikeFormula, readableCell, writeCsv, writeXlsx } from './write.ts';
