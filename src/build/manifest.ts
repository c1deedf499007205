import type { ManifestV3Export } from '@crxjs/vite-plugin';
import manifest from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };

export type Browser = 'chrome' | 'firefox';

const background = 'src/background/index.ts';

/** What differs between the browsers: the background's form, and what only one of them knows. The version is `package.json`'s. */
const differences = {
  chrome: {
    background: { service_worker: background, type: 'module' },
    minimum_chrome_version: '120',
  },
  firefox: {
    background: { scripts: [background], type: 'module' },
    storage: undefined,
    browser_specific_settings: {
      gecko: {
        id: 'alma-user-guard@example.org',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
};

/** The manifest for one browser: `manifest.json`, the version, and that browser's own keys. */
export function manifestFor(browser: Browser): ManifestV3Export {
  return { ...manifest, version: packageJson.version, ...differences[browser] } as unknown as ManifestV3Export;
}
