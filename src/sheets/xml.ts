import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** What the scanner tells. Names of the root's namespace come without prefix, others with theirs; texts come raw, see `decodeXml`. */
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

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);

/**
 * The value of an attribute (its name compared without a namespace prefix), decoded; `undefined` when it is not there.
 * Steps from one quoted value to the next, so that nothing inside a value is taken for an attribute.
 */
export function attribute(attributes: string, name: string): string | undefined {
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf('=', at);
    if (equals === -1) return undefined;
    let start = equals + 1;
    while (isSpace(attributes.charCodeAt(start))) start += 1;
    const quote = attributes.charAt(start);
    const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, start + 1) : -1;
    if (end === -1) return undefined;
    let nameEnd = equals;
    while (nameEnd > at && isSpace(attributes.charCodeAt(nameEnd - 1))) nameEnd -= 1;
    const nameStart = nameEnd - name.length;
    if (nameStart >= at && attributes.startsWith(name, nameStart)) {
      const before = attributes.charCodeAt(nameStart - 1);
      if (nameStart === at || before === 58 || isSpace(before)) return decodeXml(attributes.slice(start + 1, end));
    }
    at = end + 1;
  }
}

/** How far the end of a tag that has not arrived yet was looked for: nothing is looked at twice. */
interface Search {
  from: number;
  /** The quote that was open there; '' for none. */
  quote: string;
}

/** Finds the `>` that ends a tag, looking past those inside quoted attributes; -1 when it has not arrived yet. */
function endOfTag(text: string, search: Search): number {
  /** The next `>`, looked for again only behind it; -1 when there is none. */
  let end: number | undefined;
  for (;;) {
    if (search.quote !== '') {
      const close = text.indexOf(search.quote, search.from);
      if (close === -1) {
        search.from = text.length;
        return -1;
      }
      search.quote = '';
      search.from = close + 1;
    }
    if (end === undefined || (end !== -1 && end < search.from)) end = text.indexOf('>', search.from);
    const stop = end === -1 ? text.length : end;
    for (; search.from < stop && search.quote === ''; search.from += 1) {
      const code = text.charCodeAt(search.from);
      if (code === 34 || code === 39) search.quote = text.charAt(search.from);
    }
    if (search.quote === '') return end;
  }
}

/** A workbook has a few dozen names. */
const MOST_NAMES = 1000;
const SHORTEST_DECLARATION = 'xmlns=""'.length;
const DECLARATION = /(?:^|\s)xmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Tells the names of a workbook's own namespace from those of extensions. The root's namespace is the workbook's own, under
 * whatever prefix (and in either edition of the standard); names of others keep their prefix: `x15:workbookPr`.
 */
function createNames() {
  const namespaces = new Map<string, string>();
  /** By the name as it is written; until something is declared anew. */
  const known = new Map<string, string>();
  let own: { prefix: string; namespace: string | undefined } | undefined;
  return {
    /** Takes note of what an element declares. */
    declare(raw: string, attributes: string): void {
      if (attributes.includes('xmlns')) {
        known.clear();
        for (const [, prefix = '', double, single] of attributes.matchAll(DECLARATION)) {
          namespaces.set(prefix, double ?? single ?? '');
        }
      }
      if (own) return;
      const prefix = raw.slice(0, Math.max(0, raw.indexOf(':')));
      own = { prefix, namespace: namespaces.get(prefix) };
      known.clear();
    },
    local(raw: string): string {
      let name = known.get(raw);
      if (name === undefined) {
        name = worked(raw);
        if (known.size < MOST_NAMES) known.set(raw, name);
      }
      return name;
    },
  };

  function worked(raw: string): string {
    const colon = raw.indexOf(':');
    const prefix = colon === -1 ? '' : raw.slice(0, colon);
    if (prefix === own?.prefix) return colon === -1 ? raw : raw.slice(colon + 1);
    const namespace = namespaces.get(prefix);
    // A name without prefix is not told apart where the root has one and nothing is declared for the others.
    const isOwn =
      prefix === ''
        ? namespace === undefined || namespace === own?.namespace
        : namespace !== undefined && namespace === own?.namespace;
    return isOwn ? raw.slice(colon + 1) : raw;
  }
}

