import { expect, test } from 'vitest';
import { readMended } from '../../src/settings/mend.ts';

const policy = { base: 'carli', genericWords: ['a, b', 'it’s'], guard: { delete: 'tell' } };
const text = JSON.stringify(policy, null, 2);

test('what is JSON is taken as it stands, whatever its values hold', () => {
  const odd = { name: '“Curly”\u00A0> ```', words: [',}', '\u200B'] };
  expect(readMended(JSON.stringify(odd))).toEqual({ json: odd, mended: [] });
});

test.each([
  ['curly quotation marks', text.replaceAll('"', '\u201D'), ['marks']],
  ['German quotation marks', text.replace(/"([^"]*)"/g, '\u201E$1\u201C'), ['marks']],
  ['no-break spaces', text.replaceAll(' ', '\u00A0'), ['spaces']],
  ['zero-width characters', text.replaceAll(':', ':\u200B'), ['spaces']],
  ['a byte order mark', `\uFEFF${text}`, ['spaces']],
  ['a code fence', `\`\`\`json\n${text}\n\`\`\``, ['fence']],
  ['words around it', `Here is our policy:\n${text}\nRegards`, ['fence']],
  ['a quoted mail', text.replaceAll(/^/gm, '> '), ['quoting']],
  ['a mail quoted twice', text.replaceAll(/^/gm, '> > '), ['quoting']],
  ['commas after the last entry', text.replaceAll(/\n(\s*[}\]])/g, ',\n$1'), ['commas']],
  ['apostrophes', text.replaceAll('"', "'"), ['apostrophes']],
  ['apostrophes on one line', JSON.stringify(policy).replaceAll('"', "'"), ['apostrophes']],
  ['curly apostrophes', text.replace(/"([^"]*)"/g, '\u2018$1\u2019'), ['apostrophes']],
  ['apostrophes around values alone', text.replaceAll(/: "(\w+)"/g, ": '$1'"), ['apostrophes']],
  ['a JSON text of the policy’s text', JSON.stringify(text), ['text']],
  ['a spreadsheet’s cell', `"${text.replaceAll('"', '""')}"`, ['text']],
  ['the source of a web page', text.replaceAll('"', '&quot;').replaceAll('  ', '&nbsp;&#160;'), ['entities', 'spaces']],
  ['backslashes of Markdown', text.replace('carli', 'carl\\i'), ['escapes']],
  ['a line break within a text', text.replace('a, b', 'a,\n   b'), ['breaks']],
  ['comments', text.replace('"guard"', '// "what" it asks\n  /* at\n all */ "guard"'), ['comments']],
  ['signs of another keyboard', text.replaceAll(/([":\]]),/g, '$1，').replaceAll('":', '"：'), ['signs']],
  ['names without quotation marks', text.replaceAll(/"(\w+)":/g, '$1:'), ['names']],
  [
    'all of it',
    `Hi,\n${`\`\`\`\n${text}\n\`\`\``
      .replaceAll(/\n(\s*[}\]])/g, ',\n$1')
      .replaceAll('"', '\u201C')
      .replaceAll(' ', '\u00A0')}`.replaceAll(/^/gm, '> '),
    ['spaces', 'quoting', 'fence', 'marks', 'commas'],
  ],
])('%s: mended, and told', (_, pasted, mended) => {
  expect(readMended(pasted)).toEqual({ json: policy, mended });
});

test('an apostrophe within a text in apostrophes ends nothing, and quotation marks within it stay', () => {
  expect(readMended(`{'name': 'O'Neill "Main" Library', 'words': ['it\\'s']}`)?.json).toEqual({
    name: 'O\'Neill "Main" Library',
    words: ["it's"],
  });
});

test('what only looks like a comment, a sign or a name within a text stays', () => {
  const odd = { name: 'https://example.org/#a /* b */', words: ['：，', 'a: b', '&amp;'] };
  expect(readMended(`${JSON.stringify(odd)};`)).toEqual({
    json: { ...odd, words: ['：，', 'a: b', '&'] },
    mended: ['entities', 'fence'],
  });
  expect(readMended(JSON.stringify(odd).replace('}', ',}'))?.json).toMatchObject({ name: odd.name });
});

test('damaged text of a hundred thousand signs is looked through as quickly as it is read', () => {
  for (const piece of ['/*', '"\\', '{a', '&#1', '//', "{'"]) expect(readMended(piece.repeat(50_000))).toBeUndefined();
});

test.each(['', 'no policy', '{', '{"a": }', '“', '}{'])('%j is none after mending', (pasted) => {
  expect(readMended(pasted)).toBeUndefined();
});
