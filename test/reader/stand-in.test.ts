// @vitest-environment happy-dom
import { cases } from '../alma/cases.ts';
import { readEvery } from './reading-cases.ts';

/** Without the list of 10,000 users: a document made in JavaScript takes longest to parse it, and it is read like the one of 500. */
readEvery(
  'every page of the stand-in Alma',
  cases.filter(({ id }) => id !== 'list-10000'),
);
