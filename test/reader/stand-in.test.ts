// @vitest-environment happy-dom
import { afterAll, describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { cases } from '../alma/cases.ts';
import { compare } from '../alma/expected.ts';
import { addressOf, render } from '../alma/render.ts';
import { showPage } from './show-page.ts';

const options = { dateOrder: 'auto', taughtLocators: [] } as const;

describe('reading every page of the stand-in Alma', () => {
  const tally = { right: 0, wrong: 0, missing: 0 };

  for (const { id, title, description, expected } of cases) {
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
      tally.right += right.length;
      tally.wrong += wrong.length;
      tally.missing += missing.length;
      expect({ wrong, missing }, JSON.stringify(page.record)).toEqual({ wrong: [], missing: [] });
    }, 60_000);
  }

  afterAll(() => {
    const all = tally.right + tally.wrong + tally.missing;
    const share = (count: number) => `${count} of ${all} (${((100 * count) / all).toFixed(1)} %)`;
    console.info(
      `Fields that the pages show: read right ${share(tally.right)}, read wrong ${share(tally.wrong)}, unread ${share(tally.missing)}`,
    );
  });
});
