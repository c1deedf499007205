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
/** Whether a login succeeded. True and false as programs write them in these languages; none is documented. */
const successWords: Words<'yes' | 'no'> = {
  yes: [
    ...['true', 'yes', 'y', '1', 'ok', 'success', 'successful', 'succeeded', 'wahr', 'ja', 'erfolgreich', 'erfolg'],
    ...[
      'vrai',
      'oui',
      'r\u00e9ussi',
      'r\u00e9ussie',
      'succ\u00e8s',
      'verdadero',
      's\u00ed',
      'correcto',
      '\u00e9xito',
      'vero',
      's\u00ec',
    ],
    ...['riuscito', 'successo', 'verdadeiro', 'sim', 'sucesso'],
  ],
  no: [
    ...['false', 'no', 'n', '0', 'fail', 'failed', 'failure', 'unsuccessful', 'not successful', 'denied', 'rejected'],
    ...['error', 'invalid', 'falsch', 'nein', 'fehlgeschlagen', 'fehler', 'nicht erfolgreich', 'faux', 'non'],
    ...[
      '\u00e9chec',
      '\u00e9chou\u00e9',
      '\u00e9chou\u00e9e',
      'falso',
      'fallido',
      'fallida',
      'error',
      'fallito',
      'non riuscito',
    ],
    ...['n\u00e3o', 'falhou', 'falha'],
  ],
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
const successWord = readerOf(successWords);
/** Reads a word that says whether a login succeeded; `undefined` for one we do not know. */
export function successOf(text: string): boolean | undefined {
  const word = successWord(text);
  return word === undefined ? undefined : word === 'yes';
}

/** Words that name an end: what stands under "Failed" as `failed` is no answer of yes or no. */
const endings =
  /suc|fail|fall?i|falh|erro|fehl|erfolg|\u00e9ch|r\u00e9us|rius|denied|reject|invalid|^ok$|corr|\u00e9xito/i;

/** Reads a cell that says whether a login failed: whether it succeeded then; `undefined` for a word we do not know. */
export function successBesideFailure(text: string): boolean | undefined {
  const said = successOf(text);
  return said === undefined || endings.test(text) ? said : !said;
}

/**
 * A spreadsheet's error in any language: capitals between `#` and a mark (`#VALUE!`, `#BEZUG!`, `#¿NOMBRE?`, and our own
 * marks), or one of those without a mark; a row of `#` stands for a number that is too wide for its column.
 */
const errorTexts = [
  /^#[¡¿]?\p{Lu}[\p{L}\d_/]*[!?]$/u,
  /^#(?:n\/[abdv]|nv|na|nb|n\/disp|[in]\/t|yok|н\/д|hiányzik|není_k_dispozici|nedostupný|getting_data|daten_abrufen|fmt|n\/a n\/a|error|deleted|brak|eldenda|ref|value|name|num|type|\S+!)$/iu,
  /^#{3,}$/,
];
/** LibreOffice's errors by number, which are 501 to 540, in its languages; what Google's sheets say while they work something out, and what reports write. */
const errorWords =
  /^(?:err|error|errore|erreur|fehler|erro|fout)\s?:\s?\d{3}$|^\p{L}{3,10}\s?:\s?5[0-4]\d$|^loading\.{3}$|^\[error\]$/iu;
const LONGEST_ERROR = 20;

/** True for a spreadsheet's error, and for a formula that was saved without its result. */
export function isErrorText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 35) return errorTexts.some((pattern) => pattern.test(text));
  // Most cells are settled without a pattern.
  if (text.length > LONGEST_ERROR) return false;
  return (text.includes(':') || text.endsWith('...') || text.endsWith(']')) && errorWords.test(text);
}

