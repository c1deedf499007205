import type { Grammar } from '../markup/grammar.ts';

/**
 * Makes what says whether a run of letters is made of nothing but words of Alma's pages (`pageBeanuserprimaryIdentifier`). The words come from
 * whoever asks for a report: no page carries them until then.
 */
export function grammarCheck({ words, bits }: Grammar): (run: string) => boolean {
  const known = new Set(words);
  const knownBits = new Set(bits);
  const longest = Math.max(...words.map(({ length }) => length));
  return (run) => {
    const text = run.toLowerCase();
    if (known.has(text) || knownBits.has(text)) return true;
    // From each place that words lead up to, all words that go on from there.
    const reached = new Set([0]);
    for (let at = 0; at < text.length; at += 1) {
      if (!reached.has(at)) continue;
      for (let length = 3; length <= longest && at + length <= text.length; length += 1)
        if (known.has(text.slice(at, at + length))) reached.add(at + length);
    }
    return reached.has(text.length);
  };
}
