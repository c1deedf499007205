import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { decodedPieces } from './text.ts';
import { attribute, createXmlScanner, decodeXml, type XmlListener } from './xml.ts';
import { unpack, type ZipEntry, zipEntries } from './zip.ts';

/** How the number in a cell is shown, as far as that changes what it means. */
export type NumberStyle = { as: 'number' } | { as: 'day' } | { as: 'padded'; digits: number };

export interface Worksheet {
  name: string;
  entry: ZipEntry;
}

/** An opened workbook; the worksheets themselves are read later, one at a time. */
export interface Workbook {
  blob: Blob;
  /** In the order of the tabs, hidden ones last. */
  sheets: readonly Worksheet[];
  dates1904: boolean;
  /** By the `s` attribute of a cell. */
  styles: readonly NumberStyle[];
  sharedTexts: readonly string[];
}

type Entries = Map<string, ZipEntry>;

/** Feeds one part of the workbook to an XML listener, piece by piece. `onBytes` is told the unpacked bytes. */
export async function scanPart(
  blob: Blob,
  entry: ZipEntry,
  listener: XmlListener,
  options: { mostBytes: number; signal?: AbortSignal | undefined; onBytes?: (bytes: number) => void },
): Promise<void> {
  const scanner = createXmlScanner(listener);
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of unpack(blob, entry, options.mostBytes, options.signal)) {
      options.onBytes?.(piece.length);
      yield piece;
    }
  }
  for await (const text of decodedPieces(counted())) scanner.push(text);
  scanner.end();
}

interface Relation {
  type: string;
  /** The entry that it points at, as a path from the zip's root in lower case. */
  target: string;
}

function resolve(base: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${base}${target}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/').toLowerCase();
}

async function relationsOf(blob: Blob, entries: Entries, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = entries.get(`${folder}_rels/${part.slice(slash)}.rels`);
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
  await scanPart(blob, entry, listener, { mostBytes: limits.partBytes });
  return relations;
}

const byType = (relations: Map<string, Relation>, type: string) =>
  [...relations.values()].find((relation) => relation.type === type)?.target;

/** The number formats that Excel knows by number alone and that show a day. ECMA-376 part 1, 18.8.30 (27 to 36 and 50 to 58: East Asian dates). */
const builtInDays = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** What a format code shows: quoted texts, escaped signs and `[...]` say nothing about days. */
export function numberStyleOf(code: string): NumberStyle {
  const bare = code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
  if (/^general$/i.test(bare)) return { as: 'number' };
  if (/[dy]/i.test(bare)) return { as: 'day' };
  return /^0{2,}$/.test(bare) ? { as: 'padded', digits: bare.length } : { as: 'number' };
}

async function stylesOf(blob: Blob, entry: ZipEntry | undefined): Promise<NumberStyle[]> {
  const styles: NumberStyle[] = [];
  if (!entry) return styles;
  const codes = new Map<number, NumberStyle>();
  let inCellFormats = false;
  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(Number(attribute(attributes, 'numFmtId')), numberStyleOf(attribute(attributes, 'formatCode') ?? ''));
      } else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(codes.get(id) ?? (builtInDays(id) ? { as: 'day' } : { as: 'number' }));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  };
  await scanPart(blob, entry, listener, { mostBytes: limits.partBytes });
  return styles;
}

/** Excel writes a control character in a text as `_x000D_`. ECMA-376 part 1, 22.9.2.19. */
export const decodeText = (raw: string): string => {
  const text = decodeXml(raw);
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
};

async function sharedTextsOf(blob: Blob, entry: ZipEntry | undefined, signal?: AbortSignal): Promise<string[]> {
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
  await scanPart(blob, entry, listener, { mostBytes: limits.sharedTextBytes, signal });
  return texts;
}

interface WorkbookFacts {
  sheets: { name: string; relation: string; hidden: boolean }[];
  dates1904: boolean;
}

async function workbookFacts(blob: Blob, entry: ZipEntry): Promise<WorkbookFacts> {
  const facts: WorkbookFacts = { sheets: [], dates1904: false };
  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'workbookPr') facts.dates1904 = /^(1|true|on)$/i.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      // `sheetId` also ends in `id`; the relation is the one whose whole local name is `id`.
      const relation = attribute(attributes, 'id') ?? '';
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      facts.sheets.push({ name: attribute(attributes, 'name') ?? '', relation, hidden });
    },
    close() {},
    text() {},
  };
  await scanPart(blob, entry, listener, { mostBytes: limits.partBytes });
  return facts;
}

/** Opens an `.xlsx`: directory, workbook, styles and shared texts. Throws `Refusal` for a zip that is no workbook. */
export async function openWorkbook(blob: Blob, signal?: AbortSignal): Promise<Workbook> {
  const entries = await zipEntries(blob);
  if (entries.has('encryptedpackage')) throw new Refusal('password');
  const part = byType(await relationsOf(blob, entries, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const entry = entries.get(part);
  if (!entry || !part.endsWith('.xml')) throw new Refusal('not-a-workbook');
  const facts = await workbookFacts(blob, entry);
  const relations = await relationsOf(blob, entries, part);
  const sheets = facts.sheets
    .map(({ name, relation, hidden }) => ({ name, hidden, relation: relations.get(relation) }))
    .filter(({ relation }) => relation?.type === 'worksheet')
    .map(({ name, hidden, relation }) => ({ name, hidden, entry: entries.get(relation?.target ?? '') }));
  const there = sheets.flatMap(({ name, hidden, entry: sheet }) => (sheet ? [{ name, hidden, entry: sheet }] : []));
  if (there.length === 0) throw new Refusal('not-a-workbook');
  return {
    blob,
    sheets: [...there.filter(({ hidden }) => !hidden), ...there.filter(({ hidden }) => hidden)],
    dates1904: facts.dates1904,
    styles: await stylesOf(blob, entries.get(byType(relations, 'styles') ?? '')),
    sharedTexts: await sharedTextsOf(blob, entries.get(byType(relations, 'sharedStrings') ?? ''), signal),
  };
}
