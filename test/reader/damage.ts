/** Damages a page as a redraw, a new release or a slow line might: parts are missing, doubled, in another order, relabelled or cut off. */

/** Numbers from 0 to below 1 in an order that the seed alone decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Undo = () => void;

/** One kind of damage to one of the elements. Gives what takes it back. */
type Damage = (element: Element, others: readonly Element[], random: () => number) => Undo;

const pick = <T>(from: readonly T[], random: () => number): T | undefined => from[Math.floor(random() * from.length)];

/** Changes the children of an element and gives what puts the same nodes back in their places. */
function changingChildren(parent: Element | null, change: () => void): Undo {
  const before = [...(parent?.childNodes ?? [])];
  change();
  return () => parent?.replaceChildren(...before);
}

/** Changes the attributes of an element and gives what puts the same ones back, in the same order. */
function changingAttributes(element: Element, change: () => void): Undo {
  const before = [...element.attributes].map(({ name, value }) => [name, value] as const);
  change();
  return () => {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
    for (const [name, value] of before) element.setAttribute(name, value);
  };
}

const withAttribute = (element: Element, name: string, value: string): Undo =>
  changingAttributes(element, () => element.setAttribute(name, value));

/** Texts that no label of a field has, some of them meant to break a reader. */
const strangeTexts = [
  'Kennung',
  'Purge date of the set',
  'Gebruikersgroep',
  '\u202eטקסט',
  '\u0000\uffff\ud800',
  '<b>Status</b>',
  '"]*:not(x',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
  '',
];

/** Ids that may break a selector, or a look-up by name. */
const strangeIds = [
  '"]',
  "\\'",
  'a b',
  '__proto__',
  'toString',
  'pageBean',
  'SELENIUM_ID__ROW__COL_',
  '\u202e',
  '0',
  '',
];

const saysSomething = 'label, label *, th, th *, h2, .pageTitle, a[role="tab"]';

function relabel(element: Element, text: string): Undo {
  return changingChildren(element, () => {
    element.textContent = text;
  });
}

const damages: readonly Damage[] = [
  (element) => changingChildren(element.parentElement, () => element.remove()),
  (element) => changingChildren(element.parentElement, () => element.after(element.cloneNode(true))),
  (element) =>
    changingChildren(element.parentElement, () => {
      const before = element.previousElementSibling;
      if (before) element.after(before);
    }),
  function cutOff(element) {
    const undone: Undo[] = [];
    for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
      const last = at;
      undone.push(
        changingChildren(at.parentElement, () => {
          while (last.nextSibling) last.nextSibling.remove();
        }),
      );
    }
    return () => {
      for (const undo of undone.toReversed()) undo();
    };
  },
  (element) => withAttribute(element, 'class', 'hide'),
  (element) => withAttribute(element, 'dir', 'rtl'),
  (element) => changingAttributes(element, () => element.removeAttribute('id')),
  (element, _, random) => withAttribute(element, 'id', pick(strangeIds, random) ?? ''),
  function takeAnothersId(element, others, random) {
    // A cell's id is all that says which column it is of: under another cell's id it cannot be known.
    const from = pick(
      others.filter((one) => !one.closest('tr')),
      random,
    );
    return withAttribute(element, 'id', from?.id ?? '');
  },
  function relabelOne(_, others, random) {
    const label = pick(
      others.filter((one) => one.children.length === 0 && one.matches(saysSomething)),
      random,
    );
    return label ? relabel(label, pick(strangeTexts, random) ?? '') : () => undefined;
  },
];

/** Exchanges what two labels say. */
const swapLabels: Damage = (_, others, random) => {
  const labels = others.filter((one) => one.children.length === 0 && one.closest('label[for]'));
  const [one, other] = [pick(labels, random), pick(labels, random)];
  if (!one || !other) return () => undefined;
  const [text, otherText] = [one.textContent ?? '', other.textContent ?? ''];
  const undone = [relabel(one, otherText), relabel(other, text)];
  return () => {
    for (const undo of undone) undo();
  };
};

/**
 * Damages what stands below `root` that many times, and gives what mends it again, node for node.
 * `canSwapLabels`: the fields' ids tell them apart as well, so that exchanged labels can be noticed, if that is the only damage.
 */
export function damage(root: Element, times: number, random: () => number, canSwapLabels: boolean): Undo {
  const kinds = canSwapLabels && times === 1 ? [...damages, swapLabels] : damages;
  const undone: Undo[] = [];
  for (let time = 0; time < times; time++) {
    const elements = [...root.querySelectorAll('*')];
    const element = pick(elements, random);
    if (element) undone.push((pick(kinds, random) ?? swapLabels)(element, elements, random));
  }
  return () => {
    for (const undo of undone.toReversed()) undo();
  };
}
