// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { readUserList } from '../../src/alma/pages/user-list.ts';
import { cases } from '../alma/cases.ts';
import { type AlmaPage, type ListColumn, userList } from '../alma/earlier.ts';
import * as people from '../alma/people.ts';
import { peopleOnScreen } from '../alma/user-list.ts';
import { expectedOf, isList, listOn, options, valuesIn } from './list-read.ts';
import { goTo } from './show-page.ts';

const listCases = cases.filter(({ description }) => isList(description) && description.people.length <= 500);

describe('the user list', () => {
  test('is among the pages of the stand-in Alma, in many forms', () => {
    expect(listCases.length).toBeGreaterThan(12);
  });

  for (const { id, title, description } of listCases) {
    test(`is read on ${id}: ${title}`, () => {
      if (!isList(description)) throw new Error('not a list');
      const screen = listOn(description, id);
      const onScreen = peopleOnScreen(description);
      const isAmbiguous = description.dateFormat === 'mdy' || description.dateFormat === 'dmy';
      const rows = screen?.rows() ?? [];
      // In 2026 an empty list has no table, so that there is nothing to read and nothing to mark.
      if (description.layout === '2026' && onScreen.length === 0) return expect(rows).toEqual([]);
      expect(screen?.kind).toBe('user-list');
      expect(rows).toHaveLength(onScreen.length);
      expect(screen?.hasIdentifiers).toBe(description.columns.includes('id'));
      rows.forEach(({ record, cell }, n) => {
        const person = onScreen[n];
        if (!person) throw new Error('no such person');
        const expected = expectedOf(person, description.columns);
        const found = valuesIn(record);
        if (isAmbiguous && !('expiryDate' in found)) delete expected.expiryDate;
        expect(found).toEqual(expected);
        expect(cell.textContent).toContain(person.lastName);
      });
    }, 60_000);
  }

  test('has no roles: they are never read from a list', () => {
    const rows = listOn(userList([people.namedUser]))?.rows() ?? [];
    expect(rows.map(({ record }) => record.roles)).toEqual([{ state: 'unread', why: 'not-on-this-page' }]);
  });

  test('does not take a column for another when they change places', () => {
    const columns: ListColumn[] = ['expiryDate', 'status', 'userGroup', 'name', 'accountType', 'id'];
    const [row] = listOn(userList([people.namedUser], { columns }))?.rows() ?? [];
    expect(row && valuesIn(row.record)).toEqual(expectedOf(people.namedUser, columns));
  });

  test('believes neither toggle nor status when they disagree', () => {
    const screen = listOn(userList([people.namedUser]));
    const toggle = document.querySelector<HTMLInputElement>('tbody [role="switch"]');
    if (toggle) toggle.checked = false;
    expect(screen?.rows()[0]?.record.status).toEqual({ state: 'unread', why: 'contradictory' });
  });

  test('gives a row by an element in it and by the number in its ids', () => {
    const screen = listOn(userList([people.ordinaryPatron, people.namedUser]));
    const second = document.querySelectorAll('tbody tr')[1];
    const byElement = second && screen?.row(second.querySelector('button') ?? second);
    expect(byElement?.record.name).toEqual({ state: 'read', value: people.shownName(people.namedUser) });
    expect(screen?.row(1)?.element).toBe(second);
    expect(screen?.row(7)).toBeUndefined();
  });
});

describe('what is no user list', () => {
  /** A frame's content is told from the page by standing in a frame: see below. */
  const isFrame = (page: AlmaPage) => page.screen === 'user-list' && page.pickList === 'frame';
  const others = cases.filter(({ description }) => !isList(description) && !isFrame(description));

  test('is tried on the whole matrix', () => {
    expect(others.length).toBeGreaterThan(60);
  });

  for (const { id, title, description } of others) {
    test(`is left alone: ${id}, ${title}`, () => {
      expect(listOn(description, id)).toBeUndefined();
    });
  }

  test('a list in a frame, such as the pick-list', () => {
    const page = userList([people.namedUser], { pickList: 'frame' });
    expect(listOn(page)).toBeDefined();
    vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window & typeof globalThis);
    expect(readUserList(document, options)).toBeUndefined();
  });

  test('a list on a public path of the same host', () => {
    expect(listOn(userList([people.namedUser]))).toBeDefined();
    goTo('/discovery/search');
    expect(readUserList(document, options)).toBeUndefined();
  });
});
