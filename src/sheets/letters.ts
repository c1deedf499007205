import { isAddress } from './collector.ts';
import { stopIfCancelled } from './refusal.ts';
import { unicodeOf } from './text.ts';
import type { Encoding, Lettering, Question, ReadOptions } from './types.ts';

/** The encodings of one byte a character that may be told by the words; of two that fit equally well the first is taken. */
const singleByte = [
  ...['windows-1252', 'macintosh', 'windows-1250', 'windows-1251', 'koi8-r', 'windows-1253', 'windows-1255'],
  'windows-1256',
] as const satisfies readonly Encoding[];
/** Those that are offered besides where a person has to say. */
const furtherSingleByte = ['windows-874', 'windows-1254', 'windows-1257', 'iso-8859-2', 'ibm866'] as const;
/** The encodings of East Asia, in which some letters have two bytes or more. */
const multiByte = ['shift_jis', 'gb18030', 'big5', 'euc-kr', 'euc-jp'] as const;

const MOST_LINES = 2000;
const MOST_LINE_BYTES = 256 * 1024;
const LONGEST_LINE = 65_536;
const NEWLINE = 10;

/** The lines of a file that hold more than ASCII: no encoding of ours has the byte of a line end inside a letter. */
async function linesBeyondAscii(blob: Blob, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const kept = new Uint8Array(MOST_LINE_BYTES);
  let [size, lines] = [0, 0];
  let line: number[] = [];
  let isBeyond = false;
  const endLine = () => {
    // A line that is cut may be cut within a letter.
    if (isBeyond && line.length < LONGEST_LINE && size + line.length < MOST_LINE_BYTES) {
      kept.set([...line, NEWLINE], size);
      size += line.length + 1;
      lines += 1;
    }
    line = [];
    isBeyond = false;
  };
  const reader = blob.stream().getReader();
  try {
    while (lines < MOST_LINES) {
      stopIfCancelled(signal);
      const { done, value } = await reader.read();
      for (const byte of value ?? []) {
        if (byte === NEWLINE || byte === 13) endLine();
        else if (line.length < LONGEST_LINE) line.push(byte);
        if (byte > 127) isBeyond = true;
      }
      if (done) break;
    }
    endLine();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return kept.slice(0, size);
}

/** What no word has: controls, ligatures, signs beside or between letters, capitals behind a letter and before a small one, ... */
const oddities: readonly RegExp[] = [
  /[\u0080-\u009f\ufffd\ufb01\ufb02\u02c6\u02dc\ue000-\uf8ff]/gu,
  /(?<=\p{L})[^\0-\x7f\p{L}\p{M}\u2018\u2019\u201d\u00a0\u00bb\u2013\u2014\u2026\u00b7\u30fb\u3000]|[^\0-\x7f\p{L}\p{M}\u2018\u201c\u00a0\u00ab\u2013\u2014\u2026\u00b7\u30fb\u3000](?=\p{L})/gu,
  /(?<=\p{Ll})[\u2013\u2014\u2019\u201d](?=\p{Ll})/gu,
  /(?<=\p{L})(?=[^\0-\x7f])\p{Lu}(?=\p{Ll})|(?<=\p{Ll})(?=[^\0-\x7f])\p{Lu}|(?<=[^\0-\x7f])(?<=\p{Ll})\p{Lu}/gu,
  // Signs without a letter beside them.
  /(?<![^\s,;|"])[^\0-\x7f\p{L}\p{M}\u2010-\u2027\u3000]+(?![^\s,;|"])/gu,
  // Accents in a row, and words of nothing but accented capitals.
  /[\u00c0-\u024f]{3,}|(?<!\p{L})[\u00c0-\u00de]{2,}(?!\p{L})/gu,
  // Two scripts in one word; a mark that stands on nothing.
  /[a-z](?=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])/giu,
  /(?<=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])[a-z]/giu,
  /(?<=\p{Script=Hangul})\p{Script=Han}|(?<=\p{Script=Han})\p{Script=Hangul}|(?<=\p{Script=Cyrillic})\p{Script=Han}|(?<=\p{Script=Han})\p{Script=Cyrillic}/gu,
  /(?<![\p{L}\p{M}])\p{M}/gu,
  // Half-width kana, and letters that two accents on one letter make.
  /[\uff61-\uff9f\u0390\u03b0]/gu,
  // Cyrillic words without a vowel.
  /(?<!\p{L})(?:(?![\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f\u0451\u0456\u0457\u0454])\p{Script=Cyrillic}){3,}(?!\p{L})/giu,
];

const wordsBeyondAscii = (text: string): readonly string[] => text.match(/[^\s,;|"]*[^\0-\x7f][^\s,;|"]*/g) ?? [];

