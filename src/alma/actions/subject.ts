import { fold, recordOf, type UserRecord } from '../../record/index.ts';
import { type Shown, shownBy } from '../elements.ts';
import type { Screen, UserListScreen, UserRecordScreen, UserRow } from '../screen.ts';
import type { Subject } from './action.ts';

const nothingRead = recordOf({}, 'not-on-this-page');

const text = (record: UserRecord, field: 'primaryId' | 'name'): string => {
  const reading = record[field];
  return reading.state === 'read' ? (reading.value ?? '') : '';
};

/** What tells this user from the others of a list: the identifier where the list shows it, else the name with the row's own key. */
function keyOf({ record, element }: UserRow): string {
  return `row ${text(record, 'primaryId') || `${text(record, 'name')} ${element.id}`}`;
}

/** Two rows may show the same name: only an identifier says who it is. */
export const subjectOfRow = (row: UserRow): Subject => ({
  key: keyOf(row),
  records: [row.record],
  identified: isIdentified(row.record),
  tied: true,
});

const isIdentified = ({ primaryId }: UserRecord): boolean => primaryId.state === 'read';

/** A row that could not be read: its number is all that is known of it, so that nothing said about it holds for another row. */
export const unreadRow = (list: string, row: number): Subject => ({
  key: `row ${list} ${row}`,
  records: [nothingRead],
  identified: false,
  tied: true,
});

/**
 * The user on the record page, or on a page of the user's roles that was reached from it; where the reader could not make sure of the record,
 * a user of whom nothing is read.
 */
export function subjectOfPage(screen: Screen | undefined): Subject {
  if (screen?.kind === 'user-record') {
    const { record } = screen;
    const otherwise = underIdentities(screen);
    // What stands in the form now is part of it: a release does not hold for another identifier that was put there since.
    const key = `record ${screen.key} ${text(otherwise[1] ?? record, 'primaryId')}`;
    return { key, records: [record], otherwise, identified: true, tied: true };
  }
  const [record, ...otherwise] = screen?.kind === 'guided-page' ? (screen.reached?.records ?? []) : [];
  if (screen?.kind !== 'guided-page' || !record)
    return { key: 'record', records: [nothingRead], identified: false, tied: true };
  const others = otherwise.length > 0 ? { otherwise } : {};
  return { key: `roles of ${screen.reached?.key}`, records: [record], ...others, identified: true, tied: true };
}

/** The record as Alma loaded it and as its form stands at this moment. */
export function underIdentities({ record, identities }: UserRecordScreen): readonly UserRecord[] {
  const { loaded, typed } = identities?.() ?? {};
  return [loaded, typed].flatMap((identity) => (identity ? [{ ...record, ...identity }] : []));
}

/** The job of a purge page: a purge is about many records, none of them on this page. */
export const job: Subject = { key: 'purge', records: [], identified: false, tied: true };

/** A row's tick box: the name that stands on classic lists whose rows can be ticked (high), or `pageBean.<list>[n].selected` (2026 pages). */
const tickBox = ['name="pageBean.selectedResultsList.values"', 'name$="].selected"']
  .map((name) => `input[type="checkbox"][${name}]:checked`)
  .join(',');

/**
 * What a button above the user list is about: those who are ticked. Rows on other pages of the list may be ticked as well, and where
 * no ticked row is on screen nobody can say who is meant.
 */
export function subjectOfTicked(screen: Screen | undefined): Subject {
  const rows =
    screen?.kind === 'user-list' ? screen.rows().filter(({ element }) => element.querySelector(tickBox)) : [];
  const records = rows.map(({ record }) => record);
  return {
    key: `ticked ${rows.map(keyOf).sort().join('\n')}`,
    records,
    identified: records.length > 0 && records.every(isIdentified),
    bulk: true,
    tied: true,
  };
}

/**
 * The two accounts of the Merge Users page, from the fields whose names say from and to (`…OfFromUser…`, `…OfToUser…`, seen there).
 * Two that disagree are not believed. A field shows a name or an identifier: one word is taken for an identifier, more for a name, which may have the identifier in brackets.
 */
export function subjectOfMerge(document: Document): Subject {
  const shown = ['FromUser', 'ToUser'].map((side) => {
    const fields = [...document.querySelectorAll(`[id^="pageBean"][id*="Of${side}" i]`)];
    const [text = '', ...others] = new Set(fields.flatMap((field) => almasText(shownBy(field))));
    return others.length === 0 ? text : '';
  });
  const records = shown.map(mergedUser);
  return { key: `merge ${shown.join(' | ')}`, records, identified: records.every(isIdentified), tied: true };
}

const almasText = (shown: Shown | undefined): string[] => (shown && !shown.translated ? [shown.text] : []);

function mergedUser(shown: string): UserRecord {
  const id = /^\S+$/.test(shown) ? shown : /\(([^()\s]+)\)\s*$/.exec(shown)?.[1];
  const known = { ...(shown && { name: shown.replace(/\s*\([^()]*\)\s*$/, '') }), ...(id && { primaryId: id }) };
  return recordOf(known, 'not-on-this-page');
}

/** A name with a comma, or a word with a letter and a digit or an underscore: what a dialog says when it names somebody. */
const namesSomebody = /\p{Lu}[\p{L}'-]+, \p{Lu}\p{L}|\b(?=\w*[a-z])\w*[0-9_]\w*\b/iu;

/**
 * Checks a confirm dialog against the record that the action began with: tied when the dialog names that user, or names
 * nobody while the row, if it is still drawn, shows the same user as before. Those who are ticked may be anybody whom it names.
 * Names of Alma's dialogs were never seen, so the check looks at whatever text the dialog holds.
 */
export function tiedTo(subject: Subject, dialogText: string, list: UserListScreen | undefined): Subject {
  if (subject.bulk) return subject;
  const names = subject.records.flatMap((record) => [text(record, 'primaryId'), text(record, 'name')]).filter(Boolean);
  const said = fold(dialogText);
  if (names.some((name) => said.includes(fold(name)))) return subject;
  const isAboutAnother = namesSomebody.test(dialogText) || (list !== undefined && !stillDrawn(subject, list, said));
  return isAboutAnother ? { key: 'untied', records: subject.records, identified: false, tied: false } : subject;
}

/** False when the list no longer holds the row, or the dialog names the user of another row. */
function stillDrawn(subject: Subject, list: UserListScreen, said: string): boolean {
  const rows = list.rows();
  if (subject.key.startsWith(`row ${list.list} `)) return true;
  const others = rows.filter((row) => keyOf(row) !== subject.key).map((row) => fold(text(row.record, 'name')));
  return others.length < rows.length && !others.some((name) => name.length > 3 && said.includes(name));
}
