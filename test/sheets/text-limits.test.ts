import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import { lines, readText, tableOf, usedAndUnread } from './text-cases.ts';

describe('what a text may hold', () => {
  const wide = (columns: number) => Array.from({ length: columns }, (_, at) => `c${at}`);

  it('headings far to the right are refused, a line of separators is not', async () => {
    const file = lines(['Primary Identifier', ...wide(600)].join(','), `a1${',x'.repeat(600)}`);
    expect(await readText(file)).toEqual({ state: 'refused', reason: 'too-many-columns' });
    const blank = lines(`Primary Identifier,Last Name${','.repeat(600)}`, `a1,Costa${','.repeat(600)}`);
    expect((await tableOf(blank)).rows).toMatchObject([{ identifier: 'a1', name: 'Costa' }]);
  });

  it('one line far to the right costs that line', async () => {
    const people = Array.from({ length: 30 }, (_, at) => `u${at},Costa`);
    const { used, unread } = usedAndUnread(
      await tableOf(lines('Primary Identifier,Last Name', ...people, `b2,Silva${',x'.repeat(600)}`)),
    );
    expect(used).toHaveLength(31);
    expect(unread).toEqual([[32, 'broken-row']]);
  });

  it('a line of more than a million characters is given up, and those below it are read', async () => {
    const long = `b2,"${'x'.repeat(1_100_000)}`;
    const { used, unread } = usedAndUnread(
      await tableOf(lines('Primary Identifier,Last Name', 'a1,Costa', long, 'c3,Silva')),
    );
    expect(used).toEqual(['a1', 'c3']);
    expect(unread).toEqual([[3, 'broken-row']]);
  });

  it.each(['a1\n', '"a"b\n'])('more lines than a worksheet holds are refused: %j', async (line) => {
    const parts = ['Primary Identifier\n', line.repeat(1_048_577)];
    expect(await readFile(new Blob(parts), 'users.csv')).toEqual({ state: 'refused', reason: 'too-many-rows' });
  });
});
