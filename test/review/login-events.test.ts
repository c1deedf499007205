import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/record/index.ts';
import { createLoginEvents } from '../../src/review/model/login-events.ts';

const at = (day: string, successful: boolean, time = '08:00') => ({
  at: `${day}T${time}Z`,
  day: day as Day,
  successful,
});

describe('the login events of several files', () => {
  it('the latest successful one is the last login, however late a failed one is', () => {
    const events = createLoginEvents();
    events.addFile(0, undefined);
    events.add('a', 0, at('2026-11-20', true));
    events.add('a', 0, at('2026-10-01', true));
    events.add('a', 0, at('2026-11-27', false));
    expect(events.of('a')).toEqual({ lastSeen: '2026-11-20', failed: 1 });
  });

  it('failed ones alone are no login, and nobody is known of whom nothing stands there', () => {
    const events = createLoginEvents();
    events.addFile(0, undefined);
    events.add('a', 0, at('2026-11-27', false));
    expect(events.of('a')).toEqual({ failed: 1 });
    expect(events.of('b')).toEqual({ failed: 0 });
  });

  it('pages that overlap count an event once, one file each row of it', () => {
    const events = createLoginEvents();
    events.addFile(0, 250);
    events.addFile(1, 251);
    events.add('a', 0, at('2026-11-20', false));
    events.add('a', 0, at('2026-11-20', false));
    events.add('a', 1, at('2026-11-20', false));
    events.add('a', 1, at('2026-11-21', true));
    events.add('b', 1, at('2026-11-01', true));
    expect(events.of('a')).toEqual({ lastSeen: '2026-11-21', failed: 2 });
    expect(events.report()).toEqual({
      from: '2026-11-01',
      to: '2026-11-21',
      events: 4,
      failed: 2,
      files: 2,
      total: 251,
    });
  });

  it('a failed login and one that succeeded in the same moment are two', () => {
    const events = createLoginEvents();
    events.addFile(0, undefined);
    events.add('a', 0, at('2026-11-20', false));
    events.add('a', 0, at('2026-11-20', true));
    expect(events.of('a')).toEqual({ lastSeen: '2026-11-20', failed: 1 });
    expect(events.report()).toEqual({ from: '2026-11-20', to: '2026-11-20', events: 2, failed: 1, files: 1 });
  });

  it('without events there is no report', () => {
    const events = createLoginEvents();
    events.addFile(0, 0);
    expect(events.report()).toBeUndefined();
  });
});
