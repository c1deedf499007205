// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { GuidedPage } from '../../src/alma/screen.ts';
import { cases } from '../alma/cases.ts';
import { type AlmaPage, managementPage } from '../alma/description.ts';
import { crowd } from '../alma/people.ts';
import { guidedNow, guidedOn } from './guided-on.ts';

/** The guide that belongs to a page of the stand-in, by what the stand-in calls its screens. */
const guides: Partial<Record<AlmaPage['screen'], GuidedPage>> = {
  'purge-users': 'purge-users',
  'purge-add-job': 'purge-users',
  'run-job-purge': 'run-job-purge',
  'delete-user-policy': 'delete-user-policy',
  'merge-users': 'merge-users',
  'staff-login-report': 'staff-login-report',
  'roles-report': 'roles-report',
  'add-role': 'add-role',
  'add-from-profiles': 'add-from-profiles',
  'role-details': 'role-details',
};

const guided = cases.filter(({ description }) => guides[description.screen]);
/** Lists of hundreds of rows are drawn too slowly here, and hold nothing that shorter ones do not. */
const isLong = (page: AlmaPage): boolean =>
  page.screen === 'user-list' ? page.people.length > 200 : page.screen === 'titles' && page.rows > 200;
const others = cases.filter(({ description }) => !guides[description.screen] && !isLong(description));

describe('pages with a guide', () => {
  test('are in the matrix: nine pages, each in six languages', () => {
    for (const screen of Object.keys(guides)) {
      const languages = guided.filter(({ description }) => description.screen === screen);
      expect(new Set(languages.map(({ description }) => description.language)).size).toBe(6);
    }
  });

  for (const { id, title, description } of guided) {
    test(`${id} is ${guides[description.screen]}: ${title}`, () => {
      expect(guidedOn(description, id)?.page).toBe(guides[description.screen]);
    });
  }
});

describe('every other page', () => {
  test('is tried on the whole matrix', () => {
    expect(others.length).toBeGreaterThan(80);
  });

  for (const { id, title, description } of others) {
    test(`has no guide: ${id}, ${title}`, () => {
      expect(guidedOn(description, id)).toBeUndefined();
    });
  }
});

describe('a page that merely resembles one', () => {
  test('the list of all jobs, which names the one that purges users in a row', () => {
    expect(guidedOn(managementPage('run-job-purge'))).toBeDefined();
    const table = document.createElement('table');
    const cell = table.createTBody().insertRow().insertCell();
    cell.append(Object.assign(document.createElement('span'), { textContent: 'Purge users' }));
    document.querySelector('.pageContent')?.replaceChildren(table);
    expect(guidedNow()).toBeUndefined();
  });

  test('another setting under the title of the Delete User Policy', () => {
    expect(guidedOn(managementPage('delete-user-policy'))).toBeDefined();
    for (const row of [...document.querySelectorAll('.pageContent .row')].slice(1)) row.remove();
    expect(guidedNow()).toBeUndefined();
  });

  test('a known title elsewhere than in the page header, without a name of the page', () => {
    guidedOn(managementPage('merge-users', { ids: 'unlike', bodyId: false, layout: 'old' }));
    expect(guidedNow()?.page).toBe('merge-users');
    for (const name of document.querySelectorAll('[name="pageBean.currentUrl"]')) name.remove();
    const title = document.querySelector('#breadcrumbs .pageTitle');
    document.querySelector('.pageContent')?.append(title ?? '');
    expect(guidedNow()).toBeUndefined();
  });

  test('a page known by its name, under the title that it has in a language nobody foresaw', () => {
    guidedOn(managementPage('staff-login-report', { people: crowd(3) }));
    const title = document.querySelector('#breadcrumbs .pageTitle');
    if (title) title.textContent = 'Henkilöstön kirjautumisraportti';
    expect(guidedNow()?.page).toBe('staff-login-report');
  });
});
