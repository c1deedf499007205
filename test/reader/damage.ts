/** Damages a page as a redraw, a new release or a slow line might: parts are missing, doubled, in another order, or cut off. */

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

type Damage = (elements: readonly Element[], random: () => number) => void;

const pick = <T>(from: readonly T[], random: () => number): T | undefined => from[Math.floor(random() * from.length)];

const damages: readonly Damage[] = [
  (elements, random) => pick(elements, random)?.remove(),
  (elements, random) => {
    const element = pick(elements, random);
    element?.after(element.cloneNode(true));
  },
  (elements, random) => {
    const element = pick(elements, random);
    const before = element?.previousElementSibling;
    if (element && before) element.after(before);
  },
  (elements, random) => pick(elements, random)?.removeAttribute('id'),
  (elements, random) => pick(elements, random)?.setAttribute('class', 'hide'),
  (elements, random) => {
    const from = pick(elements, random);
    for (let at: Element | null = from ?? null; at && at.tagName !== 'BODY'; at = at.parentElement) {
      while (at.nextSibling) at.nextSibling.remove();
    }
  },
  (elements, random) => {
    const element = pick(
      elements.filter((one) => one.children.length === 0 && one.closest('label')),
      random,
    );
    if (element)
      element.textContent = pick(['Status', 'Kennung', '\u202eטקסט', '', 'Purge date of the set', '<b>'], random) ?? '';
  },
];

/** Damages what stands below `root` that many times. */
export function damage(root: Element, times: number, random: () => number): void {
  for (let time = 0; time < times; time++) {
    pick(damages, random)?.(
      [...root.querySelectorAll('*')].filter((element) => element !== root),
      random,
    );
  }
}
