// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import '../dom-patience.ts';
import type { PageDescription, PageReport } from '../../src/platform/messages.ts';
import { type ReportDoors, ReportPage } from '../../src/report/report-page.tsx';
import { reportText } from '../../src/report/report-text.ts';
import { type Step, stepsDone } from '../../src/report/steps.ts';
import { english } from '../guidance/english.ts';

const described: PageDescription = {
  host: 'alma.example.org',
  screen: 'user-record',
  namedUser: { answer: 'counts', authority: 'base' },
  findings: [{ rule: 'expired-but-active', severity: 'warn' }],
  unread: [{ field: 'roles', why: 'partial' }],
  anchors: [
    { field: 'primaryId', found: true, by: 'id', sure: 'high' },
    { field: 'role.name', found: false, sure: 'low' },
  ],
  undecided: ['one-role-decides'],
  policy: { base: 'base', name: 'The library of Hollowell', origin: 'chosen' },
  unknownRoles: ['Keeper of Hollowell'],
};
const reportOf = (page: Partial<PageDescription>, ...lines: readonly string[]): PageReport => ({
  page: { ...described, ...page },
  lines: ['alma.example.org/ng user.user_details.xml en', '# theme blue', 'body', ...lines],
});
const first = reportOf({}, ' label for="pageBeanx" "Purge date"');
const second = reportOf({ screen: 'user-list', anchors: [], unread: [], columns: ['name'] }, ' table');

function open(other: Partial<ReportDoors> = {}) {
  let tell: (report: PageReport) => void = () => undefined;
  const doors = {
    ask: vi.fn(async (): Promise<PageReport | undefined> => first),
    collect: vi.fn((onPage: typeof tell, signal: AbortSignal) => {
      tell = onPage;
      signal.addEventListener('abort', () => {
        tell = () => undefined;
      });
    }),
    copy: vi.fn(async () => {}),
    save: vi.fn(),
    version: '1.2.3',
    ...other,
  };
  render(<ReportPage doors={doors} say={english} />);
  return { ...doors, tell: (report: PageReport) => tell(report) };
}

const button = (key: string) => screen.findByRole('button', { name: english(key) });
const startCollecting = async ({ collect }: Pick<ReturnType<typeof open>, 'collect'>): Promise<void> => {
  await userEvent.click(await button('report_collect'));
  await waitFor(() => expect(collect).toHaveBeenCalledTimes(1));
};
const shown = () => document.querySelector('pre')?.textContent ?? '';

afterEach(cleanup);

describe('the text of a report', () => {
  test('tells of each page what the page check said, and nothing of what was judged', () => {
    const text = reportText([first, second], '1.2.3');
    expect(text.split('\n')).toEqual([
      'Alma User Guard 1.2.3 page report',
      '=== page 1 of 2',
      'alma.example.org/ng user.user_details.xml en',
      '# theme blue',
      '? screen user-record',
      '? field primaryId found id high',
      '? field role.name missing low',
      '? unread roles partial',
      'body',
      ' label for="pageBeanx" "Purge date"',
      '=== page 2 of 2',
      'alma.example.org/ng user.user_details.xml en',
      '# theme blue',
      '? screen user-list',
      '? columns name',
      'body',
      ' table',
      '',
    ]);
    expect(text).not.toMatch(/Hollowell|expired|counts/);
  });
});

