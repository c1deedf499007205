import { Tokenizer, TokenizerError, TokenType } from '@streamparser/json';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { BrokenDocument, type Node, type Scalar, type Source } from './nodes.ts';

/** An object or a list that has begun. */
interface Open {
  isList: boolean;
  /** For a list: the node that asks for its items, under `name`. */
  node: Node | undefined;
  name: string;
}

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
  let skipping = false;
  let anything = false;

  function begin(): void {
    failed = false;
    tokens = createTokens(root, () => {
      failed = true;
    });
  }
  begin();

  function endOfLine(): void {
    const { isWithin } = tokens.state();
    if (inLines === undefined && anything) inLines = !isWithin && !failed;
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
    tokens.write(text);
    anything ||= /\S/.test(text);
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

  return {
    push(piece) {
      let at = 0;
      while (inLines !== false && at < piece.length) {
        const end = piece.indexOf('\n', at);
        take(piece.slice(at, end === -1 ? piece.length : end + 1), end !== -1);
        at = end === -1 ? piece.length : end + 1;
      }
      if (at < piece.length) take(piece.slice(at), false);
      if (tokens.state().withoutToken > limits.recordTokenCharacters) throw new Refusal('too-large');
    },
    end() {
      const { isWithin } = tokens.state();
      if (!isWithin && !failed) return;
      if (inLines) listener.brokenLine();
      throw new BrokenDocument();
    },
  };
}

/** The grammar over the tokens, and what is inside what. */
function createTokens(root: Node, onFailure: () => void) {
  const open: Open[] = [];
  let wanted: Wanted = 'value';
  let name = '';
  /** Characters since the last token: no text of a record is as long as a file may be. */
  let withoutToken = 0;
  let failed = false;

  function fail(): void {
    if (failed) return;
    failed = true;
    onFailure();
  }

  function push(one: Open): void {
    open.push(one);
    if (open.length > limits.recordDepth) throw new Refusal('too-deep');
  }

  const tokenizer = new Tokenizer({ separator: '' });
  // Whatever is thrown inside the tokenizer comes this way, also what its listener throws.
  tokenizer.onError = (problem) => {
    if (!(problem instanceof TokenizerError)) throw problem;
    fail();
  };
  tokenizer.onToken = ({ token, value }) => {
    withoutToken = 0;
    if (typeof value === 'string' && value.length > limits.recordTokenCharacters) throw new Refusal('too-large');
    if (!failed) take(token, value as Scalar);
  };

  /** The node for a value that begins here. */
  function nodeHere(): Node | undefined {
    const inside = open.at(-1);
    if (!inside) return root.child?.('');
    return inside.node?.child?.(inside.isList ? inside.name : name);
  }

  function begin(isList: boolean): void {
    const inside = open.at(-1);
    if (isList) {
      const node = inside ? inside.node : root;
      const listName = inside?.isList ? inside.name : inside ? name : '';
      node?.list?.(listName);
      push({ isList, node, name: listName });
    } else push({ isList, node: nodeHere(), name: '' });
    wanted = isList ? 'value-or-end' : 'name-or-end';
  }

  function end(isList: boolean): void {
    const ended = open.pop();
    if (ended?.isList !== isList) fail();
    else if (!isList) ended.node?.close?.();
    wanted = open.length === 0 ? 'value' : 'comma-or-end';
  }

  function scalar(value: Scalar): void {
    const node = nodeHere();
    if (node) {
      node.scalar?.(value);
      node.close?.();
    }
    wanted = open.length === 0 ? 'value' : 'comma-or-end';
  }

  function takeValue(token: TokenType, value: Scalar): void {
    if (token === TokenType.LEFT_BRACE) begin(false);
    else if (token === TokenType.LEFT_BRACKET) begin(true);
    else if (token >= TokenType.TRUE && token <= TokenType.NUMBER) scalar(value);
    else fail();
  }

  function takeName(token: TokenType, value: Scalar): void {
    if (token !== TokenType.STRING) fail();
    name = String(value);
    wanted = 'colon';
  }

  function take(token: TokenType, value: Scalar): void {
    const isEnd = token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET;
    if (isEnd && (wanted === 'value-or-end' || wanted === 'name-or-end' || wanted === 'comma-or-end')) {
      end(token === TokenType.RIGHT_BRACKET);
    } else if (wanted === 'value' || wanted === 'value-or-end') takeValue(token, value);
    else if (wanted === 'name' || wanted === 'name-or-end') takeName(token, value);
    else if (wanted === 'colon' && token === TokenType.COLON) wanted = 'value';
    else if (wanted === 'comma-or-end' && token === TokenType.COMMA) wanted = open.at(-1)?.isList ? 'value' : 'name';
    else fail();
  }

  return {
    write(text: string): void {
      withoutToken += text.length;
      if (!failed) tokenizer.write(text);
    },
    state: () => ({ isWithin: open.length > 0, withoutToken }),
  };
}
