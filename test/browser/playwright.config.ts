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
  // Some start two browsers of their own, which on a busy machine takes half a minute each; each wait gives up sooner.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'chromium', use: { family: 'chromium' } },
    { name: 'firefox', use: { family: 'firefox' } },
  ],
});
