// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { Policy } from '../../src/rules/index.ts';
import { rolePage, userDetails } from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import * as people from '../alma/people.ts';
import { choose, control, notice, policyWith, press, question, watchedGuardOn } from './on-the-list.ts';

let on: ReturnType<typeof watchedGuardOn>;
afterEach(() => on.life.abort());

const { exLibrisAccount, namedUser, ordinaryPatron } = people;
const editable = { editable: true } as const;
const protecting = (entry: Partial<Policy['protectedAccounts'][number]>): Policy => ({
  ...policyWith({}),
  protectedAccounts: [{ match: 'prefix', value: '', label: 'Central staff', counts: true, source: '', ...entry }],
});

/** A field of the form, by the ending of its id. */
function field(ending: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`input[id^="pageBean"][id$="${ending}"]`);
  if (!found) throw new Error(`There is no field that ends in ${ending}.`);
  return found;
}
const idField = () => field('primaryIdentifier');
const words = () => (question() ?? notice())?.textContent ?? '';
const asksAtSave = () => {
  press(control('save'));
  const isAsked = question() !== null;
  const said = words();
  if (isAsked) choose('leave');
  on.clock.now += 2000;
  return { isAsked, said };
};

describe('a role that is switched on by the platform’s toggle', () => {
  /** Puts a toggle that is off into the status cell of the first role. */
  function toggleOff(): Element {
    const cell = document.querySelector('td[id$="COL_roleStatus"]');
    if (!cell) throw new Error('There is no status of a role.');
    cell.innerHTML =
      '<div class="checkContainer inactive"><div class="toggleCheck" tabindex="0"></div>' +
      '<input type="submit" class="hide" id="pageBeanuserRolesList0status"></div>';
    return cell.querySelector('.toggleCheck') as Element;
  }

  test('is held on an account that was protected as it was loaded, and whose identifier was typed over', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'mhollow@example.org';
    on.look();
    press(toggleOff());
    expect(question()?.textContent).toContain('Alma loaded exl_impl');
    expect(on.received).toEqual([]);
  });

  test('is told of where nobody knows whose record it is', () => {
    on = watchedGuardOn(userDetails(namedUser, { editable: true, disagreement: 'identifier' }));
    press(toggleOff());
    expect(notice()?.textContent).toContain('General Information');
  });

  test('is nobody’s concern on any other record', () => {
    on = watchedGuardOn(userDetails(namedUser, editable));
    press(toggleOff());
    expect(question() ?? notice()).toBeNull();
  });
});

