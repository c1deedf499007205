import { isObject } from './choices.ts';

/**
 * The managed key that holds a whole policy as JSON text. Chrome and Edge drop a value whose type the schema does not name, and with one
 * such value in an entry of a list the whole list, before we see it; of a text they know nothing, so that all of it arrives here and is judged.
 */
export const policyTextKey = 'policyText';

/**
 * A value of a registry file: a number, a text in which only the backslash and the quotation mark are escaped, or a text as the bytes of
 * its UTF-16 units.
 */
const registryLine =
  /^"(\w+)"=(?:dword:([\da-f]{1,8})|("(?:[^"\\]|\\[\\"])*")|hex\(1\):((?:[\da-f]{2},[\da-f]{2},?)+))$/i;
/** Its first line, the key that the values stand in, and remarks. */
const besideValues = /^(?:Windows Registry Editor Version [\d.]+|REGEDIT4|\[[^\]]*\]|;.*|)$/i;

/**
 * The policy in a registry file as Windows writes and reads it, or a text copied out of one, as JSON. The text as it was where it is none, where a line of it is none
 * that can be read, or where values of two keys stand in it: then something would be lost.
 */
export function registryAsJson(text: string): string {
  if (/^\s*\{\s*\\"/.test(text)) return text.replace(/\\([\\"])/g, '$1');
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const values = lines.map((line) => registryLine.exec(line));
  const isWhole = lines.every((line, at) => values[at] || besideValues.test(line));
  const keys = lines.filter((line) => line.startsWith('['));
  const found = values.filter((value) => value !== null);
  if (!isWhole || keys.length > 1 || found.length === 0) return text;
  const written = found.map(([, name, number, inText, inBytes]): [string, string] => [
    name ?? '',
    number === undefined
      ? asJson(inText === undefined ? textInBytes(inBytes ?? '') : JSON.parse(inText))
      : String(Number.parseInt(number, 16)),
  ]);
  const [only, ...others] = written;
  if (only?.[0] === policyTextKey && others.length === 0) return only[1];
  return `{${written.map(([name, json]) => `"${name}":${json}`).join(',')}}`;
}

/** The low byte of each unit stands first; a zero ends the text. */
const textInBytes = (bytes: string): string =>
  bytes
    .replaceAll(/([\da-f]{2}),([\da-f]{2}),?/gi, (_, low: string, high: string) =>
      String.fromCharCode(Number.parseInt(high + low, 16)),
    )
    .replace(/\0$/, '');

/** A list or a group stands in the registry as a text that holds JSON. */
const asJson = (text: string): string => (/^\s*[[{]/.test(text) ? text : JSON.stringify(text));

/** What browsers' own policy files have around the settings of an extension, from the outside in. */
const wrappers = /^(?:policies|3rdparty|extensions)$/i;

/**
 * The policy within what browsers' policy files, and the Google Admin console, have around it. As it was where anything else stands beside
 * it, which would be lost.
 */
export function unwrapped(json: unknown): unknown {
  if (!isObject(json)) return json;
  const [name = '', ...others] = Object.keys(json);
  const inside = others.length === 0 && wrappers.test(name) ? json[name] : undefined;
  if (isObject(inside)) return /^extensions$/i.test(name) ? ofOnlyExtension(inside, json) : unwrapped(inside);
  const parts = Object.entries(json).map(([key, value]) => [key, valueIn(value)] as const);
  return parts.length > 0 && parts.every(([, value]) => value !== undefined) ? Object.fromEntries(parts) : json;
}

/** Below `extensions` stand the extensions' ids. */
function ofOnlyExtension(byId: Readonly<Record<string, unknown>>, otherwise: unknown): unknown {
  const [only, ...others] = Object.values(byId);
  return others.length === 0 && isObject(only) ? only : otherwise;
}

/** The console writes `{"Value": ...}` for each setting. */
const valueIn = (value: unknown): unknown =>
  isObject(value) && Object.keys(value).length === 1 && Object.hasOwn(value, 'Value') ? value.Value : undefined;
