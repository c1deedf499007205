import { zipSync } from 'fflate';
import { say, sayInFile } from '../../../platform/say.ts';
import { type Totals, totalsText } from '../../../totals/index.ts';
import {
  type AskFile,
  type FileFormat,
  type HandOver,
  type Person,
  readableFile,
  type SetKind,
  setFile,
} from '../../model/index.ts';
import type { Desk } from '../desk.ts';
import { decisionWord, nameOf } from '../people/words.ts';

const types: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

const blobOf = (bytes: Uint8Array, type: string) => new Blob([bytes as Uint8Array<ArrayBuffer>], { type });

/** Hands over the identifiers of a set as Alma takes them. */
export function downloadSet(desk: Desk, kind: SetKind, identifiers: readonly string[], format: FileFormat): void {
  const { today } = desk.store.get();
  desk.doors.download(`alma-set-${kind}-${today}.${format}`, blobOf(setFile(identifiers, format), types[format]));
}

/** Hands over the list of those who have to be done by hand, with the roles to take off. */
export function downloadByHand(desk: Desk, { byHand }: HandOver, format: FileFormat): void {
  const { today, reviewed } = desk.store.get();
  const headings = ['USERNAME', ...['name', 'decision', 'roles', 'why'].map((part) => say(`review_by_hand_${part}`))];
  const rows = byHand.map(({ key, identifier, decision, reason, roles }) => {
    const person = reviewed?.byKey.get(key);
    const named = roles.map(({ name, scope, scopeCode }) =>
      scope ? sayInFile('review_role_in_scope', { role: name, scope: withCode(scope, scopeCode) }) : name,
    );
    const why = say(`sheets_by_hand_${reason.replaceAll('-', '_')}`);
    return [identifier, person ? nameOf(person) : '', decisionWord(decision), named.join('; '), why];
  });
  desk.doors.download(
    `alma-by-hand-${today}.${format}`,
    blobOf(readableFile([headings, ...rows], format), types[format]),
  );
}

/** A name that every file system takes. */
const fileName = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** A scope as files name it: with its code where its name alone does not tell which it is. */
const withCode = (scope: string, code: string | undefined) =>
  code === undefined ? scope : sayInFile('review_scope_and_code', { scope, code });

/** Whom an "ask somebody" file is for. */
export const groupName = ({ group, code }: AskFile): string =>
  group === null ? say('review_ask_nobody') : withCode(group, code);

const askFileName = (file: AskFile, format: FileFormat) =>
  `${fileName(sayInFile('review_ask_file', { group: groupName(file) }))}.${format}`;

/** Hands over the file for one supervisor. */
export function downloadAsk(desk: Desk, file: AskFile, format: FileFormat): void {
  desk.doors.download(askFileName(file, format), blobOf(readableFile(file.rows, format), types[format]));
}

/** Hands over the files for all supervisors in one zip. */
export function downloadAllAsk(desk: Desk, files: readonly AskFile[], format: FileFormat): void {
  const entries = files.map((file, at) => [`${at + 1}-${askFileName(file, format)}`, readableFile(file.rows, format)]);
  const zip = zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
  desk.doors.download(`alma-ask-${desk.store.get().today}.zip`, blobOf(zip, 'application/zip'));
}

/** Saves the review as a file that this page opens again. */
export async function saveReview(desk: Desk): Promise<void> {
  const { book, today } = desk.store.get();
  const file = await desk.reviewFile();
  if (!file) return;
  desk.doors.download(`alma-named-user-review-${today}.json`, file);
  if (desk.store.get().book.decisions === book.decisions) desk.savedToFile();
}

/** Hands over the totals, as they are shown. */
export function downloadTotals(desk: Desk, totals: Totals): void {
  const name = `alma-named-user-totals-${fileName(totals.institution)}-${totals.date}.json`;
  desk.doors.download(name, new Blob([totalsText(totals)], { type: 'application/json' }));
}

/** The people behind keys, as far as they are still among those reviewed. */
export const peopleWith = (keys: readonly string[], byKey: ReadonlyMap<string, Person>): Person[] =>
  keys.flatMap((key) => byKey.get(key) ?? []);
