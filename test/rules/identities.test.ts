import { expect, test } from 'vitest';
import { recordOf } from '../../src/record/index.ts';
import { judgeUnder } from '../../src/rules/identities.ts';
import { policies } from '../../src/rules/index.ts';
import { english } from '../guidance/english.ts';

const { base } = policies;
if (!base) throw new Error('There is no base policy.');
const recordWith = (primaryId: string) =>
  recordOf({ primaryId, name: 'Wren, Ada', userGroup: 'Staff', status: 'ACTIVE', roles: [{ name: 'Cataloger' }] });
const judged = (now: string, ...otherwise: string[]) =>
  judgeUnder(recordWith(now), otherwise.map(recordWith), base, '2026-11-20', english);
const found = (judgement: ReturnType<typeof judged>) =>
  judgement.verdicts
    .filter(({ outcome, severity }) => outcome === 'found' && severity === 'stop')
    .map(({ rule }) => rule);

test('an account is protected if it is so as Alma loaded it or as its form stands', () => {
  expect(found(judged('awren'))).toEqual([]);
  expect(found(judged('awren', 'awren', 'awren'))).toEqual([]);
  expect(found(judged('awren', 'exl_impl', 'awren'))).toEqual(['ex-libris-account']);
  expect(found(judged('awren', 'awren', 'rialto_x'))).toEqual(['rialto-account']);
  expect(found(judged('exl_impl', 'awren'))).toEqual(['ex-libris-account']);
});

test('under two protected identities both are said', () => {
  expect(found(judged('rialto_x', 'exl_impl', 'rialto_x')).sort()).toEqual(['ex-libris-account', 'rialto-account']);
});

test('whether it counts is answered of the protected identity', () => {
  expect(judged('awren').namedUser.answer).toBe('counts');
  expect(judged('awren', 'exl_impl', 'awren').namedUser.answer).toBe('does-not-count');
});
