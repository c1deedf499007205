// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { redraw } from '../../src/guidance/dom.ts';
import { createRoleQuestion, mostAsked, unknownNames } from '../../src/guidance/role-question.ts';
import { policyWith } from '../review/review-of.ts';
import { english } from './english.ts';

const keep = vi.fn(async (_named: { name: string; role: string }) => 'kept');
const onOptions = vi.fn();

let ask: ReturnType<typeof createRoleQuestion>;
const draw = (names: readonly string[], other: Partial<Parameters<typeof ask>[0]> = {}) => {
  const drawn = ask({ key: 'somebody', names, locked: false, decides: true, ...other });
  redraw(document.body, drawn ? [drawn] : []);
};
const row = (name: string) => document.querySelector<HTMLElement>(`[data-role-name="${name}"]`);
const choose = (name: string, label: string) => {
  const select = row(name)?.querySelector('select');
  const option = [...(select?.options ?? [])].find(({ textContent }) => textContent === label);
  if (!select || !option) throw new Error(`no ${label} for ${name}`);
  select.value = option.value;
  row(name)?.querySelector('button')?.click();
};
const told = () => document.querySelector('.told');

beforeEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
  ask = createRoleQuestion({ say: english, keep, onOptions });
});

test('the names that nobody knows are each asked about once, whatever their case, in the order of the page', () => {
  const names = ['Hüterin', 'Patron', 'Lecteur', 'HÜTERIN', ' ', 'Kustos'].map((name) => ({ name }));
  expect(unknownNames(names, policyWith())).toEqual(['Hüterin', 'Kustos']);
  expect(unknownNames(names, policyWith({ roleNames: [{ name: 'Kustos', role: '' }] }))).toEqual(['Hüterin']);
});

describe('"What is this role?" in the page', () => {
  test('is labelled by the name, and offers the known roles, those of Esploro told apart', () => {
    draw(['Hüterin']);
    const select = row('Hüterin')?.querySelector('select');
    expect(select?.labels?.[0]?.textContent ?? row('Hüterin')?.querySelector('label')?.textContent).toBe('Hüterin');
    const labels = [...(select?.options ?? [])].map(({ textContent }) => textContent);
    expect(labels.slice(0, 2)).toEqual([english('role_question_open'), english('role_choice_counts')]);
    expect(labels).toContain('Patron');
    expect(labels.filter((label) => label?.startsWith('User Manager'))).toEqual([
      'User Manager',
      'User Manager (Esploro)',
    ]);
  });

  test('keeps what is said, tells it, and holds the focus there while the name goes', async () => {
    draw(['Hüterin', 'Kustos']);
    choose('Hüterin', 'Patron');
    await vi.waitFor(() => expect(document.activeElement).toBe(told()));
    expect(keep).toHaveBeenCalledWith({ name: 'Hüterin', role: 'Patron' });
    draw(['Kustos']);
    expect(row('Hüterin')).toBeNull();
    expect(document.activeElement).toBe(told());
    expect(told()?.textContent).toBe(english('role_question_kept', { name: 'Hüterin' }));
    choose('Kustos', english('role_choice_counts'));
    await vi.waitFor(() => expect(keep).toHaveBeenLastCalledWith({ name: 'Kustos', role: '' }));
    await vi.waitFor(() => expect(told()?.textContent).toBe(english('role_question_kept', { name: 'Kustos' })));
    draw([]);
    expect(document.activeElement).toBe(told());
    draw([], { key: 'somebody else' });
    expect(told()).toBeNull();
  });

  test('says nothing for a name that is left open', () => {
    draw(['Hüterin']);
    row('Hüterin')?.querySelector('button')?.click();
    expect(keep).not.toHaveBeenCalled();
  });

  test('leaves what was chosen for one name alone when the page is drawn again', () => {
    draw(['Hüterin', 'Kustos']);
    const select = row('Kustos')?.querySelector('select') as HTMLSelectElement;
    select.value = 'is:Cataloger';
    draw(['Hüterin', 'Kustos', 'Vogt']);
    expect(row('Kustos')?.querySelector('select')).toBe(select);
    expect(select.value).toBe('is:Cataloger');
  });

  test.each(['locked', 'full', 'refused', 'newer', 'unreadable'])('says why nothing was kept: %s', async (why) => {
    keep.mockResolvedValueOnce(why);
    draw(['Hüterin']);
    choose('Hüterin', 'Patron');
    const said = why === 'locked' ? 'role_question_locked' : `teaching_${why}_about`;
    await vi.waitFor(() => expect(told()?.textContent).toBe(english(said)));
    expect(row('Hüterin')).toBeTruthy();
  });

  test('only names them where an administrator has set the names', () => {
    draw(['Hüterin'], { locked: true });
    expect(document.querySelector('select')).toBeNull();
    expect(document.body.textContent).toContain(english('role_question_locked'));
    expect(row('Hüterin')?.textContent).toBe('Hüterin');
  });

  test('asks about a few, and sends for the others to the code table in the options', () => {
    draw(Array.from({ length: mostAsked + 3 }, (_, at) => `Rolle ${at}`));
    expect(document.querySelectorAll('select')).toHaveLength(mostAsked);
    expect(document.body.textContent).toContain(english('role_question_more', { count: 3 }));
    document.querySelector<HTMLElement>('button.more')?.click();
    expect(onOptions).toHaveBeenCalledWith('roles');
  });

  test('is closed where the answer does not hang on it', () => {
    draw(['Keeper'], { decides: false });
    expect(document.querySelector('details')?.open).toBe(false);
  });
});
