// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { drawPanel } from '../../src/guidance/panel.ts';
import type { Presentation } from '../../src/guidance/present.ts';
import { unread } from '../../src/record/index.ts';
import { english, found, judged, presented, verdict, wholeRecord } from './judged.ts';

function drawn(presentation: Presentation, folded = false): HTMLElement {
  const root = document.createElement('div');
  root.append(drawPanel({ presentation, folded, onFold: () => undefined, say: english }));
  return root;
}

/** Whether nothing around an element hides it. */
const isInSight = (element: Element | null): boolean => element !== null && element.closest('[hidden]') === null;

const stopAndMore = presented(judged([found('a', 'stop'), found('b', 'warn'), found('c', 'note')]));

describe('the panel', () => {
  test('marks every finding with its rule and severity', () => {
    const marks = [...drawn(stopAndMore).querySelectorAll('[data-rule]')].map((element) => [
      element.getAttribute('data-rule'),
      element.getAttribute('data-severity'),
    ]);
    expect(marks).toEqual([
      ['a', 'stop'],
      ['b', 'warn'],
      ['c', 'note'],
    ]);
  });

  test('says the severity as a word beside the icon', () => {
    const words = [...drawn(stopAndMore).querySelectorAll('[data-rule] .word')].map((word) => word.textContent);
    expect(words).toEqual(['Stop', 'Warning', 'Note']);
  });

  test('announces what stops as an alert and the rest as a status', () => {
    const panel = drawn(stopAndMore);
    expect(panel.querySelector('[data-rule="a"]')?.closest('[role="alert"]')).not.toBeNull();
    expect(panel.querySelector('[data-rule="b"]')?.closest('[role="alert"]')).toBeNull();
    expect(panel.querySelector('[data-rule="b"]')?.closest('[role="status"]')).not.toBeNull();
    expect(panel.querySelector('[data-rule="c"]')?.closest('[role="status"]')).not.toBeNull();
  });

  test('gives the answer with its own mark, and with the rule that states the fact', () => {
    const line = 'Counts as a named user because of Cataloger.';
    const panel = drawn(presented(judged([found('named-user', 'fact')], { answer: 'counts', line })));
    const answer = panel.querySelector('[data-named-user]');
    expect(answer?.getAttribute('data-named-user')).toBe('counts');
    expect(answer?.getAttribute('data-rule')).toBe('named-user');
    expect(answer?.getAttribute('data-severity')).toBe('fact');
    expect(answer?.textContent).toBe(line);
  });

  test('lists every unread field once, with the reason in words', () => {
    const record = { ...wholeRecord, roles: unread('partial'), purgeDate: unread('unparseable') };
    const undecided = verdict('a', { outcome: 'cannot-tell', missing: ['roles'] });
    const panel = drawn(presented(judged([undecided]), record));
    const fields = [...panel.querySelectorAll('[data-unread]')].map((element) => element.getAttribute('data-unread'));
    expect(fields.sort()).toEqual(['lastLogin', 'purgeDate', 'roles']);
    expect(panel.querySelector('[data-unread="roles"]')?.closest('.group')?.textContent).toContain(
      english('unread_why_partial'),
    );
  });

  test('has a button to the setting beside a date that can be read two ways, and beside no other', () => {
    const record = { ...wholeRecord, expiryDate: unread('two-ways', '03/04/2027'), purgeDate: unread('unparseable') };
    const undecided = verdict('a', { outcome: 'cannot-tell', missing: ['expiryDate', 'purgeDate'] });
    const onOptions = vi.fn();
    const root = document.createElement('div');
    const presentation = presented(judged([undecided]), record);
    root.append(drawPanel({ presentation, folded: false, onFold: () => undefined, onOptions, say: english }));
    const [button, ...others] = root.querySelectorAll<HTMLElement>('[data-options]');
    expect(others).toEqual([]);
    button?.click();
    expect(onOptions).toHaveBeenCalledWith('pages');
    expect(root.textContent).toContain('03/04/2027 can be read two ways');
  });

  test('is one quiet line when nothing is found and all is read', () => {
    const panel = drawn(presented(judged([verdict('a')])), true);
    const lines = [...panel.querySelectorAll('.line')].filter(isInSight);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.textContent).toContain('Does not count as a named user.');
    expect(lines[0]?.textContent).toContain('Nothing found');
  });

  test('opens the worst warning and leaves the rest for those who ask', () => {
    const panel = drawn(presented(judged([found('a', 'warn'), found('b', 'warn'), found('c', 'note')])));
    const open = [...panel.querySelectorAll('details[data-rule]')].filter((details) => details.hasAttribute('open'));
    expect(open.map((details) => details.getAttribute('data-rule'))).toEqual(['a']);
  });
});

describe('a folded panel', () => {
  const panel = drawn(stopAndMore, true);

  test('keeps in sight what stops, and the answer', () => {
    expect(isInSight(panel.querySelector('[data-rule="a"]'))).toBe(true);
    expect(panel.querySelector('[data-rule="a"]')?.closest('details')).toBeNull();
    expect(isInSight(panel.querySelector('[data-named-user]'))).toBe(true);
  });

  test('hides the other findings and says how many there are', () => {
    expect(isInSight(panel.querySelector('[data-rule="b"]'))).toBe(false);
    expect(isInSight(panel.querySelector('[data-rule="c"]'))).toBe(false);
    expect(panel.textContent).toContain('2 findings folded away');
  });

  test('says the worst of what it hides in one line', () => {
    const lead = drawn(presented(judged([found('b', 'warn'), found('c', 'note')])), true).querySelector('.lead');
    expect(lead?.textContent).toContain('Warning: Title of b');
  });

  test('keeps the caution in sight', () => {
    const undecided = verdict('a', { outcome: 'cannot-tell', missing: ['primaryId'], severity: 'stop' });
    const caution = drawn(presented(judged([undecided])), true).querySelector('.caution');
    expect(isInSight(caution)).toBe(true);
    expect(caution?.getAttribute('role')).toBe('alert');
  });

  test('has a button that says whether it is open', () => {
    expect(panel.querySelector('button')?.getAttribute('aria-expanded')).toBe('false');
    expect(drawn(stopAndMore, false).querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
  });
});
