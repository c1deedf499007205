import type { Desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { bringFonts, letter } from './lettering.ts';
import { rolesFile } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';

/** Names of one to twenty words, and some identifiers that can only be broken within a word: rows of many heights. */
const people = Array.from({ length: 150 }, (_, at) => [
  at % 7 === 0 ? `u${at}_${'identifier_without_a_place_to_break_it'.slice(0, (at % 5) * 9)}` : `u${at}`,
  `Silva ${'Encarnação '.repeat(at % 13)}`.trim(),
  `Nuno ${'Maria '.repeat(at % 8)}`.trim(),
  'Active',
  'Cataloger',
  '01EX_INST',
]);

interface Look {
  /** How far the table is scrolled, and how far it can be, in pixels. */
  readonly scrolled: number;
  readonly farthest: number;
  /** Pixels from the window's upper edge: where the headings end, and where the table does. */
  readonly from: number;
  readonly to: number;
  /** Every drawn row but the one that is kept for the focus alone, in order; counted from 0. */
  readonly rows: readonly { at: number; top: number; bottom: number; content: number }[];
  /** The row that holds the focus, counted from 0; -1: none does. */
  readonly focused: number;
}

const look = ({ tab }: ReviewScreen): Promise<Look> =>
  tab.run(() => {
    const scroller = document.querySelector<HTMLElement>('.grid-scroller');
    const head = scroller?.querySelector('.grid-head');
    if (!scroller || !head) throw new Error('There is no table.');
    const numberOf = (row: Element | null | undefined) => Number(row?.getAttribute('aria-rowindex') ?? 1) - 2;
    const drawn = [...scroller.querySelectorAll<HTMLElement>('.person-row')].map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return { at: numberOf(row), top, bottom, content: row.scrollHeight };
    });
    const order = drawn.toSorted((one, other) => one.at - other.at);
    const isAlone = (at: number) => !drawn.some((other) => Math.abs(other.at - at) === 1);
    const { top, bottom } = scroller.getBoundingClientRect();
    return {
      scrolled: scroller.scrollTop,
      farthest: scroller.scrollHeight - scroller.clientHeight,
      from: head.getBoundingClientRect().bottom,
      to: Math.min(bottom, top + scroller.clientTop + scroller.clientHeight),
      rows: order.filter(({ at }) => !isAlone(at)),
      focused: numberOf(document.activeElement?.closest('.person-row')),
    };
  });

/**
 * Waits until nothing moves any more and nothing is wrong, and gives what is then drawn. What is drawn may be measured only
 * later, and then moves once more: only what stays wrong is wrong. `also` says what else is.
 */
async function settled(screen: ReviewScreen, state: string, also: (now: Look) => string[] = () => []): Promise<Look> {
  let before = '';
  let last: Look | undefined;
  const wrong = async () => {
    await screen.tab.run(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(true)), 30)));
    last = await look(screen);
    const now = JSON.stringify(last);
    const moves = now === before ? [] : ['it moves'];
    before = now;
    return [...moves, ...faults(last), ...also(last)];
  };
  await expect.poll(wrong, { message: state, intervals: [0, 0, 50, 100, 250] }).toEqual([]);
  if (!last) throw new Error('Nothing was looked at.');
  return last;
}

/** What is wrong with rows as they are drawn, as sentences: heights are whole pixels, so that half a pixel may be shared. */
function faults({ rows, from, to, scrolled, farthest }: Look): string[] {
  const found: string[] = [];
  for (const [n, { at, top, bottom, content }] of rows.entries()) {
    const next = rows[n + 1];
    if (content > bottom - top + 1) found.push(`row ${at} is ${bottom - top} px high, its words ${content} px`);
    if (!next) continue;
    if (next.at !== at + 1) found.push(`between row ${at} and row ${next.at} some are missing`);
    else if (Math.abs(next.top - bottom) > 1)
      found.push(`row ${next.at} begins ${next.top - bottom} px after row ${at}`);
  }
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return ['nothing is drawn'];
  if (first.top > from + 1) found.push(`nothing stands in the first ${first.top - from} px`);
  if (last.bottom < to - 1) found.push(`nothing stands in the last ${to - last.bottom} px`);
  if (scrolled <= 0 && first.at !== 0) found.push(`at the top row ${first.at} stands first`);
  if (scrolled >= farthest - 1 && last.at !== people.length - 1) found.push(`at the end row ${last.at} stands last`);
  return found;
}

