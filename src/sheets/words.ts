import { headingKey } from './headings.ts';
import type { SheetRow } from './types.ts';

type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

/** The words of a status column. English: seen in exports (`Active`) and in the API's codes; others derived. */
const statusWords: Words<'ACTIVE' | 'INACTIVE' | 'DELETED'> = {
  ACTIVE: ['Active', 'Aktiv', 'Actif', 'Active', 'Activo', 'Activa', 'Attivo', 'Attiva'],
  INACTIVE: [
    'Inactive',
    'Not active',
    'Inaktiv',
    'Nicht aktiv',
    'Inactif',
    'Inactivo',
    'Inactiva',
    'Inattivo',
    'Non attivo',
  ],
  DELETED: ['Deleted', 'Gelöscht', 'Supprimé', 'Eliminado', 'Borrado', 'Eliminato', 'Cancellato'],
};
const recordTypeWords: Words<'PUBLIC' | 'STAFF' | 'CONTACT'> = {
  PUBLIC: ['Public', 'Öffentlich', 'Público', 'Pubblico', 'Usager'],
  STAFF: ['Staff', 'Personal', 'Mitarbeiter', 'Personnel', 'Personale'],
  CONTACT: ['Contact', 'Kontakt', 'Contacto', 'Contatto'],
};
const accountTypeWords: Words<'INTERNAL' | 'EXTERNAL' | 'INTEXTAUTH'> = {
  INTERNAL: ['Internal', 'Intern', 'Interne', 'Interno', 'Interna'],
  EXTERNAL: ['External', 'Extern', 'Externe', 'Externo', 'Externa', 'Esterno'],
  INTEXTAUTH: ['INTEXTAUTH', 'Internal with external authentication', 'Internal with external auth'],
};

function readerOf<T extends string>(words: Words<T>): (text: string) => T | undefined {
  const byKey = new Map<string, T>();
  for (const [value, spellings] of Object.entries(words) as [T, readonly string[]][]) {
    for (const spelling of spellings) byKey.set(headingKey(spelling), value);
  }
  // Exports repeat a handful of words; the map of seen spellings stays as small as a careless column lets it.
  const seen = new Map<string, T | undefined>();
  return (text) => {
    if (seen.has(text)) return seen.get(text);
    const value = byKey.get(headingKey(text));
    if (seen.size < 1000) seen.set(text, value);
    return value;
  };
}

/** Reads a word of a status column; `undefined` for one we do not know. */
export const statusOf: (text: string) => SheetRow['status'] = readerOf(statusWords);
/** Reads a word of a role status column; a role is active or inactive, and nothing else. */
export const roleStatusOf = (text: string): 'ACTIVE' | 'INACTIVE' | undefined => {
  const status = statusOf(text);
  return status === 'DELETED' ? undefined : status;
};
/** Reads a word of a record type column; `undefined` for one we do not know. */
export const recordTypeOf: (text: string) => SheetRow['recordType'] = readerOf(recordTypeWords);
/** Reads a word of an account type column; `undefined` for one we do not know. */
export const accountTypeOf: (text: string) => SheetRow['accountType'] = readerOf(accountTypeWords);

/**
 * A spreadsheet's error in any language: capitals between `#` and a mark (`#VALUE!`, `#BEZUG!`, `#¿NOMBRE?`, and our own
 * marks), or one of those without a mark; a row of `#` stands for a number that is too wide for its column.
 */
const errorTexts = [
  /^#[¡¿]?\p{Lu}[\p{Lu}\d_/]*[!?]$/u,
  /^#(?:n\/[abdv]|nv|na|getting_data|daten_abrufen|fmt|\S+!)$/i,
  /^#{3,}$/,
];
/** LibreOffice's errors by number, and what Google's sheets say while they work something out. */
const errorWords = /^(?:err|error|errore|erreur|fehler|erro|fout)\s?:\s?\d{3}$|^loading\.{3}$/i;

/** True for a spreadsheet's error, and for a formula that was saved without its result. */
export const isErrorText = (text: string): boolean =>
  text.charCodeAt(0) === 35 ? errorTexts.some((pattern) => pattern.test(text)) : errorWords.test(text);

const totals = /^(?:grand\s+)?(?:sub)?totals?\b|^(?:gesamt|summe|insgesamt|somme|total(?:e|es|i)?|suma|somma)\b/i;

/** True for a line of totals under a table: its first text says so, and beside it stand numbers at most. */
export function isTotalsLine(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = '', ...others] = filled;
  return totals.test(first) && others.every((cell) => /^[\d.,' ]+$/.test(cell));
}
