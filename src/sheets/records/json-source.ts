import { Tokenizer, TokenizerError, TokenType } from '@streamparser/json';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { BrokenDocument, localNameInJson, type Node, type Scalar, type Source } from './nodes.ts';

type Wanted = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end';

export interface JsonListener {
  /** A value in a line of its own could not be read to its end: the next line is read on. */
  brokenLine(): void;
}

/**
 * Reads JSON into nodes: one value, or several one after the other (a line each, or not). Where each stands in a line of its own, a broken
 * one costs that line only; otherwise `BrokenDocument` is thrown.
 */
export function createJsonSource(root: Node, listener: JsonListener): Source {
  let tokens: ReturnType<typeof createTokens>;
  let failed = false;
  /** `undefined`: the first value has not ended yet, and no line either. */
  let inLines: boolean | undefined;
  /** What comes behind a first line that ends within a value: it is kept back until it shows whether that line is a broken one. */
  let held: string | undefined;
  let skipping = false;
  let first = '';

  function begin(): void {
    failed = false;
    tokens = createTokens(root, () => {
      failed = true;
    });
  }
  begin();

  function endOfLine(): void {
    const { isWithin } = tokens.state();
    if (inLines === undefined && first === '{' && isWithin && !failed) held = '';
    else if (inLines === undefined && first !== '') inLines = !isWithin && !failed;
    if (inLines && (isWithin || failed)) breakLine();
  }

  function breakLine(): void {
    listener.brokenLine();
    begin();
  }

  /** Takes a part of one line, or anything where values do not stand in lines. */
  function take(text: string, isEndOfLine: boolean): void {
    if (skipping) {
      skipping = !isEndOfLine;
      return;
    }
    // Programs that add a line to a file may write their mark before it.
    tokens.write(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    first ||= /\S/.exec(text)?.[0] ?? '';
    if (failed && inLines === false) throw new BrokenDocument();
    if (failed && !isEndOfLine) {
      // The first line of all is broken: whether others follow is not known before it ends.
      skipping = true;
      inLines ??= true;
      breakLine();
    } else if (isEndOfLine) {
      if (failed) inLines ??= true;
      endOfLine();
    }
  }

  function takeLines(piece: string): void {
    let at = 0;
    while (inLines !== false && held === undefined && at < piece.length) {
      const end = piece.indexOf('\n', at);
      take(piece.slice(at, end === -1 ? piece.length : end + 1), end !== -1);
      at = end === -1 ? piece.length : end + 1;
    }
    if (held !== undefined) hold(piece.slice(at));
    else if (at < piece.length) take(piece.slice(at), false);
  }

  function hold(piece: string): void {
    held += piece;
    const text = held as string;
    const found =
      text.length > limits.recordTokenCharacters ? 'more' : behindFirstLine(text, tokens.state().isValueWanted);
    if (found === undefined) return;
    held = undefined;
    inLines = found === 'lines';
    if (inLines) breakLine();
    takeLines(text);
  }

  return {
    push(piece) {
      // A sequence of JSON texts (RFC 7464) has a mark before each.
      takeLines(piece.includes('\x1e') ? piece.replaceAll('\x1e', '\n') : piece);
      if (tokens.state().withoutToken > limits.recordTokenCharacters) throw new Refusal('too-large');
    },
    end() {
      if (held !== undefined) tokens.write(held);
      const { isWithin } = tokens.state();
      if (isWithin || failed) throw new BrokenDocument();
    },
  };
}

/**
 * What stands behind a first line that ends within an object: `more` of the same value, or `lines` of which the first is broken. A line
 * that is an object by itself goes on with the value only where a value is wanted, and then no other object may follow without a comma.
 * `undefined`: nothing tells yet.
 */
function behindFirstLine(text: string, isValueWanted: boolean): 'more' | 'lines' | undefined {
  const line = text.trimStart();
  if (line === '') return undefined;
  if (!line.startsWith('{')) return 'more';
  if (!isValueWanted) return 'lines';
  const end = line.indexOf('\n');
  const next = end === -1 ? '' : line.slice(end).trimStart();
  if (next === '') return undefined;
  return line.slice(0, end).trimEnd().endsWith('}') && next.startsWith('{') ? 'lines' : 'more';
}

/** The grammar over the tokens, and what is inside what. Most tokens stand where nobody asks: these are only checked, and nothing is made for them. */
function createTokens(root: Node, onFailure: () => void) {
  /** By level: whether it is a list, the node that is asked for what is in it, and for a list the name under which. */
  const lists: boolean[] = [];
  const nodes: (Node | undefined)[] = [];
  const names: string[] = [];
  let depth = 0;
  /** The outermost level that nobody asks about; 0: none. */
  let passedOver = 0;
  let wanted: Wanted = 'value';
  let name = '';
  /** A value has ended behind which a comma may stand, as some writers end their lines. */
  let isBehindValue = false;
  /** Characters since the last token: no text of a record is as long as a file may be. */
  let withoutToken = 0;
  let failed = false;

  function fail(): void {
    if (failed) return;
    failed = true;
    onFailure();
  }

  const tokenizer = new Tokenizer({ separator: '' });
  // Whatever is thrown inside the tokenizer comes this way, also what its listener throws.
  tokenizer.onError = (problem) => {
    if (!(problem instanceof TokenizerError)) throw problem;
    fail();
  };
  tokenizer.onToken = ({ token, value }) => {
    withoutToken = 0;
    if (!failed) take(token, value as Scalar);
  };

  /** The node for a value that begins here. */
  function nodeHere(): Node | undefined {
    if (depth === 0) return root.child?.('');
    const at = depth - 1;
    return nodes[at]?.child?.(lists[at] ? (names[at] as string) : localNameInJson(name));
  }

  function begin(isList: boolean): void {
    if (depth >= limits.recordDepth) throw new Refusal('too-deep');
    lists[depth] = isList;
    if (passedOver === 0) {
      if (isList) beginList();
      else nodes[depth] = nodeHere();
    }
    depth += 1;
    if (passedOver === 0 && nodes[depth - 1] === undefined) passedOver = depth;
    wanted = isList ? 'value-or-end' : 'name-or-end';
  }

  /** The items of a list belong to the object that the list stands in; those of a list in a list come under the same name. */
  function beginList(): void {
    const at = depth - 1;
    const node = depth === 0 ? root : nodes[at];
    const listName = depth === 0 ? '' : lists[at] ? (names[at] as string) : localNameInJson(name);
    node?.list?.(listName);
    nodes[depth] = node;
    names[depth] = listName;
  }

  function end(isList: boolean): void {
    depth -= 1;
    if (depth < 0 || lists[depth] !== isList) {
      depth = Math.max(depth, 0);
      fail();
      return;
    }
    if (passedOver === 0 && !isList) nodes[depth]?.close?.();
    else if (passedOver > depth) passedOver = 0;
    wanted = depth === 0 ? 'value' : 'comma-or-end';
    isBehindValue = depth === 0;
  }

  function scalar(value: Scalar): void {
    if (passedOver === 0) {
      if (typeof value === 'string' && value.length > limits.recordTokenCharacters) throw new Refusal('too-large');
      const node = nodeHere();
      node?.scalar?.(value);
      node?.close?.();
    }
    wanted = depth === 0 ? 'value' : 'comma-or-end';
    isBehindValue = depth === 0;
  }

  const isValueWanted = () => wanted === 'value' || wanted === 'value-or-end';
  const isNameWanted = () => wanted === 'name' || wanted === 'name-or-end';

  function takeText(value: Scalar): void {
    if (isValueWanted()) scalar(value);
    else if (isNameWanted()) {
      name = value as string;
      wanted = 'colon';
    } else fail();
  }

  function takeEnd(isList: boolean): void {
    if (wanted === 'comma-or-end' || wanted === (isList ? 'value-or-end' : 'name-or-end')) end(isList);
    else fail();
  }

  function take(token: TokenType, value: Scalar): void {
    if (token === TokenType.STRING) takeText(value);
    // One comma too many, before the end of a list or an object, hides nothing.
    else if (token === TokenType.COMMA && wanted === 'comma-or-end')
      wanted = lists[depth - 1] ? 'value-or-end' : 'name-or-end';
    else if (token === TokenType.COMMA && depth === 0 && isBehindValue) isBehindValue = false;
    else if (token === TokenType.COLON && wanted === 'colon') wanted = 'value';
    else if (token === TokenType.RIGHT_BRACE) takeEnd(false);
    else if (token === TokenType.RIGHT_BRACKET) takeEnd(true);
    else if (token === TokenType.COMMA || token === TokenType.COLON || !isValueWanted()) fail();
    else if (token === TokenType.LEFT_BRACE) begin(false);
    else if (token === TokenType.LEFT_BRACKET) begin(true);
    else scalar(value);
  }

  return {
    write(text: string): void {
      withoutToken += text.length;
      if (!failed) tokenizer.write(text);
    },
    state: () => ({ isWithin: depth > 0, isValueWanted: isValueWanted(), withoutToken }),
  };
}