describe('Save on a protected account is asked about', () => {
  test('as it was loaded, whatever was typed over its identifier', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'mhollow@example.org';
    on.look();
    const { isAsked, said } = asksAtSave();
    expect(isAsked).toBe(true);
    expect(said).toContain('Alma loaded exl_impl');
    expect(said).toContain('mhollow@example.org');
    expect(on.received).toEqual([]);
  });

  test('and nothing is advised for the account that the form would make of it', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'mhollow@example.org';
    press(control('save'));
    const rules = [...(question()?.querySelectorAll('[data-rule]') ?? [])].map((each) =>
      each.getAttribute('data-rule'),
    );
    expect(rules).toEqual(['ex-libris-account']);
    expect(words()).not.toContain('looks like an Ex Libris account');
    expect(words()).not.toContain('single sign-on');
  });

  test('where a script set the value and nothing told of it', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'mhollow@example.org';
    expect(asksAtSave().isAsked).toBe(true);
  });

  test('where it was typed over before we came', () => {
    on = watchedGuardOn(userDetails(namedUser, editable));
    on.life.abort();
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'x';
    on.life.abort();
    const form = document.body.cloneNode(true);
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    document.body.replaceWith(form);
    idField().value = 'x';
    on.look();
    expect(asksAtSave().isAsked).toBe(true);
  });

  test('where the form is emptied', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = '';
    on.look();
    expect(asksAtSave().isAsked).toBe(true);
  });

  test('where Alma draws the changed text as loaded, after a Save that was refused', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'mhollow@example.org';
    on.look();
    on.draw(userDetails({ ...exLibrisAccount, id: 'mhollow@example.org' }, editable));
    expect(idField().defaultValue).toBe('mhollow@example.org');
    expect(asksAtSave().said).toContain('Alma loaded exl_impl');
  });

  test('the same where a script typed it, and where nothing was drawn for a moment', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'other';
    document.body.replaceChildren();
    on.look();
    on.draw(userDetails({ ...exLibrisAccount, id: 'other' }, editable));
    expect(asksAtSave().isAsked).toBe(true);
  });

  test('where a script writes the attribute itself', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().setAttribute('value', 'other');
    on.look();
    expect(asksAtSave().isAsked).toBe(true);
  });

  test('on another tab after the identifier was typed over', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'other';
    on.look();
    on.draw(userDetails(exLibrisAccount, { tab: 'notes' }));
    expect(asksAtSave().isAsked).toBe(true);
    on.draw(userDetails({ ...exLibrisAccount, id: 'other' }, editable));
    expect(asksAtSave().isAsked).toBe(true);
  });

  test('on pages of 2026 as well, whose other tabs say whose record it was when it was loaded', () => {
    const now = { layout: '2026', editable: true } as const;
    on = watchedGuardOn(userDetails(exLibrisAccount, now));
    idField().value = 'other';
    on.look();
    on.draw(userDetails(exLibrisAccount, { ...now, tab: 'notes' }));
    expect(asksAtSave().isAsked).toBe(true);
    on.draw(userDetails({ ...exLibrisAccount, id: 'other' }, now));
    expect(asksAtSave().isAsked).toBe(true);
  });

  test('that is protected by its name, when the name is typed over', () => {
    on = watchedGuardOn(userDetails(namedUser, editable));
    on.setting.policy = protecting({ match: 'name', value: people.shownName(namedUser) });
    field('lastName').value = 'Other';
    on.look();
    expect(asksAtSave().said).toContain(people.shownName(namedUser));
    expect(asksAtSave().isAsked).toBe(true);
  });

  test('that is protected by its user group, when another one is chosen', () => {
    on = watchedGuardOn(userDetails(namedUser, editable));
    const group = document.querySelector<HTMLSelectElement>('select[id*="userGroup" i]');
    if (!group) throw new Error('There is no user group to choose.');
    on.setting.policy = protecting({ match: 'group', value: group.selectedOptions[0]?.value ?? '' });
    expect(asksAtSave().isAsked).toBe(true);
    const option = document.createElement('option');
    option.value = option.text = 'OTHER';
    group.append(option);
    group.value = 'OTHER';
    on.look();
    expect(asksAtSave().isAsked).toBe(true);
  });
});

describe('Save under an identity that would be protected is asked about', () => {
  test.each(['exl_mine', 'Rialto_x', 'leganto_guest'])('%s', (id) => {
    on = watchedGuardOn(userDetails(namedUser, editable));
    expect(asksAtSave().isAsked).toBe(false);
    idField().value = id;
    const { isAsked, said } = asksAtSave();
    expect(isAsked).toBe(true);
    expect(said).toContain('would be taken for one of Ex Libris');
    expect(said).toContain('Alma loaded mhollow@example.org');
  });
});

describe('another record is another record', () => {
  test('the one that follows a protected account is not asked about', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'other';
    on.look();
    on.draw(userDetails(namedUser, editable));
    expect(asksAtSave().isAsked).toBe(false);
    on.draw(userDetails(ordinaryPatron, editable));
    expect(asksAtSave().isAsked).toBe(false);
  });

  test('changing an ordinary record goes unasked', () => {
    on = watchedGuardOn(userDetails(namedUser, editable));
    idField().value = 'hollowell';
    on.look();
    expect(asksAtSave().isAsked).toBe(false);
    expect(notice()).toBeNull();
  });
});

