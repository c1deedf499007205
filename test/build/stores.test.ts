import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTexts } from '../../src/build/locales.ts';
import { manifestFor } from '../../src/build/manifest.ts';
import { withoutRefused, writePackages, writeStoreFolders } from '../../src/build/package.ts';
import { leftToFill, storeFaults } from '../../src/build/stores/check.ts';
import { folderFiles, listingPage } from '../../src/build/stores/folder.ts';
import { limits, type Store, sources, stores } from '../../src/build/stores/limits.ts';
import {
  type Built,
  type Listing,
  listingFor,
  type Publisher,
  permissionsIn,
  releaseNotes,
  withoutPlaces,
} from '../../src/build/stores/listing.ts';
import { headOf } from '../../src/build/stores/png.ts';
import { contentOf, root } from '../house/source.ts';

const pages = { changelog: contentOf('CHANGELOG.md'), privacy: contentOf('.github/documentation/privacy.md') };
const languages = readTexts(join(root, 'src/texts'));
const folder = join(root, '.github/pictures');
const pictures = new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));

/** What is built for a store, without building: the manifest of its browser, and the texts. */
const builtFor = (store: Store): Built => {
  const manifest = JSON.parse(JSON.stringify(manifestFor(store === 'firefox' ? 'firefox' : 'chrome')));
  return { manifest, languages };
};
const listed = (store: Store, addresses?: Publisher): Listing => listingFor(store, builtFor(store), pages, addresses);
const faultsWith = (store: Store, other: Partial<Listing>): string[] =>
  storeFaults({ ...listed(store), ...other }, builtFor(store), pictures);

describe.each(stores)('what %s asks for', (store) => {
  test('is there, and within the store’s limits', () => {
    expect(storeFaults(listed(store), builtFor(store), pictures)).toEqual([]);
  });

  test('holds a reason for each permission of the manifest, optional ones and hosts as well', () => {
    const { manifest } = builtFor(store);
    expect(Object.keys(listed(store).permissions).sort()).toEqual([
      'https://*.alma.exlibrisgroup.com.cn/*',
      'https://*.alma.exlibrisgroup.com/*',
      'https://*/*',
      'scripting',
      'storage',
    ]);
    const more: Built = { ...builtFor(store), manifest: { ...manifest, permissions: ['storage', 'tabs'] } };
    expect(permissionsIn(more.manifest)).toContain('tabs');
    expect(storeFaults(listingFor(store, more, pages), more, pictures)).toEqual([
      expect.stringMatching(/^No reason is given for the permission tabs/),
    ]);
  });

  test('names a source for each limit', () => {
    const named = JSON.stringify(limits[store]).match(/"source":"(\w+)"/g) ?? [];
    expect(named.length).toBeGreaterThanOrEqual(5);
    for (const [, key] of JSON.stringify(limits[store]).matchAll(/"source":"(\w+)"/g)) {
      expect(sources[key as keyof typeof sources], key).toMatch(/.{20}/);
    }
  });

  test('says what only the publisher can fill in, and nothing once it is', () => {
    const unknown: Publisher = { homePage: null, supportPage: null, privacyPolicy: null };
    const open = leftToFill(listed(store, unknown)).join('\n');
    expect(open).toMatch(/the home page is to be filled in by the publisher/);
    expect(open).toMatch(/the support page is to be filled in by the publisher/);
    expect(/privacy policy/.test(open)).toBe(store !== 'firefox');
    expect(listingPage(listed(store, unknown))).toContain('TO BE FILLED IN BY THE PUBLISHER');
    const address = 'https://guard.example.org/';
    const known = { homePage: address, supportPage: `${address}help`, privacyPolicy: `${address}privacy` };
    expect(leftToFill({ ...listed(store, known), isReleased: true })).toEqual([]);
    expect(listingPage(listed(store, known))).not.toContain('TO BE FILLED IN');
    expect(storeFaults(listed(store, known), builtFor(store), pictures)).toEqual([]);
    expect(storeFaults(listed(store, { ...known, homePage: 'guard' }), builtFor(store), pictures)).toHaveLength(1);
  });

  test('comes as a folder to copy from', () => {
    const files = folderFiles(listed(store), pictures);
    const expected = ['listing.json', 'listing.md', 'privacy-policy.md', 'release-notes.md'];
    expect([...files.keys()]).toEqual(expect.arrayContaining(expected));
    expect([...files.keys()].filter((name) => name.startsWith('pictures/'))).toHaveLength(5);
    expect(files.has('tile.png')).toBe(store !== 'firefox');
    expect(files.has('logo.png')).toBe(store === 'edge');
    expect(JSON.parse(Buffer.from(files.get('listing.json') ?? []).toString())).toMatchObject({ store });
  });
});

