import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import { zipped } from './odd-workbooks.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const inTwoBytes = (name: string) => [...name].map((letter) => `${letter}\0`).join('');
/** What Excel writes beside a workbook that is open: the user's name twice, in fields of fixed length. */
const ownerFile = (user: string) =>
  new Blob([
    String.fromCharCode(user.length) + user.padEnd(54),
    `${String.fromCharCode(user.length)}\0`,
    inTwoBytes(user.padEnd(54)),
  ]);

const read = (blob: Blob) => readFile(blob, 'report.xls');

describe('what only pretends to be a workbook', () => {
  const text = (content: string) => new Blob([content]);
  const bytes = (...values: number[]) => new Uint8Array(values);
  /** Bytes of every value, as what is packed has them. */
  const noise = new Uint8Array(1024).map((_, at) => (at * 151 + (at >> 3)) % 256);
  it.each([
    ['old-excel', new Blob([new Uint8Array([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0])])],
    ['saved-web-page', text('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n')],
    [
      'saved-web-page',
      text('From: <Saved by a browser>\r\nSubject: =?utf-8?Q?a?=\r\n\t=?utf-8?Q?b?=\r\nMIME-Version: 1.0\r\n\r\n'),
    ],
    [
      'e-mail',
      text('Return-Path: <a@example.org>\r\nFrom: A <a@example.org>\r\nSubject: users\r\n\tof ours\r\n\r\nhello'),
    ],
    [
      'e-mail',
      text('From a@example.org Sat Nov 28 10:00:00 2026\nTo: b@example.org\nDate: today\nMIME-Version: 1.0\n\na,b'),
    ],
    ['e-mail', new Blob([Uint8Array.from(OLE), inTwoBytes('__substg1.0_0037001F')])],
    ['other-format', new Blob([Uint8Array.from(OLE), inTwoBytes('WordDocument')])],
    ['old-excel', new Blob([Uint8Array.from(OLE), inTwoBytes('Workbook'), inTwoBytes('WordDocument')])],
    ['lock-file', ownerFile('Rui Costa')],
    ['lock-file', text(',rui,desk7,28.11.2026 10:00,file:///C:/Profile/LibreOffice/4;')],
    ['xml-2003', text('<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook/>')],
    [
      'xml-2003',
      text('\ufeff<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['open-document', text('<?xml version="1.0"?>\n<office:document xmlns:office="urn:x"/>')],
    ['open-document', zipped({ mimetype: new TextEncoder().encode('x'), 'content.xml': new Uint8Array() })],
    [
      'numbers',
      zipped({ 'Index/Document.iwa': new Uint8Array([0]), 'Metadata/Properties.plist': new Uint8Array([0]) }),
    ],
    ['numbers', zipped({ 'Index.zip': new Uint8Array([0]), 'preview.jpg': new Uint8Array([0]) })],
    ['numbers', zipped({ 'People.numbers/Index/Document.iwa': new Uint8Array([0]) })],
    ['numbers', zipped({ 'index.apxl': new Uint8Array([0]) })],
    ['binary-workbook', zipped({ 'xl/workbook.bin': new Uint8Array([1]) })],
    ['web-page', text('<html><table><tr><td>Primary Identifier</td></tr></table></html>')],
    ['other-format', text('ID;PWXL;N;E\r\nC;Y1;X1;K"Primary Identifier"\r\nE\r\n')],
    ['other-format', text('TABLE\n0,1\n"EXCEL"\nVECTORS\n')],
    ['other-format', text('{\\rtf1\\ansi Primary Identifier}')],
    ['other-format', text('%PDF-1.7\n')],
    ['other-format', text('\ufeff%PDF-1.4\n1 0 obj, two\n')],
    ['other-format', zipped({ '[Content_Types].xml': bytes(), 'word/document.xml': bytes(0x3c) })],
    ['other-format', zipped({ '[Content_Types].xml': bytes(), 'ppt/presentation.xml': bytes(0x3c) })],
    ['not-a-workbook', zipped({ 'photo.jpg': bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46) })],
    [
      'not-text',
      new Blob([bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52)]),
    ],
    ['not-text', new Blob([bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1), noise])],
    ['not-text', new Blob(['GIF89a', bytes(1, 0, 1, 0, 0x80, 0, 0, 0xff, 0xff, 0xff), noise])],
    ['not-text', new Blob([bytes(0, 0, 0, 24), 'ftypheic', bytes(0, 0, 0, 0), noise])],
    ['not-text', new Blob(['RIFF', bytes(36, 0, 0, 0), 'WEBPVP8 ', noise])],
    ['not-text', new Blob([bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), noise])],
    ['no-records', text('<svg xmlns="http://www.w3.org/2000/svg"><rect width="1"/></svg>')],
  ])('is refused as %s', async (reason, blob) => {
    expect(await read(blob)).toEqual({ state: 'refused', reason });
  });

  it('reads a table whose first heading is like the beginning of another format', async () => {
    expect(await read(text('ID;Primary Identifier;Role Type\n1;a1;Patron\n'))).toMatchObject({ state: 'read' });
  });
});
