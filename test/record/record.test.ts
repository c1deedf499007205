import { describe, expect, test } from 'vitest';
import { dayOf, daysBetween, fieldNames, parseDay, recordOf } from '../../src/record/index.ts';

describe('a record', () => {
  test('says of every field not given that it was not read', () => {
    const record = recordOf({ primaryId: 'ada' });
    expect(Object.keys(record)).toEqual([...fieldNames]);
    expect(record.primaryId).toEqual({ state: 'read', value: 'ada' });
    expect(record.roles).toEqual({ state: 'unread', why: 'not-in-this-file' });
  });

  test('tells blank from unread', () => {
    const record = recordOf({ purgeDate: null, roles: [], primaryId: '' }, 'partial');
    expect(record.purgeDate).toEqual({ state: 'read', value: null });
    expect(record.roles).toEqual({ state: 'read', value: [] });
    expect(record.primaryId).toEqual({ state: 'read', value: '' });
    expect(record.name).toEqual({ state: 'unread', why: 'partial' });
  });

  test('takes a field given as undefined, or inherited, for unread', () => {
    const inherited = Object.create({ status: 'ACTIVE' }) as { status?: 'ACTIVE' };
    expect(recordOf(inherited).status.state).toBe('unread');
    expect(recordOf(JSON.parse('{}')).name.state).toBe('unread');
    expect(recordOf({ name: undefined } as unknown as { name: string }).name.state).toBe('unread');
  });
});

describe('a day', () => {
  test.each(['2026-02-28', '2024-02-29', '1999-12-31'])('%s exists', (text) => expect(parseDay(text)).toBe(text));

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '',
    null,
    20260101,
    ['2026-01-01'],
  ])('%j is none', (text) => expect(parseDay(text)).toBeUndefined());

  test('is made of whole numbers only', () => {
    expect(dayOf(2026, 3, 2)).toBe('2026-03-02');
    expect(dayOf(2026, 3, 2.5)).toBeUndefined();
    expect(dayOf(Number.NaN, 3, 2)).toBeUndefined();
  });

  test.each([
    ['2026-03-02', '2026-03-02', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-03-02', '2026-03-01', -1],
  ])('from %s to %s it is %i days', (from, to, count) => {
    const [start, end] = [parseDay(from), parseDay(to)];
    expect(start && end && daysBetween(start, end)).toBe(count);
  });
});
