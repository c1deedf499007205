// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import type { PageDescription } from '../../src/platform/messages.ts';
import { reportText } from '../../src/report/report-text.ts';
import { type AlmaPage, managementPage, userDetails, userList } from '../alma/earlier.ts';
import { externalStaff, namedUser, ordinaryPatron } from '../alma/people.ts';
import { addressOf, render } from '../alma/render.ts';
import { comparison, readBack } from '../commands/report.ts';
import { NotAReport, readReport } from '../commands/report-file.ts';
import { pageFrom } from '../commands/report-page.ts';
import { showPage } from '../reader/show-page.ts';
import { reportOn } from './reporting.ts';

const described = (page: AlmaPage): PageDescription => {
  showPage(document, render(page), addressOf(page, 'page'));
  const read = readUserPage(document, { dateOrder: 'auto', taughtLocators: [] });
  return {
    host: 'demo.alma.exlibrisgroup.com',
    screen: read ? 'user-record' : 'none',
    findings: [],
    unread: [],
    anchors: read?.anchors ?? [],
    undecided: [],
  };
};

/** A page, as it comes back from the file of its report. */
function backFrom(page: AlmaPage) {
  const text = reportText([{ lines: reportOn(page), page: described(page) }], '0.1.0');
  const [reported] = readReport(text);
  if (!reported) throw new Error('no page');
  return { reported, here: readBack(pageFrom(reported), 'demo.alma.exlibrisgroup.com') };
}

describe('a page report as a stand-in page', () => {
  test.each<[string, AlmaPage]>([
    ['an editable record', userDetails(namedUser, { editable: true })],
    ['a read-only record', userDetails(externalStaff, { editable: false })],
    ['a record of the old layout', userDetails(namedUser, { layout: 'old' })],
    ['a record of the skeleton of 2026', userDetails(namedUser, { layout: '2026' })],
    ['a record in French', userDetails(namedUser, { language: 'fr', dateFormat: 'dmy' })],
    ['a record under other ids', userDetails(namedUser, { ids: 'unlike' })],
  ])('%s: the reader finds every field by the sign by which it was found on the spot', (_, page) => {
    const { reported, here } = backFrom(page);
    expect(here.screen).toBe('user-record');
    const found = [...reported.check].filter(([, said]) => said.startsWith('found'));
    expect(found.length).toBeGreaterThan(4);
    const missed = found.filter(([field, said]) => !here.fields.get(field)?.startsWith(said));
    expect(missed).toEqual([]);
    // In which order days are read is told with its signs; only pages of 2026 have any.
    const told = reported.check.get('days.expiryDate');
    const signs = 'ymd getDateFormat() calendarDateRangeRender() title data-zdp_format';
    expect(told).toBe(page.layout === '2026' ? signs : undefined);
  });

  test('holds invented values only, in the reported structure', () => {
    const { here } = backFrom(userDetails(namedUser, { editable: true }));
    expect(here.fields.get('primaryId')).toContain('"report01"');
    expect(here.fields.get('recordType')).toContain('"PUBLIC"');
    expect(here.fields.get('roles')).toContain('"Cataloger"');
    const { reported } = backFrom(userDetails(namedUser, { editable: true }));
    for (const value of [namedUser.id ?? '', namedUser.lastName]) expect(pageFrom(reported)).not.toContain(value);
  });

  test('is a list, or another page of user management, where the report was of one', () => {
    expect(backFrom(userList([namedUser, ordinaryPatron], { columns: ['name', 'id', 'status'] })).here.screen).toBe(
      'user-list',
    );
    expect(backFrom(managementPage('purge-users')).here.screen).toBe('guided-page purge-users');
  });

  test('is compared line by line with what was said on the spot', () => {
    const { reported, here } = backFrom(userDetails(namedUser));
    const lines = comparison(reported, here).join('\n');
    expect(lines).toMatch(/primaryId +here: found label high, "report01" {3}on the spot: found label high/);
  });
});

describe('what is no page report', () => {
  test.each([
    ['another text', 'Dear colleagues', 'This is no page report'],
    ['a report without a page', 'Alma User Guard 0.1.0 page report\n', 'holds no page'],
    [
      'a report that was changed',
      'Alma User Guard 0.1.0 page report\n=== page 1 of 1\nhost/ng en\n<b>x</b>\n',
      'Line 4',
    ],
  ])('%s gets a sentence that says what to do', (_, text, said) => {
    expect(() => readReport(text)).toThrow(NotAReport);
    expect(() => readReport(text)).toThrow(said);
  });
});