/** A picture's head, with nothing behind it: enough for whoever looks at the head alone. */
function headed(width: number, height: number, colours = 2): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(new ArrayBuffer(33));
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.set([8, colours], 24);
  return bytes;
}

describe('what is beyond a limit is said, with the source', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `term ${at}`);
  test.each<[string, Store, Partial<Listing>, RegExp]>([
    ['a name too long for Chrome', 'chrome', { name: { en: 'x'.repeat(76) } }, /length of the name \(en\) is 76/],
    ['a name too long for Edge', 'edge', { name: { en: 'x'.repeat(46) } }, /is 46, and 1 to 45 is taken/],
    ['a name too long for Mozilla', 'firefox', { name: { de: 'x'.repeat(51) } }, /\(de\) is 51/],
    ['no name in a language', 'edge', { name: { en: 'A', de: undefined } }, /name \(de\) is 0/],
    ['a short description', 'chrome', { shortDescription: { en: 'x'.repeat(133) } }, /is 133, and 1 to 132/],
    ['a summary', 'firefox', { shortDescription: { en: 'x'.repeat(251) } }, /is 251, and 1 to 250/],
    ['too little for Edge', 'edge', { longDescription: 'x'.repeat(249) }, /is 249, and 250 to 10000/],
    ['too much for Edge', 'edge', { longDescription: 'x'.repeat(10_001) }, /is 10001/],
    ['too much for Chrome', 'chrome', { longDescription: 'x'.repeat(16_001) }, /is 16001/],
    ['two categories', 'chrome', { categories: ['a', 'b'] }, /number of categories is 2/],
    ['three categories', 'firefox', { categories: ['a', 'b', 'c'] }, /number of categories is 3/],
    ['eight search terms', 'edge', { searchTerms: many(8) }, /number of search terms is 8/],
    ['a long search term', 'edge', { searchTerms: ['x'.repeat(31)] }, /is 31, and 1 to 30/],
    ['22 words', 'edge', { searchTerms: ['a b c d e f g h', 'i j k l m n o p', 'q r s t u v'] }, /words .* is 22/],
    ['no picture', 'chrome', { pictures: [] }, /number of pictures is 0/],
    ['no release notes', 'firefox', { releaseNotes: '' }, /CHANGELOG\.md says nothing of version/],
    ['an empty answer', 'chrome', { singlePurpose: ' ' }, /answer .* is empty/],
  ])('%s', (_, store, other, sentence) => {
    expect(faultsWith(store, other)).toEqual([expect.stringMatching(sentence)]);
  });

  test.each<[string, Store, string, Uint8Array<ArrayBuffer> | undefined, RegExp]>([
    ['is missing', 'chrome', 'record.png', undefined, /record\.png is missing/],
    ['has another size', 'chrome', 'record.png', headed(1280, 900), /is 1280 x 900, and 1280 x 800 or 640 x 400/],
    ['could be transparent', 'chrome', 'record.png', headed(1280, 800, 6), /not 24-bit without transparency/],
    ['is no PNG', 'firefox', 'record.png', new Uint8Array(40), /is no PNG/],
    ['is no tile', 'edge', 'store-tile.png', headed(1400, 560), /is 1400 x 560, and 440 x 280/],
    ['is not square', 'edge', 'store-logo.png', headed(300, 200), /is 300 x 200, and square/],
  ])('a picture that %s', (_, store, name, picture, sentence) => {
    const others = new Map(pictures);
    if (picture) others.set(name, picture);
    else others.delete(name);
    expect(storeFaults(listed(store), builtFor(store), others)).toEqual([expect.stringMatching(sentence)]);
  });

  test.each<[string, Store, (manifest: Record<string, unknown>) => Record<string, unknown>, RegExp]>([
    ['a key', 'edge', (manifest) => ({ ...manifest, key: 'MIIB' }), /Edge Add-ons refuses a package with key/],
    ['an address for updates', 'edge', (manifest) => ({ ...manifest, update_url: 'x' }), /with update_url/],
    ['a key', 'chrome', (manifest) => ({ ...manifest, key: 'MIIB' }), /Chrome Web Store refuses .* with key/],
    [
      'an address for updates',
      'firefox',
      () => JSON.parse(JSON.stringify(manifestFor('firefox', { updateUrl: 'https://files.example.org/updates.json' }))),
      /gecko\.update_url/,
    ],
    ['a name in one language', 'edge', (manifest) => ({ ...manifest, name: 'Guard' }), /name is no __MSG_..__/],
    ['no first language', 'edge', ({ default_locale: _, ...manifest }) => manifest, /no default_locale/],
  ])('%s in the manifest for %s', (_, store, change, sentence) => {
    const built: Built = { manifest: change({ ...builtFor(store).manifest }), languages };
    expect(storeFaults(listingFor(store, built, pages), built, pictures)).toEqual([expect.stringMatching(sentence)]);
  });

  test('a language in which a text is missing', () => {
    const { manifest } = builtFor('edge');
    const built: Built = { manifest, languages: new Map([...languages, ['de', { extension_name: 'Guard' }]]) };
    const said = storeFaults(listingFor('edge', built, pages), built, pictures).join('\n');
    expect(said).toMatch(/short description \(de\) is 0/);
    expect(said).toMatch(/extension_description is missing in de/);
  });
});

