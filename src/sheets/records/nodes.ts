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
