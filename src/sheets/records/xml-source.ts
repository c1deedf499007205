import { Parser } from 'htmlparser2';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { BrokenDocument, localName, type Node, type Source } from './nodes.ts';

/** An element that a node wants to know about. */
interface Open {
  node: Node;
  text: string;
}

/**
 * Reads XML into nodes, names without their prefixes. A document that defines words of its own is refused (`xml-definitions`): no entity
 * but the five of XML itself and characters by number is known. Throws `BrokenDocument` where an element does not end with its own tag,
 * as it is in a file that was cut off.
 */
export function createXmlSource(root: Node): Source {
  const open: Open[] = [{ node: root, text: '' }];
  /** Elements inside the outermost one that nobody wants to know about. */
  let passedOver = 0;
  let depth = 0;
  let withoutEvent = 0;
  /** Where the last tag that opened an element ends. */
  let openedAt = -1;

  const parser = new Parser(
    {
      onopentagname(name) {
        withoutEvent = 0;
        depth += 1;
        if (depth > limits.recordDepth) throw new Refusal('too-deep');
        const node = passedOver > 0 ? undefined : (open.at(-1) as Open).node.child?.(localName(name));
        if (node) open.push({ node, text: '' });
        else passedOver += 1;
      },
      onattribute(name, value) {
        if (value.length > limits.recordTokenCharacters) throw new Refusal('too-large');
        if (passedOver === 0 && !name.startsWith('xmlns'))
          tellAttribute((open.at(-1) as Open).node, localName(name), value);
      },
      onopentag() {
        openedAt = parser.endIndex;
      },
      ontext(text) {
        withoutEvent = 0;
        if (passedOver > 0) return;
        const inside = open.at(-1) as Open;
        inside.text += text;
        if (inside.text.length > limits.recordTokenCharacters) throw new Refusal('too-large');
      },
      onclosetag(_, isImplied) {
        withoutEvent = 0;
        depth -= 1;
        // The parser closes by itself what has no end: nothing in it is sure. `<x/>` ends where it opens.
        if (isImplied && parser.endIndex !== openedAt) throw new BrokenDocument();
        if (passedOver > 0) {
          passedOver -= 1;
          return;
        }
        const { node, text } = open.pop() as Open;
        const trimmed = text.trim();
        if (trimmed !== '') node.scalar?.(ownCopy(trimmed));
        node.close?.();
      },
      onprocessinginstruction(name, data) {
        // A document type alone defines nothing. What another place may define is not fetched, and so not known.
        const isNoDefinition = /^!doctype$/i.test(name) && !/\[|\s(?:system|public)\s/i.test(data);
        if (name.startsWith('!') && !isNoDefinition) throw new Refusal('xml-definitions');
      },
    },
    { xmlMode: true },
  );

  return {
    push(piece) {
      parser.write(piece);
      withoutEvent += piece.length;
      if (withoutEvent > limits.recordTokenCharacters) throw new Refusal('too-large');
    },
    end() {
      parser.end();
    },
  };
}

/** A part of a long text keeps all of that text in memory, a part of a new short one does not: a file of 120 MB stayed there whole. */
const ownCopy = (text: string) => ` ${text}`.slice(1);

function tellAttribute(node: Node, name: string, value: string): void {
  const child = node.child?.(name);
  child?.scalar?.(ownCopy(value));
  child?.close?.();
}
