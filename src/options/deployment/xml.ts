/** Text as it may stand in an element or between quotation marks of XML 1.0; what XML cannot hold at all is left out. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 cannot hold.
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);

/** A property list of macOS with a dictionary at its top. `undefined` and `null` have no form there and are left out. */
export const propertyList = (values: Readonly<Record<string, unknown>>): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...linesOf(values, ''),
    '</plist>',
    '',
  ].join('\n');

function linesOf(value: unknown, indent: string): string[] {
  if (typeof value === 'boolean') return [`${indent}<${value}/>`];
  if (typeof value === 'number') {
    const kind = Number.isInteger(value) ? 'integer' : 'real';
    return [`${indent}<${kind}>${value}</${kind}>`];
  }
  if (typeof value === 'string') return [`${indent}<string>${escaped(value)}</string>`];
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return wrapped(
      'array',
      value.flatMap((each) => linesOf(each, inner)),
      indent,
    );
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).flatMap(([key, each]) => {
    const lines = linesOf(each, inner);
    return lines.length === 0 ? [] : [`${inner}<key>${escaped(key)}</key>`, ...lines];
  });
  return wrapped('dict', entries, indent);
}

const wrapped = (name: string, lines: readonly string[], indent: string): string[] =>
  lines.length === 0 ? [`${indent}<${name}/>`] : [`${indent}<${name}>`, ...lines, `${indent}</${name}>`];
