import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { finish } from './src/build/finish.ts';
import { licences } from './src/build/licences.ts';
import { knownByBrowser, knownByItself, locales } from './src/build/locales.ts';
import { type Browser, firefoxChoicesIn, manifestFor } from './src/build/manifest.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chrome';
  // What is shipped is the production build, whatever the surroundings ask for: JSX made for development holds the paths of
  // the machine that built it. The tool builds the content scripts with a configuration of its own and goes by this alone.
  process.env.NODE_ENV = 'production';
  return {
    // No file beside the source decides what is shipped; a library's own id for Firefox is asked for by name.
    envDir: false as const,
    publicDir: at('src/public'),
    resolve: { alias: knownByBrowser(at('.')) },
    worker: { plugins: () => [knownByItself(at('.'))] },
    plugins: [
      locales(at('src/texts')),
      licences(at('.')),
      crx({ manifest: manifestFor(browser, firefoxChoicesIn(process.env)), browser }),
      finish(),
    ],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox140' : 'chrome120',
      modulePreload: false,
      sourcemap: false,
      rollupOptions: {
        input: {
          report: at('src/report/index.html'),
          review: at('src/review/index.html'),
          rollup: at('src/rollup/index.html'),
        },
      },
    },
  };
});
