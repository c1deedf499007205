import { zipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import { smallLibrary } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';

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

/** A workbook of 600,000 rows, packed; its texts differ, so that it is no bomb. */
function bigWorkbook(): Buffer {
  const text = (body: string) => new TextEncoder().encode(`<?xml version="1.0"?>${body}`);
  const spread = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (type: string, target: string) =>
    text(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`,
    );
  const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (...values: string[]) => `<row>${values.map(cell).join('')}</row>`;
  const rows = Array.from({ length: 600_000 }, (_, at) =>
    row(`u${(at * 7919) % 1_000_003}`, `Silva ${at}`, 'Cataloger'),
  );
  const sheet = `<worksheet xmlns="${spread}"><sheetData>${row('Primary Identifier', 'Name', 'Role Type')}${rows.join('')}</sheetData></worksheet>`;
  return Buffer.from(
    zipSync(
      {
        '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
        'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
        'xl/workbook.xml': text(
          `<workbook xmlns="${spread}" xmlns:r="${office}"><sheets><sheet name="Users" sheetId="1" r:id="r1"/></sheets></workbook>`,
        ),
        'xl/worksheets/sheet1.xml': text(sheet),
      },
      { level: 1 },
    ),
  );
}

/** User records, one a line: some 120 MB. */
const manyLines = `(() => {
  const note = 'An invented note, which nobody reads. '.repeat(20);
  const line = (at) => JSON.stringify({ primary_id: 'u' + at, status: { value: 'ACTIVE' }, user_note: [{ note_text: note }] }) + '\\n';
  return Array(60).fill(Array.from({ length: 2400 }, (_, at) => line(at)).join(''));
})().join('')`;

/** User records as the export of users gives them, XML in a zip: some 120 MB in eight files; their texts differ, so that it is no bomb. */
function manyUsers(): Buffer {
  const user = (at: number) =>
    `<user><primary_id>u${at}</primary_id><status>ACTIVE</status><user_notes><user_note><note_text>${`Note ${(at * 7919) % 1_000_003}. `.repeat(100)}</note_text></user_note></user_notes></user>\n`;
  const users = (file: number) => Array.from({ length: 11_500 }, (_, at) => user(file * 11_500 + at)).join('');
  const entries = Array.from({ length: 8 }, (_, file) => [
    `users_${file}.xml`,
    new TextEncoder().encode(`<users>\n${users(file)}</users>\n`),
  ]);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 1 }));
}

/** Bytes as the page is given them. */
const asBytes = (bytes: Buffer) => `Uint8Array.from(atob('${bytes.toString('base64')}'), (one) => one.charCodeAt(0))`;

const files: Readonly<Record<string, (screen: ReviewScreen) => Promise<void>>> = {
  'quotes.csv': (screen) => giveMade(screen, 'quotes.csv', wrongQuotes),
  'users.xlsx': (screen) => giveMade(screen, 'users.xlsx', asBytes(bigWorkbook())),
  'review.json': (screen) => giveMade(screen, 'review.json', bigReview),
  'users.ndjson': (screen) => giveMade(screen, 'users.ndjson', manyLines),
  'users.zip': (screen) => giveMade(screen, 'users.zip', asBytes(manyUsers())),
};

/** Presses Cancel, waits until the page says so, and tells how many milliseconds that took. */
async function cancel(screen: ReviewScreen, name: string): Promise<number> {
  await screen.tab.run((file) => {
    const button = document.querySelector<HTMLElement>(`[data-file="${file}"] [data-action="cancel-reading"]`);
    if (!button) throw new Error('Nothing to cancel.');
    const begun = performance.now();
    const watch = new MutationObserver(() => {
      if (!document.querySelector(`[data-file="${file}"][data-state="cancelled"]`)) return;
      watch.disconnect();
      document.documentElement.dataset.cancelledAfter = String(Math.round(performance.now() - begun));
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    button.click();
  }, name);
  await screen.sees(`[data-cancelled-after] [data-file="${name}"][data-state="cancelled"]`);
  return Number(await screen.tab.evaluate('document.documentElement.dataset.cancelledAfter'));
}

for (const [name, give] of Object.entries(files)) {
  test(`reading ${name} ends when Cancel is pressed, nothing of it stays, and the next file is read`, async ({
    desk,
  }) => {
    const screen = await ReviewScreen.open(desk);
    await give(screen);
    await screen.sees(`[data-file="${name}"] progress`);
    test.info().annotations.push({ type: 'cancelled after', description: `${await cancel(screen, name)} ms` });
    expect(await screen.tab.texts(`[data-file="${name}"] [role="status"]`)).toEqual([
      'Reading was cancelled. Nothing of the file was used.',
    ]);
    await screen.give([smallLibrary]);
    await screen.sees('[data-file="roles.csv"][data-state="read"]');
    await expect.poll(() => screen.figures()).toMatchObject({ 'named-users': '4', 'unread-rows': '0' });
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
  await cancel(screen, 'review.json');
  const saved = await screen.downloads(() => screen.tab.click('[data-export="review"]'));
  const review = JSON.parse(saved.bytes.toString());
  expect(review.joined.people).toHaveLength(5);
  expect(review.decisions).toMatchObject([{ key: '00042', kind: 'keep' }]);
  // A browser whose worker still hears of the cancel needs no new one; how one is replaced is tested on its own.
  expect(await screen.tab.evaluate('globalThis.begun')).toBeLessThanOrEqual(1);
});