describe('the page of the report', () => {
  test('shows all that will be copied or saved, and copies and saves just that', async () => {
    const doors = open();
    await userEvent.click(await button('report_copy'));
    expect(shown()).toBe(reportText([first], '1.2.3'));
    expect(doors.copy).toHaveBeenCalledWith(shown());
    expect(await screen.findByText(english('report_copied'))).toBeTruthy();
    await userEvent.click(await button('report_save'));
    expect(doors.save).toHaveBeenCalledWith('alma-page-report.txt', shown());
  });

  test('collects page by page once it is asked to, each page once, and stops when told', async () => {
    const doors = open();
    await button('report_copy');
    doors.tell(second);
    expect(shown()).not.toContain('user-list');
    await startCollecting(doors);
    doors.tell(second);
    doors.tell(first);
    doors.tell(second);
    await waitFor(() => expect(shown()).toBe(reportText([first, second], '1.2.3')));
    doors.tell({ ...second, page: { ...second.page, columns: ['name', 'primaryId'] } });
    await waitFor(() => expect(shown()).toContain('? columns name primaryId'));
    expect(shown().match(/=== page/g)).toHaveLength(2);
    await userEvent.click(await button('report_stop'));
    doors.tell(reportOf({}, ' div'));
    expect(shown().match(/=== page/g)).toHaveLength(2);
  });

  test('takes a page out that was collected by mistake', async () => {
    const doors = open();
    await startCollecting(doors);
    doors.tell(second);
    await userEvent.click(await screen.findByRole('button', { name: english('report_remove_page', { number: 1 }) }));
    expect(shown()).toBe(reportText([second], '1.2.3'));
  });

  test('says when the browser does not let it copy', async () => {
    open({ copy: async () => Promise.reject(new Error('denied')) });
    await userEvent.click(await button('report_copy'));
    expect(await screen.findByText(english('report_not_copied'))).toBeTruthy();
  });

  test('says kindly that the Alma page is gone, and collects as soon as one is there', async () => {
    const doors = open({ ask: async () => undefined });
    expect(await screen.findByText(english('report_none'))).toBeTruthy();
    expect(document.querySelector('pre')).toBeNull();
    await startCollecting(doors);
    doors.tell(first);
    await waitFor(() => expect(shown()).toBe(reportText([first], '1.2.3')));
  });

  test('ticks what was seen, and leaves the rest to the person', async () => {
    const doors = open();
    const box = (step: Step) => document.querySelector<HTMLInputElement>(`[data-step="${step}"] input`);
    await startCollecting(doors);
    expect(box('list')?.checked).toBe(false);
    doors.tell(second);
    await waitFor(() => expect(box('list')?.checked).toBe(true));
    await userEvent.click(box('internal') as HTMLInputElement);
    expect(box('internal')?.checked).toBe(true);
    expect(box('external')?.checked).toBe(false);
  });
});

describe('a step of the checklist', () => {
  const tab = (key: string, shown: boolean) => ` a id="A_NAV_LINK_cuser${key}" role="tab" aria-selected="${shown}" "*"`;
  test.each<[Step, PageReport[], boolean]>([
    ['menu', [reportOf({ screen: 'user-list' }, ' button id="input_userList_0" aria-expanded="true"')], true],
    ['menu', [reportOf({ screen: 'user-list' }, ' button id="input_userList_0" aria-expanded="false"')], false],
    ['menu', [reportOf({}, ' ul id="ROW_ACTION_userRolesList_0" class="listActions dropdown-menu show"')], true],
    ['menu', [reportOf({}, ' ul id="ROW_ACTION_userRolesList_0" class="listActions dropdown-menu"')], false],
    ['menu', [reportOf({}, ' a class="collapsible" aria-expanded="true" "*"')], false],
    ['delete', [reportOf({}, ' div role="dialog" class="modal"')], true],
    ['delete', [reportOf({}, ' div role="dialog" class="modal" hidden')], false],
    ['tabs', [reportOf({}, tab('general', true), tab('notes', false))], false],
    [
      'tabs',
      [
        reportOf({}, tab('general', true), tab('notes', false)),
        reportOf({}, tab('general', false), tab('notes', true)),
      ],
      true,
    ],
    ['roles', [first], false],
    ['roles', [reportOf({ anchors: [{ field: 'role.name', found: true, sure: 'high' }] })], true],
    ['purge', [reportOf({ screen: 'guided-page', guided: 'purge-users' })], true],
    ['staff-login-report', [reportOf({ screen: 'guided-page', guided: 'staff-login-report' })], true],
  ])('%s', (step, reports, isDone) => expect(stepsDone(reports).has(step)).toBe(isDone));
});
