import { type Day, parseDay } from '../../record/index.ts';

/** Anything that `JSON.parse` may give. */
export type Json = unknown;

/** An object's own members, or none: never what stands on a prototype. */
export function objectIn(json: Json): Readonly<Record<string, Json>> {
  const own: Record<string, Json> = Object.create(null);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return own;
  for (const [key, value] of Object.entries(json)) own[key] = value;
  return own;
}

/** The items of a list that a reader can use; nothing for what is no list. */
export function listIn<T>(json: Json, reader: (item: Json) => T | undefined): T[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((item: Json) => {
    const found = reader(item);
    return found === undefined ? [] : [found];
  });
}

export const textIn = (json: Json): string | undefined => (typeof json === 'string' ? json : undefined);
export const numberIn = (json: Json): number | undefined =>
  typeof json === 'number' && Number.isFinite(json) ? json : undefined;
export const dayIn = (json: Json): Day | undefined => parseDay(json);

/** The value if it is one of those allowed. */
export const oneOf = <T extends string>(json: Json, allowed: readonly T[]): T | undefined =>
  allowed.find((value) => value === json);
