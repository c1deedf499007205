// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { cases } from '../alma/cases.ts';
import { compare } from '../alma/expected.ts';
import { addressOf, render } from '../alma/render.ts';
import { damage, randomFrom } from './damage.ts';
import { showPage } from './show-page.ts';

const timesEach = 4;
const records = cases.filter(
  ({ id, expected }) => expected !== 'no-screen' && expected.kind === 'record' && id !== 'roles-60',
);

/**
 * What a damage can do that nobody could notice: a text that is gone is an empty field, and a name without its header is made of
 * first and last name. A list of roles without its counter may have lost its end.
 */
const cannotBeNoticed = (field: string, value: unknown): boolean =>
  value === null || field === 'name' || (field === 'roles' && document.querySelector('.listNumOfRecords') === null);

describe('damaged pages of the stand-in Alma are never read wrong', () => {
  test.each(records)(
    '$id',
    ({ id, description, expected }) => {
      const random = randomFrom([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
      for (let time = 0; time < timesEach; time++) {
        showPage(document, render(description, id), addressOf(description, id));
        damage(document.querySelector('form') ?? document.body, 1 + (time % 3), random);
        const record = readUserPage(document, { dateOrder: 'auto', taughtLocators: [] })?.record;
        if (!record || expected === 'no-screen' || expected.kind !== 'record') continue;
        const wrong = compare(expected.record, record).wrong.filter((field) => {
          const reading = record[field];
          return !(reading.state === 'read' && cannotBeNoticed(field, reading.value));
        });
        expect(wrong, JSON.stringify(wrong.map((field) => record[field]))).toEqual([]);
      }
    },
    60_000,
  );
});
