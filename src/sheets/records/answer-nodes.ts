import type { DocumentFacts, DocumentListener } from './listener.ts';
import { isAttributePlace, isTextName, type Node, type Scalar, withoutMark } from './nodes.ts';

export const textOf = (value: Scalar) => (value === null ? '' : String(value));
/** A place for a text, which may stand one deeper in JSON that a program made of XML. */
export const scalarNode = (scalar: (value: Scalar) => void): Node => ({
  scalar,
  child: (part) => (isTextName(part) ? { scalar } : undefined),
});

/** Tells once that a list of login events begins. */
export function loginPageOnce(listener: DocumentListener): () => void {
  let told = false;
  return () => {
    if (!told) listener.loginPage();
    told = true;
  };
}

const isTotal = (name: string) => withoutMark(name) === 'total_record_count';

/**
 * The node for how many there are in all; `undefined` for another name. In JSON that a program made of XML an attribute has a mark before
 * its name, or a place of its own.
 */
export function totalNode(name: string, take: (total: number) => void): Node | undefined {
  const isPlace = isAttributePlace(name);
  if (!isPlace && !isTotal(name)) return undefined;
  const node = scalarNode((value) => {
    const total = value === null || value === '' ? Number.NaN : Number(value);
    if (Number.isSafeInteger(total)) take(total);
  });
  return isPlace ? { child: (inside) => (isTotal(inside) ? node : undefined) } : node;
}

export function tellLoginTotal(facts: DocumentFacts, total: number): void {
  facts.loginTotal = Math.max(total, facts.loginTotal ?? 0);
}

/** `{errorsExist: true, errorList: {error: [{errorCode}]}}`, in JSON or XML; only the code of the error is taken. */
export function errorNode(listener: DocumentListener): Node {
  let isError = false;
  let code = '';
  const errorPart: Node = {
    child: (name) =>
      name === 'errorCode'
        ? scalarNode((value) => {
            code ||= textOf(value);
          })
        : undefined,
  };
  return {
    child(name) {
      if (name === 'errorsExist') {
        return scalarNode((value) => {
          isError = textOf(value).trim().toLowerCase() === 'true';
        });
      }
      return name === 'errorList' ? { child: (inside) => (inside === 'error' ? errorPart : undefined) } : undefined;
    },
    close() {
      if (isError) listener.errorAnswer(code);
    },
  };
}

/** A row of an answer: the members by name; of a code with its description the description. */
export function rowNode(take: (cells: ReadonlyMap<string, string>) => void): Node {
  const cells = new Map<string, string>();
  return {
    child(name) {
      const set = scalarNode((value) => void cells.set(name, textOf(value)));
      return {
        ...set,
        child: (part) => (part === 'desc' || (isTextName(part) && !cells.get(name)) ? set : undefined),
      };
    },
    close: () => take(cells),
  };
}

/** Login events, one or a list of them under any name: whatever a member holds besides texts is an event of its own. */
export function loginsNode(listener: DocumentListener): Node {
  const cells = new Map<string, string>();
  const node: Node = {
    list() {
      listener.facts.hasLogins = true;
    },
    scalar(value) {
      if (value === null) listener.facts.hasLogins = true;
    },
    child(name) {
      const inAll = totalNode(name, (total) => tellLoginTotal(listener.facts, total));
      if (inAll) return inAll;
      const set = scalarNode((value) => void cells.set(name, textOf(value)));
      let inside: Node | undefined;
      return {
        ...set,
        list: node.list as () => void,
        child(part) {
          // Codes decide.
          if (isTextName(part)) return set;
          if (part === 'desc') return cells.get(name) ? undefined : set;
          inside ??= loginsNode(listener);
          return inside.child?.(part);
        },
        close: () => inside?.close?.(),
      };
    },
    close() {
      if (cells.size === 0) return;
      listener.facts.hasLogins = true;
      listener.loginEvent(cells);
    },
  };
  return node;
}
