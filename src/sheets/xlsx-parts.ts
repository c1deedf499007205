import { limits } from './limits.ts';
import { builtInFormat, type NumberFormat, numberFormatOf } from './number-format.ts';
import { createPauses, Refusal } from './refusal.ts';
import { decodedPieces } from './text.ts';
import { attribute, createXmlScanner, decodeXml, type XmlListener } from './xml.ts';
import { type Unpacked, unpack, type ZipEntry, zipEntries } from './zip.ts';

export interface Worksheet {
  name: string;
  entry: ZipEntry;
  /** Hidden by a person or a program; another look at the workbook does not show it. */
  hidden: boolean;
}

/** An opened workbook; the worksheets themselves are read later, one at a time. */
export interface Workbook {
  blob: Blob;
  /** In the order of the tabs; each part once, however often it is named. */
  sheets: readonly Worksheet[];
  dates1904: boolean;
  /** By the `s` attribute of a cell. */
  styles: readonly NumberFormat[];
  sharedTexts: readonly string[];
  /** True: the program that wrote the workbook left the working out of formulas to the one that opens it. */
  uncalculated: boolean;
  unpacked: Unpacked;
}

/** What the parts of one workbook are read with. */
interface Package {
  blob: Blob;
  entries: Entries;
  unpacked: Unpacked;
  signal: AbortSignal | undefined;
}

type Entries = Map<string, ZipEntry>;

/** Feeds one part of the workbook to an XML listener, piece by piece. `onBytes` is told the unpacked bytes. */
export async function scanPart(
  blob: Blob,
  entry: ZipEntry,
  listener: XmlListener,
  options: {
    mostBytes: number;
    unpacked?: Unpacked;
    signal?: AbortSignal | undefined;
    onBytes?: (bytes: number) => void;
  },
): Promise<void> {
  const scanner = createXmlScanner(listener);
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of unpack(blob, entry, options)) {
      options.onBytes?.(piece.length);
      yield piece;
    }
  }
  const pause = createPauses(options.signal);
  for await (const text of decodedPieces(counted())) {
    scanner.push(text);
    await pause();
  }
  scanner.end();
}

interface Relation {
  type: string;
  /** The entry that it points at, as a path from the zip's root in lower case. */
  target: string;
}

