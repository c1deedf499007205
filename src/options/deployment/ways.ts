/** A browser as its administrators know it: each has places of its own. */
export type Browser = 'chrome' | 'chromium' | 'edge' | 'firefox';

/** What a way of deploying is written as. */
export type Shape = 'registry' | 'intune' | 'google' | 'plist' | 'json';

/**
 * How sure a form is, as the guide to the roll-out has it. `tested`: a browser test of this project puts it in place;
 * `by_hand`: done once, November 2026; `documented`: by the maker's documentation; `projects`: other projects' files agree on it.
 */
export type Sureness = 'tested' | 'by_hand' | 'documented' | 'projects';

export interface WayFacts {
  readonly browser: Browser;
  readonly shape: Shape;
  readonly sureness: Sureness;
  /** Single keys cannot say everything here (an empty list, yes and no), or there is room for one value only. */
  readonly wholeOnly?: true;
}

/** Every way that an administrator may deploy by, in the order in which they are offered. */
export const ways = {
  chrome_windows: { browser: 'chrome', shape: 'registry', sureness: 'documented' },
  edge_windows: { browser: 'edge', shape: 'registry', sureness: 'documented' },
  chrome_intune: { browser: 'chrome', shape: 'intune', sureness: 'documented', wholeOnly: true },
  edge_intune: { browser: 'edge', shape: 'intune', sureness: 'documented', wholeOnly: true },
  google_admin: { browser: 'chrome', shape: 'google', sureness: 'projects' },
  chrome_mac: { browser: 'chrome', shape: 'plist', sureness: 'projects' },
  edge_mac: { browser: 'edge', shape: 'plist', sureness: 'projects' },
  chrome_linux: { browser: 'chrome', shape: 'json', sureness: 'documented' },
  chromium_linux: { browser: 'chromium', shape: 'json', sureness: 'tested' },
  edge_linux: { browser: 'edge', shape: 'json', sureness: 'projects' },
  firefox: { browser: 'firefox', shape: 'json', sureness: 'by_hand' },
  firefox_windows: { browser: 'firefox', shape: 'registry', sureness: 'documented', wholeOnly: true },
  firefox_intune: { browser: 'firefox', shape: 'intune', sureness: 'documented', wholeOnly: true },
  firefox_mac: { browser: 'firefox', shape: 'plist', sureness: 'documented' },
} as const satisfies Record<string, WayFacts>;

export type Way = keyof typeof ways;

export const factsOf = (way: Way): WayFacts => ways[way];

/** Whether a text can be the id of an extension: 32 letters from a to p in Chrome and Edge, a GUID or `name@host` in Firefox. */
export const isId = (id: string, browser: Browser): boolean =>
  browser === 'firefox'
    ? /^(?:\{[\da-f-]{36}\}|[\w.-]*@[\w.-]+)$/i.test(id) && id.length <= 80
    : /^[a-p]{32}$/.test(id);

/** Whether a browser would fetch the extension from an address: encrypted, or a file of the computer's own. */
export const isInstallAddress = (address: string): boolean => /^(?:https:\/\/[^/\s]+|file:\/\/\/)\S*$/.test(address);

/** Where the browsers' own stores answer; an extension from there cannot be told another address. */
const storeAddresses = [
  'https://clients2.google.com/service/update2/crx',
  'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
];

/**
 * The entry of `ExtensionSettings` that installs the extension by force and shows its button, for which Edge has a name of its own
 * (Microsoft, Detailed guide to configuring extensions using the ExtensionSettings policy).
 */
export function installEntry(browser: Browser, address: string): Readonly<Record<string, string | boolean>> {
  if (browser === 'firefox')
    return { installation_mode: 'force_installed', install_url: address, default_area: 'navbar' };
  return {
    installation_mode: 'force_installed',
    update_url: address,
    ...(storeAddresses.includes(address) ? {} : { override_update_url: true }),
    ...(browser === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' }),
  };
}
