// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import * as people from '../alma/people.ts';
import { choose, control, focused, guardOn, key, policyWith, press, question } from './on-the-list.ts';

let on: ReturnType<typeof guardOn>;
afterEach(() => on.life.abort());

const words = () => question()?.textContent ?? '';

describe('answering', () => {
  test('"Leave it": nothing has happened, the element goes, the focus comes back', () => {
    on = guardOn();
    const before = document.documentElement.outerHTML;
    press(control('delete'));
    choose('leave');
    expect(question()).toBeNull();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.activeElement).toBe(control('delete'));
    press(control('delete'));
    expect(question()).not.toBeNull();
    expect(on.received).toEqual([]);
  });

  test('Escape leaves it', () => {
    on = guardOn();
    press(control('delete'));
    key(question() as Element, 'Escape');
    expect(question()).toBeNull();
    expect(on.received).toEqual([]);
    expect(document.activeElement).toBe(control('delete'));
  });

  test('the focus stays in the question, both ways', () => {
    on = guardOn();
    press(control('delete'));
    key(question() as Element, 'Tab');
    expect(focused()).toBe('Let me continue');
    key(question() as Element, 'Tab');
    expect(focused()).toBe('Leave it');
    key(question() as Element, 'Tab', { shiftKey: true });
    expect(focused()).toBe('Let me continue');
  });

  test('"Let me continue" does nothing by itself; the next press arrives, once', () => {
    on = guardOn();
    press(control('delete'));
    choose('continue');
    expect(question()).toBeNull();
    expect(on.received).toEqual([]);
    on.clock.now += 2000;
    press(control('delete'), { times: 2 });
    expect(on.received.filter((type) => type === 'click')).toEqual(['click']);
    expect(question()).toBeNull();
  });

  test('continuing with the Enter key held down does not run on into Alma', () => {
    on = guardOn();
    press(control('delete'));
    const go = question()?.querySelector('[data-choice="continue"]') as HTMLElement;
    key(go, 'Enter');
    go.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 0 }));
    expect(question()).toBeNull();
    expect(key(control('delete'), 'Enter', { repeat: true })).toBe(false);
    expect(on.received).toEqual([]);
  });

  test('it works for one minute', () => {
    on = guardOn();
    press(control('delete'));
    choose('continue');
    on.clock.now += 59_999;
    press(control('delete'));
    expect(on.received).toContain('click');
    on.received.length = 0;
    on.clock.now += 1;
    press(control('delete'));
    expect(on.received).toEqual([]);
    expect(question()).not.toBeNull();
  });

  test('it works for that record only', () => {
    on = guardOn();
    press(control('delete', 0));
    choose('continue');
    on.clock.now += 2000;
    press(control('delete', 1));
    expect(on.received).toEqual([]);
    expect(words()).toContain(people.shownName(people.ordinaryPatron));
  });

  test('it works for that kind only', () => {
    on = guardOn();
    on.setting.policy = policyWith({ deactivate: 'hold' });
    press(control('delete'));
    choose('continue');
    on.clock.now += 2000;
    press(control('toggle'));
    expect(on.received).toEqual([]);
    expect(words()).toContain('inactive');
  });

  test('the confirm dialog that follows belongs to it', () => {
    on = guardOn();
    press(control('delete'));
    choose('continue');
    on.clock.now += 2000;
    press(control('delete'));
    const confirm = document.createElement('button');
    confirm.id = 'PAGE_BUTTONS_cbuttonconfirmationconfirm';
    document.body.append(confirm);
    on.received.length = 0;
    press(confirm);
    expect(on.received).toContain('click');
    expect(question()).toBeNull();
  });

  test('a confirm dialog out of nowhere is asked about, and the question says that nothing is known', () => {
    on = guardOn();
    const confirm = document.createElement('button');
    confirm.id = 'PAGE_BUTTONS_cbuttonconfirmationconfirm';
    document.body.append(confirm);
    press(confirm);
    expect(on.received).toEqual([]);
    expect(words()).toContain('cannot be sure');
    expect(words()).toContain('Purge User Records');
  });
});
