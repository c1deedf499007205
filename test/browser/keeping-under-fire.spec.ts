import type { Desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { largerLibrary } from './review-files.ts';
import { ReviewScreen } from './review-screen.ts';

/** Those who are decided on, one after the other. */
const people = ['00042', 'desk7', 'cat9'];

/** A page with a review that the browser keeps, with so many decisions. */
async function keeping(desk: Desk, decisions: number): Promise<ReviewScreen> {
  const screen = await ReviewScreen.open(desk);
  await screen.give([largerLibrary]);
  await screen.figures();
  await screen.tab.click('.keeping summary');
  await screen.tab.click('[data-action="keep"]');
  await screen.sees('[data-keeping="yes"]');
  await decide(screen, decisions);
  return screen;
}

/** Keeps people until so many decisions stand and are written. */
async function decide(screen: ReviewScreen, decisions: number): Promise<void> {
  for (const [at, identifier] of people.slice(0, decisions).entries()) {
    if ((await screen.keptDecisions()) > at) continue;
    await screen.decide(identifier, 'keep');
    await screen.keeps(at + 1);
  }
}

/** Goes on with what is kept, and gives how many decisions the page then has. */
async function goOn(desk: Desk): Promise<{ screen: ReviewScreen; decided: number }> {
  const screen = await ReviewScreen.open(desk);
  await screen.tab.click('[data-action="open-kept"]');
  expect(await screen.figure('named-users')).toBe(5);
  await screen.sees('[data-decided]');
  const [shown] = await screen.tab.attributes('[data-decided]', 'data-decided');
  return { screen, decided: Number(shown?.['data-decided']) };
}

const troubles = async (screen: ReviewScreen) =>
  (await screen.tab.attributes('[data-trouble]', 'data-trouble')).map((one) => one['data-trouble']);

/** Works on what the database holds, as a person with the browser's own tools could. */
function inDatabase<T>(screen: ReviewScreen, work: string): Promise<T> {
  return screen.tab.evaluate(`(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open('alma-user-guard-review'));
    const kept = database.transaction('kept', 'readwrite').objectStore('kept');
    try {
      return await (${work})(kept, done);
    } finally {
      database.close();
    }
  })()`);
}

test('the browser killed while it writes loses nothing older, and says nothing that is not so', async ({
  ownDesk,
  crash,
  profile,
}) => {
  let desk = await ownDesk({ profile });
  let screen = await keeping(desk, 1);
  for (const [safe, identifier] of people.entries()) {
    if (safe === 0) continue;
    // Settles in the very moment in which the write begins.
    await screen.tab.evaluate(`(() => {
      const put = IDBObjectStore.prototype.put;
      globalThis.begun = new Promise((tell) => {
        IDBObjectStore.prototype.put = function (...given) {
          const request = put.apply(this, given);
          tell(true);
          return request;
        };
      });
    })()`);
    await screen.decide(identifier, 'keep');
    await screen.tab.evaluate('globalThis.begun');
    desk = await crash(desk, { profile });
    const after = await goOn(desk);
    screen = after.screen;
    // The last decision was being written: it is there, or it is not; all older ones are.
    expect([safe, safe + 1]).toContain(after.decided);
    for (const older of people.slice(0, safe)) {
      await screen.search(older, 1);
      await screen.decided(older, 'keep');
    }
    expect(await troubles(screen)).toEqual([]);
    await decide(screen, safe + 1);
  }
});

test('a damaged last save is told, and the one before it is gone on with', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const first = await keeping(desk, 2);
  await inDatabase(
    first,
    `async (kept, done) => {
      const last = await done(kept.get('last'));
      last.head.changing = last.head.changing.replace('keep', 'kept');
      await done(kept.put(last, 'last'));
    }`,
  );
  await first.tab.close();
  const { screen, decided } = await goOn(desk);
  expect(decided).toBe(1);
  expect(await troubles(screen)).toEqual(['older']);
});

test('two damaged saves are told, and neither wiped nor written over unasked', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const first = await keeping(desk, 2);
  const spoil = `async (kept, done) => {
    for (const key of ['last', 'before']) {
      const save = await done(kept.get(key));
      save.head.changing = '{"decisions":[{"key":"00042"';
      await done(kept.put(save, key));
    }
  }`;
  await inDatabase(first, spoil);
  await first.tab.close();
  const screen = await ReviewScreen.open(desk);
  await screen.sees('[data-trouble="unreadable"]');
  await screen.give([largerLibrary]);
  await screen.figures();
  await screen.tab.click('[data-action="keep"]');
  await screen.sees('[data-action="replace-kept"]');
  const changing = await inDatabase<string>(
    screen,
    `async (kept, done) => (await done(kept.get('last'))).head.changing`,
  );
  expect(changing).toBe('{"decisions":[{"key":"00042"');
});

test('storage that is full is told, what was kept stays, and the decision is still there to be saved', async ({
  ownDesk,
}) => {
  const desk = await ownDesk();
  const screen = await keeping(desk, 2);
  // What a browser says when its disk is full; the transaction is given up as then.
  await screen.tab.evaluate(`(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
      const request = put.call(this, value, key);
      if (key === 'last') {
        this.transaction.abort();
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      }
      return request;
    };
  })()`);
  await screen.decide('cat9', 'keep');
  await screen.sees('.keeping [data-trouble="full"]');
  expect(await screen.keptDecisions()).toBe(2);
  expect(await screen.decisionOf('cat9')).toBe('keep');
  const saved = await screen.downloads(() => screen.tab.click('[data-action="save-review"]'));
  expect(JSON.parse(saved.bytes.toString()).decisions).toHaveLength(3);
  await screen.tab.close();
  expect((await goOn(desk)).decided).toBe(2);
});

test('of two tabs none writes over what the other has kept, and each says so at once', async ({ ownDesk }) => {
  const desk = await ownDesk();
  const first = await keeping(desk, 1);
  const { screen: second, decided } = await goOn(desk);
  expect(decided).toBe(1);
  await second.decide('desk7', 'keep');
  await second.keeps(2);
  await first.sees('[data-trouble="other-tab"]');
  await first.tab.show();
  await first.decide('cat9', 'keep');
  // What the other tab decides afterwards is kept: by then the first one would have written, too.
  await second.tab.show();
  await second.decide('sysadmin2', 'keep');
  await second.keeps(3);
  expect(await troubles(second)).toEqual([]);
  await first.tab.show();
  // What the first tab has decided can be saved as a file, and put in the other's place when that is said.
  const saved = await first.downloads(() => first.tab.click('[data-export="review"]'));
  const keys = JSON.parse(saved.bytes.toString()).decisions.map(({ key }: { key: string }) => key);
  expect(keys.sort()).toEqual(['00042', 'cat9']);
  await first.tab.click('[data-action="replace-kept"]');
  await first.sees('[data-keeping="yes"]');
  await second.sees('[data-trouble="other-tab"]');
  await second.tab.show();
  await second.search('desk7', 1);
  await second.decided('desk7', 'keep');
  await first.tab.close();
  await second.tab.close();
  expect((await goOn(desk)).decided).toBe(2);
});
