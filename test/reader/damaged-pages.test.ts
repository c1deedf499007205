// @vitest-environment happy-dom
import { cases, earlierCases } from '../alma/cases.ts';
import { userDetails } from '../alma/earlier.ts';
import { type DamagedPage, damageEach, hostilePeople } from './damage-each.ts';

/** Left out: a page of 60 roles, for its size, and pages on which two places disagree, for either of them may be what is gone. */
const leftOut = /^(roles-60|unlike-old|two-)/;

const pages: readonly DamagedPage[] = [
  ...[...earlierCases, ...cases].flatMap(({ id, description }) =>
    description.screen === 'user-details' && description.layout !== '2026' && !leftOut.test(id)
      ? [{ id: id.replace(/-2022$/, ''), page: description }]
      : [],
  ),
  ...hostilePeople.flatMap((person, n) => [
    { id: `hostile-${n}`, page: userDetails(person) },
    { id: `hostile-${n}-unlike`, page: userDetails(person, { ids: 'unlike', editable: n % 2 === 0 }) },
  ]),
];

damageEach('damaged pages of the layouts before 2026', pages, 28);
