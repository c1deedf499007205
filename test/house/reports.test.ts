import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const file = '.github/reports-tried.md';

/** The rows of the table of public reports, with the test that each of them names. */
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:---|trouble )/.test(line))
  .map((line) => {
    const [, trouble = '', source = '', here = '', shown = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, path = '', words = ''] = /^`([^`]+)` "(.+)"$/.exec(shown) ?? [];
    return { trouble, source, here, path, words };
  });

test('each public report that was tried has a source, what happens here, and a test that stands there', () => {
  expect(rows.length).toBeGreaterThanOrEqual(30);
  const faults = rows.flatMap(({ trouble, source, here, path, words }) => [
    ...(/^[\w.-]+\/[\w.-]+ \d+/.test(source) ? [] : [`no source: ${trouble}`]),
    ...(here.length > 10 ? [] : [`nothing said: ${trouble}`]),
    ...(words.length > 5 && existsSync(path) && readFileSync(path, 'utf8').includes(words)
      ? []
      : [`no such test: ${trouble}`]),
  ]);
  expect(faults).toEqual([]);
});

test('the README leads to it', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(file);
});
