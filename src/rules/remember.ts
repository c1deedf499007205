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
    if (last && isAsBefore(list, last.entries, written)) return last.made;
    const made = make(list);
    seen.set(list, { entries: list.map(written), made });
    return made;
  };
}

function isAsBefore<Entry>(
  list: readonly Entry[],
  entries: readonly string[],
  written: (entry: Entry) => string,
): boolean {
  if (list.length !== entries.length) return false;
  for (let at = 0; at < entries.length; at += 1) if (written(list[at] as Entry) !== entries[at]) return false;
  return true;
}
