/** What an attribute is set to: `true` sets it without a value; `false` and `undefined` leave it out. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** What stands in an element. What is not there (`cond && element(...)`) is left out. */
export type Child = Node | string | false | undefined;

function fill<E extends Element>(made: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child !== undefined && child !== false) made.append(child);
  return made;
}

/** Makes an element of the page's document, with its attributes and all that stands in it. Not yet put anywhere. */
export const element = <N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[N] => fill(document.createElement(name), attributes, children);

/** The same for an element of a drawing. */
export const drawing = <N extends 'svg' | 'path'>(
  name: N,
  attributes: Attributes,
  ...children: readonly Child[]
): SVGElementTagNameMap[N] =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElementTagNameMap[N], attributes, children);

/**
 * Makes what stands in `parent` the same as `wanted`, and keeps every element that is in both: with its focus, its listeners, and
 * as open or closed as a person has left it. What has an id or stands for a rule or a field is recognised by that, all else
 * by its kind and place.
 */
export function redraw(parent: Node, wanted: Iterable<Node>): void {
  const left = new Set(parent.childNodes);
  const next = [...wanted].map((node) => {
    const kept = [...left].find((known) => kindOf(known) === kindOf(node));
    if (!kept) return node;
    left.delete(kept);
    adjust(kept, node);
    return kept;
  });
  for (const gone of left) parent.removeChild(gone);
  next.forEach((node, at) => {
    const there = parent.childNodes[at] ?? null;
    if (there !== node) parent.insertBefore(node, there);
  });
}

/** Equal for two nodes that stand for the same thing, as far as can be seen without looking inside. */
function kindOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeName;
  const names = ['id', 'class', 'data-rule', 'data-unread'].map((name) => node.getAttribute(name));
  return [node.nodeName, ...names].join(' ');
}

function adjust(kept: Node, wanted: Node): void {
  if (!(kept instanceof Element && wanted instanceof Element)) {
    if (kept.nodeValue !== wanted.nodeValue) kept.nodeValue = wanted.nodeValue;
    return;
  }
  for (const name of kept.getAttributeNames()) {
    if (name !== 'open' && !wanted.hasAttribute(name)) kept.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (name !== 'open' && kept.getAttribute(name) !== value) kept.setAttribute(name, value);
  }
  redraw(kept, wanted.childNodes);
}
