import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { faultsOf, withoutNetwork } from '../../src/build/finish.ts';

const papaparse = readFileSync(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'), 'utf8');

it('the CSV parser cannot reach the network once it is built', () => {
  expect(faultsOf('worker.js', papaparse)).toHaveLength(1);
  expect(faultsOf('worker.js', withoutNetwork(papaparse))).toEqual([]);
});

it('leaves scripts without the parser as they are, and refuses a parser that has changed', () => {
  expect(withoutNetwork('new XMLHttpRequest')).toBe('new XMLHttpRequest');
  expect(() => withoutNetwork('NetworkStreamer')).toThrow(/makes 0/);
});
