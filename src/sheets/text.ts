import { Refusal, stopIfCancelled } from './refusal.ts';

/** The encodings of one byte a character that programs in libraries write; of two that fit equally well the first is taken. */
const singleByte = ['windows-1252', 'macintosh', 'windows-1250', 'windows-1251', 'koi8-r'] as const;
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | (typeof singleByte)[number];

const SAMPLE_BYTES = 65_536;

function byMark(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : undefined;
}

/** UTF-16 without a mark: nearly every second byte of Latin text is zero. */
function byZeros(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return undefined;
  const most = head.length / 2;
  if (odd > most * 0.5 && even < most * 0.05) return 'utf-16le';
  if (even > most * 0.5 && odd < most * 0.05) return 'utf-16be';
  throw new Refusal('not-text');
}

async function isUtf8(blob: Blob, signal: AbortSignal | undefined): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      stopIfCancelled(signal);
      const { done, value } = await reader.read();
      decoder.decode(value ?? new Uint8Array(), { stream: !done });
      if (done) return true;
    }
  } catch (problem) {
    if (problem instanceof TypeError) return false;
    throw problem;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Of the words with a letter beyond ASCII so many are looked at. */
const MOST_WORDS = 2000;
const SCORED_BYTES = 1024 * 1024;
/** What no word has: controls, ligatures, signs beside or between letters, capitals behind a letter and before a small one, accents in a row. */
const oddities: readonly RegExp[] = [
  /[\u0080-\u009f\ufffd\ufb01\ufb02\u02c6\u02dc]/gu,
  /(?<=\p{L})[^\0-\x7f\p{L}\p{M}\u2018\u2019\u201d\u00a0\u00bb\u2013\u2014\u2026]|[^\0-\x7f\p{L}\p{M}\u2018\u201c\u00a0\u00ab\u2013\u2014\u2026](?=\p{L})/gu,
  /(?<=\p{Ll})[\u2013\u2014\u2019\u201d](?=\p{Ll})/gu,
  /(?<=\p{L})(?=[^\0-\x7f])\p{Lu}(?=\p{Ll})|(?<=\p{Ll})(?=[^\0-\x7f])\p{Lu}|(?<=[^\0-\x7f])(?<=\p{Ll})\p{Lu}/gu,
  /[\u00c0-\u024f]{3,}/gu,
  /[a-z](?=\p{Script=Cyrillic})|(?<=\p{Script=Cyrillic})[a-z]/giu,
];

/** How many things stand in the words of a text that are in no word. */
function oddnessOf(text: string): number {
  const words = (text.match(/[^\s,;|"]*[^\0-\x7f][^\s,;|"]*/g) ?? []).slice(0, MOST_WORDS).join(' ');
  return oddities.reduce((sum, oddity) => sum + (words.match(oddity)?.length ?? 0), 0);
}

/** The encoding under which a text has the fewest things that are in no word. */
async function byWords(blob: Blob): Promise<Encoding> {
  const bytes = await blob.slice(0, SCORED_BYTES).arrayBuffer();
  const scored = singleByte.map((encoding) => [encoding, oddnessOf(new TextDecoder(encoding).decode(bytes))] as const);
  return scored.reduce((best, one) => (one[1] < best[1] ? one : best))[0];
}

/**
 * Finds how a text file is written: by its mark, by the zeros of UTF-16, or by reading it through once as UTF-8 (a stray
 * byte may stand in the last row); what is none of these has one byte a character, and which is told by its words. Refuses binary files.
 */
export async function encodingOf(blob: Blob, signal?: AbortSignal): Promise<Encoding> {
  const head = new Uint8Array(await blob.slice(0, SAMPLE_BYTES).arrayBuffer());
  return byMark(head) ?? byZeros(head) ?? ((await isUtf8(blob, signal)) ? 'utf-8' : await byWords(blob));
}

/** Decodes a file piece by piece, its byte order mark left out. `onBytes` is told the bytes of each piece. */
export async function* textPieces(
  blob: Blob,
  encoding: Encoding,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      stopIfCancelled(signal);
      const { done, value } = await reader.read();
      if (value) onBytes?.(value.length);
      const text = decoder.decode(value ?? new Uint8Array(), { stream: !done });
      if (text) yield text;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** UTF-16 without a mark: a part of a workbook begins with `<`. */
function bySign(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  return head[0] === 0x3c && head[1] === 0 ? 'utf-16le' : undefined;
}

/** Decodes unpacked pieces of a workbook: UTF-8, or UTF-16 when the first bytes say so. */
export async function* decodedPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(byMark(piece) ?? bySign(piece) ?? 'utf-8');
    yield decoder.decode(piece, { stream: true });
  }
  const last = decoder?.decode();
  if (last) yield last;
}
