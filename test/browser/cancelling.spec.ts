import { expect, test } from './fixtures.ts';
import { smallLibrary } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';

// Big files are made and read, also on a machine with other work.
test.describe.configure({ timeout: 180_000 });

/** Gives a file that is made in the page, since it is too big to be sent there. */
function giveMade(screen: ReviewScreen, name: string, making: string): Promise<void> {
  return screen.tab.evaluate(`(() => {
    const input = document.querySelector('input[type=file][data-input="exports"]');
    const transfer = new DataTransfer();
    transfer.items.add(new File([${making}], ${JSON.stringify(name)}));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
}

/** A text in which every tenth row has a quotation mark that does not close. */
const wrongQuotes = `(() => {
  const row = (at) => 'u' + at + ',Silva,Active,' + (at % 10 === 0 ? '"' : '') + 'Cataloger\\n';
  const rows = Array.from({ length: 20000 }, (_, at) => row(at)).join('');
  return 'Primary Identifier,Last Name,Status,Role Type\\n' + rows.repeat(60);
})()`;

/** What says that it is a review of ours: parsing it is one task, which lets nothing in. */
const bigReview = `(() => {
  const people = '{"identifier":"u1","spellings":["u1"],"record":{"name":{"value":"Silva, Nuno"}}},'.repeat(20000);
  return ['{"format":"alma-user-guard-review","version":1,"joined":{"people":[', ...Array(60).fill(people), '{}]}}'];
})().join('')`;

const files: Readonly<Record<string, (screen: ReviewScreen) => Promise<void>>> = {
  'quotes.csv': (screen) => giveMade(screen, 'quotes.csv', wrongQuotes),
  'review.json': (screen) => giveMade(screen, 'review.json', bigReview),
};

/**
 * Presses Cancel, and tells how the file's state is two frames later, and how many milliseconds it was until then: the worker is
 * not waited for.
 */
const cancel = (screen: ReviewScreen, name: string) =>
  screen.tab.run(async (file) => {
    const item = document.querySelector<HTMLElement>(`[data-file="${file}"]`);
    const begun = performance.now();
    item?.querySelector<HTMLElement>('[data-action="cancel-reading"]')?.click();
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    return { state: item?.dataset.state, milliseconds: Math.round(performance.now() - begun) };
  }, name);

for (const [name, give] of Object.entries(files)) {
  test(`reading ${name} ends when Cancel is pressed, nothing of it stays, and the next file is read`, async ({
    desk,
  }) => {
    const screen = await ReviewScreen.open(desk);
    await give(screen);
    await screen.sees(`[data-file="${name}"] progress`);
    const { state, milliseconds } = await cancel(screen, name);
    test.info().annotations.push({ type: 'cancelled after', description: `${milliseconds} ms` });
    expect(state).toBe('cancelled');
    expect(await screen.tab.texts(`[data-file="${name}"] [role="status"]`)).toEqual([
      'Reading was cancelled. Nothing of the file was used.',
    ]);
    await screen.give([smallLibrary]);
    await screen.sees('[data-file="roles.csv"][data-state="read"]');
    expect(await screen.figures()).toMatchObject({ 'named-users': '4', 'unread-rows': '0' });
    await screen.lists(5);
    expect(await screen.tab.count('[data-file]')).toBe(2);
    expect(await screen.tab.attributes(`[data-file="${name}"]`, 'data-state')).toEqual([{ 'data-state': 'cancelled' }]);
  });
}

test('whether or not a long task holds the worker, nothing goes with it that was read before', async ({ desk }) => {
  const screen = await ReviewScreen.open(desk);
  await screen.give([smallLibrary]);
  await screen.figures();
  await screen.decide('00042', 'keep');
  await screen.tab.evaluate(`(() => {
    globalThis.begun = 0;
    const Plain = globalThis.Worker;
    globalThis.Worker = class extends Plain {
      constructor(...given) {
        super(...given);
        globalThis.begun += 1;
      }
    };
  })()`);
  await giveMade(screen, 'review.json', bigReview);
  await screen.sees('[data-file="review.json"] progress');
  expect((await cancel(screen, 'review.json')).state).toBe('cancelled');
  const saved = await screen.downloads(() => screen.tab.click('[data-export="review"]'));
  const review = JSON.parse(saved.bytes.toString());
  expect(review.joined.people).toHaveLength(5);
  expect(review.decisions).toMatchObject([{ key: '00042', kind: 'keep' }]);
  // A browser whose worker still hears of the cancel needs no new one; how one is replaced is tested on its own.
  expect(await screen.tab.evaluate('globalThis.begun')).toBeLessThanOrEqual(1);
});