/** The choice among alternatives that readers without its extension pass over; its fallback is read. */
const isChoice = (raw: string) => raw.endsWith(':Choice');

/**
 * A scanner for the XML of workbooks, fed in pieces. It knows tags, texts, CDATA, comments and processing instructions;
 * a document type declaration is refused, since workbooks have none and attacks do.
 */
export function createXmlScanner(listener: XmlListener): { push(piece: string): void; end(): void } {
  let rest = '';
  /** How far in `rest` the end of what has begun there was looked for. */
  let search: Search = { from: 0, quote: '' };
  const names = createNames();
  let rootSeen = false;
  let mayDeclare = true;
  let choices = 0;

  function close(raw: string): void {
    if (isChoice(raw)) choices -= 1;
    else if (choices === 0) listener.close(names.local(raw));
  }

  function tag(text: string, start: number, end: number): void {
    if (text.charCodeAt(start) === 47) {
      close(text.slice(start + 1, end).trimEnd());
      return;
    }
    const empty = text.charCodeAt(end - 1) === 47;
    const body = text.slice(start, empty ? end - 1 : end);
    let space = 0;
    while (space < body.length && !isSpace(body.charCodeAt(space))) space += 1;
    if (space === body.length) space = -1;
    const raw = space === -1 ? body : body.slice(0, space);
    const attributes = space === -1 ? '' : body.slice(space + 1);
    // Nearly all pieces of a worksheet declare no namespace: one look at each spares one at each tag.
    if (!rootSeen || (mayDeclare && attributes.length >= SHORTEST_DECLARATION)) names.declare(raw, attributes);
    rootSeen = true;
    if (isChoice(raw)) choices += 1;
    else if (choices === 0) listener.open(names.local(raw), attributes);
    if (empty) close(raw);
  }

  /** Finds a sign that ends something, from where it was looked for before. */
  function find(text: string, sign: string): number {
    const end = text.indexOf(sign, search.from);
    if (end === -1) search.from = Math.max(search.from, text.length - sign.length + 1);
    return end;
  }

  /** Handles `<!...>` and `<?...>`; gives the position after it, or -1 when its end has not arrived yet. */
  function special(text: string, at: number): number {
    if ('<!--'.startsWith(text.slice(at, at + 4)) || '<![CDATA['.startsWith(text.slice(at, at + 9))) {
      const comment = text.startsWith('<!--', at);
      if (!comment && !text.startsWith('<![CDATA[', at)) return -1;
      const opening = comment ? 4 : 9;
      search.from = Math.max(search.from, at + opening);
      const end = find(text, comment ? '-->' : ']]>');
      if (end !== -1 && !comment && choices === 0)
        listener.text(text.slice(at + opening, end).replaceAll('&', '&amp;'));
      return end === -1 ? -1 : end + 3;
    }
    if (text.charCodeAt(at + 1) === 33) throw new Refusal('broken-xml');
    const end = find(text, '?>');
    return end === -1 ? -1 : end + 2;
  }

  function push(piece: string): void {
    const text = rest + piece;
    mayDeclare = text.includes('xmlns');
    let at = 0;
    for (;;) {
      const begun = text.charCodeAt(at) === 60;
      const start = begun ? at : find(text, '<');
      if (start === -1) break;
      if (start > at && choices === 0) listener.text(text.slice(at, start));
      if (!begun) search = { from: start + 1, quote: '' };
      at = start;
      const code = text.charCodeAt(start + 1);
      const isSpecial = code === 33 || code === 63;
      const end = isSpecial ? special(text, start) : endOfTag(text, search);
      if (end === -1) break;
      if (!isSpecial) tag(text, start + 1, end);
      at = isSpecial ? end : end + 1;
      search = { from: text.charCodeAt(at) === 60 ? at + 1 : at, quote: '' };
    }
    rest = text.slice(at);
    search.from -= at;
    if (rest.length > limits.tokenCharacters) throw new Refusal('broken-xml');
  }

  return {
    push,
    end() {
      if (rest.trim() !== '') throw new Refusal('broken-xml');
    },
  };
}