function resolve(base: string, target: string): string {
  const slashes = target.trim().replaceAll('\\', '/');
  const path = slashes.startsWith('/') ? slashes.slice(1) : `${base}${slashes}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/').toLowerCase();
}

/** An entry by its path: as it stands, or with the signs that an address writes as `%20` and the like. */
function entryAt(entries: Entries, path: string): ZipEntry | undefined {
  const plain = entries.get(path);
  if (plain || !path.includes('%')) return plain;
  try {
    return entries.get(decodeURIComponent(path).toLowerCase());
  } catch {
    return undefined;
  }
}

async function scanSmall(file: Package, entry: ZipEntry, listener: XmlListener, mostBytes: number): Promise<void> {
  await scanPart(file.blob, entry, listener, { mostBytes, unpacked: file.unpacked, signal: file.signal });
}

async function relationsOf(file: Package, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = entryAt(file.entries, `${folder}_rels/${part.slice(slash)}.rels`);
  const relations = new Map<string, Relation>();
  if (!entry) return relations;
  const listener = {
    open(name: string, attributes: string) {
      if (name !== 'Relationship') return;
      const type = attribute(attributes, 'Type') ?? '';
      const target = resolve(folder, attribute(attributes, 'Target') ?? '');
      relations.set(attribute(attributes, 'Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target });
    },
    close() {},
    text() {},
  };
  await scanSmall(file, entry, listener, limits.partBytes);
  return relations;
}

const byType = (relations: Map<string, Relation>, type: string) =>
  [...relations.values()].find((relation) => relation.type === type)?.target;

async function stylesOf(file: Package, entry: ZipEntry | undefined): Promise<NumberFormat[]> {
  const styles: NumberFormat[] = [];
  if (!entry) return styles;
  const formats = new Map<number, NumberFormat>();
  let inCellFormats = false;
  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'numFmt') {
        const id = Number(attribute(attributes, 'numFmtId'));
        formats.set(id, numberFormatOf(attribute(attributes, 'formatCode') ?? ''));
      } else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        const format = formats.get(id) ?? builtInFormat(id);
        formats.set(id, format);
        styles.push(format);
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  };
  await scanSmall(file, entry, listener, limits.partBytes);
  return styles;
}

/** Excel writes a control character in a text as `_x000D_`. ECMA-376 part 1, 22.9.2.19. */
export const decodeText = (raw: string): string => {
  const text = decodeXml(raw);
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
};

async function sharedTextsOf(file: Package, entry: ZipEntry | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (!entry) return texts;
  let current = '';
  let inText = false;
  let phonetic = false;
  const listener: XmlListener = {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') texts.push(decodeText(current));
    },
    text(raw) {
      if (inText) current += raw;
    },
  };
  await scanSmall(file, entry, listener, limits.sharedTextBytes);
  return texts;
}

interface WorkbookFacts {
  sheets: { name: string; relation: string; hidden: boolean }[];
  dates1904: boolean;
  uncalculated: boolean;
}

const isOn = (value: string | undefined) => /^(1|true|on)$/i.test(value ?? '');

async function workbookFacts(file: Package, entry: ZipEntry): Promise<WorkbookFacts> {
  const facts: WorkbookFacts = { sheets: [], dates1904: false, uncalculated: false };
  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'workbookPr') facts.dates1904 ||= isOn(attribute(attributes, 'date1904'));
      if (name === 'calcPr') facts.uncalculated = isOn(attribute(attributes, 'fullCalcOnLoad'));
      if (name !== 'sheet') return;
      // `sheetId` also ends in `id`; the relation is the one whose whole local name is `id`.
      const relation = attribute(attributes, 'id') ?? '';
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      facts.sheets.push({ name: attribute(attributes, 'name') ?? '', relation, hidden });
    },
    close() {},
    text() {},
  };
  await scanSmall(file, entry, listener, limits.partBytes);
  return facts;
}

/** The worksheets that are there, each part once: a second name for one holds nothing new. */
function worksheetsOf(file: Package, facts: WorkbookFacts, relations: Map<string, Relation>): Worksheet[] {
  const byEntry = new Map<ZipEntry, Worksheet>();
  for (const { name, hidden, relation } of facts.sheets) {
    const { type, target = '' } = relations.get(relation) ?? {};
    const entry = type === 'worksheet' ? entryAt(file.entries, target) : undefined;
    if (entry && !byEntry.has(entry)) byEntry.set(entry, { name, hidden, entry });
  }
  if (byEntry.size > limits.worksheets) throw new Refusal('too-large');
  return [...byEntry.values()];
}

/** What a zip is that holds no workbook of the kind we read. */
function otherKind(entries: Entries): Refusal {
  if (entries.has('encryptedpackage')) return new Refusal('password');
  if ([...entries.keys()].some((name) => /^xl\/workbook.*\.bin$/.test(name))) return new Refusal('binary-workbook');
  if (entries.has('content.xml') && entries.has('mimetype')) return new Refusal('open-document');
  // A text document, or slides.
  if (entries.has('word/document.xml') || entries.has('ppt/presentation.xml')) return new Refusal('other-format');
  // Since 2013 compressed archives, alone or zipped together; before, XML. Pages and Keynote keep theirs in the same way.
  if ([...entries.keys()].some((name) => /(?:^|\/)(?:index\/document\.iwa|index\.zip|index\.apxl)$/.test(name)))
    return new Refusal('numbers');
  return new Refusal('not-a-workbook');
}

/** Opens an `.xlsx`: directory, workbook, styles and shared texts. Throws `Refusal` for a zip that is no workbook. */
export async function openWorkbook(blob: Blob, signal?: AbortSignal): Promise<Workbook> {
  const file: Package = { blob, entries: await zipEntries(blob), unpacked: { bytes: 0 }, signal };
  const part = byType(await relationsOf(file, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const entry = entryAt(file.entries, part);
  if (!entry || !part.endsWith('.xml')) throw otherKind(file.entries);
  const facts = await workbookFacts(file, entry);
  const relations = await relationsOf(file, part);
  const sheets = worksheetsOf(file, facts, relations);
  if (sheets.length === 0) throw otherKind(file.entries);
  return {
    blob,
    sheets,
    dates1904: facts.dates1904,
    uncalculated: facts.uncalculated,
    unpacked: file.unpacked,
    styles: await stylesOf(file, entryAt(file.entries, byType(relations, 'styles') ?? '')),
    sharedTexts: await sharedTextsOf(file, entryAt(file.entries, byType(relations, 'sharedStrings') ?? '')),
  };
}
