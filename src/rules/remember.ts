/**
 * Remembers what was last made of a list, for as long as the list lives. A policy may be edited in place, so each time
 * the list is compared with what it held then: that is quick, and what is made of it is not.
 */
export function remember<T>(make: (list: readonly string[]) => T): (list: readonly string[]) => T {
  const seen = new WeakMap<readonly string[], { entries: readonly string[]; made: T }>();
  return (list) => {
    const last = seen.get(list);
    if (last && last.entries.length === list.length && last.entries.every((entry, at) => entry === list[at])) {
      return last.made;
    }
    const made = make(list);
    seen.set(list, { entries: [...list], made });
    return made;
  };
}
