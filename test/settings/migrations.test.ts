import { expect, test } from 'vitest';
import { type Migration, migrate, schemaVersion } from '../../src/settings/migrations.ts';

const renameWords: Migration = ({ words, ...rest }) => ({ ...rest, genericWords: words });
const splitWords: Migration = (settings) => ({ ...settings, genericWords: String(settings.genericWords).split(' ') });
const steps = [renameWords, splitWords];

test('settings are led through every step from their own version on, and nothing else is lost', () => {
  const first = { schema: 1, words: 'desk shared', unknown: 7 };
  expect(migrate(first, steps)).toEqual({ schema: 3, genericWords: ['desk', 'shared'], unknown: 7 });
});

test('a step that is behind them is not taken again', () => {
  expect(migrate({ schema: 2, genericWords: 'desk' }, steps)).toEqual({ schema: 3, genericWords: ['desk'] });
});

test('settings without a usable version are of the first one', () => {
  expect(migrate({ words: 'desk' }, steps)).toEqual({ schema: 3, genericWords: ['desk'] });
  expect(migrate({ schema: 'old', words: 'desk' }, steps)).toEqual({ schema: 3, genericWords: ['desk'] });
});

test('settings of a newer version stay as they are', () => {
  const newer = { schema: 9, words: 'desk' };
  expect(migrate(newer, steps)).toEqual(newer);
});

test('settings in the form in force need no step', () => {
  const current = { schema: schemaVersion, choices: { base: 'wrlc' } };
  expect(migrate(current)).toEqual(current);
});
