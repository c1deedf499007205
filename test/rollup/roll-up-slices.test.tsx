// @vitest-environment happy-dom

import { act, cleanup, configure, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GivenFile } from '../../src/rollup/given-files.ts';
import { MemberCells } from '../../src/rollup/member-rows.tsx';
import { rowsAFrame } from '../../src/rollup/members-section.tsx';
import { useSums } from '../../src/rollup/use-sums.ts';
import { policyWith } from '../review/review-of.ts';
import { day, totalsWith } from '../totals/totals-with.ts';
import { click, give, members, one, openPage, today } from './page-at-hand.tsx';

// Nothing here is timed: on a machine with other work, a second can be short.
configure({ asyncUtilTimeout: 60_000 });

/** Frames that somebody waits for; they come when a test says so. */
const waiting = new Map<number, FrameRequestCallback>();
let lastFrame = 0;
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    lastFrame += 1;
    waiting.set(lastFrame, callback);
    return lastFrame;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => waiting.delete(frame));
});
afterEach(() => {
  cleanup();
  waiting.clear();
  vi.unstubAllGlobals();
});

async function frame(): Promise<void> {
  const due = [...waiting.values()];
  waiting.clear();
  await act(() => {
    for (const callback of due) callback(0);
  });
}

async function frames(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await frame();
}

const two = (at: number) => String(at).padStart(2, '0');
const many = Array.from({ length: 30 }, (_, at) =>
  totalsWith({ institution: `Member ${two(at)}`, byRoleList: { 'wrlc-carli': 100 + ((at * 7) % 30) } }),
);
const byName = many.map(({ institution }) => institution);
const byNumber = [...many]
  .sort((a, b) => (b.byRoleList['wrlc-carli'] ?? 0) - (a.byRoleList['wrlc-carli'] ?? 0))
  .map(({ institution }) => institution);
const rowNodes = () => [...document.querySelectorAll('[data-member]')];
const inSight = () => document.querySelectorAll('[data-member]:not([hidden])').length;
const below = () => [...document.querySelectorAll('#course, #handover')].map(({ id }) => id);
const isBusy = () => one('table.members, .member-cards').getAttribute('aria-busy');
const slices = Math.ceil(many.length / rowsAFrame) - 1;

async function openWith(given = many): Promise<void> {
  openPage({ namedUserLimit: 3000 });
  await give(...given);
  await waitFor(() => expect(members().length).toBeGreaterThan(0));
}

test('a long table is drawn a slice a frame, first the first, in the end all of it, and what stands below it after it', async () => {
  await openWith();
  expect(members()).toEqual(byName.slice(0, rowsAFrame));
  expect([isBusy(), document.querySelector('#course')]).toEqual(['true', null]);
  // The sums are of all members from the first.
  expect(one('output[data-rollup="members"]').textContent).toBe('30');
  const drawn: number[] = [];
  for (let at = 0; at < slices; at += 1) {
    await frame();
    drawn.push(members().length);
  }
  expect(drawn).toEqual([2 * rowsAFrame, 3 * rowsAFrame, 30]);
  expect(members()).toEqual(byName);
  expect([isBusy(), below()]).toEqual([null, []]);
  await frame();
  expect(below()).toEqual(['course']);
  await frame();
  expect([below(), waiting.size]).toEqual([['course', 'handover'], 0]);
});

test('a short one is drawn at once', async () => {
  await openWith(many.slice(0, rowsAFrame));
  expect([members().length, isBusy(), below()]).toEqual([rowsAFrame, null, ['course', 'handover']]);
});

test('on paper all of it stands, even where print() has been called by a script that has not ended', async () => {
  await openWith();
  expect(members()).toHaveLength(rowsAFrame);
  dispatchEvent(new Event('beforeprint'));
  // Nothing is waited for here.
  expect(members()).toEqual(byName);
  expect([isBusy(), below()]).toEqual([null, ['course', 'handover']]);
});

test('another order moves rows and makes none, a slice a frame, and the first rows are right at once', async () => {
  await openWith();
  await frames(slices);
  const before = new Map(members().map((name, at) => [name, rowNodes()[at]]));
  await act(() => {
    one<HTMLDetailsElement>('[data-member="Member 17"] details').open = true;
  });
  const draw = vi.spyOn(MemberCells.prototype, 'render');
  const moved: number[] = [];
  const delivered: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void delivered.push(...records));
  observer.observe(one('tbody'), { childList: true, subtree: true, attributes: true, characterData: true });
  const note = () => {
    const records = [...delivered.splice(0), ...observer.takeRecords()];
    const within = records.filter(({ target, attributeName }) => target !== one('tbody') && attributeName !== 'hidden');
    expect(within).toEqual([]);
    moved.push(records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0));
  };
  await act(() => void click('[data-sort="named"]'));
  note();
  expect(members().slice(0, rowsAFrame)).toEqual(byNumber.slice(0, rowsAFrame));
  expect([members().length, inSight(), isBusy()]).toEqual([30, rowsAFrame, 'true']);
  for (let at = 0; at < slices; at += 1) {
    await frame();
    note();
  }
  expect(members()).toEqual(byNumber);
  expect([inSight(), isBusy()]).toEqual([30, null]);
  expect(members().map((name) => before.get(name))).toEqual(rowNodes());
  expect(one<HTMLDetailsElement>('[data-member="Member 17"] details').open).toBe(true);
  expect(Math.max(...moved)).toBeLessThanOrEqual(rowsAFrame);
  expect(moved[0]).toBeGreaterThan(0);
  expect(draw).not.toHaveBeenCalled();
  draw.mockRestore();
});

