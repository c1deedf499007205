import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Unit and house tests (`*.test.ts`, `*.test.tsx`); tests in real browsers are `test/browser/*.spec.ts`. */
export default defineConfig({
  root: at('..'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: [{ find: /^.*\/(?:native-)?browser\.ts$/, replacement: at('./platform/fake-browser.ts') }],
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
    // A machine that is busy with other things needs many times the usual five seconds for the large cases.
    testTimeout: 180_000,
    setupFiles: ['test/patience.ts'],
    maxWorkers: 2,
  },
});