/** How many things stand in a hundred words of a text that are in no word. */
function oddnessOf(text: string): number {
  const words = wordsBeyondAscii(text);
  const all = words.join(' ');
  const odd = oddities.reduce((sum, oddity) => sum + (all.match(oddity)?.length ?? 0), 0);
  return (odd * 100) / Math.max(1, words.length);
}

/** So many oddities in a hundred words are slips of those who wrote them; more are wrong letters. */
const MOST_SLIPS = 10;
const SHOWN_LINES = 4;
const SHOWN_CHARACTERS = 120;
const MOST_SINGLE_BYTE = 7;

/** Lines to look at, from all parts of the sample, without addresses. */
function shownLines(text: string): string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const step = Math.max(1, Math.floor(lines.length / SHOWN_LINES));
  return Array.from({ length: Math.min(SHOWN_LINES, lines.length) }, (_, at) =>
    (lines[at * step] as string)
      .split(/(?<=[,;|"\t\s])|(?=[,;|"\t\s])/)
      .filter((part) => !isAddress(part))
      .join('')
      .slice(0, SHOWN_CHARACTERS),
  );
}

interface Reading extends Lettering {
  oddness: number;
}

/** What lines are in an encoding; `undefined` where their bytes are none of its letters. */
function readIn(encoding: Encoding, bytes: Uint8Array<ArrayBuffer>, fatal: boolean): Reading | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal }).decode(bytes);
    return { encoding, samples: shownLines(text), oddness: oddnessOf(text) };
  } catch {
    return undefined;
  }
}

/** How a text is written that is not Unicode: the likeliest way, and the others where nothing but a person can tell. */
export interface Letters {
  best: Lettering;
  isSure: boolean;
  candidates: readonly Lettering[];
}

const lettering = ({ encoding, samples }: Reading): Lettering => ({ encoding, samples });

/** Those that look different, the likeliest first. */
function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Set<string>();
  return [...readings]
    .sort((a, b) => a.oddness - b.oddness)
    .filter(({ samples }) => {
      const look = samples.join('\n');
      const isNew = !seen.has(look);
      seen.add(look);
      return isNew;
    });
}

/** Whether lines are in letters of Latin: between such encodings accents tell, between other scripts hardly anything does. */
const isLatin = ({ samples }: Reading) => !/[^\P{L}\p{Script=Latin}]/u.test(samples.join(''));

async function lettersOf(blob: Blob, signal: AbortSignal | undefined): Promise<Letters> {
  const bytes = await linesBeyondAscii(blob, signal);
  const all = (encodings: readonly Encoding[], fatal: boolean) =>
    encodings.flatMap((encoding) => readIn(encoding, bytes, fatal) ?? []);
  const singles = all(singleByte, false);
  const best = singles.reduce((before, one) => (one.oddness < before.oddness ? one : before));
  const several = all(multiByte, true);
  const isClear = ({ oddness }: Reading) => oddness <= MOST_SLIPS;
  const isRivalled = !isLatin(best) && singles.some((one) => one !== best && isClear(one) && !isLatin(one));
  const one = distinct([...singles, ...all(furtherSingleByte, false)]).slice(0, MOST_SINGLE_BYTE);
  // Nearly all of a text may be Unicode.
  const broken = all(['utf-8'], false).filter(({ oddness }) => oddness < best.oddness);
  return {
    best: lettering(best),
    isSure: isClear(best) && !isRivalled && !several.some(isClear),
    candidates: distinct([...several, ...broken, ...one]).map(lettering),
  };
}

/**
 * How a text is to be read: Unicode by its bytes; what a person has said of others; else by the words where one way reads well and no
 * East Asian one does; else the question which letters are right, with the same lines in each way. Never guessed in silence: what was
 * told by the words comes with lines to look at. Throws `Refusal` for what is no text.
 */
export async function lettersFor(
  blob: Blob,
  { letters, signal }: Pick<ReadOptions, 'letters' | 'signal'>,
): Promise<{ encoding: Encoding; letters?: Lettering } | { question: Question }> {
  const unicode = await unicodeOf(blob, signal);
  if (unicode) return { encoding: unicode };
  const found = await lettersOf(blob, signal);
  if (letters && letters !== 'ask') {
    const told = readIn(letters, await linesBeyondAscii(blob, signal), false);
    return { encoding: letters, ...(told ? { letters: lettering(told) } : {}) };
  }
  if (letters === 'ask' || !found.isSure) return { question: { ask: 'letters', candidates: found.candidates } };
  return { encoding: found.best.encoding, letters: found.best };
}

/** The likeliest way to read a text, where nobody can be asked. Throws `Refusal` for what is no text. */
export async function likeliestEncoding(blob: Blob, signal?: AbortSignal): Promise<Encoding> {
  return (await unicodeOf(blob, signal)) ?? (await lettersOf(blob, signal)).best.encoding;
}
