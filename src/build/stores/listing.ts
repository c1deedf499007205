import * as answers from './answers.ts';
import { limits, type Store } from './limits.ts';
import publisherFile from './publisher.json' with { type: 'json' };

/** What a package says of itself: its manifest, and its messages by language (key -> text). */
export interface Built {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly languages: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Addresses that only the publisher knows; `null` until they are filled in (`publisher.json`). */
export interface Publisher {
  readonly homePage: string | null;
  readonly supportPage: string | null;
  readonly privacyPolicy: string | null;
}
export const publisher: Publisher = publisherFile;

/** What the project's own pages say. */
export interface Pages {
  readonly changelog: string;
  readonly privacy: string;
}

/** All that a store asks of whoever publishes there, in plain text. */
export interface Listing extends Publisher {
  readonly store: Store;
  readonly version: string;
  /** By language; `undefined` where a language of the package does not say it. */
  readonly name: Readonly<Record<string, string | undefined>>;
  readonly shortDescription: Readonly<Record<string, string | undefined>>;
  readonly longDescription: string;
  readonly categories: readonly string[];
  readonly searchTerms: readonly string[];
  readonly singlePurpose: string;
  /** Each permission and host of the manifest; `undefined` where nobody has said why. */
  readonly permissions: Readonly<Record<string, string | undefined>>;
  readonly remoteCode: string;
  readonly dataUse: typeof answers.dataUse;
  readonly certified: typeof answers.certified;
  readonly privacyText: string;
  /** Empty where the changelog does not name the version. */
  readonly releaseNotes: string;
  readonly isReleased: boolean;
  readonly reviewNotes: string;
  readonly pictures: typeof answers.pictures;
  readonly tile: string | undefined;
  readonly logo: string | undefined;
}

/** Everything for one store, from what was built and what the project says of itself. */
export function listingFor(store: Store, built: Built, pages: Pages, addresses: Publisher = publisher): Listing {
  const { manifest } = built;
  const version = String(manifest.version);
  const { text, isReleased } = releaseNotes(pages.changelog, version);
  return {
    store,
    version,
    name: inLanguages(built, manifest.name),
    shortDescription: inLanguages(built, manifest.description),
    longDescription: answers.longDescription,
    categories: answers.categories[store],
    searchTerms: limits[store].searchTerms ? answers.searchTerms : [],
    singlePurpose: answers.singlePurpose,
    permissions: Object.fromEntries(permissionsIn(manifest).map((each) => [each, answers.justifications[each]])),
    remoteCode: answers.remoteCode,
    dataUse: answers.dataUse,
    certified: answers.certified,
    ...addresses,
    privacyText: withoutPlaces(pages.privacy),
    releaseNotes: text,
    isReleased,
    reviewNotes: answers.reviewNotes,
    pictures: answers.pictures,
    tile: limits[store].tile && answers.tile,
    logo: limits[store].logo && answers.logo,
  };
}

/** A text of the manifest in each language of the package; a text that is no placeholder is the same in all. */
function inLanguages({ manifest, languages }: Built, written: unknown): Record<string, string | undefined> {
  const key = messageKey(written);
  if (key === undefined) return { [String(manifest.default_locale ?? 'en')]: String(written) };
  return Object.fromEntries([...languages].map(([language, messages]) => [language, messages[key]]));
}

/** The key of a placeholder (`__MSG_key__`), by which browsers and stores look a text up in each language. */
export const messageKey = (text: unknown): string | undefined => /^__MSG_(\w+)__$/.exec(String(text))?.[1];

/** Every permission and every host that a manifest names, optional or not, each once. */
export function permissionsIn(manifest: Built['manifest']): string[] {
  const listed = ['permissions', 'host_permissions', 'optional_permissions', 'optional_host_permissions'].flatMap(
    (key) => (manifest[key] ?? []) as string[],
  );
  const scripts = (manifest.content_scripts ?? []) as { matches?: string[] }[];
  return [...new Set([...listed, ...scripts.flatMap(({ matches = [] }) => matches)])];
}

/**
 * What a changelog (Keep a Changelog's headings, `## 1.2.3 (day)`) says of a version, each entry on one line.
 * The text is empty where it does not name the version.
 */
export function releaseNotes(changelog: string, version: string): { text: string; isReleased: boolean } {
  const section = changelog.split(/^## /m).find((part) => part.split(/\s/, 1)[0] === version);
  const [heading = '', ...lines] = (section ?? '').split('\n');
  const text = lines
    .join('\n')
    .replaceAll(/\n {2,}(?=\S)/g, ' ')
    .trim();
  return { text, isReleased: section !== undefined && !/unreleased/i.test(heading) };
}

/** Markdown whose links into this repository have become plain words: elsewhere they lead nowhere. */
export const withoutPlaces = (markdown: string): string =>
  markdown.replaceAll(/\[([^\]]+)\]\((?!https:)[^)]*\)/g, '$1');
