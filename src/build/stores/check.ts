import { limits, type Store, sources } from './limits.ts';
import { type Built, type Listing, messageKey } from './listing.ts';
import { headOf } from './png.ts';

/** Pictures by the name of their file; what is not there has not been taken. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

export const storeNames: Readonly<Record<Store, string>> = {
  chrome: 'Chrome Web Store',
  edge: 'Edge Add-ons',
  firefox: 'addons.mozilla.org',
};

/** What a store would refuse, as sentences, each with the source of the limit; empty when nothing. */
export function storeFaults(listing: Listing, built: Built, pictures: Pictures): string[] {
  return [
    ...textFaults(listing),
    ...answerFaults(listing),
    ...manifestFaults(listing.store, built),
    ...pictureFaults(listing, pictures),
  ];
}

/** What only the publisher can fill in, as sentences; empty when nothing is open. */
export function leftToFill(listing: Listing): string[] {
  const open = (what: string) =>
    `${storeNames[listing.store]}: ${what} is to be filled in by the publisher (src/build/stores/publisher.json).`;
  return [
    ...(listing.homePage === null ? [open('the home page')] : []),
    ...(listing.supportPage === null ? [open('the support page')] : []),
    ...(limits[listing.store].privacyAddress && listing.privacyPolicy === null
      ? [open('the address of the privacy policy (its text is .github/documentation/privacy.md)')]
      : []),
    ...(listing.isReleased
      ? []
      : [`CHANGELOG.md does not give the day of version ${listing.version}: it is to be filled in by the publisher.`]),
  ];
}

/** Whether a number is within a limit; a sentence when it is not. */
function outside(
  listing: Listing,
  what: string,
  count: number,
  range: { least?: number; most?: number; source: keyof typeof sources },
): string[] {
  const { least = 0, most = Number.POSITIVE_INFINITY, source } = range;
  if (count >= least && count <= most) return [];
  const taken = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
  return [`${storeNames[listing.store]}: ${what} is ${count}, and ${taken} is taken (${sources[source]}).`];
}

function textFaults(listing: Listing): string[] {
  const { name, short, long, categories, searchTerms } = limits[listing.store];
  const inEach = (what: string, texts: Listing['name'], range: typeof name) =>
    Object.entries(texts).flatMap(([language, text]) =>
      outside(listing, `the length of the ${what} (${language})`, text?.length ?? 0, range),
    );
  return [
    ...inEach('name', listing.name, name),
    ...inEach('short description', listing.shortDescription, short),
    ...outside(listing, 'the length of the long description', listing.longDescription.length, long),
    ...outside(listing, 'the number of categories', listing.categories.length, categories),
    ...(searchTerms ? termFaults(listing, searchTerms) : []),
    ...(listing.releaseNotes === '' ? [`CHANGELOG.md says nothing of version ${listing.version}.`] : []),
  ];
}

function termFaults(
  listing: Listing,
  range: { most?: number; longest: number; words: number; source: keyof typeof sources },
): string[] {
  const { searchTerms: terms } = listing;
  const { longest, words, source } = range;
  return [
    ...outside(listing, 'the number of search terms', terms.length, range),
    ...terms.flatMap((term) =>
      outside(listing, `the length of the search term “${term}”`, term.length, { least: 1, most: longest, source }),
    ),
    ...outside(listing, 'the number of words in all search terms', terms.join(' ').split(/\s+/).length, {
      most: words,
      source,
    }),
  ];
}

/** Each permission has its reason, and every address that is given can be opened. */
function answerFaults(listing: Listing): string[] {
  const unexplained = Object.entries(listing.permissions).filter(([, why]) => !why);
  const addresses = [listing.homePage, listing.supportPage, listing.privacyPolicy].filter((each) => each !== null);
  return [
    ...unexplained.map(
      ([permission]) =>
        `No reason is given for the permission ${permission} (src/build/stores/answers.ts; ${sources.chromePrivacy}).`,
    ),
    ...addresses
      .filter((address) => !/^https:\/\/[^/\s]+\.[^/\s]+/.test(address))
      .map((address) => `${address} is no address that begins with https:// (src/build/stores/publisher.json).`),
    ...[listing.singlePurpose, listing.remoteCode, listing.reviewNotes, listing.privacyText]
      .filter((text) => text.trim() === '')
      .map(() => 'An answer that a store asks for is empty.'),
  ];
}

/** What a store does not take in a manifest, and texts that it could not find in each language. */
export function manifestFaults(store: Store, { manifest, languages }: Built): string[] {
  const { keys, source } = limits[store].refused;
  const valueAt = (path: string) =>
    path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], manifest);
  const refused = keys.filter((path) => valueAt(path) !== undefined);
  const hardWritten = ['name', 'description'].filter((key) => messageKey(manifest[key]) === undefined);
  const missing = ['name', 'description'].flatMap((key) => {
    const message = messageKey(manifest[key]);
    return message === undefined
      ? []
      : [...languages]
          .filter(([, messages]) => !messages[message])
          .map(([language]) => `${message} is missing in ${language}`);
  });
  return [
    ...refused.map(
      (path) => `${storeNames[store]} refuses a package with ${path} in its manifest (${sources[source]}).`,
    ),
    ...hardWritten.map(
      (key) =>
        `The manifest’s ${key} is no __MSG_..__ placeholder, so that the store finds one language only (${sources.edgePublish}).`,
    ),
    ...missing.map((what) => `${what}: the store needs it in every language of the package (${sources.edgePublish}).`),
    ...(manifest.default_locale === undefined ? [`The manifest has no default_locale (${sources.edgePublish}).`] : []),
  ];
}

function pictureFaults(listing: Listing, pictures: Pictures): string[] {
  const { pictures: range, tile, logo } = limits[listing.store];
  const shown = listing.pictures.map(({ file }) => file);
  const sizes = range.sizes.map((size) => size.join(' x ')).join(' or ');
  return [
    ...outside(listing, 'the number of pictures', shown.length, range),
    ...shown.flatMap((file) =>
      pictureFault(
        file,
        pictures,
        sizes,
        ({ width, height, isPlain }) => isPlain && range.sizes.some(([w, h]) => w === width && h === height),
        range.source,
      ),
    ),
    ...(tile && listing.tile
      ? pictureFault(
          listing.tile,
          pictures,
          tile.size.join(' x '),
          ({ width, height, isPlain }) => isPlain && width === tile.size[0] && height === tile.size[1],
          tile.source,
        )
      : []),
    ...(logo && listing.logo
      ? pictureFault(
          listing.logo,
          pictures,
          `square, from ${logo.least} x ${logo.least}`,
          ({ width, height }) => width === height && width >= logo.least,
          logo.source,
        )
      : []),
  ];
}

function pictureFault(
  file: string,
  pictures: Pictures,
  wanted: string,
  fits: (head: NonNullable<ReturnType<typeof headOf>>) => boolean,
  source: keyof typeof sources,
): string[] {
  const picture = pictures.get(file);
  if (!picture) return [`.github/pictures/${file} is missing: npm run pictures takes it.`];
  const head = headOf(picture);
  if (head && fits(head)) return [];
  const found = head
    ? `${head.width} x ${head.height}${head.isPlain ? '' : ', not 24-bit without transparency'}`
    : 'no PNG';
  return [
    `.github/pictures/${file} is ${found}, and ${wanted} (PNG, 24-bit without transparency) is wanted (${sources[source]}).`,
  ];
}
