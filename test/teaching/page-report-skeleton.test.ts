// @vitest-environment happy-dom
import { skeletonCases } from '../alma/cases-skeleton.ts';
import { reportEach } from './report-each.ts';

reportEach('a report of pages on which one thing of the skeleton of 2026 is drawn otherwise', skeletonCases);
