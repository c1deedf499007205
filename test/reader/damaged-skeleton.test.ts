// @vitest-environment happy-dom
import { cases } from '../alma/cases.ts';
import { skeletonCases } from '../alma/cases-skeleton.ts';
import { userDetails } from '../alma/description.ts';
import { type DamagedPage, damageEach, hostilePeople } from './damage-each.ts';

/**
 * Left out: pages of 60 roles, for their size, and pages on which two places disagree or name two users, for either of them may be what is
 * gone, and with it what tells that the other is not to be believed.
 */
const leftOut = /60|^unlike-old|two-|partial|-entit|contradicting|date-parts-other|side-pane|page-before/;

const pages: readonly DamagedPage[] = [
  ...[...cases.filter(({ description }) => description.layout === '2026'), ...skeletonCases].flatMap(
    ({ id, description }) =>
      description.screen === 'user-details' && !leftOut.test(id) ? [{ id, page: description }] : [],
  ),
  ...hostilePeople.flatMap((person, n) => [
    { id: `hostile-${n}`, page: userDetails(person) },
    { id: `hostile-${n}-unlike`, page: userDetails(person, { ids: 'unlike', editable: n % 2 === 0 }) },
  ]),
];

damageEach('damaged pages of the skeleton of 2026', pages, 12);