test('an order that is chosen while the last one is still being drawn wins, and print settles it', async () => {
  await openWith();
  await frame();
  await act(() => void click('[data-sort="named"]'));
  await frame();
  await act(() => void click('[data-sort="named"]'));
  dispatchEvent(new Event('beforeprint'));
  expect([members(), inSight()]).toEqual([byNumber.toReversed(), 30]);
  expect(new Set(rowNodes()).size).toBe(30);
});

test('more files given later leave no old number standing', async () => {
  await openWith();
  await frames(slices + 2);
  const later = many.map((totals) =>
    totalsWith({ ...totals, date: day('2026-11-26'), byRoleList: { 'wrlc-carli': 7 } }),
  );
  await give(...later);
  await waitFor(() => expect(one('output[data-rollup="named-users"]').textContent).toBe('210'));
  // What stands below stays while the table is drawn anew.
  expect([inSight(), isBusy(), below()]).toEqual([30, 'true', ['course', 'handover']]);
  await frames(slices);
  const numbers = [...document.querySelectorAll('[data-cell="named"]')].map(({ textContent }) => textContent);
  expect([numbers.length, new Set(numbers), isBusy()]).toEqual([30, new Set(['7']), null]);
  const choices = [...document.querySelectorAll('#course option')].map(({ textContent }) => textContent);
  expect(choices).toEqual(['All members', ...byName]);
});

describe('many files', () => {
  const policy = policyWith({});
  const filesOf = (institution: string, count: number): GivenFile[] =>
    Array.from({ length: count }, (_, at) => {
      const totals = totalsWith({ institution, date: day(`${1700 + at}-11-20`) });
      return { key: at, name: `${institution} ${at}`, parsed: { state: 'read', totals, dropped: [] } };
    });

  function Shown({ files }: { files: readonly GivenFile[] }) {
    const { sums, isAdding } = useSums(files, false, policy, today);
    const name = sums.rollUp?.members.map(({ newest, course }) => `${newest.institution}: ${course.length}`).join();
    return <p data-adding={isAdding}>{name}</p>;
  }
  const shown = () => [one('p').textContent, one('p').dataset.adding];

  test('are added up in pieces; until then what was there stays, and what was given up never shows', async () => {
    const few = filesOf('Amber', 3);
    const { rerender } = render(<Shown files={few} />);
    expect(shown()).toEqual(['Amber: 3', 'false']);
    rerender(<Shown files={filesOf('Birch', 300)} />);
    expect(shown()).toEqual(['Amber: 3', 'true']);
    rerender(<Shown files={filesOf('Copper', 280)} />);
    const seen = new Set<string | null>();
    const observer = new MutationObserver(() => seen.add(one('p').textContent));
    observer.observe(one('p'), { childList: true, subtree: true, characterData: true });
    await waitFor(() => expect(shown()).toEqual(['Copper: 280', 'false']));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([...seen]).toEqual(['Copper: 280']);
    rerender(<Shown files={few} />);
    expect(shown()).toEqual(['Amber: 3', 'false']);
    observer.disconnect();
  });
});

test('a narrow window’s cards are drawn a slice a frame, too', async () => {
  const wide = matchMedia;
  vi.stubGlobal('matchMedia', (query: string) =>
    query.includes('max-width') ? Object.assign(new EventTarget(), { matches: true }) : wide(query),
  );
  await openWith();
  expect([document.querySelectorAll('.member-cards > li').length, isBusy()]).toEqual([rowsAFrame, 'true']);
  await frames(slices);
  expect([members(), isBusy()]).toEqual([byName, null]);
  await act(() => void fireEvent.change(one('[data-sort="choice"]'), { target: { value: 'named' } }));
  await frames(slices);
  expect(members()).toEqual(byNumber);
});

test('hundreds of files of which something has to be said are named in slices, and all of them on paper', async () => {
  openPage();
  await give(...Array.from({ length: 450 }, (_, at) => `a,b,${at}\n`));
  await waitFor(() => expect(document.querySelectorAll('[data-refused]')).toHaveLength(200));
  await frame();
  expect(document.querySelectorAll('[data-refused]')).toHaveLength(400);
  dispatchEvent(new Event('beforeprint'));
  expect(document.querySelectorAll('[data-refused]')).toHaveLength(450);
});
