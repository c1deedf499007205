// @vitest-environment happy-dom
import { skeletonCases } from '../alma/cases-skeleton.ts';
import { readEvery } from './reading-cases.ts';

readEvery('pages on which one thing of the skeleton of 2026 is drawn otherwise', skeletonCases);