test('release notes are what the changelog says of the version, an entry a line', () => {
  const changelog =
    '# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- One\n  and on.\n- Two.\n\n## 0.1.0 (unreleased)\n\n- Old.\n';
  expect(releaseNotes(changelog, '0.2.0')).toEqual({ text: '- One and on.\n- Two.', isReleased: true });
  expect(releaseNotes(changelog, '0.1.0')).toEqual({ text: '- Old.', isReleased: false });
  expect(releaseNotes(changelog, '0.2')).toEqual({ text: '', isReleased: false });
});

test('links into the repository become words in the privacy policy', () => {
  expect(withoutPlaces('See [this](../a.md), [that](https://example.org/).')).toBe(
    'See this, [that](https://example.org/).',
  );
  expect(listed('firefox').privacyText).not.toMatch(/\]\((?!https:)/);
});

test('the head of a picture is read as the picture has it', () => {
  expect(headOf(pictures.get('record.png') ?? new Uint8Array())).toEqual({ width: 1280, height: 800, isPlain: true });
});

test('Edge’s package goes without what Edge refuses; the rest stays byte for byte', () => {
  const files = new Map([
    ['manifest.json', Buffer.from(JSON.stringify({ name: 'a', key: 'MIIB', update_url: 'https://example.org/u.xml' }))],
    ['a.js', Buffer.from('1')],
  ]);
  const [edge, plain] = [withoutRefused(files), new Map([['manifest.json', Buffer.from('{ "name": "a" }')]])];
  expect(JSON.parse(Buffer.from(edge.get('manifest.json') ?? []).toString())).toEqual({ name: 'a' });
  expect(edge.get('a.js')).toBe(files.get('a.js'));
  expect(withoutRefused(plain)).toBe(plain);
});

test('each store’s folder is written below dist, with its packages; what is refused is told and nothing else is lost', () => {
  const place = mkdtempSync(join(tmpdir(), 'stores-'));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  };
  try {
    const messages = Object.fromEntries(
      Object.entries(languages.get('en') ?? {}).map(([key, message]) => [key, { message }]),
    );
    for (const browser of ['chrome', 'firefox'] as const) {
      const { manifest } = builtFor(browser);
      write(
        `dist/${browser}/manifest.json`,
        JSON.stringify(browser === 'chrome' ? { ...manifest, key: 'MIIB' } : manifest),
      );
      write(`dist/${browser}/_locales/en/messages.json`, JSON.stringify(messages));
    }
    write('CHANGELOG.md', pages.changelog);
    write('.github/documentation/privacy.md', pages.privacy);
    for (const [name, picture] of pictures) write(`.github/pictures/${name}`, picture);
    writePackages(place);
    const [chrome, edge, firefox] = writeStoreFolders(place);
    expect(chrome?.faults).toEqual([expect.stringMatching(/refuses a package with key/)]);
    expect([edge?.faults, firefox?.faults]).toEqual([[], []]);
    const zips = (store: Store) =>
      readdirSync(join(place, 'dist/stores', store)).filter((name) => name.endsWith('.zip'));
    expect([zips('chrome').length, zips('edge').length, zips('firefox').length]).toEqual([1, 1, 2]);
    const [zip = ''] = zips('edge');
    const held = unzipSync(readFileSync(join(place, 'dist/stores/edge', zip)));
    expect(JSON.parse(Buffer.from(held['manifest.json'] ?? []).toString())).not.toHaveProperty('key');
    expect(readdirSync(join(place, 'dist/stores/edge/pictures'))).toHaveLength(5);
  } finally {
    rmSync(place, { recursive: true });
  }
});
