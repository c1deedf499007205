import { limits } from './limits.ts';
import { Refusal, stopIfCancelled } from './refusal.ts';

/** An entry of a zip's central directory. Sizes are claims until the entry has been read. */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  size: number;
  /** Where the entry's local header starts. */
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_OF_DIRECTORY = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_EXTRA = 0x0001;
const END_OF_DIRECTORY_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

async function bytesOf(blob: Blob, start: number, length: number): Promise<DataView> {
  if (start < 0 || length < 0 || start + length > blob.size) throw new Refusal('broken-zip');
  return new DataView(await blob.slice(start, start + length).arrayBuffer());
}

function wide(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Refusal('too-large');
  return Number(value);
}

interface DirectoryPlace {
  entries: number;
  bytes: number;
  start: number;
}

async function directoryPlace(blob: Blob): Promise<DirectoryPlace> {
  const tailLength = Math.min(blob.size, END_OF_DIRECTORY_BYTES + LONGEST_COMMENT);
  const tailStart = blob.size - tailLength;
  const tail = await bytesOf(blob, tailStart, tailLength);
  for (let at = tailLength - END_OF_DIRECTORY_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const place = {
      entries: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      start: tail.getUint32(at + 16, true),
    };
    return (await zip64Place(blob, tailStart + at)) ?? place;
  }
  throw new Refusal('broken-zip');
}

async function zip64Place(blob: Blob, endOfDirectory: number): Promise<DirectoryPlace | undefined> {
  if (endOfDirectory < 20) return undefined;
  const locator = await bytesOf(blob, endOfDirectory - 20, 20);
  if (locator.getUint32(0, true) !== ZIP64_LOCATOR) return undefined;
  const end = await bytesOf(blob, wide(locator, 8), 56);
  if (end.getUint32(0, true) !== ZIP64_END_OF_DIRECTORY) throw new Refusal('broken-zip');
  return { entries: wide(end, 32), bytes: wide(end, 40), start: wide(end, 48) };
}

/** What a file as a whole has unpacked so far; shared by all its entries. */
export interface Unpacked {
  bytes: number;
}

/** The three sizes that may stand in the Zip64 extra field, in its order, each only where the directory says 0xFFFFFFFF. */
function withZip64(view: DataView, extraStart: number, extraEnd: number, entry: ZipEntry): ZipEntry {
  const over = 0xffffffff;
  if (entry.size !== over && entry.packed !== over && entry.offset !== over) return entry;
  let at = extraStart;
  while (at + 4 <= extraEnd) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA) {
      let field = at + 4;
      const next = (claimed: number) => {
        if (claimed !== over) return claimed;
        if (field + 8 > at + 4 + length) throw new Refusal('broken-zip');
        field += 8;
        return wide(view, field - 8);
      };
      const size = next(entry.size);
      const packed = next(entry.packed);
      return { ...entry, size, packed, offset: next(entry.offset) };
    }
    at += 4 + length;
  }
  throw new Refusal('broken-zip');
}

function directoryEntry(view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Refusal('broken-zip');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new Refusal('broken-zip');
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameEnd - at - 46));
  const entry = {
    name,
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return { entry: withZip64(view, nameEnd, extraEnd, entry), next };
}

/**
 * Reads the directory of a zip: entries by name in lower case, without a leading slash. Zip64 and data descriptors are
 * understood (sizes come from the directory, never from local headers). Throws `Refusal` for anything that is no whole zip.
 */
export async function zipEntries(blob: Blob): Promise<Map<string, ZipEntry>> {
  const place = await directoryPlace(blob);
  if (place.entries > limits.zipEntries || place.bytes > limits.zipDirectoryBytes) throw new Refusal('too-large');
  const view = await bytesOf(blob, place.start, place.bytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  let packed = 0;
  for (let count = 0; count < place.entries; count += 1) {
    const { entry, next } = directoryEntry(view, at);
    const name = entry.name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
    // Of two parts of one name one program shows the first, another the last.
    if (entries.has(name) && !name.endsWith('/')) throw new Refusal('broken-zip');
    entries.set(name, entry);
    at = next;
    packed += entry.packed;
  }
  // Entries that share their bytes would let a small file unpack without end.
  if (packed > blob.size) throw new Refusal('broken-zip');
  return entries;
}

async function packedBytes(blob: Blob, entry: ZipEntry): Promise<Blob> {
  const header = await bytesOf(blob, entry.offset, 30);
  if (header.getUint32(0, true) !== LOCAL_HEADER) throw new Refusal('broken-zip');
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packed > blob.size) throw new Refusal('broken-zip');
  return blob.slice(start, start + entry.packed);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (crcTable[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function stopIfTooLarge(blob: Blob, entry: ZipEntry, size: number, mostBytes: number, unpacked: Unpacked): void {
  if (size > mostBytes || unpacked.bytes > limits.unpackedBytes) throw new Refusal('too-large');
  const isBomb = (bytes: number, packed: number) =>
    bytes > limits.bombFloorBytes && bytes > packed * limits.unpackRatio;
  if (isBomb(size, entry.packed) || isBomb(unpacked.bytes, blob.size)) throw new Refusal('zip-bomb');
}

/**
 * Unpacks one entry piece by piece, so that a bomb is noticed while it unpacks and not after. Refuses an entry that is
 * encrypted, larger than `mostBytes`, packed more tightly than any export, or that does not match its checksum; and any once
 * the file as a whole has unpacked to more than a file may.
 */
export async function* unpack(
  blob: Blob,
  entry: ZipEntry,
  {
    mostBytes,
    unpacked = { bytes: 0 },
    signal,
  }: { mostBytes: number; unpacked?: Unpacked; signal?: AbortSignal | undefined },
): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new Refusal('password');
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new Refusal('broken-zip');
  if (entry.size > mostBytes) throw new Refusal('too-large');
  const packed = (await packedBytes(blob, entry)).stream();
  const stream = entry.method === STORED ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  let size = 0;
  let crc = 0;
  let isAtEnd = false;
  try {
    for (;;) {
      stopIfCancelled(signal);
      const piece = await nextPiece(reader);
      isAtEnd = piece === undefined;
      if (!piece) break;
      size += piece.length;
      unpacked.bytes += piece.length;
      stopIfTooLarge(blob, entry, size, mostBytes, unpacked);
      crc = crcOf(piece, crc);
      yield piece;
    }
    if (size !== entry.size || crc !== entry.crc) throw new Refusal('broken-zip');
  } finally {
    // Cancelled in the very turn in which it was read, Node 20's stream goes on with what it has unpacked and throws where nobody can catch it.
    if (!isAtEnd) await new Promise<void>((resolve) => setTimeout(resolve, 0));
    await reader.cancel().catch(() => undefined);
  }
}

async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    const { done, value } = await reader.read();
    return done ? undefined : value;
  } catch {
    throw new Refusal('broken-zip');
  }
}
