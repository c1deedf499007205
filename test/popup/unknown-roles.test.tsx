// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import '../dom-patience.ts';
import type { PageDescription } from '../../src/platform/messages.ts';
import { UnknownRoles } from '../../src/popup/unknown-roles.tsx';
import type { Policy } from '../../src/rules/policy.ts';
import { english } from '../guidance/english.ts';
import { policyWith } from '../review/review-of.ts';

const described: PageDescription = {
  host: 'demo.alma.exlibrisgroup.com',
  screen: 'user-record',
  findings: [],
  unread: [],
  anchors: [],
  undecided: [],
};

function open(names: readonly string[], policy: Partial<Policy> = {}, lockedKeys: readonly string[] = []) {
  const inForce = { policy: policyWith(policy), origin: 'chosen' as const, lockedKeys, problems: [] };
  const nameRole = vi.fn(async () => 'kept');
  const onOpen = vi.fn();
  render(
    <UnknownRoles
      page={{ ...described, unknownRoles: names }}
      inForce={inForce}
      nameRole={nameRole}
      say={english}
      open={onOpen}
    />,
  );
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  return { nameRole, onOpen };
}

const asked = () => [...document.querySelectorAll('.role-questions label')].map(({ textContent }) => textContent);
const sayPatron = async (name: string) => {
  await userEvent.selectOptions(screen.getByLabelText(name), 'Patron');
  await userEvent.click(screen.getByRole('button', { name: english('role_question_apply', { count: 1 }) }));
};

afterEach(cleanup);

test('names that nobody knows are listed with a choice of the known roles, and what is said is kept', async () => {
  const { nameRole } = open(['Lesende', 'Kustos']);
  expect(asked()).toEqual(['Lesende', 'Kustos']);
  await sayPatron('Kustos');
  expect(nameRole).toHaveBeenCalledWith({ name: 'Kustos', role: 'Patron' });
  await waitFor(() => expect(document.activeElement?.textContent).toBe(english('role_question_done', { count: 1 })));
});

test('a name that the policy knows is not asked about, and without any there is nothing', () => {
  open(['Lesende', 'Kustos'], { roleNames: [{ name: 'lesende', role: '' }] });
  expect(asked()).toEqual(['Kustos']);
  cleanup();
  open([]);
  expect(document.querySelector('details')).toBeNull();
});

test('names are only told where an administrator has set them', () => {
  open(['Kustos'], {}, ['roleNames']);
  expect(screen.getByText(english('role_question_locked'))).toBeTruthy();
  expect(asked()).toEqual([]);
  expect(document.querySelector('[data-role-name="Kustos"]')).toBeTruthy();
});

test('a name that could not be kept stays, with the reason', async () => {
  const { nameRole } = open(['Kustos']);
  nameRole.mockResolvedValue('full');
  await sayPatron('Kustos');
  await screen.findByText(english('teaching_full_about'));
  expect(asked()).toEqual(['Kustos']);
});

test('of many a few are asked about, and the options take all at once', async () => {
  const { onOpen } = open(Array.from({ length: 12 }, (_, at) => `Rolle ${at}`));
  expect(asked()).toHaveLength(8);
  await userEvent.click(screen.getByRole('button', { name: english('role_question_options') }));
  expect(onOpen).toHaveBeenCalledWith('options', 'roles');
});