const scrollTo = ({ tab }: ReviewScreen, part: number) =>
  tab.run((wanted) => {
    const scroller = document.querySelector('.grid-scroller');
    if (scroller) scroller.scrollTop = wanted * (scroller.scrollHeight - scroller.clientHeight);
  }, part);

/** Scrolls by parts of what is in sight until the end or the beginning; gives which rows have stood in sight. */
async function scrollThrough(screen: ReviewScreen, down: boolean): Promise<Set<number>> {
  const seen = new Set<number>();
  for (let steps = 0; steps < 400; steps += 1) {
    const now = await settled(screen, `${down ? 'down' : 'up'}, step ${steps}`);
    for (const { at, top, bottom } of now.rows) if (bottom > now.from && top < now.to) seen.add(at);
    if (down ? now.scrolled >= now.farthest - 1 : now.scrolled <= 0) return seen;
    const by = (now.to - now.from) / 2;
    await screen.tab.run((pixels) => document.querySelector('.grid-scroller')?.scrollBy(0, pixels), down ? by : -by);
  }
  throw new Error('The table has no end.');
}

async function openTable(desk: Desk): Promise<ReviewScreen> {
  const screen = await ReviewScreen.open(desk);
  await bringFonts(screen.tab);
  await screen.give([rolesFile(...people)]);
  await screen.figures();
  await screen.lists(people.length);
  return screen;
}

for (const [title, width, spaced] of [
  ['as it is', 1280, false],
  ['with spaced text', 1280, true],
  ['with spaced text in a small window', 375, true],
] as const) {
  test(`rows of different heights, ${title}: wherever one scrolls none overlaps and none is lost`, async ({ desk }) => {
    const screen = await openTable(desk);
    await screen.tab.resize(width, 700);
    await letter(screen.tab, 'html', { family: 'wide', spaced, longer: false });
    await screen.tab.run(() => document.querySelector('.grid-scroller')?.scrollIntoView());
    const everybody = people.map((_, at) => at);
    const begin = await settled(screen, 'at first');
    expect(new Set(begin.rows.map(({ top, bottom }) => Math.round(bottom - top))).size).toBeGreaterThan(1);

    // Where nobody has been yet, heights are not known: a jump has to end where rows stand, whole and one below the other.
    for (const part of [0.5, 1, 0.25, 0.75, 0]) {
      await scrollTo(screen, part);
      await settled(screen, `at ${part}`);
    }
    for (const down of [true, false])
      expect([...(await scrollThrough(screen, down))].toSorted((one, other) => one - other)).toEqual(everybody);
  });
}

test('the focus stays with its row wherever one scrolls, and keys bring it to the end and back', async ({ desk }) => {
  const screen = await openTable(desk);
  await screen.tabTo('[role="gridcell"]');
  await screen.press('ArrowDown', 'ArrowDown', 'ArrowDown');
  await screen.tab.until('row 3 has the focus', async () => (await look(screen)).focused === 3);
  for (const part of [0.5, 1, 0]) {
    await scrollTo(screen, part);
    await settled(screen, `at ${part}`, ({ focused }) => (focused === 3 ? [] : [`row ${focused} has the focus`]));
  }
  await scrollTo(screen, 1);
  await settled(screen, 'at the end');
  const isWhole = ({ rows, focused, from, to }: Look) =>
    rows.some(({ at, top, bottom }) => at === focused && top >= from - 1 && bottom <= to + 1);
  for (const [key, row] of [
    ['ArrowDown', 4],
    ['Control+End', people.length - 1],
    ['ArrowUp', people.length - 2],
    ['Control+Home', 0],
    ['Control+End', people.length - 1],
  ] as const) {
    await screen.press(key);
    await settled(screen, `${key} to row ${row}`, (now) => [
      ...(now.focused === row ? [] : [`row ${now.focused} has the focus`]),
      ...(isWhole(now) ? [] : ['it does not stand whole in sight']),
    ]);
  }
});
