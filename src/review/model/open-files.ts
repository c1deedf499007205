import { isUnreadEntry, type SheetTable, unreadLines } from '../../sheets/types.ts';
import type { Joined, Person, ReviewFile } from './types.ts';

/** A file with its table, and the keys of the people in it. */
export interface FileOfPeople {
  file: ReviewFile;
  table: SheetTable;
  keys: ReadonlySet<string>;
}

/**
 * Marks the files that are a part of something whose rest is in no other file: pages of an answer that do not come to its total
 * together, a file that breaks off, a zip with user records in a form that is not read.
 * (For pages of Analytics answers see `pagesOfReports`.)
 */
export function markOpenFiles(files: readonly FileOfPeople[]): void {
  const users = files.filter(({ file }) => file.kind === 'user-records');
  for (const { file, table } of users) {
    const { total = 0 } = table.records ?? {};
    const pages = users.filter((other) => other.table.records?.total === total);
    const together = new Set(pages.flatMap(({ keys }) => [...keys]));
    if (total > together.size) file.open = { total };
  }
  for (const { file, table } of files) {
    const { isCutOff, notUsed = [] } = table.records ?? {};
    // Of login events that are missing nobody's number depends.
    if (isCutOff && file.kind !== 'login-events') file.open = {};
    // A zip inside may hold people, as what could not be read may.
    else if (notUsed.some(({ why }) => why === 'zip' || isUnreadEntry(why))) file.open ??= {};
  }
}

/** Whether figures drawn from these files can only be a part of the truth. */
export const isOpen = (files: readonly Pick<ReviewFile, 'open'>[]): boolean => files.some(({ open }) => open);

/**
 * How many people at least the review's files do not show, though they are known to be somewhere: on the other pages of an answer, behind
 * the end of a file that breaks off, in a record that could not be read.
 */
export function missingPeople({
  people,
  joined: { files, unreadRows },
}: {
  readonly people: readonly Pick<Person, 'files'>[];
  readonly joined: Pick<Joined, 'files' | 'unreadRows'>;
}): number {
  // One that stands on a page of many is among those that the page does not show.
  const onPages = new Set(files.flatMap(({ name, open }) => (open?.total === undefined ? [] : name)));
  // A login event that could not be read is nobody.
  const ofPeople = new Set(files.flatMap(({ name, kind }) => (kind === 'login-events' ? [] : name)));
  const records = unreadLines(
    unreadRows.filter(({ record, used, file }) => record && used === 'no' && ofPeople.has(file) && !onPages.has(file)),
  );
  const totals = new Set(files.flatMap(({ open }) => open?.total ?? []));
  const pages = [...totals].map((total) => {
    const group = new Set(files.flatMap((file, at) => (file.open?.total === total ? [at] : [])));
    return total - people.filter((person) => person.files.some((at) => group.has(at))).length;
  });
  // A file that breaks off lists the record in which it does; an answer that is not finished lists nothing.
  const hasOther = files.some(({ open }) => open && open.total === undefined);
  const known = pages.reduce((sum, missing) => sum + Math.max(1, missing), 0) + records;
  return hasOther ? Math.max(1, known) : known;
}
