// @vitest-environment happy-dom
import { cases } from '../alma/cases.ts';
import { reportEach } from './report-each.ts';

reportEach(
  'a report of every kind of page in the skeleton of 2026: records, lists, roles, purging, reports, others',
  cases.filter(({ id, description }) => description.layout === '2026' && id !== 'list-10000'),
);
