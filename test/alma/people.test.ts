import { describe, expect, it } from 'vitest';
import type { Person } from './description.ts';
import * as all from './people.ts';
import { codedRoleNames, role } from './roles.ts';

const named = Object.values(all).filter((each): each is Person => typeof each === 'object');
const everybody = [...named, ...all.crowd(500)];

describe('the invented people', () => {
  it('live on days that exist', () => {
    const days = everybody.flatMap(({ birthDate, expiryDate, purgeDate, roles }) => [
      birthDate,
      expiryDate,
      purgeDate,
      ...roles.map((each) => each.expiryDate ?? null),
    ]);
    const odd = days.filter((day) => day !== null && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day);
    expect(odd).toEqual([]);
    expect(days.filter((day) => day !== null).length).toBeGreaterThan(1000);
  });

  it('have identifiers of their own, at example.org or of the kinds that accounts of products have', () => {
    const ids = everybody.flatMap(({ id }) => id ?? []);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
    const product = /^(exl_\w+|rialto_\w+|leganto_guest|admin|01WRLC_[A-Z]+-\w+)$/;
    expect(ids.filter((id) => !id.endsWith('@example.org') && !product.test(id))).toEqual([]);
  });

  it('are the same every time', () => {
    expect(all.crowd(60)).toEqual(all.crowd(60));
    expect(all.crowd(60)).toEqual(all.crowd(500).slice(0, 60));
  });

  it('hold 60 different roles, with their codes, where they hold that many', () => {
    expect(new Set(all.sixtyRoles.roles.map(({ code }) => code)).size).toBe(60);
    expect(codedRoleNames).toHaveLength(61);
    expect(role('Cataloger').code).toBe('204');
    expect('code' in role('Katalogisierer')).toBe(false);
  });
});
