import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What makes a workbook odd. Everything has a plain default. */
export interface OddWorkbook {
  /** The whole XML of the worksheet, or what stands in `<sheetData>`. */
  sheetData?: string;
  behindSheetData?: string;
  sharedTexts?: string;
  workbookProperties?: string;
  styles?: string;
  sheetTarget?: string;
  /** Prefix of every tag in the worksheet, such as `x:`. */
  prefix?: string;
  sheets?: string;
  level?: 0 | 6;
}

/** The parts of a workbook by name, ready to be zipped. */
export function workbookParts(odd: OddWorkbook): Record<string, Uint8Array> {
  const prefix = odd.prefix ?? '';
  const xmlns = prefix ? `xmlns:${prefix.slice(0, -1)}="${MAIN}"` : `xmlns="${MAIN}"`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const texts: Record<string, string> = {
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${odd.workbookProperties ?? ''}<sheets>${
      odd.sheets ?? '<sheet name="Report" sheetId="7" r:id="rId1"/>'
    }</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', odd.sheetTarget ?? 'worksheets/sheet1.xml')}${relation(
      'rId2',
      'styles',
      'styles.xml',
    )}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': odd.styles ?? '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${odd.sharedTexts ?? ''}</sst>`,
    'xl/worksheets/sheet1.xml': `<${prefix}worksheet ${xmlns}><${prefix}sheetData>${odd.sheetData ?? ''}</${prefix}sheetData>${
      odd.behindSheetData ?? ''
    }</${prefix}worksheet>`,
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
}

/** Zips parts into a file. */
export const zipped = (parts: Record<string, Uint8Array>, level: 0 | 6 = 6): Blob =>
  new Blob([zipSync(parts, { level }) as Uint8Array<ArrayBuffer>]);

/** A whole odd workbook as a file. */
export const oddWorkbook = (odd: OddWorkbook): Blob => zipped(workbookParts(odd), odd.level);

/** A row of inline texts, without positions. */
export const inlineRow = (...texts: string[]): string =>
  `<row>${texts.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;
