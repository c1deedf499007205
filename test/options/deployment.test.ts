import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import {
  type Deployed,
  deployed,
  factsOf,
  isId,
  isInstallAddress,
  type Way,
  ways,
} from '../../src/options/deployment/index.ts';
import { textValue } from '../../src/options/deployment/registry.ts';
import { escaped } from '../../src/options/deployment/xml.ts';
import { exportedPolicy } from '../../src/options/policy-text.ts';
import { type Policy, parsePolicy, policies } from '../../src/rules/index.ts';
import { contentOf } from '../house/source.ts';

/** A policy with everything in it that some form has to write otherwise. */
const awkward: Policy = {
  ...structuredClone(policies.carli as Policy),
  name: "Bücherei “Süd” & <Nord> '@ 100% \\",
  institution: { name: '図書館 😀 "A"', prefixes: ['ex\\', "o'", '{x}', '$(y)'] },
  studentGroups: ['Undergraduate', 'מכינה', ']]>'],
  genericWords: [],
  inactiveRolesCount: !policies.carli?.inactiveRolesCount,
  loginWindowDays: 30,
  namedUserLimit: 120,
  rules: { ...policies.carli?.rules, 'generic-account': 'off' },
};
const policy = exportedPolicy(awkward);
const chromiumId = 'abcdefghijklmnopabcdefghijklmnop';
const firefoxId = 'alma-user-guard@example.org';
const idFor = (way: Way) => (factsOf(way).browser === 'firefox' ? firefoxId : chromiumId);
const address = 'https://files.example.org/guard/update.xml?a=1&b="2"';
const allWays = Object.keys(ways) as Way[];
const ofShape = (...shapes: string[]) => allWays.filter((way) => shapes.includes(factsOf(way).shape));

const texts = (way: Way, { whole = false, installFrom }: { whole?: boolean; installFrom?: string } = {}) =>
  deployed(way, { id: idFor(way), policy, whole, installFrom });
const only = (found: readonly Deployed[], what: Deployed['what']): Deployed => {
  const [first, ...others] = found.filter((each) => each.what === what);
  if (!first || others.length > 0) throw new Error(`${found.filter((each) => each.what === what).length} of ${what}`);
  return first;
};
/** What the extension would make of settings that have arrived, key by key or as one text. */
const understood = (settings: Record<string, unknown>) =>
  parsePolicy(settings.policyText === undefined ? settings : String(settings.policyText));

/** Reads a `.reg` file as its format says: key -> name -> value. Numbers stay numbers; several lines become an array. */
function readRegistry(file: string): Record<string, Record<string, unknown>> {
  expect(file).toMatch(/^[\x20-\x7e\r\n]*$/);
  const [head, ...lines] = file.split('\r\n');
  expect(head).toBe('Windows Registry Editor Version 5.00');
  const keys: Record<string, Record<string, unknown>> = {};
  let values: Record<string, unknown> = {};
  for (const line of lines) {
    const key = /^\[HKEY_LOCAL_MACHINE\\(.+)\]$/.exec(line)?.[1];
    const [, name, value] = /^"((?:[^"\\]|\\.)*)"=(.+)$/.exec(line) ?? [];
    if (key) values = keys[key] = {};
    else if (name !== undefined && value !== undefined) values[unquoted(name)] = registryValue(value);
    else expect(line).toBe('');
  }
  return keys;
}

const unquoted = (text: string) => text.replaceAll(/\\(.)/g, '$1');

function registryValue(written: string): unknown {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(written)?.[1];
  if (quoted !== undefined) return unquoted(quoted);
  const [kind, data = ''] = written.split(/:(.*)/s);
  if (kind === 'dword') return Number.parseInt(data, 16);
  const text = Buffer.from(data.replaceAll(',', ''), 'hex').toString('utf16le');
  if (kind === 'hex(1)') return text.replace(/\0$/, '');
  if (kind === 'hex(7)') return text.replace(/\0\0$/, '').split('\0');
  throw new Error(`No value of the registry: ${written}`);
}

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** Reads XML with a parser that had no part in writing it, and is kinder than others: it takes an ampersand that begins nothing. */
function readXml(xml: string): Element {
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Element = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const element = open.at(-1);
        if (element) element.text += text;
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(open).toHaveLength(1);
  return root;
}

