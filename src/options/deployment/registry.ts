import { asciiJson } from './json.ts';

/** A value of the Windows registry, as a `.reg` file of version 5 writes it: in ASCII, so that no program reads its letters wrong. */
export type RegistryValue = string;

/** A text as REG_SZ: quoted where it is plain, else as the bytes of its UTF-16 units. */
export function textValue(text: string): RegistryValue {
  if (/[^\x20-\x7e]/.test(text)) return `hex(1):${bytesOf([...unitsOf(text), 0])}`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** One line as REG_MULTI_SZ, the type that Firefox wants for JSON; it ends with an empty text. */
export const multiTextValue = (line: string): RegistryValue => `hex(7):${bytesOf([...unitsOf(line), 0, 0])}`;

/** What Chrome and Edge read as a setting of its type: numbers and yes or no as REG_DWORD, text as text, lists and groups as JSON in a text. */
export function settingValue(value: unknown): RegistryValue {
  if (typeof value === 'number' || typeof value === 'boolean')
    return `dword:${Number(value).toString(16).padStart(8, '0')}`;
  return textValue(typeof value === 'string' ? value : asciiJson(value));
}

/** A `.reg` file of keys below HKEY_LOCAL_MACHINE, each with its values by name. */
export function registryFile(
  keys: readonly (readonly [key: string, values: Readonly<Record<string, RegistryValue>>])[],
): string {
  const parts = keys.flatMap(([key, values]) => [
    '',
    `[HKEY_LOCAL_MACHINE\\${key}]`,
    ...Object.entries(values).map(([name, value]) => `${textValue(name)}=${value}`),
  ]);
  return ['Windows Registry Editor Version 5.00', ...parts, ''].join('\r\n');
}

const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

const bytesOf = (units: readonly number[]): string =>
  units
    .flatMap((unit) => [unit & 0xff, unit >> 8])
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(',');
