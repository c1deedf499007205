// @vitest-environment happy-dom
import { afterAll, describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { fieldNames } from '../../src/record/index.ts';
import { cases } from '../alma/cases.ts';
import { compare } from '../alma/expected.ts';
import { addressOf, render } from '../alma/render.ts';
import { showPage } from './show-page.ts';

/** Without the list of 10,000 users: a document made in JavaScript takes longest to parse it, and it is read like the one of 500. */
const shown = cases.filter(({ id }) => id !== 'list-10000');

const options = { dateOrder: 'auto', taughtLocators: [] } as const;

describe('reading every page of the stand-in Alma', () => {
  const all = { right: 0, wrong: 0, unread: 0 };
  /** Pages whose ids follow Alma's grammar and have none of the names that the markup data guess. */
  const unlike = { ...all };

  for (const { id, title, description, expected } of shown) {
    test(`${id}: ${title}`, () => {
      showPage(document, render(description, id), addressOf(description, id));
      const page = readUserPage(document, options);
      if (expected === 'no-screen' || expected.kind !== 'record') {
        expect(page).toBeUndefined();
        return;
      }
      if (!page) {
        expect(expected.certain).toBe(false);
        return;
      }
      const { right, wrong, missing } = compare(expected.record, page.record);
      const readable = fieldNames.filter((field) => expected.record[field].state !== 'unread');
      for (const tally of description.ids === 'unlike' ? [all, unlike] : [all]) {
        tally.right += right.length;
        tally.wrong += wrong.length;
        tally.unread += readable.filter((field) => page.record[field].state === 'unread').length;
      }
      expect({ wrong, missing }, JSON.stringify(page.record)).toEqual({ wrong: [], missing: [] });
    }, 60_000);
  }

  afterAll(() => {
    for (const [pages, tally] of Object.entries({ 'all pages': all, 'pages with unlike ids': unlike })) {
      const fields = tally.right + tally.wrong + tally.unread;
      const share = (count: number) => `${count} of ${fields} (${((100 * count) / fields).toFixed(1)} %)`;
      console.info(
        `Fields shown on ${pages}: read right ${share(tally.right)}, read wrong ${share(tally.wrong)}, unread ${share(tally.unread)}`,
      );
      expect(tally.wrong).toBe(0);
      expect(tally.right).toBeGreaterThan(0);
    }
  });
});
