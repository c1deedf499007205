// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createGuidance, type Guidance } from '../../src/guidance/guidance.ts';
import { patience } from '../../src/guidance/healing.ts';
import { createHost } from '../../src/guidance/host.ts';
import { almaPage, english, found, judged, presented, shown, verdict } from './judged.ts';

const panels = () => [...document.querySelectorAll('alma-user-guard')];
const marks = () => [...document.querySelectorAll('alma-user-guard-mark')];
const inPanel = (selector: string) => panels()[0]?.shadowRoot?.querySelector(selector) ?? null;
const button = () => inPanel('button') as HTMLButtonElement | null;
/** Lets mutation observers be heard. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

const twoFindings = presented(judged([found('a', 'stop'), found('b', 'warn')]));
const quiet = presented(judged([verdict('a')]));

let life: AbortController;
let guidance: Guidance;
let page: ReturnType<typeof almaPage>;
let before: string;
let clock: number;
const onFailure = vi.fn();

beforeEach(() => {
  onFailure.mockClear();
  life = new AbortController();
  clock = 0;
  page = almaPage(document);
  before = document.documentElement.outerHTML;
  guidance = createGuidance(document, {
    host: createHost(document),
    say: english,
    onFailure,
    signal: life.signal,
    now: () => clock,
  });
});

afterEach(() => life.abort());

describe('guidance in the page', () => {
  test('is one element at the place given, and a mark in each role cell', () => {
    guidance.show(shown(page, twoFindings));
    expect(panels()).toHaveLength(1);
    expect(panels()[0]?.nextElementSibling?.id).toBe('roles');
    expect(marks()).toHaveLength(3);
    expect(marks().every((mark) => mark.getAttribute('data-counts') === 'yes')).toBe(true);
    expect(marks()[0]?.parentElement).toBe(page.cells()[0]);
  });

  test('says in words what a mark means, for the pointer and for screen readers', () => {
    guidance.show(shown(page, quiet));
    expect(marks()[0]?.getAttribute('title')).toBe('Counts.');
    expect(marks()[0]?.getAttribute('aria-label')).toBe('Counts.');
    expect(marks()[0]?.getAttribute('role')).toBe('img');
  });

  test('does not add to the text that Alma shows', () => {
    const text = document.body.textContent;
    guidance.show(shown(page, twoFindings));
    expect(document.body.textContent).toBe(text);
  });

  test('takes no focus', () => {
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    guidance.show(shown(page, twoFindings));
    expect(document.activeElement).toBe(input);
  });

  test('leaves the document byte for byte as it was when the record leaves', () => {
    guidance.show(shown(page, twoFindings));
    expect(document.documentElement.outerHTML).not.toBe(before);
    guidance.clear();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('leaves the document byte for byte as it was when its signal is aborted, and shows nothing afterwards', () => {
    guidance.show(shown(page, twoFindings));
    life.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    guidance.show(shown(page, twoFindings));
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('takes out what Alma has copied of it', () => {
    guidance.show(shown(page, twoFindings));
    const row = page.cells()[0]?.parentElement;
    row?.after(row.cloneNode(true));
    guidance.clear();
    expect(panels()).toHaveLength(0);
    expect(marks()).toHaveLength(0);
  });

  test('changes its marks in place', () => {
    guidance.show(shown(page, quiet));
    const first = marks()[0];
    const marksNow = page
      .cells()
      .slice(0, 2)
      .map((cell) => ({ cell, counts: 'no' as const, text: 'Does not count.' }));
    guidance.show({ ...shown(page, quiet), marks: marksNow });
    expect(marks()).toHaveLength(2);
    expect(marks()[0]).toBe(first);
    expect(marks()[0]?.getAttribute('data-counts')).toBe('no');
    expect(marks()[0]?.getAttribute('title')).toBe('Does not count.');
  });
});

describe('folding', () => {
  test('hides what may be folded, for this record only', () => {
    guidance.show(shown(page, twoFindings, 'a'));
    expect(button()?.getAttribute('aria-expanded')).toBe('true');
    button()?.click();
    expect(inPanel('[data-rule="b"]')?.closest('[hidden]')).not.toBeNull();
    expect(inPanel('[data-rule="a"]')?.closest('[hidden]')).toBeNull();
    guidance.show(shown(page, twoFindings, 'a'));
    expect(button()?.getAttribute('aria-expanded')).toBe('false');
    guidance.show(shown(page, twoFindings, 'b'));
    expect(button()?.getAttribute('aria-expanded')).toBe('true');
  });

  test('keeps the focus on the button, and every finding in its element', () => {
    guidance.show(shown(page, twoFindings, 'a'));
    const [panelButton, stop] = [button(), inPanel('[data-rule="a"]')];
    panelButton?.focus();
    panelButton?.click();
    expect(panels()[0]?.shadowRoot?.activeElement).toBe(panelButton);
    expect(button()).toBe(panelButton);
    expect(inPanel('[data-rule="a"]')).toBe(stop);
    panelButton?.click();
    expect(panelButton?.getAttribute('aria-expanded')).toBe('true');
  });

  test('of another record is drawn anew: what was opened for the last one is closed', () => {
    guidance.show(shown(page, twoFindings, 'a'));
    const basis = inPanel('#details details');
    basis?.setAttribute('open', '');
    guidance.show(shown(page, twoFindings, 'a'));
    expect(inPanel('#details details')?.hasAttribute('open')).toBe(true);
    guidance.show(shown(page, twoFindings, 'b'));
    expect(inPanel('#details details')?.hasAttribute('open')).toBe(false);
  });

  test('unfolds for a finding that was not there when it was folded', () => {
    guidance.show(shown(page, twoFindings, 'a'));
    button()?.click();
    const more = presented(judged([found('a', 'stop'), found('b', 'warn'), found('c', 'note')]));
    guidance.show(shown(page, more, 'a'));
    expect(button()?.getAttribute('aria-expanded')).toBe('true');
  });

  test('begins folded when there is nothing to say, and opens for a finding that comes later', () => {
    guidance.show(shown(page, quiet, 'a'));
    expect(button()?.getAttribute('aria-expanded')).toBe('false');
    guidance.show(shown(page, twoFindings, 'a'));
    expect(button()?.getAttribute('aria-expanded')).toBe('true');
  });
});

describe('when Alma redraws the page', () => {
  test('the panel comes back to its place', async () => {
    guidance.show(shown(page, twoFindings));
    panels()[0]?.remove();
    await settle();
    expect(panels()[0]?.nextElementSibling?.id).toBe('roles');
  });

  test('a mark that was taken from its cell comes back', async () => {
    guidance.show(shown(page, twoFindings));
    marks()[1]?.remove();
    await settle();
    expect(marks()).toHaveLength(3);
  });

  test('it waits while there is no place', async () => {
    guidance.show(shown(page, twoFindings));
    const form = document.getElementById('form');
    form?.remove();
    await settle();
    expect(panels()).toHaveLength(0);
    if (form) document.body.append(form);
    await settle();
    expect(panels()).toHaveLength(1);
  });

  test('it gives up on a page that takes it out without end, says so, and leaves nothing behind', async () => {
    guidance.show(shown(page, twoFindings));
    for (let round = 0; round <= patience.burst; round += 1) {
      expect(guidance.gaveUp).toBe(false);
      panels()[0]?.remove();
      await settle();
    }
    expect(guidance.gaveUp).toBe(true);
    expect(document.documentElement.outerHTML).toBe(before);
    guidance.show(shown(page, twoFindings));
    expect(panels()).toHaveLength(0);
  });

  test('it does not give up on a person who goes from tab to tab', async () => {
    guidance.show(shown(page, twoFindings));
    for (let round = 0; round < patience.burst * 3; round += 1) {
      clock += 1000;
      panels()[0]?.remove();
      await settle();
    }
    expect(guidance.gaveUp).toBe(false);
    expect(panels()).toHaveLength(1);
  });

  test('it starts anew with the next record', async () => {
    guidance.show(shown(page, twoFindings, 'a'));
    for (let round = 0; round <= patience.burst; round += 1) {
      panels()[0]?.remove();
      await settle();
    }
    guidance.show(shown(page, twoFindings, 'b'));
    expect(guidance.gaveUp).toBe(false);
    expect(panels()).toHaveLength(1);
  });

  test('a failure of ours while putting it back is reported', async () => {
    const failure = new Error('a failure');
    let calls = 0;
    const place = () => {
      calls += 1;
      if (calls > 1) throw failure;
      return page.place();
    };
    guidance.show({ ...shown(page, twoFindings), place });
    panels()[0]?.remove();
    await settle();
    expect(onFailure).toHaveBeenCalledWith(failure);
  });
});