/** The value that an element of a property list stands for. */
function plistValue({ name, text, children }: Element): unknown {
  if (name === 'string') return text;
  if (name === 'integer') return Number(text);
  if (name === 'true' || name === 'false') return name === 'true';
  if (name === 'array') return children.map(plistValue);
  if (name !== 'dict') throw new Error(`No part of a property list: ${name}`);
  const entries = children
    .filter((_, at) => at % 2 === 0)
    .map((key, at) => {
      expect(key.name).toBe('key');
      return [key.text, plistValue(children[2 * at + 1] as Element)];
    });
  return Object.fromEntries(entries);
}

function readPlist(xml: string): Record<string, unknown> {
  const [plist] = readXml(xml).children;
  expect(plist).toMatchObject({ name: 'plist', attributes: { version: '1.0' } });
  return plistValue(plist?.children[0] as Element) as Record<string, unknown>;
}

const forcedInChromium = {
  installation_mode: 'force_installed',
  update_url: address,
  override_update_url: true,
};
const shown = { chrome: { toolbar_pin: 'force_pinned' }, edge: { toolbar_state: 'force_shown' } };
const forcedInFirefox = { installation_mode: 'force_installed', install_url: address, default_area: 'navbar' };
const forced = (way: Way) => {
  const { browser } = factsOf(way);
  if (browser === 'firefox') return forcedInFirefox;
  return { ...forcedInChromium, ...shown[browser === 'edge' ? 'edge' : 'chrome'] };
};

describe.each(ofShape('registry'))('as a registry file, %s', (way) => {
  const vendor = {
    chrome_windows: 'Google\\Chrome',
    edge_windows: 'Microsoft\\Edge',
    firefox_windows: 'Mozilla\\Firefox',
  };
  const vendorKey = `SOFTWARE\\Policies\\${vendor[way as keyof typeof vendor]}`;
  const key =
    way === 'firefox_windows'
      ? `${vendorKey}\\3rdparty\\Extensions\\${firefoxId}`
      : `${vendorKey}\\3rdparty\\extensions\\${chromiumId}\\policy`;

  test('one text reads as the same policy again', () => {
    const { [key]: values = {}, ...others } = readRegistry(only(texts(way, { whole: true }), 'all').text);
    expect(others).toEqual({});
    expect(Object.keys(values)).toEqual(['policyText']);
    expect(understood(values)).toEqual({ policy: awkward, problems: [] });
  });

  test('single keys have the types that Chrome and Edge read; Firefox gets one text in any case', () => {
    const values = readRegistry(only(texts(way), 'all').text)[key] ?? {};
    if (way === 'firefox_windows') {
      expect(Object.keys(values)).toEqual(['policyText']);
      return;
    }
    const asRead = Object.entries(policy).map(([name, value]) => {
      const arrived = values[name];
      if (typeof value === 'object') return [name, JSON.parse(String(arrived))];
      return [name, typeof value === 'boolean' ? arrived === 1 : arrived];
    });
    expect(Object.fromEntries(asRead)).toEqual(policy);
    expect(values.loginWindowDays).toBe(30);
    expect(values.inactiveRolesCount).toBe(Number(awkward.inactiveRolesCount));
  });

  test('with the installation beside it', () => {
    const keys = readRegistry(only(texts(way, { installFrom: address }), 'all').text);
    expect(Object.keys(keys).sort()).toEqual([key, vendorKey].sort());
    const setting = keys[vendorKey]?.ExtensionSettings;
    const json = way === 'firefox_windows' ? (setting as string[])[0] : setting;
    expect(Array.isArray(setting)).toBe(way === 'firefox_windows');
    expect(JSON.parse(String(json))).toEqual({ [idFor(way)]: forced(way) });
  });
});

