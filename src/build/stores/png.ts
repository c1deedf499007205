/** What the head of a PNG says of the picture. */
export interface PictureHead {
  readonly width: number;
  readonly height: number;
  /** 8 bits each of red, green and blue, and nothing that could be transparent: what stores call a 24-bit PNG without alpha. */
  readonly isPlain: boolean;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads the head of a PNG (W3C, Portable Network Graphics, IHDR); `undefined` for anything else. */
export function headOf(png: Uint8Array): PictureHead | undefined {
  if (png.length < 26 || signature.some((byte, at) => png[at] !== byte)) return undefined;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    isPlain: view.getUint8(24) === 8 && view.getUint8(25) === 2 && !Buffer.from(png).includes('tRNS'),
  };
}
