import * as now from './description.ts';

/**
 * The makers of pages with the layout of 2022 where none is told: for tests that are about its grammar, such as the ids of its switches, and
 * for those that want the plainest page there is. The skeleton of 2026 is what `description.ts` makes.
 */
const earlier = { layout: 'new' } as const;

export const userDetails: typeof now.userDetails = (person, other) => now.userDetails(person, { ...earlier, ...other });
export const userList: typeof now.userList = (people, other) => now.userList(people, { ...earlier, ...other });
export const rolePage: typeof now.rolePage = (screen, person, roles, other) =>
  now.rolePage(screen, person, roles, { ...earlier, ...other });
export const managementPage: typeof now.managementPage = (screen, other) =>
  now.managementPage(screen, { ...earlier, ...other });
export const otherPage: typeof now.otherPage = (screen, person, other) =>
  now.otherPage(screen, person, { ...earlier, ...other });

export type * from './description.ts';
