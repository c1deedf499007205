// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { checkPage } from '../../src/alma/health.ts';
import type { Locator } from '../../src/alma/pages/options.ts';
import { readUserPage } from '../../src/alma/pages/user-record.ts';
import { pointingFor } from '../../src/alma/teaching/lesson.ts';
import { userDetails } from '../alma/earlier.ts';
import { externalStaff, namedUser } from '../alma/people.ts';
import { foreign, showLesson, taughtBy, teachAll } from './class.ts';

const taught = (field: string, value: string, by: Locator['by'] = 'header'): Locator => ({
  field,
  by,
  value,
  on: true,
});
const roles = taught('role.name', 'SELENIUM_ID_hfrPrivs_HEADER_prv');
const status = taught('role.status', 'SELENIUM_ID_hfrPrivs_HEADER_onOff');
const page = userDetails(externalStaff, { ids: 'unlike' });
const reading = (...locators: Locator[]) => readUserPage(document, taughtBy(locators))?.record.roles;
const lost = (...locators: Locator[]) => checkPage(document, taughtBy(locators)).lost;

describe('columns of the roles', () => {
  test('an inactive role never looks active because nobody has shown the status yet', () => {
    showLesson(page, true);
    expect(reading(roles)).toEqual({ state: 'unread', why: 'unparseable' });
    expect(reading(roles, status)).toMatchObject({ state: 'read' });
  });

  test('nor does one whose status is in words that the reader does not know', () => {
    showLesson(page, true);
    for (const cell of document.querySelectorAll('[id^="SPAN_"][id*="_COL_onOff"]')) {
      cell.textContent = foreign(cell.textContent ?? '');
      cell.removeAttribute('title');
    }
    expect(reading(roles)).toEqual({ state: 'unread', why: 'unparseable' });
    expect(reading(roles, status)).toEqual({ state: 'unread', why: 'unparseable' });
  });

  test('a name that is not there any more is lost, and no other column is taken for it', () => {
    showLesson(userDetails(externalStaff), false);
    expect(reading()).toMatchObject({ state: 'read' });
    expect(reading(roles)).toEqual({ state: 'unread', why: 'not-on-this-page' });
    expect(lost(roles)).toEqual(['role.name']);
  });

  test('a status that is not there any more is lost, and the roles are unread', () => {
    showLesson(userDetails(externalStaff), false);
    expect(reading(status)).toEqual({ state: 'unread', why: 'unparseable' });
    expect(lost(status)).toEqual(['role.status']);
  });

  test('a column can be shown by any of its cells, whatever row that is in', () => {
    showLesson(page, true);
    const pointing = pointingFor(document, 'role.name', () => taughtBy([]));
    const cell = document.getElementById('SPAN_SELENIUM_ID_hfrPrivs_ROW_2_COL_prv');
    const place = cell && pointing.placeAt(cell);
    expect(place?.id).toBe('SELENIUM_ID_hfrPrivs_HEADER_prv');
    expect(place && pointing.learn(place)).toEqual({
      locator: { field: 'role.name', by: 'header', value: 'SELENIUM_ID_hfrPrivs_HEADER_prv' },
      shown: externalStaff.roles.map(({ name }) => name),
    });
  });
});

describe('a place is refused', () => {
  const learn = (field: string, target: Element | null) => {
    const pointing = pointingFor(document, field, () => taughtBy([]));
    const place = target && pointing.placeAt(target);
    return place ? pointing.learn(place) : 'no place';
  };

  test('when nothing but its number could find it again', () => {
    showLesson(userDetails(namedUser, { ids: 'bare' }), true);
    for (const label of document.querySelectorAll('label')) label.firstElementChild?.replaceChildren('same for all');
    expect(learn('primaryId', document.getElementById('pageBeanx4'))).not.toHaveProperty('locator');
  });

  test.each(['mhollow', 'Note on Hollowell', 'mhollow@example.org', 'Born 1999-06-23', 'Hollowell, Maren'])(
    'when its label holds somebody: %s',
    (text) => {
      showLesson(userDetails(namedUser, { ids: 'bare' }), true);
      const field = document.getElementById('pageBeanx4');
      document.querySelector('label[for="pageBeanx4"] span')?.replaceChildren(text);
      expect(learn('primaryId', field)).toEqual({ refused: 'nothing_stable' });
    },
  );

  test('when what stands there is no value of the field', () => {
    showLesson(page, true);
    expect(learn('expiryDate', document.getElementById('pageBeanhfrUserFieldsetfstNm'))).toEqual({
      refused: 'unreadable',
    });
    expect(learn('accountType', document.getElementById('pageBeanhfrUserFieldsetdtB'))).toEqual({
      refused: 'unreadable',
    });
  });

  test('when it says something else than a place that was shown before', () => {
    showLesson(page, true);
    const before = taught('primaryId', 'pageBeanhfrUserFieldsetfstNm', 'id');
    const pointing = pointingFor(document, 'primaryId', () => taughtBy([before]));
    const place = pointing.placeAt(document.getElementById('pageBeanhfrUserFieldsetprimKey') as Element);
    expect(place && pointing.learn(place)).toEqual({ refused: 'contradictory' });
  });

  test('when it is no field at all, or the page is not a user record', () => {
    showLesson(page, true);
    expect(learn('primaryId', document.querySelector('.pageTitle'))).toBe('no place');
    expect(learn('primaryId', document.body)).toBe('no place');
    document.body.replaceChildren();
    expect(pointingFor(document, 'primaryId', () => taughtBy([])).places()).toEqual([]);
  });
});

test('no locator holds a thing that the page shows of the person', () => {
  for (const ids of ['unlike', 'bare'] as const) {
    const { locators } = teachAll(userDetails(namedUser, { ids }), true);
    expect(locators.length).toBeGreaterThan(0);
    for (const { value } of locators) {
      expect(value.toLowerCase()).not.toMatch(/hollow|maren|\d|@/);
      expect([value, foreign(value)].some((text) => /^(pageBean|SELENIUM_ID_)|^[A-Z][a-z ]+$/.test(text))).toBe(true);
    }
  }
});
