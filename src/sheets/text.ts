import { Refusal, stopIfCancelled } from './refusal.ts';
import type { Encoding } from './types.ts';

/** As many bytes of a text tell its mark and its zeros. */
export const SAMPLE_BYTES = 65_536;

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

/** Tells of a text, piece by piece, whether it is UTF-8; one that is cut off within its last letter is, where others are whole. */
export function createUtf8Check() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let hasOthers = false;
  let isUtf8 = true;

  function decode(piece?: Uint8Array): string | undefined {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      return undefined;
    }
  }

  return {
    push(piece: Uint8Array): void {
      const text = isUtf8 ? decode(piece) : undefined;
      isUtf8 = text !== undefined;
      hasOthers ||= text !== undefined && /[^\0-\x7f]/.test(text);
    },
    /** So far; false is final. */
    soFar: () => isUtf8,
    end: () => isUtf8 && (decode() !== undefined || hasOthers),
  };
}

async function isUtf8(blob: Blob, signal: AbortSignal | undefined): Promise<boolean> {
  const check = createUtf8Check();
  const reader = blob.stream().getReader();
  try {
    while (check.soFar()) {
      stopIfCancelled(signal);
      const { done, value } = await reader.read();
      if (done) return check.end();
      check.push(value);
    }
    return false;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Tells Unicode by its mark, or by the zeros of UTF-16. Refuses binary files. */
export const unicodeByHead = (head: Uint8Array): Encoding | undefined => byMark(head) ?? byZeros(head);

/**
 * Tells a Unicode text: by its mark, by the zeros of UTF-16, or by reading it through once as UTF-8 (a stray byte may stand in the last
 * row). `undefined` for what is none of these, where the letters have to be told by the words. Refuses binary files.
 */
export async function unicodeOf(blob: Blob, signal?: AbortSignal): Promise<Encoding | undefined> {
  const head = new Uint8Array(await blob.slice(0, SAMPLE_BYTES).arrayBuffer());
  return unicodeByHead(head) ?? ((await isUtf8(blob, signal)) ? 'utf-8' : undefined);
}

/** The same of a text whose bytes are all there, `undefined` where the letters have to be told by the words. Refuses binary files. */
export function unicodeOfBytes(bytes: Uint8Array): Encoding | undefined {
  const byHead = unicodeByHead(bytes.subarray(0, SAMPLE_BYTES));
  if (byHead) return byHead;
  const check = createUtf8Check();
  check.push(bytes);
  return check.end() ? 'utf-8' : undefined;
}

/** Decodes a text piece by piece, its byte order mark left out. */
export async function* decoded(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    if (text) yield text;
  }
  const last = decoder.decode();
  if (last) yield last;
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
