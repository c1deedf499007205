import { type Day, daysBetween } from '../../record/index.ts';
import type { Policy } from '../../rules/policy.ts';
import { roleCounts } from '../../rules/roles.ts';
import type { Person } from './types.ts';

/** Something that makes a purge a mistake that nobody can take back. Each has a text `sheets_purge_<risk with underscores>`. */
export type PurgeRisk =
  | { risk: 'active' | 'status-unread' | 'roles-unread' | 'login-unread' | 'expiry-unread' }
  | { risk: 'no-purge-date' | 'purge-date-unread' }
  | { risk: 'counting-roles'; count: number }
  | { risk: 'seen' | 'expiry-ahead' | 'purge-date-ahead'; day: Day };

/** What a purge is judged by. */
export interface PurgeContext {
  policy: Policy;
  today: Day;
}

/**
 * Somebody seen within this time may still be wanted. Our own choice: a year, which is as far back as the reports of four quarters
 * tell.
 */
const DAYS_OF_A_RECENT_LOGIN = 365;

function statusRisk({ record: { status } }: Person): PurgeRisk[] {
  if (status.state === 'unread') return [{ risk: 'status-unread' }];
  return status.value === 'ACTIVE' ? [{ risk: 'active' }] : [];
}

/** All roles that the list does not leave out, also those that are switched off: a purge takes them, too. */
function rolesRisk({ record: { roles } }: Person, policy: Policy): PurgeRisk[] {
  if (roles.state === 'unread') return [{ risk: 'roles-unread' }];
  const counting = roles.value.filter((role) => roleCounts(role, policy) !== 'no');
  const count = new Set(counting.map(({ name, code }) => name.trim() || code)).size;
  return count > 0 ? [{ risk: 'counting-roles', count }] : [];
}

function loginRisk({ login, record: { lastLogin } }: Person, today: Day): PurgeRisk[] {
  const known = lastLogin.state === 'read' && lastLogin.value !== 'not-in-window' ? lastLogin.value : undefined;
  const day = login.lastSeen ?? known;
  if (day !== undefined && daysBetween(day, today) <= DAYS_OF_A_RECENT_LOGIN) return [{ risk: 'seen', day }];
  return lastLogin.state === 'unread' ? [{ risk: 'login-unread' }] : [];
}

function expiryRisk({ record: { expiryDate } }: Person, today: Day): PurgeRisk[] {
  if (expiryDate.state === 'unread') return [{ risk: 'expiry-unread' }];
  return expiryDate.value !== null && expiryDate.value >= today
    ? [{ risk: 'expiry-ahead', day: expiryDate.value }]
    : [];
}

function purgeDateRisk({ record: { purgeDate } }: Person, today: Day): PurgeRisk[] {
  if (purgeDate.state === 'unread') return [{ risk: 'purge-date-unread' }];
  if (purgeDate.value === null) return [{ risk: 'no-purge-date' }];
  return purgeDate.value > today ? [{ risk: 'purge-date-ahead', day: purgeDate.value }] : [];
}

/**
 * What speaks against purging a person, in the order in which it is told; empty only where every one of these was read and is
 * harmless. What was not read is no sign of safety: it is a risk of its own.
 */
export const purgeRisks = (person: Person, { policy, today }: PurgeContext): readonly PurgeRisk[] => [
  ...statusRisk(person),
  ...rolesRisk(person, policy),
  ...loginRisk(person, today),
  ...expiryRisk(person, today),
  ...purgeDateRisk(person, today),
];
