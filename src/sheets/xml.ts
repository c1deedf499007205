import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** What the scanner tells. Names come without their namespace prefix; texts come raw, see `decodeXml`. */
export interface XmlListener {
  /** `attributes` is the raw text after the name, see `attribute`; an empty element is told as open and close. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the five named and all numeric character references; anything else stays as it stands (no entity is ever expanded). */
export function decodeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The value of an attribute (its name compared without a namespace prefix), decoded; `undefined` when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > 32 && before !== 58) continue;
    const value = quotedValue(attributes, at + name.length);
    if (value !== undefined) return decodeXml(value);
  }
  return undefined;
}

/** The text in quotes behind `=`; the plain form without spaces is looked at first, for there are millions of it. */
function quotedValue(attributes: string, at: number): string | undefined {
  const quote = attributes[at + 1];
  if (attributes[at] === '=' && (quote === '"' || quote === "'")) {
    const end = attributes.indexOf(quote, at + 2);
    return end === -1 ? undefined : attributes.slice(at + 2, end);
  }
  const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at));
  return match ? (match[1] ?? match[2] ?? '') : undefined;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Finds the `>` that ends a tag, looking past those inside quoted attributes; -1 when it has not arrived yet. */
function endOfTag(text: string, start: number): number {
  let end = text.indexOf('>', start);
  while (end !== -1) {
    let quote = 0;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (quote === 0 && (code === 34 || code === 39)) quote = code;
      else if (code === quote) quote = 0;
    }
    if (quote === 0) return end;
    end = text.indexOf('>', end + 1);
  }
  return -1;
}

/**
 * A scanner for the XML of workbooks, fed in pieces. It knows tags, texts, CDATA, comments and processing instructions;
 * a document type declaration is refused, since workbooks have none and attacks do.
 */
export function createXmlScanner(listener: XmlListener): { push(piece: string): void; end(): void } {
  let rest = '';

  function tag(text: string, start: number, end: number): void {
    if (text.charCodeAt(start) === 47) {
      listener.close(localName(text.slice(start + 1, end).trimEnd()));
      return;
    }
    const empty = text.charCodeAt(end - 1) === 47;
    const body = text.slice(start, empty ? end - 1 : end);
    const space = body.search(/\s/);
    const name = localName(space === -1 ? body : body.slice(0, space));
    listener.open(name, space === -1 ? '' : body.slice(space + 1));
    if (empty) listener.close(name);
  }

  /** Handles `<!...>` and `<?...>`; gives the position after it, or -1 when its end has not arrived yet. */
  function special(text: string, at: number): number {
    if ('<!--'.startsWith(text.slice(at, at + 4)) || '<![CDATA['.startsWith(text.slice(at, at + 9))) {
      const comment = text.startsWith('<!--', at);
      if (!comment && !text.startsWith('<![CDATA[', at)) return -1;
      const end = text.indexOf(comment ? '-->' : ']]>', at);
      if (end !== -1 && !comment) listener.text(text.slice(at + 9, end).replaceAll('&', '&amp;'));
      return end === -1 ? -1 : end + 3;
    }
    if (text.charCodeAt(at + 1) === 33) throw new Refusal('broken-xml');
    const end = text.indexOf('?>', at);
    return end === -1 ? -1 : end + 2;
  }

  function push(piece: string): void {
    const text = rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start === -1) break;
      if (start > at) listener.text(text.slice(at, start));
      at = start;
      const code = text.charCodeAt(start + 1);
      if (code === 33 || code === 63) {
        const after = special(text, start);
        if (after === -1) break;
        at = after;
        continue;
      }
      const end = endOfTag(text, start + 1);
      if (end === -1) break;
      tag(text, start + 1, end);
      at = end + 1;
    }
    rest = text.slice(at);
    if (rest.length > limits.tokenCharacters) throw new Refusal('broken-xml');
  }

  return {
    push,
    end() {
      if (rest.trim() !== '') throw new Refusal('broken-xml');
    },
  };
}
