import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/sheets/index.ts';
import { zipped } from './odd-workbooks.ts';

const read = (blob: Blob) => readFile(blob, 'report.xls');

describe('what only pretends to be a workbook', () => {
  const text = (content: string) => new Blob([content]);
  it.each([
    ['old-excel', new Blob([new Uint8Array([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0])])],
    ['saved-web-page', text('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n')],
    [
      'saved-web-page',
      text('From: <Saved by a browser>\r\nSubject: =?utf-8?Q?a?=\r\n\t=?utf-8?Q?b?=\r\nMIME-Version: 1.0\r\n\r\n'),
    ],
    ['xml-2003', text('<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook/>')],
    [
      'xml-2003',
      text('\ufeff<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['open-document', text('<?xml version="1.0"?>\n<office:document xmlns:office="urn:x"/>')],
    ['open-document', zipped({ mimetype: new TextEncoder().encode('x'), 'content.xml': new Uint8Array() })],
    ['binary-workbook', zipped({ 'xl/workbook.bin': new Uint8Array([1]) })],
    ['web-page', text('<html><table><tr><td>Primary Identifier</td></tr></table></html>')],
    ['other-format', text('ID;PWXL;N;E\r\nC;Y1;X1;K"Primary Identifier"\r\nE\r\n')],
    ['other-format', text('TABLE\n0,1\n"EXCEL"\nVECTORS\n')],
    ['other-format', text('{\\rtf1\\ansi Primary Identifier}')],
    ['other-format', text('%PDF-1.7\n')],
  ])('is refused as %s', async (reason, blob) => {
    expect(await read(blob)).toEqual({ state: 'refused', reason });
  });

  it('reads a table whose first heading is like the beginning of another format', async () => {
    expect(await read(text('ID;Primary Identifier;Role Type\n1;a1;Patron\n'))).toMatchObject({ state: 'read' });
  });
});
