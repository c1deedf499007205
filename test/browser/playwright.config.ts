import { defineConfig } from '@playwright/test';
import type { BrowserUnderTest } from './fixtures.ts';

/** Both browsers go through the same scenarios; each project's worker holds one browser. */
export default defineConfig<object, BrowserUnderTest>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.cache/browser-tests',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // No test may fail for being slow: on a machine with much other work some take ten times as long. Each wait gives up sooner.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  projects: [
    { name: 'chromium', use: { family: 'chromium' } },
    { name: 'firefox', use: { family: 'firefox' } },
  ],
});
