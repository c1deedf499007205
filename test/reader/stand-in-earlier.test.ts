// @vitest-environment happy-dom
import { earlierCases } from '../alma/cases.ts';
import { readEvery } from './reading-cases.ts';

readEvery('every page of the stand-in Alma in the layout before 2026', earlierCases);
