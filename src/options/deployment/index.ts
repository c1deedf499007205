import { policyTextKey } from '../../settings/index.ts';
import * as intune from './intune.ts';
import { asciiJson, prettyJson } from './json.ts';
import { multiTextValue, registryFile, settingValue } from './registry.ts';
import { type Browser, factsOf, installEntry, type Way } from './ways.ts';
import { propertyList } from './xml.ts';

export { type Browser, factsOf, isId, isInstallAddress, type Sureness, type Way, ways } from './ways.ts';

/** One text to put somewhere. */
export interface Deployed {
  /** `all`: policy and, where it was asked for, installation; the others hold one of them, or what has to be there first. */
  readonly what: 'all' | 'policy' | 'install' | 'template' | 'script';
  /** Where it goes, by the name that the system has for it; absent where the way's own words say it. */
  readonly place?: string;
  readonly text: string;
}

/** What is to be deployed. */
export interface Wanted {
  readonly id: string;
  /** A policy as exported. */
  readonly policy: Readonly<Record<string, unknown>>;
  /** The policy in one text rather than key by key; some ways take nothing else. */
  readonly whole: boolean;
  /** Where browsers fetch the extension from; absent where it is not to be installed by force. */
  readonly installFrom?: string | undefined;
}

/** Everything that has to be put in place on a way, each text ready to copy. */
export function deployed(way: Way, { id, policy, whole, installFrom }: Wanted): readonly Deployed[] {
  const { browser, shape, wholeOnly } = factsOf(way);
  const text = asciiJson(policy);
  const settings = whole || wholeOnly ? { [policyTextKey]: text } : policy;
  const install = installFrom === undefined ? undefined : { [id]: installEntry(browser, installFrom) };
  switch (shape) {
    case 'registry':
      return [{ what: 'all', text: registry(browser, id, settings, install) }];
    case 'google':
      return [{ what: 'policy', text: prettyJson(inValues(settings)) }];
    case 'json':
      return [{ what: 'all', text: prettyJson(json(browser, id, settings, install)) }];
    case 'plist':
      return propertyLists(browser, id, settings, install);
    case 'intune':
      return [...intunePolicy(browser, id, text), ...(install ? [intuneInstall(browser, install)] : [])];
  }
}

type Settings = Readonly<Record<string, unknown>>;

const vendorKeys = {
  chrome: 'SOFTWARE\\Policies\\Google\\Chrome',
  chromium: 'SOFTWARE\\Policies\\Chromium',
  edge: 'SOFTWARE\\Policies\\Microsoft\\Edge',
  firefox: 'SOFTWARE\\Policies\\Mozilla\\Firefox',
} as const satisfies Record<Browser, string>;

/** The registry key in which a browser looks for the settings of one extension. */
const extensionKey = (browser: Browser, id: string): string =>
  browser === 'firefox'
    ? `${vendorKeys.firefox}\\3rdparty\\Extensions\\${id}`
    : `${vendorKeys[browser]}\\3rdparty\\extensions\\${id}\\policy`;

function registry(browser: Browser, id: string, settings: Settings, install: Settings | undefined): string {
  const values = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, settingValue(value)]));
  const entry = install && (browser === 'firefox' ? multiTextValue(asciiJson(install)) : settingValue(install));
  return registryFile([
    [extensionKey(browser, id), values],
    ...(entry === undefined ? [] : [[vendorKeys[browser], { ExtensionSettings: entry }] as const]),
  ]);
}

/** Google's console alone wraps each value. */
const inValues = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, { Value: value }]));

function json(browser: Browser, id: string, settings: Settings, install: Settings | undefined): Settings {
  const installing = install ? { ExtensionSettings: install } : {};
  if (browser === 'firefox') return { policies: { ...installing, '3rdparty': { Extensions: { [id]: settings } } } };
  return { ...installing, '3rdparty': { extensions: { [id]: settings } } };
}

/** The preference domains of macOS. */
const domains = { chrome: 'com.google.Chrome', chromium: 'org.chromium.Chromium', edge: 'com.microsoft.Edge' } as const;

function propertyLists(
  browser: Browser,
  id: string,
  settings: Settings,
  install: Settings | undefined,
): readonly Deployed[] {
  const installing = install ? { ExtensionSettings: install } : {};
  if (browser === 'firefox') {
    const all = { EnterprisePoliciesEnabled: true, ...installing, '3rdparty': { Extensions: { [id]: settings } } };
    return [{ what: 'all', place: 'org.mozilla.firefox', text: propertyList(all) }];
  }
  const domain = domains[browser];
  return [
    { what: 'policy', place: `${domain}.extensions.${id}`, text: propertyList(settings) },
    ...(install ? [{ what: 'install', place: domain, text: propertyList(installing) } as const] : []),
  ];
}

function intunePolicy(browser: Browser, id: string, text: string): readonly Deployed[] {
  const key = extensionKey(browser, id);
  if (browser === 'edge') return [{ what: 'script', text: intune.script(key, policyTextKey, text) }];
  return [
    { what: 'template', place: intune.templatePlace(browser), text: intune.template(browser, key, policyTextKey) },
    { what: 'policy', place: intune.policyPlace(browser), text: intune.enabledWith('PolicyText', text) },
  ];
}

/** The browsers' own templates, ingested under the browser's name, take the same JSON as everywhere. */
function intuneInstall(browser: Browser, install: Settings): Deployed {
  const under = './Device/Vendor/MSFT/Policy/Config';
  const value = asciiJson(install);
  if (browser === 'firefox') {
    const place = `${under}/Firefox~Policy~firefox~Extensions/ExtensionSettingsOneLine`;
    return { what: 'install', place, text: intune.enabledWith('JSONOneLine', value) };
  }
  const place =
    browser === 'edge'
      ? `${under}/Edge~Policy~microsoft_edge~Extensions/ExtensionSettings`
      : `${under}/Chrome~Policy~googlechrome~Extensions/ExtensionSettings`;
  return { what: 'install', place, text: intune.enabledWith('ExtensionSettings', value) };
}
