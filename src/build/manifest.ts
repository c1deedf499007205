import type { ManifestV3Export } from '@crxjs/vite-plugin';
import manifest from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import publisher from './stores/publisher.json' with { type: 'json' };

export type Browser = 'chrome' | 'firefox';

const background = 'src/background/index.ts';

/** The project's own id in Firefox. Mozilla signs one publisher's add-ons under an id: who signs a copy needs another. */
export const ownFirefoxId = 'alma-user-guard@example.org';

/** What a library that signs its own copy for Firefox says otherwise. */
export interface FirefoxChoices {
  /** A GUID in braces, or `name@host`, of at most 80 characters (MDN, browser_specific_settings). */
  readonly id?: string | undefined;
  /** Where its own server tells of newer versions; only for copies that it hands out itself. */
  readonly updateUrl?: string | undefined;
}

/** The names under which a build finds these choices in its environment. */
export const firefoxVariables = {
  id: 'ALMA_USER_GUARD_FIREFOX_ID',
  updateUrl: 'ALMA_USER_GUARD_FIREFOX_UPDATE_URL',
} as const satisfies Record<keyof FirefoxChoices, string>;

/** The choices in an environment; empty ones are none. Throws with a sentence when Firefox would not take one. */
export function firefoxChoicesIn(environment: Readonly<Record<string, string | undefined>>): FirefoxChoices {
  const id = environment[firefoxVariables.id] || undefined;
  const updateUrl = environment[firefoxVariables.updateUrl] || undefined;
  const isId = /^(?:\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}|[\w.-]*@[\w.-]+)$/i;
  if (id !== undefined && (id.length > 80 || !isId.test(id))) {
    throw new Error(
      `“${id}” is no id for Firefox: write it like alma-user-guard@library.example.org, with at most 80 letters, digits, points, hyphens and underscores, or give a GUID in braces.`,
    );
  }
  if (updateUrl !== undefined && !/^https:\/\/[^/\s]+\S*$/.test(updateUrl)) {
    throw new Error(`“${updateUrl}” is no address for updates: Firefox wants one that begins with https://.`);
  }
  return { id, updateUrl };
}

/** What differs between the browsers: the background's form, and what only one of them knows. The version is `package.json`'s. */
const differences = ({ id = ownFirefoxId, updateUrl }: FirefoxChoices) => ({
  chrome: {
    background: { service_worker: background, type: 'module' },
    minimum_chrome_version: '120',
  },
  firefox: {
    background: { scripts: [background], type: 'module' },
    storage: undefined,
    browser_specific_settings: {
      gecko: {
        id,
        strict_min_version: '140.0',
        ...(updateUrl === undefined ? {} : { update_url: updateUrl }),
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
});

/** The manifest for one browser: `manifest.json`, the version, the home page if there is one, and that browser's own keys. */
export function manifestFor(browser: Browser, firefox: FirefoxChoices = {}): ManifestV3Export {
  const homePage: string | null = publisher.homePage;
  return {
    ...manifest,
    version: packageJson.version,
    ...(homePage === null ? {} : { homepage_url: homePage }),
    ...differences(firefox)[browser],
  } as unknown as ManifestV3Export;
}
