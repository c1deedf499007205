// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { english } from '../guidance/english.ts';
import { give, headings, settled } from './desk-here.ts';
import { click, isThere, one, openPage, row } from './page-here.tsx';

const file = [
  headings,
  ['00077', 'Duarte', 'Ines', 'Active', 'Čtenář', '01EX_INST'],
  ['00078', 'Okonkwo', 'Ada', 'Active', 'Čtenář', '01EX_INST'],
  ['00078', 'Okonkwo', 'Ada', 'Active', 'Cataloger', '01EX_INST'],
  ['00079', 'Yilmaz', 'Deniz', 'Active', 'Strážce klíčů', '01EX_INST'],
];

async function openWith(lockedKeys: readonly string[] = []) {
  const here = openPage({}, lockedKeys);
  await give(here.desk, ['roles.csv', file]);
  await isThere('#role-names');
  return here;
}

const select = (name: string) => within(one('#role-names')).getByLabelText<HTMLSelectElement>(name);

describe('names of roles that nobody is sure of', () => {
  test('are listed once, with their number of people; the one of a source is proposed', async () => {
    await openWith();
    expect([...one('#role-names').querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual([
      'Čtenář',
      'Strážce klíčů',
    ]);
    expect(select('Čtenář').selectedOptions[0]?.textContent).toBe('Patron');
    expect(one('#role-names').textContent).toContain(english('review_role_name_perhaps', { count: 2, role: 'Patron' }));
    expect(select('Strážce klíčů').selectedOptions[0]?.textContent).toBe(english('role_question_open'));
    expect(one('[data-figure="named-users"]').textContent).toBe('1');
  });

  test('are kept in the policy as they are said, and everybody is judged anew', async () => {
    const { saveChanges, tell, desk } = await openWith();
    fireEvent.change(select('Strážce klíčů'), { target: { value: 'is:General System Administrator' } });
    click('#role-names button');
    const after = [
      { name: 'Čtenář', role: 'Patron' },
      { name: 'Strážce klíčů', role: 'General System Administrator' },
    ];
    await waitFor(() => expect(saveChanges).toHaveBeenCalledWith([{ path: 'roleNames', before: [], after }]));
    tell({ roleNames: after });
    await settled(desk);
    await waitFor(() => expect(one('[data-figure="named-users"]').textContent).toBe('2'));
    expect(one('#role-names').querySelectorAll('select')).toHaveLength(0);
    expect(document.activeElement?.textContent).toBe(english('role_question_done', { count: 2 }));
  });

  test('cannot be said where an administrator has set them, and that is told', async () => {
    await openWith(['roleNames']);
    expect(one('#role-names').textContent).toContain(english('role_question_locked'));
    expect(one('#role-names').querySelector('select')).toBeNull();
    expect(one('[data-role-name="Čtenář"]').dataset.inDoubt).toBe('yes');
  });

  test('say on the person why the roles are not understood', async () => {
    await openWith();
    await isThere('[data-user="00077"]');
    fireEvent.click(row('00077').querySelector('[data-column="person"]') as Element);
    await waitFor(() =>
      expect(one('[data-panel="00077"]').textContent).toMatch(/Not understood: .?Čtenář.?\. Say under/),
    );
  });

  test('that cannot be saved stay, and that is said', async () => {
    const { saveChanges } = await openWith();
    saveChanges.mockRejectedValueOnce(new Error('full'));
    click('#role-names button');
    await screen.findByText(english('review_not_saved'));
    expect(select('Čtenář')).toBeTruthy();
  });
});
