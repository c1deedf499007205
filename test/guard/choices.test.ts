// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { managementPage, userDetails } from '../alma/description.ts';
import * as people from '../alma/people.ts';
import { choose, control, elements, guardOn, notice, policyWith, press, question } from './on-the-list.ts';

let on: ReturnType<typeof guardOn>;
afterEach(() => on.life.abort());

const words = () => question()?.textContent ?? '';

test('a merge is asked about until it is known which accounts are protected', () => {
  const page = managementPage('merge-users', { people: [people.namedUser, people.ordinaryPatron] });
  on = guardOn(page);
  on.setting.policy = undefined;
  press(control('merge'));
  expect(question()).not.toBeNull();
  choose('leave');
  on.setting.policy = policyWith({});
  on.clock.now += 2000;
  press(control('merge'));
  expect(on.received).toContain('click');
});

test('a merge with a protected account is held, one that shows names alone is told about', () => {
  on = guardOn(managementPage('merge-users', { people: [people.exLibrisAccount, people.ordinaryPatron] }));
  press(control('merge'));
  expect(question()?.querySelector('[data-rule="ex-libris-account"]')).not.toBeNull();
  choose('leave');
  on.clock.now += 2000;
  const from = document.querySelector<HTMLInputElement>('[id*="OfFromUser"]');
  if (from) from.value = 'Hollowell, Maren';
  press(control('merge'));
  expect(on.received).toContain('click');
  expect(notice()?.textContent).toContain('does not show both primary identifiers');
});

describe('tell and off', () => {
  test('tell says the same words, and stops nothing', () => {
    on = guardOn();
    on.setting.policy = policyWith({ delete: 'tell' });
    press(control('delete'));
    expect(on.received).toContain('click');
    expect(question()).toBeNull();
    expect(notice()?.textContent).toContain('erases the statistics');
    expect(notice()?.textContent).toContain('Purge User Records');
  });

  test('its notice can be closed, and then nothing of ours is left', () => {
    on = guardOn();
    on.setting.policy = policyWith({ delete: 'tell' });
    const before = document.documentElement.outerHTML;
    press(control('delete'));
    on.received.length = 0;
    choose('leave');
    expect(notice()).toBeNull();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(on.received).toEqual([]);
  });

  test('off does nothing at all', () => {
    on = guardOn();
    on.setting.policy = policyWith({ delete: 'off', deactivate: 'off' });
    press(control('delete'), { times: 2 });
    press(control('toggle'));
    expect(on.received.filter((type) => type === 'click')).toHaveLength(3);
    expect(elements()).toBe(0);
  });

  test('on a protected account the stronger setting counts', () => {
    on = guardOn();
    on.setting.policy = policyWith({ delete: 'off', protectedAccounts: 'hold' });
    press(control('delete', 2));
    expect(on.received).toEqual([]);
    expect(question()?.querySelector('[data-rule="ex-libris-account"]')?.getAttribute('data-severity')).toBe('stop');
    expect(words()).not.toContain('Purge User Records');
  });

  test('under a stop nothing else is advised: an Ex Libris administrator is no back-up administrator to ask about', () => {
    on = guardOn();
    press(control('delete', 2));
    expect(question()?.querySelector('[data-rule="ex-libris-account"]')).not.toBeNull();
    expect(question()?.querySelector('[data-rule="back-up-administrator"]')).toBeNull();
  });

  test('removing a staff role is reminded of, never held', () => {
    on = guardOn(userDetails(people.namedUser, { editable: true }));
    on.setting.policy = policyWith({ deactivate: 'hold' });
    press(control('remove-role', 1));
    expect(on.received).toContain('click');
    expect(notice()?.textContent).toContain('export its role list first');
  });

  test('taking Patron off is held under its translated name, and under the name that the policy gives it', () => {
    for (const [name, said] of [
      ['Lecteur', []],
      ['Lesende', [{ name: 'Lesende', role: 'Patron' }]],
    ] as const) {
      const roles = [{ name, status: 'ACTIVE' as const }];
      on = guardOn(userDetails({ ...people.namedUser, roles }, { editable: true }));
      on.setting.policy = { ...policyWith({ deactivate: 'hold' }), roleNames: [...said] };
      press(control('remove-role', 0));
      expect(on.received).toEqual([]);
      expect(words()).toContain('makes this person a patron');
      on.life.abort();
    }
  });

  test('taking off a role whose name nobody knows is told about: it may be Patron', () => {
    const roles = [{ name: 'Benutzer', status: 'ACTIVE' as const }];
    on = guardOn(userDetails({ ...people.namedUser, roles }, { editable: true }));
    press(control('remove-role', 0));
    expect(on.received).toContain('click');
    expect(notice()?.textContent).toContain('If it is Patron, leave it');
  });

  test('a purge is asked about before it runs: it cannot be stopped', () => {
    on = guardOn(managementPage('purge-add-job'));
    press(control('run'));
    expect(on.received).toEqual([]);
    expect(words()).toContain('cannot be stopped');
  });
});
