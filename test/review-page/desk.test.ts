// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { standingOf } from '../../src/review/page/standing.ts';
import { hasUnsaved } from '../../src/review/page/state.ts';
import { fakeStorage } from '../platform/fake-browser.ts';
import { fakeDatabase } from '../platform/fake-database.ts';
import { installFakeLocks } from '../platform/fake-locks.ts';
import { deskHere, give, headings, library, settled } from './desk-here.ts';

let end = () => {};
function openDesk(...given: Parameters<typeof deskHere>) {
  const here = deskHere(...given);
  end = here.end;
  return here;
}

beforeEach(() => {
  installFakeLocks();
  fakeStorage.reset();
  fakeDatabase.reset();
});
afterEach(() => end());

describe('files', () => {
  test('are joined and judged once they are read', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library]);
    const { reviewed } = desk.store.get();
    expect(reviewed?.complete).toBe(true);
    expect([...(reviewed?.byKey.keys() ?? [])].sort()).toEqual(['00042', 'exl_api', 'sysadmin1', 'sysadmin2']);
  });

  test('with the very same bytes are used once', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library], ['copy.csv', library]);
    expect(desk.store.get().files.map(({ reading }) => reading.state)).toEqual(['read', 'twice']);
    expect(desk.store.get().reviewed?.joined.files).toHaveLength(1);
  });

  test('that are removed take their people along', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library], ['more.csv', [headings, ['n1', 'Silva', 'Nuno', 'Active', 'Patron', '']]]);
    expect(desk.store.get().reviewed?.people).toHaveLength(5);
    desk.remove(desk.store.get().files[1]?.key ?? 0);
    await vi.waitFor(() => expect(desk.store.get().reviewed?.people).toHaveLength(4));
    desk.remove(desk.store.get().files[0]?.key ?? 0);
    await vi.waitFor(() => expect(desk.store.get().reviewed).toBeUndefined());
  });

  test('that are refused change nothing', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library]);
    const before = desk.store.get().reviewed;
    desk.add([{ name: 'empty.csv', blob: new Blob([]), lastModified: 0 }]);
    await settled(desk);
    expect(desk.store.get().files[1]?.reading).toEqual({ state: 'refused', reason: 'empty' });
    expect(desk.store.get().reviewed).toBe(before);
  });

  test('ask for a mapping, which is remembered by heading and by nothing else', async () => {
    const { desk } = openDesk();
    const odd = (who: string) => [
      ['Wer', 'Was', 'Wo'],
      [who, 'Cataloger', 'Keller'],
    ];
    await give(desk, ['odd.csv', odd('ab1')]);
    const [file] = desk.store.get().files;
    expect(file?.reading.state).toBe('question');
    expect(fakeStorage.local()).toEqual({});
    desk.answer(file?.key ?? 0, { mapping: { Wer: 'identifier', Was: 'roleType', Wo: 'ignore' } }, true);
    await settled(desk);
    expect(desk.store.get().reviewed?.people.map(({ identifier }) => identifier)).toEqual(['ab1']);
    expect(fakeStorage.local()).toEqual({ 'review-headings': { wer: 'identifier', was: 'roleType' } });
    await give(desk, ['odd again.csv', odd('ab2')]);
    expect(desk.store.get().files[1]?.reading.state).toBe('read');
  });
});

describe('logins under headings of their own', () => {
  const headed = (who: string, ended: string) => [
    ['Wer', 'Wann', 'Ergebnis'],
    [who, '2026-11-02 08:00', ended],
  ];
  const mapping = { Wer: 'identifier', Wann: 'lastLogin', Ergebnis: 'loginSuccess' } as const;

  test('are asked about once: the next report is read by what was said of the first', async () => {
    const { desk } = openDesk();
    await give(desk, ['october.csv', headed('ab1', 'true')]);
    const [first] = desk.store.get().files;
    expect(first?.reading.state).toBe('question');
    desk.answer(first?.key ?? 0, { mapping }, true);
    await settled(desk);
    expect(desk.store.get().files[0]?.reading.state).toBe('read');
    await give(desk, ['november.csv', headed('ab2', 'false')]);
    expect(desk.store.get().files.map(({ reading }) => reading.state)).toEqual(['read', 'read']);
    expect(desk.store.get().reviewed?.joined.logins).toMatchObject({ events: 2, failed: 1, files: 2 });
  });

  test('are asked about again where it was not to be remembered', async () => {
    const { desk } = openDesk();
    await give(desk, ['october.csv', headed('ab1', 'true')]);
    desk.answer(desk.store.get().files[0]?.key ?? 0, { mapping }, false);
    await settled(desk);
    await give(desk, ['november.csv', headed('ab2', 'false')]);
    expect(desk.store.get().files.map(({ reading }) => reading.state)).toEqual(['read', 'question']);
  });
});

