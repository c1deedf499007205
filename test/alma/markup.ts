/** A start tag of the stand-in's own markup, which always quotes attributes with `"` and escapes what stands in them. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** Every start tag in the order of the document. */
export function tagsIn(markup: string): Tag[] {
  return [...markup.matchAll(/<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, unescaped(value)]),
    ),
  }));
}

/** Every text between tags, without the space around it; empty ones left out. */
export const textsIn = (markup: string): string[] =>
  markup
    .split(/<[^>]*>/)
    .map((text) => unescaped(text).trim())
    .filter((text) => text !== '');

/** What lies between the start of each element of that name and its end; the elements must not contain one another. */
export const partsIn = (markup: string, name: 'table' | 'tr'): string[] =>
  [...markup.matchAll(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, 'g'))].map(([part]) => part);
