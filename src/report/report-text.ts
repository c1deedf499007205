import type { PageReport } from '../platform/messages.ts';

/** Stands before the number of a page; nothing of a page begins so. */
const pageMark = '=== page';

/** What the page check says of a page, a line each: what was looked for, whether and by which sign it was found. */
export function checkLines({ page }: PageReport): readonly string[] {
  const { screen, guided, translated, noPlace, signs, columns, anchors, unread } = page;
  return [
    ['screen', screen, guided, translated && 'translated', noPlace && 'no-place'],
    ...(signs ? [['signs', ...signs]] : []),
    ...(columns ? [['columns', ...columns]] : []),
    ...anchors.map(({ field, found, by, sure }) => ['field', field, found ? 'found' : 'missing', by, sure]),
    ...anchors.flatMap(({ field, days }) => (days ? [[`days.${field}`, ...days]] : [])),
    ...unread.map(({ field, why }) => ['unread', field, why]),
  ].map((words) => ['?', ...words.filter(Boolean)].join(' '));
}

/** One page as it stands in the file: its address and what is told of it, what the page check said, its structure. */
export function pageText(report: PageReport): string {
  const [address = '', ...lines] = report.lines;
  const facts = lines.filter((line) => line.startsWith('# '));
  return [address, ...facts, ...checkLines(report), ...lines.slice(facts.length)].join('\n');
}

/** The whole file, as it is shown, copied and saved. */
export const reportText = (pages: readonly PageReport[], version: string): string =>
  [
    `Alma User Guard ${version} page report`,
    ...pages.flatMap((page, at) => [`${pageMark} ${at + 1} of ${pages.length}`, pageText(page)]),
    '',
  ].join('\n');
