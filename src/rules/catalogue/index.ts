import type { Rule } from '../rule.ts';
import { exLibrisAccount } from './ex-libris-account.ts';
import { namedUser } from './named-user.ts';

/** Every rule, in the order in which staff meet them. */
export const catalogue: readonly Rule[] = [exLibrisAccount, namedUser];
