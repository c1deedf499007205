import { describe, expect, test } from 'vitest';
import { present } from '../../src/guidance/present.ts';
import { type FieldName, recordOf, unread } from '../../src/record/index.ts';
import { context, english, found, judged, presented, verdict, wholeRecord } from './judged.ts';

const cannotTell = (rule: string, missing: readonly FieldName[], severity: 'stop' | 'warn' | 'note' = 'note') =>
  verdict(rule, { outcome: 'cannot-tell', missing, severity });

describe('the level and the headline follow the worst thing', () => {
  const cases = [
    { title: 'nothing found', verdicts: [verdict('a')], level: 'fine', headline: 'Nothing found' },
    { title: 'only the fact', verdicts: [found('named-user', 'fact')], level: 'fine', headline: 'Nothing found' },
    { title: 'a note', verdicts: [found('a', 'note')], level: 'note', headline: 'Good to know: Title of a' },
    {
      title: 'a warning among notes',
      verdicts: [found('a', 'note'), found('b', 'warn'), found('c', 'note')],
      level: 'warn',
      headline: 'Warning: Title of b',
    },
    {
      title: 'a stop among warnings',
      verdicts: [found('b', 'warn'), found('c', 'stop'), cannotTell('d', ['roles'])],
      level: 'stop',
      headline: 'Stop: Title of c',
    },
  ] as const;

  test.each(cases)('$title', ({ verdicts, level, headline }) => {
    const presentation = presented(judged(verdicts));
    expect(presentation.level).toBe(level);
    expect(presentation.headline).toBe(headline);
  });

  test('an undecided rule is never "fine"', () => {
    const record = { ...wholeRecord, roles: unread('partial') };
    const presentation = presented(judged([cannotTell('a', ['roles'])]), record);
    expect(presentation.level).toBe('unsure');
  });

  test('a failed rule is never "fine"', () => {
    const presentation = presented(judged([verdict('a', { outcome: 'crashed' })]));
    expect(presentation.level).toBe('unsure');
    expect(presentation.failed).toEqual(['Title of a']);
  });

  test('an answer that could not be told is never "fine"', () => {
    const record = { ...wholeRecord, roles: unread('partial') };
    expect(presented(judged([], { answer: 'cannot-tell', missing: ['roles'] }), record).level).toBe('unsure');
  });
});

test('findings come worst first, and those that stop stand apart', () => {
  const verdicts = [
    found('a', 'note'),
    found('b', 'warn'),
    found('c', 'stop'),
    found('named-user', 'fact'),
    verdict('e'),
  ];
  const presentation = presented(judged(verdicts));
  expect(presentation.stops.map(({ rule }) => rule)).toEqual(['c']);
  expect(presentation.others.map(({ rule }) => rule)).toEqual(['b', 'a']);
  expect(presentation.others[0]).toEqual({
    rule: 'b',
    severity: 'warn',
    title: 'Title of b',
    messages: ['What b says.'],
    sources: ['Source of b'],
  });
});

test('the rule that only states the fact is told with the answer', () => {
  const line = 'Counts as a named user because of Cataloger.';
  const presentation = presented(
    judged([found('named-user', 'fact')], { answer: 'counts', line, change: 'Remove it.' }),
  );
  const { roleList } = context;
  expect(presentation.answer).toEqual({ answer: 'counts', line, change: 'Remove it.', roleList, rule: 'named-user' });
});

test('a rule that is off says nothing, not even that it could not be checked', () => {
  const off = verdict('a', { outcome: 'cannot-tell', missing: ['roles'], off: true });
  expect(presented(judged([off]), { ...wholeRecord, roles: unread('partial') }).unread).toEqual([]);
});

describe('what could not be checked', () => {
  test('is grouped by reason, in words, with the rules that stay silent', () => {
    const record = {
      ...wholeRecord,
      roles: unread('partial'),
      purgeDate: unread('unparseable'),
      status: unread('unparseable'),
    };
    const presentation = presented(
      judged([cannotTell('a', ['roles', 'purgeDate']), cannotTell('b', ['status'])]),
      record,
    );
    expect(presentation.unread.map(({ why, fields }) => [why, fields.map(({ field }) => field)])).toEqual([
      [english('unread_why_unparseable'), ['status', 'purgeDate']],
      [english('unread_why_partial'), ['roles']],
    ]);
    expect(presentation.undecided).toEqual(['Title of a', 'Title of b']);
  });

  test('leaves aside an unread field that nothing hangs on', () => {
    const record = { ...wholeRecord, purgeDate: unread('page-changed') };
    const presentation = presented(judged([verdict('a')]), record);
    expect(presentation.unread).toEqual([]);
    expect(presentation.level).toBe('fine');
    expect(presentation.unreadAside.flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual([
      'purgeDate',
      'lastLogin',
    ]);
  });

  test('does not blame the page for the last login, which no user record shows', () => {
    const presentation = presented(judged([cannotTell('no-login-in-window', ['lastLogin'], 'warn')]));
    expect(presentation.level).toBe('fine');
    expect(presentation.unread).toEqual([]);
    expect(presentation.undecided).toEqual([]);
    expect(presentation.unreadAside[0]?.fields[0]?.field).toBe('lastLogin');
  });

  test('never shows a value of the record', () => {
    const told = JSON.stringify(
      presented(judged([cannotTell('a', ['roles'])]), recordOf({ primaryId: 'rkessler', name: 'Kessler, Ruth' })),
    );
    expect(told).not.toMatch(/kessler/i);
  });
});

describe('the caution that an account may be one nobody may touch', () => {
  test('stands when a rule that stops could not be decided', () => {
    expect(presented(judged([cannotTell('a', ['primaryId'], 'stop')])).caution).toBe(english('guidance_caution'));
  });

  test('stands when a rule that stops failed', () => {
    expect(presented(judged([verdict('a', { severity: 'stop', outcome: 'crashed' })])).caution).toBeDefined();
  });

  test('is not needed beside a finding that stops, nor when all were decided', () => {
    expect(presented(judged([cannotTell('a', ['name'], 'stop'), found('b', 'stop')])).caution).toBeUndefined();
    expect(presented(judged([cannotTell('a', ['name'], 'warn')])).caution).toBeUndefined();
  });
});

test('says in words that a host is a sandbox or production, and on what the answer rests', () => {
  const sandbox = present(judged([]), wholeRecord, { ...context, sandbox: true }, english);
  expect(sandbox.unexpected).toEqual([english('guidance_sandbox')]);
  const read = english('guidance_roles_whole', { count: 1 });
  expect(sandbox.remarks).toEqual([read, context.authority, context.policy]);
  expect(presented(judged([]), { ...wholeRecord, roles: unread('partial') }).remarks).not.toContain(read);
  const production = presented(judged([]));
  expect(production.unexpected).toEqual([]);
  expect(production.remarks).toEqual([read, context.authority, context.policy, english('guidance_production')]);
});