describe.each(ofShape('json'))('as JSON, %s', (way) => {
  const settingsIn = (json: string) => {
    const read = JSON.parse(json);
    return way === 'firefox'
      ? read.policies['3rdparty'].Extensions[firefoxId]
      : read['3rdparty'].extensions[chromiumId];
  };

  test.each([true, false])('reads as the same policy again (one text: %s)', (whole) => {
    const { text } = only(texts(way, { whole }), 'all');
    expect(understood(settingsIn(text))).toEqual({ policy: awkward, problems: [] });
    expect(text).not.toContain('ExtensionSettings');
  });

  test('with the installation beside it', () => {
    const read = JSON.parse(only(texts(way, { installFrom: address }), 'all').text);
    expect((read.policies ?? read).ExtensionSettings).toEqual({ [idFor(way)]: forced(way) });
  });
});

test.each([true, false])('Google’s console gets each value in its wrapper (one text: %s)', (whole) => {
  const [{ text } = { text: '' }, ...others] = texts('google_admin', { whole, installFrom: address });
  expect(others).toEqual([]);
  const wrapped = JSON.parse(text) as Record<string, { Value: unknown }>;
  for (const value of Object.values(wrapped)) expect(Object.keys(value)).toEqual(['Value']);
  const values = Object.fromEntries(Object.entries(wrapped).map(([key, { Value }]) => [key, Value]));
  expect(understood(values)).toEqual({ policy: awkward, problems: [] });
});

describe.each(ofShape('plist'))('as a property list, %s', (way) => {
  const domain = {
    chrome_mac: 'com.google.Chrome',
    edge_mac: 'com.microsoft.Edge',
    firefox_mac: 'org.mozilla.firefox',
  }[way as 'chrome_mac' | 'edge_mac' | 'firefox_mac'];
  const isFirefox = way === 'firefox_mac';

  test.each([true, false])('reads as the same policy again (one text: %s)', (whole) => {
    const { place, text } = only(texts(way, { whole }), isFirefox ? 'all' : 'policy');
    expect(place).toBe(isFirefox ? domain : `${domain}.extensions.${chromiumId}`);
    const read = readPlist(text) as { '3rdparty'?: { Extensions: Record<string, Record<string, unknown>> } };
    const settings = isFirefox ? read['3rdparty']?.Extensions[firefoxId] : (read as Record<string, unknown>);
    expect(understood(settings ?? {})).toEqual({ policy: awkward, problems: [] });
    if (isFirefox) expect(read).toMatchObject({ EnterprisePoliciesEnabled: true });
  });

  test('with the installation in the browser’s own domain', () => {
    const { place, text } = only(texts(way, { installFrom: address }), isFirefox ? 'all' : 'install');
    expect(place).toBe(domain);
    expect(readPlist(text).ExtensionSettings).toEqual({ [idFor(way)]: forced(way) });
  });
});

