import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { readTexts } from '../../src/build/locales.ts';
import { contentOf, root, scriptsUnder, withoutComments } from './source.ts';

const languages = readTexts(`${root}/src/texts`);
const english = languages.get('en') ?? {};
const withoutPlural = (key: string) => key.replace(/__(?:zero|one|two|few|many|other)$/, '');
/** The keys as code asks for them: a text with plural forms has one. */
const keys = new Set(Object.keys(english).map(withoutPlural));

const code = scriptsUnder('src/')
  .filter((file) => !file.startsWith('src/build/'))
  .map((file) => ({ file, script: withoutComments(contentOf(file)) }));
const allCode = code.map(({ script }) => script).join('\n');
const literals = new Set(
  [...allCode.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, single, double]) => single ?? double ?? ''),
);

/** Template texts that may make a key, as patterns; an expression stands for part of a key. */
const templates = [...allCode.matchAll(/`([a-z0-9_]*\$\{[^`]*)`/g)].flatMap(([, template = '']) => {
  const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
  return parts.every((part) => /^[a-z0-9_]*$/.test(part)) && parts.some((part) => part.includes('_')) ? [parts] : [];
});

/** Whether a template could give the key: whole when it begins with words of its own, else with a literal of the code in front. */
function couldGive(parts: readonly string[], key: string): boolean {
  const [first = '', ...rest] = parts;
  const pattern = new RegExp(`^(.+)${rest.join('.+')}$`);
  if (first !== '') return new RegExp(`^${parts.join('.+')}$`).test(key);
  const stem = pattern.exec(key)?.[1];
  return stem !== undefined && literals.has(stem);
}

const placeholders = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

test('there are texts and code to look at', () => {
  expect(keys.size).toBeGreaterThan(50);
  expect(templates.length).toBeGreaterThan(0);
});

test('keys are names, and no two differ in capitals alone (browsers ignore them)', () => {
  expect(Object.keys(english).filter((key) => !/^[a-z]\w+$/.test(key))).toEqual([]);
  expect(new Set(Object.keys(english).map((key) => key.toLowerCase())).size).toBe(Object.keys(english).length);
});

test('every text that the code asks for by name exists', () => {
  const missing = code.flatMap(({ file, script }) =>
    [...script.matchAll(/\bsay\(\s*(?:'([^']*)'|"([^"]*)")/g)]
      .map(([, single, double]) => single ?? double ?? '')
      .filter((key) => !keys.has(key))
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('every text is used', () => {
  const inManifest = JSON.stringify(manifest);
  const unused = [...keys].filter(
    (key) =>
      !literals.has(key) && !inManifest.includes(`__MSG_${key}__`) && !templates.some((parts) => couldGive(parts, key)),
  );
  expect(unused).toEqual([]);
});

test('a text with plural forms has the form for every other number', () => {
  const plural = Object.keys(english).filter((key) => key !== withoutPlural(key));
  expect(plural.map(withoutPlural).filter((key) => english[`${key}__other`] === undefined)).toEqual([]);
});

test.each([...languages.keys()].filter((language) => language !== 'en'))(
  '%s has every text and no other',
  (language) => {
    const theirs = new Set(Object.keys(languages.get(language) ?? {}).map(withoutPlural));
    expect([...keys].filter((key) => !theirs.has(key))).toEqual([]);
    expect([...theirs].filter((key) => !keys.has(key))).toEqual([]);
  },
);

test('the same placeholders stand in every language and in every plural form', () => {
  const all = [...languages].flatMap(([language, catalogue]) =>
    Object.entries(catalogue).map(([key, text]) => ({ language, key, text, stem: withoutPlural(key) })),
  );
  const wanted = (stem: string) => {
    const forms = Object.keys(english).filter((key) => withoutPlural(key) === stem);
    return new Set(forms.flatMap((key) => [...placeholders(english[key] ?? '')]));
  };
  const wrong = all.filter(({ stem, text, key }) => {
    const own = placeholders(text);
    const expected = wanted(stem);
    // "The one role that counts" need not repeat the number nor list the others.
    const mayLeaveOut = key.endsWith('__one');
    return (
      (!mayLeaveOut && [...expected].some((name) => !own.has(name))) || [...own].some((name) => !expected.has(name))
    );
  });
  expect(wrong.map(({ language, key }) => `${language}: ${key}`)).toEqual([]);
});