describe('the standing', () => {
  test('is open, not good, while it cannot be told of more people than fit under the limit', async () => {
    const { desk } = openDesk({ namedUserLimit: 2 });
    await give(desk, [
      'users.csv',
      [
        ['Primary Identifier', 'Last Name'],
        ['a1', 'A'],
        ['a2', 'B'],
        ['a3', 'C'],
      ],
    ]);
    const standing = () => standingOf(desk.store.get());
    expect(standing()).toEqual({ now: 0, after: 0, cannotTell: 3, open: 3, limit: 2, verdict: 'open' });
    desk.decide(['a1'], 'keep', '');
    expect(standing()).toMatchObject({ cannotTell: 3, open: 3, verdict: 'open' });
    desk.decide(['a1'], 'deactivate', '');
    expect(standing()).toMatchObject({ cannotTell: 3, open: 2, verdict: 'under' });
  });

  test('follows the decisions', async () => {
    const { desk } = openDesk({ namedUserLimit: 2 });
    await give(desk, ['roles.csv', library]);
    expect(standingOf(desk.store.get())).toMatchObject({ now: 3, after: 3, verdict: 'over' });
    desk.decide(['00042'], 'deactivate', '');
    expect(standingOf(desk.store.get())).toMatchObject({ now: 3, after: 2, verdict: 'under' });
  });
});

describe('decisions', () => {
  test('are refused for protected accounts, whatever is confirmed', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library]);
    expect(desk.check(['exl_api', '00042'], 'deactivate')).toMatchObject({
      free: ['00042'],
      refused: [{ person: { key: 'exl_api' } }],
    });
    desk.decide(['exl_api'], 'purge', '');
    expect(desk.store.get().book.decisions.size).toBe(0);
  });

  test('for the last administrators together have to be confirmed for each of them', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library]);
    const { toConfirm } = desk.check(['sysadmin1', 'sysadmin2'], 'remove-roles');
    expect(toConfirm.map(({ person }) => person.key)).toEqual(['sysadmin1', 'sysadmin2']);
  });

  test('are unsaved until they are in a file, and again after the next one', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library]);
    expect(hasUnsaved(desk.store.get())).toBe(false);
    desk.decide(['00042'], 'keep', '');
    expect(hasUnsaved(desk.store.get())).toBe(true);
    desk.savedToFile();
    expect(hasUnsaved(desk.store.get())).toBe(false);
    desk.undo();
    expect(hasUnsaved(desk.store.get())).toBe(true);
  });
});

describe('answers that come back', () => {
  const answers = (decision: string) => [
    ['USERNAME', 'Decision', 'Reason', 'Decided by'],
    ['00042', decision, 'left in May', 'Head of Cataloging'],
  ];

  test('are taken over for those who were to be asked about', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library]);
    desk.decide(['00042'], 'ask', '');
    await give(desk, ['answers.csv', answers('deactivate')]);
    await vi.waitFor(() => expect(desk.store.get().book.decisions.get('00042')?.kind).toBe('deactivate'));
    expect(desk.store.get().book.decisions.get('00042')).toMatchObject({ origin: 'answer', by: 'Head of Cataloging' });
  });

  test('that contradict a decision are told, and the decision stands', async () => {
    const { desk } = openDesk();
    await give(desk, ['roles.csv', library]);
    desk.decide(['00042'], 'keep', '');
    await give(desk, ['answers.csv', answers('purge')]);
    await vi.waitFor(() => expect(desk.store.get().files[1]?.answers?.contradictions).toHaveLength(1));
    expect(desk.store.get().book.decisions.get('00042')?.kind).toBe('keep');
  });
});