describe('where nothing tells whose record it is', () => {
  const tabs = ['notes', 'identifier', 'contact', 'blocks', 'fines'] as const;
  test.each(tabs.flatMap((tab) => [{ tab, layout: '2026' } as const, { tab, layout: 'new' } as const]))(
    'Save on $tab, opened directly, is told about: layout $layout',
    (look) => {
      on = watchedGuardOn(userDetails(exLibrisAccount, { ...look, skeleton: { entities: 'absent' } }));
      press(control('save'));
      expect(on.received).toContain('click');
      expect(notice()?.textContent).toContain('General Information');
    },
  );

  test.each(['general', 'notes'] as const)(
    'Save is told about where the tab %s shows two, though one is what the page is about',
    (tab) => {
      on = watchedGuardOn(userDetails(namedUser, { tab, editable: true, disagreement: 'identifier' }));
      press(control('save'));
      expect(on.received).toContain('click');
      expect(notice()?.textContent).toContain('could not be read');
    },
  );

  test('and on a page of its roles that is reached from there', () => {
    on = watchedGuardOn(userDetails(namedUser, { editable: true, disagreement: 'identifier' }));
    on.draw(rolePage('add-role', namedUser, offeredRoles));
    press(control('save'));
    expect(notice()?.textContent).toContain('could not be read');
  });

  test('not on a tab of a record whose General Information was seen', () => {
    on = watchedGuardOn(userDetails(namedUser));
    on.draw(userDetails(namedUser, { tab: 'notes' }));
    press(control('save'));
    expect(notice()).toBeNull();
  });

  test('nor in the form of a new user, who has no identifier yet', () => {
    on = watchedGuardOn(userDetails({ ...namedUser, id: '' }, editable));
    expect(idField().value).toBe('');
    press(control('save'));
    expect(notice()).toBeNull();
  });

  test('off is off', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, { tab: 'notes', skeleton: { entities: 'absent' } }));
    on.setting.policy = policyWith({ protectedAccounts: 'off' });
    press(control('save'));
    expect(notice()).toBeNull();
  });
});

describe('pages of roles', () => {
  const pages = ['add-role', 'add-from-profiles', 'role-details'] as const;

  test.each(pages)('%s of a protected account, reached from its record: Save is asked about', (screen) => {
    on = watchedGuardOn(userDetails(exLibrisAccount));
    on.draw(rolePage(screen, exLibrisAccount, offeredRoles));
    const { isAsked, said } = asksAtSave();
    expect(isAsked).toBe(true);
    expect(said).toContain('exl_impl');
  });

  test.each(pages)('%s without a name above it', (screen) => {
    on = watchedGuardOn(userDetails(exLibrisAccount));
    on.draw(rolePage(screen, exLibrisAccount, offeredRoles, { headerName: false }));
    expect(asksAtSave().isAsked).toBe(true);
  });

  test.each(pages)(
    '%s of a protected account, opened directly, which names its user in its script text: Save is asked about',
    (screen) => {
      on = watchedGuardOn(rolePage(screen, exLibrisAccount, offeredRoles));
      const { isAsked, said } = asksAtSave();
      expect(isAsked).toBe(true);
      expect(said).toContain('exl_impl');
      expect(on.received).toEqual([]);
    },
  );

  test.each(pages)('%s of an ordinary account, opened directly, which names its user: nothing is said', (screen) => {
    on = watchedGuardOn(rolePage(screen, namedUser, offeredRoles));
    press(control('save'));
    expect(question() ?? notice()).toBeNull();
  });

  test('of a protected account, reached from another record whose name does not stand above it, is asked about', () => {
    on = watchedGuardOn(userDetails(namedUser));
    on.draw(rolePage('add-role', exLibrisAccount, offeredRoles, { headerName: false }));
    expect(asksAtSave().said).toContain('Ex Libris’ own staff');
    on.draw(userDetails(exLibrisAccount));
    on.draw(rolePage('add-role', namedUser, offeredRoles, { headerName: false }));
    press(control('save'));
    expect(question() ?? notice()).toBeNull();
  });

  test('of a protected account whose identifier was typed over on its record, under the same name, is asked about', () => {
    on = watchedGuardOn(userDetails(exLibrisAccount, editable));
    idField().value = 'other';
    on.look();
    on.draw(rolePage('add-role', { ...exLibrisAccount, id: 'other' }, offeredRoles));
    expect(asksAtSave().isAsked).toBe(true);
  });

  test.each(pages)('%s opened directly, and naming nobody: Save is told about', (screen) => {
    on = watchedGuardOn(rolePage(screen, exLibrisAccount, offeredRoles, { skeleton: { entities: 'absent' } }));
    press(control('save'));
    expect(question()).toBeNull();
    expect(notice()?.textContent).toContain('General Information');
  });

  test.each(pages)('%s of an ordinary record: nothing is said', (screen) => {
    on = watchedGuardOn(userDetails(namedUser));
    on.draw(rolePage(screen, namedUser, offeredRoles));
    press(control('save'));
    expect(question()).toBeNull();
    expect(notice()).toBeNull();
  });

  test('under another name than that of the record before, and naming nobody: Save is told about', () => {
    on = watchedGuardOn(userDetails(namedUser));
    on.draw(rolePage('add-role', ordinaryPatron, offeredRoles, { skeleton: { entities: 'absent' } }));
    press(control('save'));
    expect(notice()).not.toBeNull();
  });
});
