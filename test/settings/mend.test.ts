import { expect, test } from 'vitest';
import { deployed } from '../../src/options/deployment/index.ts';
import { whyUnread } from '../../src/settings/lines.ts';
import { readMended } from '../../src/settings/mend.ts';

const policy = { base: 'carli', genericWords: ['a, b', 'it’s'], guard: { delete: 'tell' } };
const text = JSON.stringify(policy, null, 2);

const numbered = (lines: string, mark: (n: number) => string): string =>
  lines
    .split('\n')
    .map((line, at) => `${mark(at + 1)}${line}`)
    .join('\n');

const escaped = (json: string): string => json.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

test('what is JSON is taken as it stands, whatever its values hold', () => {
  const odd = { name: '“Curly”\u00A0> ```', words: [',}', '\u200B'] };
  expect(readMended(JSON.stringify(odd))).toEqual({ json: odd, mended: [], twice: [] });
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
  ['line numbers', numbered(text, (n) => `${n}  `), ['numbers']],
  ['line numbers from the middle of a file, with bars', numbered(text, (n) => `  ${n + 98} | `), ['numbers']],
  ['line numbers with colons', numbered(text, (n) => `${n}:`), ['numbers']],
  ['line numbers on lines of their own', numbered(text, (n) => `${n}\n`), ['numbers']],
  ['a new file of a comparison', text.replaceAll(/^/gm, '+'), ['comparison']],
  [
    'a comparison of two versions',
    `--- a/policy.json\n+++ b/policy.json\n@@ -1,9 +1,9 @@\n${text.replaceAll(/^/gm, ' ')}`.replace(
      '   "base"',
      '-  "base": "wrlc",\n+  "base"',
    ),
    ['comparison'],
  ],
  ['no comma between settings', text.replaceAll(/,$/gm, ''), ['between']],
  ['a line of a registry file', `"policyText"="${escaped(JSON.stringify(policy))}"`, ['registry']],
  ['a text out of a registry file', escaped(JSON.stringify(policy)), ['registry']],
  [
    'what a program in Python prints',
    JSON.stringify({ ...policy, on: true, off: false, nothing: null })
      .replaceAll('"', "'")
      .replace('true', 'True')
      .replace('false', 'False')
      .replace('null', 'None'),
    ['apostrophes'],
    { ...policy, on: true, off: false, nothing: null },
  ],
  [
    'curly marks that are meant',
    `${JSON.stringify({ name: 'The “Main” Library' }).slice(0, -1)},}`,
    ['commas'],
    { name: 'The “Main” Library' },
  ],
  [
    'Firefox’s policies',
    JSON.stringify({ policies: { '3rdparty': { Extensions: { 'x@example.org': policy } } } }),
    ['wrapping'],
  ],
  ['Chromium’s policies', JSON.stringify({ '3rdparty': { extensions: { abcdefgh: policy } } }), ['wrapping']],
  [
    'the Google Admin console',
    JSON.stringify({ base: { Value: 'carli' }, guard: { Value: policy.guard } }),
    ['wrapping'],
    { base: 'carli', guard: policy.guard },
  ],
  [
    'all of it',
    `Hi,\n${`\`\`\`\n${text}\n\`\`\``
      .replaceAll(/\n(\s*[}\]])/g, ',\n$1')
      .replaceAll('"', '\u201C')
      .replaceAll(' ', '\u00A0')}`.replaceAll(/^/gm, '> '),
    ['spaces', 'quoting', 'fence', 'marks', 'commas'],
  ],
] as [string, string, string[], unknown?][])('%s: mended, and told', (_, pasted, mended, json = policy) => {
  expect(readMended(pasted)).toEqual({ json, mended, twice: [] });
});

test.each(['chrome_windows', 'edge_windows', 'google_admin', 'chrome_linux', 'firefox', 'firefox_windows'] as const)(
  'what the options give for %s is read back',
  (way) => {
    const given = { ...policy, namedUserLimit: 120, name: 'The "Main" \\ Library, 図書館' };
    for (const whole of [false, true]) {
      const [{ text: toDeploy } = { text: '' }] = deployed(way, { id: 'abc@example.org', policy: given, whole });
      const json = readMended(toDeploy)?.json as { policyText?: string } | undefined;
      expect(json?.policyText === undefined ? json : JSON.parse(json.policyText)).toEqual(given);
    }
  },
);

test('a name that stands twice in one group is told: JSON forgets the first', () => {
  const list = (name: string, ...words: string[]) => `"${name}": ${JSON.stringify(words)}`;
  const pasted = `{${list('testWords', 'a')}, "guard": {"delete": "tell", "delete": "hold"}, ${list('test\\u0057ords', '{"x": 1}')}}`;
  expect(readMended(pasted)).toEqual({
    json: { testWords: ['{"x": 1}'], guard: { delete: 'hold' } },
    mended: [],
    twice: ['delete', 'testWords'],
  });
  expect(readMended(`${pasted};`)?.twice).toEqual(['delete', 'testWords']);
  expect(readMended('{"protectedAccounts": [{"value": "a"}, {"value": "b"}], "name": "value"}')?.twice).toEqual([]);
});

test.each([
  ['empty', ' \n'],
  ['several', `${text}\n${text}`],
  ['several', `First:\n${text}\nSecond:\n{"base": "wrlc"}`],
  ['cut', text.slice(0, -20)],
  ['cut', `{"name": "a } of it`],
  [
    'registry',
    `[HKEY_LOCAL_MACHINE\\x\\policy]\r\n"base"="carli"\r\n[HKEY_LOCAL_MACHINE\\x\\policy\\testWords]\r\n"1"="a"`,
  ],
  ['registry', `Windows Registry Editor Version 5.00\r\n"base"="carli"\r\n"testWords"=hex(7):61,00`],
  ['other', 'base: carli\nversion: 1'],
  ['other', '{"name": "a"; "base": "carli"}'],
])('%s: not read, and why', (why, pasted) => {
  expect(readMended(pasted)).toBeUndefined();
  expect(whyUnread(pasted)).toBe(why);
});

test.each([
  ['numbers that are meant', '[1,\n2,\n3]'],
  ['a list within a text', JSON.stringify({ name: '[HKEY_X] "a"="b"', words: ['1 a', '+ b', '- c'] }, null, 1)],
  ['a setting beside the browser’s', JSON.stringify({ policies: { '3rdparty': {} }, base: 'carli' })],
  ['settings of two extensions', JSON.stringify({ extensions: { a: policy, b: policy } })],
  ['one that is no wrapped value', JSON.stringify({ base: { Value: 'carli' }, guard: policy.guard })],
])('%s: taken as it stands', (_, pasted) => {
  const { json, mended } = readMended(pasted) ?? {};
  expect(JSON.stringify(json)).toBe(JSON.stringify(JSON.parse(pasted)));
  expect(mended).toEqual([]);
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
    twice: [],
  });
  expect(readMended(JSON.stringify(odd).replace('}', ',}'))?.json).toMatchObject({ name: odd.name });
});

test('damaged text of a hundred thousand signs is looked through as quickly as it is read', () => {
  for (const piece of ['/*', '"\\', '{a', '&#1', '//', "{'", '}\n', '1\n', '+\n', '"a"=', '{\\"', '"a"\n'])
    expect(readMended(piece.repeat(50_000))).toBeUndefined();
});

test.each(['', 'no policy', '{', '{"a": }', '“', '}{'])('%j is none after mending', (pasted) => {
  expect(readMended(pasted)).toBeUndefined();
});
