export type Store = 'chrome' | 'edge' | 'firefox';
export const stores: readonly Store[] = ['chrome', 'edge', 'firefox'];

/** Where a limit was read, and in which state. Looked up in November 2026, in stored copies of the pages. */
export const sources = {
  chromeManifest: 'Chrome for Developers, Manifest file format: name, description (undated)',
  chromeImages: 'Chrome for Developers, Supplying images (undated)',
  chromePrepare: 'Chrome for Developers, Prepare to publish, and developers’ check lists that agree (undated)',
  chromePrivacy: 'Chrome for Developers, Fill out the privacy fields (undated)',
  chromeKey: 'Reports of developers whose package was refused, 2025 and 2026',
  edgePublish: 'Microsoft, Publish a Microsoft Edge extension, 27 April 2026',
  edgeName: 'Microsoft Edge Extensions, discussion 55; Microsoft, Publish a Microsoft Edge extension, 27 April 2026',
  edgeKey: 'Reports of developers whose package was refused: key 2026, update_url January 2024',
  mozillaListing: 'Mozilla Extension Workshop, Create an appealing listing (2019)',
  mozillaManifest: 'MDN, manifest.json: name (2024), browser_specific_settings',
  mozillaUpdates: 'MDN, browser_specific_settings; web-ext, issue 3472 (July 2025)',
} as const;

/** A length in characters (UTF-16 units, as JavaScript counts), or a number of things. */
interface Range {
  readonly least?: number;
  readonly most?: number;
  readonly source: keyof typeof sources;
}

export interface StoreLimits {
  readonly name: Range;
  /** The manifest's description in Chrome and Edge, the summary on Mozilla's page. */
  readonly short: Range;
  readonly long: Range;
  readonly pictures: Range & { readonly sizes: readonly (readonly [width: number, height: number])[] };
  /** The small promotional picture; absent where the store has none. */
  readonly tile?: {
    readonly size: readonly [number, number];
    readonly needed: boolean;
    readonly source: keyof typeof sources;
  };
  /** The store's own picture of the icon; absent where it takes the package's. */
  readonly logo?: { readonly least: number; readonly source: keyof typeof sources };
  readonly categories: Range;
  readonly searchTerms?: Range & { readonly longest: number; readonly words: number };
  /** Whether an address of the privacy policy has to be given; otherwise its text is. */
  readonly privacyAddress: boolean;
  /** Keys that a package may not have in its manifest. */
  readonly refused: { readonly keys: readonly string[]; readonly source: keyof typeof sources };
}

/** What each store takes. */
export const limits: Readonly<Record<Store, StoreLimits>> = {
  chrome: {
    name: { least: 1, most: 75, source: 'chromeManifest' },
    short: { least: 1, most: 132, source: 'chromeManifest' },
    long: { least: 1, most: 16_000, source: 'chromePrepare' },
    pictures: {
      least: 1,
      most: 5,
      sizes: [
        [1280, 800],
        [640, 400],
      ],
      source: 'chromeImages',
    },
    tile: { size: [440, 280], needed: true, source: 'chromeImages' },
    categories: { least: 1, most: 1, source: 'chromePrepare' },
    privacyAddress: true,
    refused: { keys: ['key', 'update_url'], source: 'chromeKey' },
  },
  edge: {
    name: { least: 1, most: 45, source: 'edgeName' },
    short: { least: 1, most: 132, source: 'chromeManifest' },
    long: { least: 250, most: 10_000, source: 'edgePublish' },
    pictures: {
      most: 6,
      sizes: [
        [1280, 800],
        [640, 480],
      ],
      source: 'edgePublish',
    },
    tile: { size: [440, 280], needed: false, source: 'edgePublish' },
    logo: { least: 128, source: 'edgePublish' },
    categories: { least: 1, most: 1, source: 'edgePublish' },
    searchTerms: { most: 7, longest: 30, words: 21, source: 'edgePublish' },
    privacyAddress: true,
    refused: { keys: ['key', 'update_url'], source: 'edgeKey' },
  },
  firefox: {
    name: { least: 1, most: 50, source: 'mozillaManifest' },
    short: { least: 1, most: 250, source: 'mozillaListing' },
    long: { least: 1, source: 'mozillaListing' },
    pictures: { sizes: [[1280, 800]], source: 'mozillaListing' },
    categories: { least: 1, most: 2, source: 'mozillaListing' },
    privacyAddress: false,
    refused: { keys: ['key', 'update_url', 'browser_specific_settings.gecko.update_url'], source: 'mozillaUpdates' },
  },
};
