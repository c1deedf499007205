/** Bytes turned into base64 at a time: a multiple of three, so that the pieces can be put one after the other. */
const BYTES_A_PIECE = 24_576;
/** Characters turned back at a time: a multiple of four. */
const CHARACTERS_A_PIECE = 262_144;

/** Packs a file with gzip, and writes it as base64: the browser's storage keeps texts. */
export async function pack(file: Blob): Promise<string> {
  const gzip = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
  const pieces: string[] = [];
  for (let at = 0; at < gzip.byteLength; at += BYTES_A_PIECE) {
    const bytes = new Uint8Array(gzip, at, Math.min(BYTES_A_PIECE, gzip.byteLength - at));
    pieces.push(btoa(String.fromCharCode(...bytes)));
  }
  return pieces.join('');
}

/** The file that `pack` has packed; rejects for a text that is not base64 of gzip. */
export async function unpack(packed: string): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < packed.length; at += CHARACTERS_A_PIECE) {
    const piece = atob(packed.slice(at, at + CHARACTERS_A_PIECE));
    pieces.push(Uint8Array.from(piece, (character) => character.charCodeAt(0)));
  }
  return new Response(new Blob(pieces).stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}