/** True for the sentence that Analytics gives in place of an empty table, in its languages. English is documented, the others derived. */
const saysNoRows: readonly RegExp[] = [
  /\b(?:query|report|search|criteria)\b.*\bno\b.*\b(?:rows?|results?|data|records?)\b/i,
  /^no (?:results?|rows?|data|records?)\b/i,
  /\bdid(?:n[\u2019']t| not) (?:result in|return) any\b/i,
  /(?:abfrage|suche|bericht|kriterien).*\bkeine?\b.*(?:zeilen?|ergebnisse?|daten|treffer)/i,
  /^keine (?:ergebnisse|zeilen|daten)\b/i,
  /(?:requ[\u00eae]te|recherche|rapport|crit[\u00e8e]res).*\baucune?s?\b.*(?:ligne|r[\u00e9e]sultat|donn[\u00e9e]e)/i,
  /^aucune? (?:ligne|r[\u00e9e]sultat|donn[\u00e9e]e)/i,
  /(?:consulta|b[\u00fau]squeda|informe|criterios).*\b(?:ning[\u00fau]n\w*|no\b.*\b(?:filas?|resultados?|datos)|sin\b)/i,
  /^(?:sin|no hay) (?:resultados|filas|datos)\b/i,
  /(?:query|interrogazione|ricerca|criteri).*\b(?:nessun\w*|non\b.*\b(?:righe|risultati|dati))/i,
  /^nessun\w* (?:rig|risultat|dat)/i,
  /(?:consulta|pesquisa|relat[\u00f3o]rio|crit[\u00e9e]rios).*\b(?:nenhum\w*|sem\b|n[\u00e3a]o\b.*\b(?:linhas?|resultados?|dados))/i,
  /^nenhum\w* (?:linha|resultado|dado)/i,
];
const LONGEST_SENTENCE = 300;
export const isNoRowsSentence = (text: string): boolean =>
  text.length <= LONGEST_SENTENCE && saysNoRows.some((pattern) => pattern.test(text));

/** Words that name a line of totals; alone, or with what is counted. */
const totalWord =
  '(?:(?:grand|overall|sub)[ -]?)?totals?|(?:zwischen|gesamt)?summen?|gesamt(?:ergebnis|zahl|summe|anzahl)?|insgesamt|somme|(?:sous[ -])?totaux|(?:sous[ -])?total(?: g[e\u00e9]n[e\u00e9]rale?s?)?|suma(?: total)?|total(?: general| geral)?|somma|totali|totale(?: complessivo| generale)?|soma(?: total)?|subtotal(?:es|i)?|totales|(?:eind|sub)?totaal|totalt|razem|suma ko\u0144cowa|celkem|\u0438\u0442\u043e\u0433\u043e|\u0432\u0441\u0435\u0433\u043e|\u5408\u8a08|\u7dcf\u8a08|\u5408\u8ba1|\u603b\u8ba1|\ud569\uacc4|yhteens\u00e4|\u00f6sszesen|toplam';
const counted =
  '(?:(?:number )?(?:of )?(?:all )?(?:users?|people|persons?|rows?|records?|accounts?|roles?|staff|benutzer|personen|zeilen|eintr\u00e4ge|konten|utilisateurs?|lignes?|usuarios?|filas?|utenti|righe|linhas?|utilizadores))';
const onlyTotals = new RegExp(`^(?:${totalWord})(?:[ :]+${counted})?\\s*[:.]?(?:\\s*\\d[\\d.,' ]*)?$`, 'iu');
const beginsTotals = new RegExp(`^(?:${totalWord})(?![\\p{L}\\p{N}._@-])`, 'iu');
const plainNumber = /^\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?$|^\d+(?:[.,]\d+)?$/;

/** Words for what is worked out of a column; each may be a name as well. */
const workedOut =
  /^(?:average|mean|median|min|max|minimum|maximum|count|mittelwert|anzahl|ergebnis|moyenne|promedio|media)$/i;
/** Words for a sum that are family or given names, too. */
const alsoNames = /^(?:suma|soma|somma|somme|summe)$/i;
const LONGEST_TOTALS = 100;

/** The letters that such words begin with: nearly all rows are settled by them. */
const mayBeTotals = (cells: readonly string[]): boolean =>
  /^\s*(?:[acegimoprst-z]|[^\0-\x7f])/i.test(cells.find((cell) => cell.trim() !== '') ?? '');

/**
 * True for a line of totals under a table: nothing but the word (or the word and what is counted) stands there, or its first text
 * begins with it and a number stands beside. A person whose name begins like such a word is none: an identifier that is not the word
 * itself, or a day in a column of dates, makes the line a person's; so does a number there that is more than the rows above, where the
 * word is a name as well.
 */
export function isTotalsLine(
  cells: readonly string[],
  { identifierAt, dateAt, rowsAbove }: { identifierAt: number; dateAt: readonly number[]; rowsAbove: number },
): boolean {
  if (!mayBeTotals(cells)) return false;
  const texts = cells.map((cell) => cell.trim());
  const [first = '', ...others] = texts.filter((cell) => cell !== '');
  if (first.length > LONGEST_TOTALS || !others.every((cell) => plainNumber.test(cell))) return false;
  const identifier = texts[identifierAt] ?? '';
  const isNobody = identifier === '' || identifier === first;
  if (workedOut.test(first)) return others.length > 0 && isNobody;
  if (!beginsTotals.test(first)) return false;
  // A sum that stands where identifiers do counts the rows.
  if (onlyTotals.test(first)) return isNobody || !alsoNames.test(first) || Number(identifier) <= rowsAbove;
  return !dateAt.some((at) => (texts[at] ?? '') !== '') && others.length > 0 && isNobody;
}

/** What a spreadsheet writes beside the name of a group, below its rows; English and German Excel behind it, others before it. */
const groupTotal =
  /^(?:grand )?(?:total|count|sum|average|ergebnis|anzahl|summe|mittelwert|nombre|somme|moyenne|suma|cuenta|promedio|totale|conteggio|somma|media|soma|contagem)$/i;

/**
 * True for the line below the rows of a group (`Staff Total | 12`, `jdoe Count | 2`): its first text is the one above it and such a
 * word, and nothing but numbers stands beside.
 */
export function isGroupTotal(cells: readonly string[], above: readonly string[]): boolean {
  const at = cells.findIndex((cell) => cell && cell.trim() !== '');
  const [text, group] = [(cells[at] ?? '').trim(), (above[at] ?? '').trim()];
  if (group === '' || text.length <= group.length) return false;
  const isBehind = text.startsWith(group);
  if (!isBehind && !text.endsWith(group)) return false;
  const rest = isBehind ? text.slice(group.length) : text.slice(0, -group.length);
  if (!groupTotal.test(rest.trim()) || rest === rest.trim()) return false;
  const others = cells.slice(at + 1).filter((cell) => cell && cell.trim() !== '');
  return others.length > 0 && others.every((cell) => plainNumber.test(cell.trim()));
}