describe.each(ofShape('intune'))('for Intune, %s', (way) => {
  const dataIn = (value: string) => {
    const [enabled, data] = readXml(value).children;
    expect(enabled?.name).toBe('enabled');
    return { id: data?.attributes.id, value: data?.attributes.value ?? '' };
  };

  test('the policy is one text, in any case', () => {
    const found = texts(way);
    if (way === 'edge_intune') {
      expect(found.map(({ what }) => what)).toEqual(['script']);
      const lines = only(found, 'script').text.split('\r\n');
      // A here-string: everything between these two lines is the text, whatever stands in it.
      const [text = '', ...more] = lines.slice(lines.indexOf("$text = @'") + 1, lines.indexOf("'@"));
      expect(more).toEqual([]);
      expect(lines).toContain(
        `$key = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${chromiumId}\\policy'`,
      );
      expect(understood({ policyText: text })).toEqual({ policy: awkward, problems: [] });
      return;
    }
    expect(found.map(({ what }) => what)).toEqual(['template', 'policy']);
    const { id, value } = dataIn(only(found, 'policy').text);
    expect(understood({ policyText: value })).toEqual({ policy: awkward, problems: [] });
    const [definitions] = readXml(only(found, 'template').text).children.filter(
      ({ name }) => name === 'policyDefinitions',
    );
    const [setting] = definitions?.children.find(({ name }) => name === 'policies')?.children ?? [];
    const [element] = setting?.children.find(({ name }) => name === 'elements')?.children ?? [];
    const key =
      way === 'chrome_intune'
        ? `SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${chromiumId}\\policy`
        : `SOFTWARE\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${firefoxId}`;
    expect(setting?.attributes.key).toBe(key);
    expect(element?.attributes).toMatchObject({ id, valueName: 'policyText' });
    // The place of a setting is made of where its template went, of the category and of the setting.
    const [, app, type] = /ADMXInstall\/(\w+)\/(\w+)\//.exec(only(found, 'template').place ?? '') ?? [];
    const category = setting?.children.find(({ name }) => name === 'parentCategory')?.attributes.ref;
    expect(only(found, 'policy').place).toBe(
      `./Device/Vendor/MSFT/Policy/Config/${app}~${type}~${category}/${setting?.attributes.name}`,
    );
  });

  test('the installation goes by the browser’s own template', () => {
    const { place, text } = only(texts(way, { installFrom: address }), 'install');
    expect(place).toMatch(
      /^\.\/Device\/Vendor\/MSFT\/Policy\/Config\/(?:Chrome|Edge|Firefox)~Policy~\w+~Extensions\/ExtensionSettings/,
    );
    expect(JSON.parse(dataIn(text).value)).toEqual({ [idFor(way)]: forced(way) });
  });
});

test('from a store the address is the store’s, and not overridden', () => {
  const store = 'https://edge.microsoft.com/extensionwebstorebase/v1/crx';
  const read = JSON.parse(only(texts('edge_linux', { installFrom: store }), 'all').text);
  expect(read.ExtensionSettings[chromiumId]).not.toHaveProperty('override_update_url');
});

describe('whatever somebody types', () => {
  // A text of the registry ends at a zero.
  const anyText = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', ''));

  test('comes out of a registry file as it went in', () => {
    fc.assert(fc.property(anyText, (text) => registryValue(textValue(text)) === text));
  });

  test('comes out of XML as it went in, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const [element] = readXml(`<a b="${escaped(text)}">${escaped(text)}</a>`).children;
        expect(element).toMatchObject({ text, attributes: { b: text } });
      }),
    );
    expect(escaped('a\0b\ud800c\ufffed')).toBe('abcd');
    expect(readXml(`<a>${escaped('&lt; &amp;lt; & ]]>')}</a>`).children[0]?.text).toBe('&lt; &amp;lt; & ]]>');
  });
});

test.each([
  [chromiumId, 'chrome', true],
  [chromiumId.toUpperCase(), 'edge', false],
  ['abc', 'chrome', false],
  [firefoxId, 'chrome', false],
  [firefoxId, 'firefox', true],
  ['{01234567-89ab-cdef-0123-456789abcdef}', 'firefox', true],
  [']\r\n[HKEY_LOCAL_MACHINE', 'firefox', false],
] as const)('%s as an id in %s: %s', (id, browser, fits) => expect(isId(id, browser)).toBe(fits));

test.each([
  [address, true],
  ['file:///opt/guard/update.xml', true],
  ['http://files.example.org/update.xml', false],
  ['files.example.org', false],
  ['https://', false],
  ['https://files.example.org/a b', false],
])('%s as an address to install from: %s', (given, fits) => expect(isInstallAddress(given)).toBe(fits));

test('the guide says of each way how sure it is, as the page does', () => {
  const guide = contentOf('.github/documentation/deployment.md');
  const table = [
    ...guide.matchAll(/^\| ([^|]+) \| (tested|tried by hand|from documentation|from other projects) \|$/gm),
  ];
  const labels = JSON.parse(contentOf('src/texts/en/options.json'));
  const words = {
    tested: 'tested',
    by_hand: 'tried by hand',
    documented: 'from documentation',
    projects: 'from other projects',
  };
  expect(table.map(([, label, sure]) => [label, sure])).toEqual(
    allWays.map((way) => [labels[`options_admin_${way}`], words[factsOf(way).sureness]]),
  );
});
