import { expect, test } from 'vitest';
import { defineRule, holds } from '../../src/rules/rule.ts';
import { all, any, not, type Truth } from '../../src/rules/truth.ts';

test('a rule can reach only the fields that it says it needs', () => {
  const rule = defineRule({
    id: 'example',
    severity: 'note',
    needs: ['status'],
    // @ts-expect-error: `roles` is not among the needs, and so is unknown to the compiler.
    found: ({ roles }) => holds(roles, () => true),
  });
  expect(rule.needs).toEqual(['status']);
});

const open: Truth = ['roles'];
const alsoOpen: Truth = ['status', 'roles'];

test.each<[string, Truth, Truth]>([
  ['all of nothing is yes', all(), true],
  ['any of nothing is no', any(), false],
  ['a no settles all, whatever is open', all(open, false, true), false],
  ['a yes settles any, whatever is open', any(open, true, false), true],
  ['yes leaves all to what is open', all(true, open), ['roles']],
  ['no leaves any to what is open', any(false, open), ['roles']],
  ['each missing field is named once', all(open, alsoOpen), ['roles', 'status']],
  ['not turns yes and no around', not(not(true)), true],
  ['not leaves open what is open', not(open), ['roles']],
  [
    'a field unread is open',
    holds({ field: 'name', reading: { state: 'unread', why: 'partial' } }, () => true),
    ['name'],
  ],
  [
    'a blank field is read',
    holds({ field: 'name', reading: { state: 'read', value: null } }, (name) => name === null),
    true,
  ],
])('%s', (_says, truth, expected) => expect(truth).toEqual(expected));
