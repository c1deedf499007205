import { expect, test } from 'vitest';
import { contentOf, scriptsUnder, withoutComments } from './source.ts';

/** What the extension's own code never does, in the forms that the linter cannot see: as a property, or in a text. */
const never: Readonly<Record<string, RegExp>> = {
  'writes raw HTML':
    /\b(?:inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|\bdocument\.write|setHTML/,
  'reaches the network':
    /\bfetch\b\s*\(|\.\s*fetch\b|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|WebTransport|RTCPeerConnection/,
  'makes code of text': /\beval\s*\(|\bnew\s+Function\b|\bset(?:Timeout|Interval)\(\s*['"`]/,
  'stores outside the one storage object': /\b(?:local|session)Storage\b|indexedDB|document\.cookie/,
  'writes to the console, but for a failure': /\bconsole\s*\.\s*(?!error\()/,
};

/** Where one of these is done after all: a review that somebody keeps has a database, of which Alma's pages hear nothing. */
const places: Readonly<Record<string, string>> = {
  'stores outside the one storage object': 'src/platform/kept-review.ts',
};

const scripts = scriptsUnder('src/').filter((file) => !file.startsWith('src/build/'));

test('there is code to look at', () => {
  expect(scripts.length).toBeGreaterThan(20);
});

test.each(Object.entries(never))('nothing in the extension %s', (what, pattern) => {
  const elsewhere = scripts.filter((file) => file !== places[what]);
  const found = elsewhere.flatMap((file) =>
    withoutComments(contentOf(file))
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
