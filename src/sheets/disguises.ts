import type { RefusedReason } from './types.ts';

/** The first record of workbooks older than Excel 5, and of later ones without their container. */
const oldWorkbooks: readonly (readonly number[])[] = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];

/** Headers of an e-mail; those that only one that was sent has stand in `sent`. */
const headers = /^(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/;
const sent = /^(?:Received|Message-ID|Return-Path|Delivered-To|To):/im;
const isEmail = (text: string): boolean => {
  const head = headers.exec(text)?.[0] ?? '';
  return sent.test(head) && /^(?:From|Subject|Date):/im.test(head);
};

/** Bytes of the file by which Excel marks a workbook as open: the length of the user's name, the name in 54 bytes, and both once more in UTF-16. */
const OWNER_BYTES = 165;
const OWNER_LENGTH_AGAIN = 55;
const isOwnerFile = (head: Uint8Array): boolean =>
  head.length === OWNER_BYTES && head[0] === head[OWNER_LENGTH_AGAIN] && head[OWNER_LENGTH_AGAIN + 1] === 0;

const beginnings: readonly [RegExp, RefusedReason][] = [
  // By which LibreOffice marks a document as open: the user, the computer, the time, the profile.
  [/^[^\n]*,\d\d\.\d\d\.\d{4} \d\d:\d\d,file:\/\/\/[^\n]*;\s*$/, 'lock-file'],
  // A web page saved as one file: the headers of an e-mail, then the page and its pictures.
  [/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i, 'saved-web-page'],
  [
    /^<\?xml[^>]*>\s*(?:<\?mso-application[^>]*Excel\.Sheet|<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet)/i,
    'xml-2003',
  ],
  [/^<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/i, 'xml-2003'],
  [/^(?:<\?xml[^>]*>\s*)?<office:document\b/i, 'open-document'],
  [/^ID;P[^\n]*\n[A-Z]{1,2};/, 'other-format'],
  [/^TABLE\s*\n0,1\s*\n/, 'other-format'],
  [/^(?:\{\\rtf|%PDF-)/, 'other-format'],
];

/**
 * What a file really is whose name says workbook or table: told by its first bytes. `undefined`: none of the formats that
 * spreadsheet programs open under such a name, and we do not read.
 */
export function disguiseOf(head: Uint8Array): RefusedReason | undefined {
  if (oldWorkbooks.some((bytes) => bytes.every((byte, at) => head[at] === byte))) return 'old-excel';
  if (isOwnerFile(head)) return 'lock-file';
  const text = new TextDecoder().decode(head).replaceAll('\0', '').replaceAll('\r', '').trimStart();
  if (isEmail(text)) return 'e-mail';
  return beginnings.find(([pattern]) => pattern.test(text))?.[1];
}
