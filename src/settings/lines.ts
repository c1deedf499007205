/** A text of JSON, from its beginning to its end; one without an end goes to the end of all, so that damaged text stays quick. */
const text = /"((?:[^"\\]|\\.)*)(?:"|\\?$)/gs;

/**
 * Without the number that a viewer or an editor has set before each line, on the line or on one of its own. As it was where not every line
 * bears the next number: then a number may be meant.
 */
export function withoutLineNumbers(given: string): string {
  const lines = given.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isNumber = (line: string | undefined): boolean => /^\s*\d+\s*$/.test(line ?? '');
  const isByTurns = lines.length > 2 && lines.every((line, at) => at % 2 === 1 || isNumber(line));
  const pairs = isByTurns
    ? lines.flatMap((line, at) => (at % 2 === 0 ? [[line.trim(), lines[at + 1] ?? '']] : []))
    : lines.map((line) => /^\s*(\d+)(?:\s{0,9}[.:|)]|(?=\s|$))(.*)$/s.exec(line)?.slice(1));
  const first = Number(pairs[0]?.[0]);
  const areNumbered = pairs.length > 1 && pairs.every((pair, at) => Number(pair?.[0]) === first + at);
  return areNumbered ? pairs.map((pair) => pair?.[1]).join('\n') : given;
}

/**
 * The newer text of a comparison of two versions, in which each line bears its mark: what was there before is left out. As it was where a
 * line bears none.
 */
export function withoutComparison(given: string): string {
  const lines = given.split(/\r?\n/);
  const header = lines.findLastIndex((line) => /^(?:@@ |\+\+\+ |--- )/.test(line));
  const compared = lines.slice(header + 1).filter((line) => line !== '' && !line.startsWith('\\ '));
  const isComparison = compared.some((line) => /^[+-]/.test(line)) && compared.every((line) => /^[+\- ]/.test(line));
  return isComparison ? compared.flatMap((line) => (line.startsWith('-') ? [] : [line.slice(1)])).join('\n') : given;
}

/** The names that stand twice in one group of a text that is JSON, each once. */
export function namesTwice(json: string): readonly string[] {
  const twice = new Set<string>();
  const groups: Set<string>[] = [];
  for (const { 0: token, 1: written } of json.matchAll(/"((?:[^"\\]|\\.)*)"(?:\s*(:))?|[{}]/gs)) {
    if (token === '{') groups.push(new Set());
    else if (token === '}') groups.pop();
    else if (token.endsWith(':')) {
      const name = JSON.parse(`"${written}"`) as string;
      const names = groups.at(-1);
      if (names?.has(name)) twice.add(name);
      names?.add(name);
    }
  }
  return [...twice];
}

/** Why a text is no JSON, as far as it can be told: by the keys of the texts that say what to do (`settings_unread_...`). */
export type WhyUnread = 'empty' | 'registry' | 'several' | 'cut' | 'other';

/** Looks at a text that could not be read as JSON, also after mending. */
export function whyUnread(given: string): WhyUnread {
  if (given.trim() === '') return 'empty';
  if (/^\s*(?:Windows Registry|REGEDIT4|\[HKEY_)/im.test(given)) return 'registry';
  const { ended, open } = groupsIn(given.replace(text, ''));
  if (ended > 1) return 'several';
  return open > 0 ? 'cut' : 'other';
}

/** How many groups end in a text without a group around them, and how many have not ended at its end. */
function groupsIn(structure: string): { ended: number; open: number } {
  let ended = 0;
  let open = 0;
  for (const [sign] of structure.matchAll(/[{}]/g)) {
    open = Math.max(open + (sign === '{' ? 1 : -1), 0);
    if (sign === '}' && open === 0) ended += 1;
  }
  return { ended, open };
}
