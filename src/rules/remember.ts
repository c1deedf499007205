/**
 * Remembers what was last made of a list, for as long as the list lives. A policy may be edited in place, so each time
 * the list is compared with what it held then: that is quick, and what is made of it is not. `written` gives an entry as text.
 */
export function remember<T, Entry = string>(
  make: (list: readonly Entry[]) => T,
  written: (entry: Entry) => string = String,
): (list: readonly Entry[]) => T {
  const seen = new WeakMap<readonly Entry[], { entries: readonly string[]; made: T }>();
  return (list) => {
    const last = seen.get(list);
    if (last && last.entries.length === list.length && list.every((entry, at) => written(entry) === last.entries[at])) {
      return last.made;
    }
    const made = make(list);
    seen.set(list, { entries: list.map(written), made });
    return made;
  };
}
