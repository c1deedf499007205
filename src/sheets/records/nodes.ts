/** What a JSON value or an XML text says: XML has texts only. */
export type Scalar = string | number | boolean | null;

/**
 * A place in a document that somebody wants to know about, whatever the document is written in: an object or a list's item of JSON, an
 * element of XML (its attributes come like children of their names). What nobody asks for has no node, and is passed over unkept.
 */
export interface Node {
  /** A member, or an element inside, begins; `undefined`: nothing in it matters. Items of a list come under the list's name, one each. */
  child?(name: string): Node | undefined;
  /** What stands there, where it is no object and no list. */
  scalar?(value: Scalar): void;
  /** A list under this name begins, maybe an empty one. */
  list?(name: string): void;
  /** The place ends. */
  close?(): void;
}

/** How a document is read, piece by piece. */
export interface Source {
  push(piece: string): void;
  /** Tells that the document is over. */
  end(): void;
}

/** Why the rest of a document cannot be read: it ends too early, or it is not well-formed. */
export class BrokenDocument extends Error {
  constructor() {
    super('broken-document');
    this.name = 'BrokenDocument';
  }
}

/** The part of a name behind its namespace's prefix. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/**
 * The same for a name in JSON that a program made of XML, which keeps the prefix (`ns2:user`, `@ns2:desc`), puts the whole namespace before
 * the name (`urn:x:user`, `{urn:x}user`), or keeps where a prefix is declared (`@xmlns:ns2`).
 */
export function localNameInJson(name: string): string {
  const end = Math.max(name.lastIndexOf(':'), name.lastIndexOf('}'));
  if (end === -1) return name;
  const mark = /^(?:@_|[@_-])?/.exec(name)?.[0] ?? '';
  return name.startsWith('xmlns', mark.length) ? `${mark}xmlns` : mark + name.slice(end + 1);
}

/** What programs that make JSON of XML call the text of an element that has attributes, too. */
const textNames: ReadonlySet<string> = new Set([
  ...['value', 'content', 'text', '#text', '_text', '__text', '$text', '$t', '_', '_value', '_VALUE', '$value', ''],
  ...['#cdata-section', '#cdata', '_cdata', '__cdata'],
]);
export const isTextName = (name: string): boolean => textNames.has(name);

/** The name of an attribute without the mark that such programs put before it. */
export const withoutMark = (name: string): string => name.replace(/^(?:\+@|@_|attr_|[@_$-])/, '');

/** Where some of them keep all attributes of an element. */
const attributePlaces: ReadonlySet<string> = new Set(['$', '@', '@attributes', '_attributes', 'attr', 'attrs']);
export const isAttributePlace = (name: string): boolean => attributePlaces.has(name);
