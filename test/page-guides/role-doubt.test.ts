import { describe, expect, test } from 'vitest';
import type { GuidedScreen } from '../../src/alma/screen.ts';
import { adviceFor } from '../../src/guidance/page-guide.ts';
import { changeBy, changeSince, type RoleChange, roleAdvice } from '../../src/guidance/role-change.ts';
import { type Role, recordOf, type UserRecord, unread } from '../../src/record/index.ts';
import { type Policy, policies } from '../../src/rules/index.ts';
import { english } from '../guidance/english.ts';
import { day, quiet } from '../rules/case.ts';

const base = policies.base as Policy;
const context = (language: string, policy = base) => ({ policy, today: day('2026-11-21'), say: english, language });
const active = (name: string): Role => ({ name, status: 'ACTIVE' });
const holding = (...names: string[]): UserRecord => recordOf({ ...quiet, roles: names.map(active) });
const about = (change: RoleChange, language: string, policy = base) =>
  roleAdvice(change, context(language, policy)).map((advice) => advice.about);
const adding = (name: string, record: UserRecord, language: string, policy = base) =>
  about(changeBy([active(name)], record, false), language, policy);

describe('a role whose name nobody knows', () => {
  test.each([
    ['Benutzer', 'de'],
    ['Bibliotheksgast', 'de'],
    ['Lectrice', ''],
    ['Читательница', 'en'],
  ])('makes nobody a named user: %s on a page in "%s"', (name, language) => {
    expect(adding(name, holding(), language)).toEqual(['doubtful', 'answer']);
    expect(adding(name, holding('Patron'), language)).toEqual(['doubtful', 'answer']);
    expect(adding(name, holding('Cataloger'), language)).toEqual(['doubtful', 'still']);
    expect(about(changeBy([active(name)], undefined, false), language)).toEqual(['doubtful', 'whose']);
  });

  test('ends nothing when it is removed', () => {
    const change = changeSince([active('Patron'), active('Benutzer')], holding('Patron'));
    expect(about(change, 'de')).toEqual(['answer']);
    const texts = roleAdvice(change, context('de')).map(({ text }) => text);
    expect(texts.join()).not.toContain('no longer');
  });

  test('beside it, nobody can tell what a role ends or begins', () => {
    const removed = changeSince([active('Cataloger'), active('Benutzer')], holding('Benutzer'));
    expect(about(removed, 'de')).toEqual(['unsure']);
    expect(adding('Cataloger', holding('Benutzer'), 'de')).toEqual(['counts']);
  });

  test('is said to be in doubt where the policy gives its name to several roles', () => {
    const policy = { ...base, roleNames: ['200', '204'].map((role) => ({ name: 'Reader', role })) };
    expect(adding('Reader', holding(), 'en', policy)).toEqual(['doubtful', 'answer']);
  });

  test('counts to be safe, as before, where the name may well be English', () => {
    expect(adding('Keeper of Keys', holding(), 'en')).toEqual(['becomes']);
    expect(adding('Keeper of Keys', holding(), '')).toEqual(['becomes']);
  });
});

test('where a part of a long list decides, a role more ends nothing', () => {
  const part = { ...holding(), roles: unread('partial'), rolesSeen: { roles: [active('Cataloger')], total: 40 } };
  expect(adding('Patron', part, 'en')).toEqual(['still']);
  expect(adding('Fund Manager', part, 'en')).toEqual(['still']);
  expect(adding('Benutzer', part, 'de')).toEqual(['doubtful', 'still']);
});

test('the Roles Report counts those who hold a role that counts, and tells of how many nobody knows', () => {
  const rows = [
    ['ann', 'Benutzer'],
    ['ben', 'Benutzer'],
    ['cay', 'Katalog-Administrator'],
    ['cay', 'Benutzer'],
    ['dot', 'Patron'],
  ].map(([user = '', role = '']) => ({ user, role }));
  const screen: GuidedScreen = {
    kind: 'guided-page',
    page: 'roles-report',
    fields: { report: { rows, whole: true } },
    place: () => undefined,
  };
  const texts = adviceFor(screen, context('de')).map(({ text }) => text);
  expect(texts.slice(1)).toEqual([
    english('guide_roles_counting', { count: 1 }),
    english('guide_roles_doubtful', { count: 2 }),
  ]);
});
