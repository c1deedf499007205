/** JSON with everything beyond ASCII as `\uXXXX`: whatever a system takes a file's letters for, it reads the same. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON for people to read and change. */
export const prettyJson = (value: unknown): string => JSON.stringify(value, null, 2);
