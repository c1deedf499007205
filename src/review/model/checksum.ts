import { sha256 as sha256InPieces } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { createPauses } from '../../sheets/refusal.ts';

/** Web Crypto is fast and needs no thread of ours, but takes a file in one go only: larger ones are never in memory as a whole. */
const MOST_BYTES_AT_ONCE = 16 * 1024 * 1024;

/** SHA-256 of a file's bytes as 64 hex digits. Rejects with the `Refusal` `cancelled` once the signal is aborted; a small file is done with first. */
export async function sha256(file: Blob, signal?: AbortSignal): Promise<string> {
  if (file.size > MOST_BYTES_AT_ONCE) return bytesToHex(await digestInPieces(file, signal));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
}

async function digestInPieces(file: Blob, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const digest = sha256InPieces.create();
  const pause = createPauses(signal);
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return digest.digest();
      digest.update(value);
      await pause();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
