import type { SheetTable } from '../../sheets/types.ts';
import type { ReviewFile } from './types.ts';

/** A file with its table, and the keys of the people in it. */
export interface FileOfPeople {
  file: ReviewFile;
  table: SheetTable;
  keys: ReadonlySet<string>;
}

/**
 * Marks the files that are a part of something whose rest is in no other file: pages of an answer that do not come to its total
 * together, an unfinished answer without its last page, a file that breaks off, a zip with user records in a form that is not read.
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
    else if (notUsed.some(({ why }) => why === 'version-1')) file.open ??= {};
  }
  const headings = ({ table }: FileOfPeople) => table.headings.map(({ heading }) => heading).join('\n');
  for (const one of files.filter(({ table }) => table.records?.isOnePage)) {
    const last = files.some(
      (other) => other.table.records && !other.table.records.isOnePage && headings(other) === headings(one),
    );
    if (!last) one.file.open = {};
  }
}

/** Whether figures drawn from these files can only be a part of the truth. */
export const isOpen = (files: readonly Pick<ReviewFile, 'open'>[]): boolean => files.some(({ open }) => open);
