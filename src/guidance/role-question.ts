import type { Role } from '../record/index.ts';
import { roleNameKey } from '../rules/match.ts';
import type { Policy, RoleName } from '../rules/policy.ts';
import { isKnownRole } from '../rules/roles.ts';
import type { Say } from '../texts/index.ts';
import { type Child, element } from './dom.ts';
import { paragraph, span } from './panel.ts';
import { roleChoices } from './role-choice.ts';
import { inOurLanguage } from './words.ts';

/** So many names are asked about one by one; of more, all are better taken from Alma's code table. */
export const mostAsked = 8;

/** The names of roles that nobody knows, each once. */
export function unknownNames(roles: readonly Role[], policy: Policy): readonly string[] {
  const unknown = roles.filter((role) => role.name.trim() !== '' && !isKnownRole(role, policy));
  return [...new Map([...unknown].reverse().map(({ name }) => [roleNameKey(name), name.trim()])).values()].reverse();
}

/** Why a name was not kept, in words. */
export const notKept = (why: string, say: Say): string =>
  say(why === 'locked' ? 'role_question_locked' : `teaching_${why}_about`);

export interface RoleQuestionOptions {
  readonly say: Say;
  /** Keeps what a person has said of a name: `kept`, or why not. */
  readonly keep: (named: RoleName) => Promise<string>;
  readonly onOptions: (section: string) => void;
}

/** What there is to ask about on the record in view. */
export interface Asked {
  /** Tells one record from another. */
  readonly key: string;
  readonly names: readonly string[];
  /** An administrator has set the names. */
  readonly locked: boolean;
  /** The answer hangs on them. */
  readonly decides: boolean;
}

/** Gives what asks about the names on a record, or `undefined` where there is nothing to ask or to tell. */
export type RoleQuestion = (asked: Asked) => HTMLElement | undefined;

/**
 * "What is this role?" in the page. What came of the last name that was said stays in sight, and keeps the focus, until another record comes:
 * the question itself goes as soon as the name is known.
 */
export function createRoleQuestion({ say, keep, onOptions }: RoleQuestionOptions): RoleQuestion {
  let shownFor = '';
  let outcome = '';

  async function onKeep(row: HTMLElement, name: string): Promise<void> {
    const value = row.querySelector('select')?.value ?? open;
    if (value === open) return;
    const came = await keep({ name, role: value.slice(says.length) });
    outcome = came === 'kept' ? say('role_question_kept', { name }) : notKept(came, say);
    const root = row.getRootNode() as ParentNode;
    const told = root.querySelector<HTMLElement>('.told');
    if (!told) return;
    told.textContent = outcome;
    told.focus({ preventScroll: true });
  }

  const rowFor = (name: string): HTMLElement => {
    const id = `role-${roleNameKey(name)}`;
    const row = element(
      'div',
      { class: 'ask', id: `${id}-row`, 'data-role-name': name },
      element('label', { for: id }, name),
      element(
        'select',
        { id },
        element('option', { value: open }, say('role_question_open')),
        ...roleChoices(say).map(({ value, label }) => element('option', { value: `${says}${value}` }, label)),
      ),
    );
    const button = element(
      'button',
      { type: 'button', 'aria-label': say('role_question_keep_named', { name }) },
      say('role_question_keep'),
    );
    button.addEventListener('click', () => void onKeep(row, name));
    row.append(button);
    return row;
  };

  const more = (count: number): Child[] => {
    if (count <= 0) return [];
    const button = element('button', { type: 'button', class: 'more' }, say('role_question_options'));
    button.addEventListener('click', () => onOptions('roles'));
    return [paragraph('soft', say('role_question_more', { count })), button];
  };

  return ({ key, names, locked, decides }) => {
    if (key !== shownFor) outcome = '';
    shownFor = key;
    if (names.length === 0 && outcome === '') return undefined;
    const asks = locked
      ? [paragraph('soft', say('role_question_locked')), element('ul', {}, ...names.map((name) => named(name)))]
      : [
          paragraph('soft', say('role_question_about', { count: names.length })),
          ...names.slice(0, mostAsked).map(rowFor),
          ...more(names.length - mostAsked),
        ];
    return element(
      'section',
      {
        class: 'panel guide roles',
        'data-level': 'note',
        ...inOurLanguage(say),
        'aria-label': say('role_question_title', { count: names.length }),
      },
      names.length > 0 &&
        element(
          'details',
          { open: decides },
          element('summary', {}, span('text title', say('role_question_title', { count: names.length }))),
          element('div', { class: 'body' }, ...asks),
        ),
      element('p', { class: 'told', role: 'status', tabindex: '-1' }, outcome),
    );
  };
}

const named = (name: string): HTMLElement => element('li', { 'data-role-name': name }, name);

/** The value of the choice that says nothing, and what stands before that of every other: one of them is the empty text. */
const open = 'open';
const says = 'is:';
