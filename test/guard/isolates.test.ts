// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { wordsForRow } from '../../src/guidance/list-marks-words.ts';
import { type Day, recordOf } from '../../src/record/index.ts';
import { policies } from '../../src/rules/index.ts';
import { userList } from '../alma/description.ts';
import { rightToLeftName, shownName } from '../alma/people.ts';
import { english } from '../guidance/english.ts';
import { columns, control, guardOn, press, question } from './on-the-list.ts';

const [first, end] = ['\u2068', '\u2069'];
let on: ReturnType<typeof guardOn> | undefined;
afterEach(() => on?.life.abort());

test('the guard’s question shuts in a name that runs from right to left', () => {
  on = guardOn(userList([rightToLeftName], { columns }));
  press(control('delete'));
  expect(question()?.textContent).toContain(`${first}${shownName(rightToLeftName)}${end}`);
});

test('the words of a mark in the user list shut in what the policy calls an institution', () => {
  const { base } = policies;
  if (!base) throw new Error('There is no base policy.');
  const name = 'ספרייה ראשית';
  const words = wordsForRow(recordOf({ primaryId: 'gm_kessler', userGroup: null, name: null }, 'not-on-this-page'), {
    policy: {
      ...base,
      institution: { name: null, prefixes: ['gw_'] },
      otherInstitutions: [{ name, prefixes: ['gm_'] }],
    },
    today: '2026-11-20' as Day,
    say: english,
    hasIdentifiers: true,
    sandbox: false,
  });
  expect(JSON.stringify(words)).toContain(`${first}${name}${end}`);
});
