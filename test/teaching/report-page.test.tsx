// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ReportDoors, ReportPage } from '../../src/report/report-page.tsx';
import { englishSay as english } from '../../src/texts/english.ts';

const lines = ['alma.example.org/ng', 'body', ' label for="pageBeanx" "Purge date"'];

function open(other: Partial<ReportDoors> = {}) {
  const doors = {
    ask: vi.fn(async () => lines),
    copy: vi.fn(async () => {}),
    save: vi.fn(),
    version: '1.2.3',
    ...other,
  };
  render(<ReportPage doors={doors} say={english} />);
  return doors;
}

const whole = ['Alma User Guard 1.2.3', ...lines, ''].join('\n');

afterEach(cleanup);

describe('the page of the report', () => {
  test('shows all that will be copied, and copies just that', async () => {
    const doors = open();
    await userEvent.click(await screen.findByRole('button', { name: english('report_copy') }));
    expect(document.querySelector('pre')?.textContent).toBe(whole);
    expect(doors.copy).toHaveBeenCalledWith(whole);
    expect(await screen.findByText(english('report_copied'))).toBeTruthy();
  });

  test('saves it as a text file', async () => {
    const doors = open();
    await userEvent.click(await screen.findByRole('button', { name: english('report_save') }));
    expect(doors.save).toHaveBeenCalledWith('alma-page-report.txt', whole);
  });

  test('says when the browser does not let it copy', async () => {
    open({ copy: async () => Promise.reject(new Error('denied')) });
    await userEvent.click(await screen.findByRole('button', { name: english('report_copy') }));
    expect(await screen.findByText(english('report_not_copied'))).toBeTruthy();
  });

  test('looks again when asked', async () => {
    const doors = open();
    await userEvent.click(await screen.findByRole('button', { name: english('report_again') }));
    expect(doors.ask).toHaveBeenCalledTimes(2);
  });

  test('says kindly that the Alma page is gone', async () => {
    open({ ask: async () => undefined });
    expect(await screen.findByText(english('report_none'))).toBeTruthy();
    expect(document.querySelector('pre')).toBeNull();
  });
});
