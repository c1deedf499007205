import { afterAll, describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { fieldNames } from '../../src/record/index.ts';
import { type AlmaCase, compare } from '../alma/expected.ts';
import { addressOf, render } from '../alma/render.ts';
import { showPage } from './show-page.ts';

const options = { dateOrder: 'auto', taughtLocators: [] } as const;

/**
 * Tests that each of these pages is read as is expected of it, and prints the shares read right, wrong and not at all. A worker's memory holds
 * two hundred such documents, and not twice as many: that is why there is a file for each part of the matrix.
 */
export function readEvery(which: string, shown: readonly AlmaCase[]): void {
  describe(`reading ${which}`, () => {
    const none = { right: 0, wrong: 0, unread: 0 };
    /** Pages whose ids follow Alma's grammar and have none of the names that the markup data guess are counted by themselves. */
    const tallies = {
      'pages of 2026': { ...none },
      'pages of 2026 with unlike ids': { ...none },
      'pages of earlier layouts': { ...none },
      'pages of earlier layouts with unlike ids': { ...none },
    };
    /** Identifiers of pages whose script text names the one user, and role lists of which only a part is on screen. */
    const named = { pages: 0, read: 0 };
    const partial = { pages: 0, saidToBeNone: 0 };

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
        const layout = description.layout === '2026' ? 'pages of 2026' : 'pages of earlier layouts';
        for (const tally of [
          tallies[layout],
          ...(description.ids === 'unlike' ? [tallies[`${layout} with unlike ids`]] : []),
        ]) {
          tally.right += right.length;
          tally.wrong += wrong.length;
          tally.unread += readable.filter((field) => page.record[field].state === 'unread').length;
        }
        if (description.screen === 'user-details') {
          const { skeleton, person, roleList, spinner } = description;
          const isNamed = layout === 'pages of 2026' && skeleton.entities === 'right' && person.id !== null && !spinner;
          if (isNamed && expected.record.primaryId.state === 'read') {
            named.pages += 1;
            named.read += page.record.primaryId.state === 'read' && page.record.primaryId.value === person.id ? 1 : 0;
          }
          if (roleList.extent !== 'whole') {
            partial.pages += 1;
            partial.saidToBeNone += page.record.roles.state === 'read' ? 1 : 0;
          }
        }
        expect({ wrong, missing }, JSON.stringify(page.record)).toEqual({ wrong: [], missing: [] });
      }, 60_000);
    }

    afterAll(() => {
      for (const [pages, tally] of Object.entries(tallies)) {
        const fields = tally.right + tally.wrong + tally.unread;
        // Each part of the matrix has its own layouts.
        if (fields === 0) continue;
        const share = (count: number) => `${count} of ${fields} (${((100 * count) / fields).toFixed(1)} %)`;
        console.info(
          `Fields shown on ${pages}: read right ${share(tally.right)}, read wrong ${share(tally.wrong)}, unread ${share(tally.unread)}`,
        );
        expect(tally.wrong).toBe(0);
        expect(tally.right).toBeGreaterThan(5);
        expect(tally.right / fields).toBeGreaterThan(0.95);
      }
      console.info(`Identifiers of pages whose script text names the user: ${named.read} of ${named.pages} read`);
      expect(named.read).toBe(named.pages);
      expect(partial.pages).toBeGreaterThan(7);
      expect(partial.saidToBeNone).toBe(0);
    });
  });
}
