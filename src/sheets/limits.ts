const MEBIBYTE = 1024 * 1024;

/**
 * What a file may hold. An Analytics export of 300,000 rows is some 30 MB as CSV and unpacks to some 150 MB as xlsx;
 * everything here leaves room for several times that and keeps a browser tab alive.
 */
export const limits = {
  /** Bytes of a file as it is on disk. */
  fileBytes: 512 * MEBIBYTE,
  /** Bytes of one worksheet, unpacked. */
  sheetBytes: 1024 * MEBIBYTE,
  /** Bytes of all parts of a file together, unpacked; a worksheet with merged cells is read twice, and counts twice. */
  unpackedBytes: 2304 * MEBIBYTE,
  /** Worksheets in a workbook. */
  worksheets: 1000,
  /** Bytes of the table of shared texts, unpacked: it is held in memory. */
  sharedTextBytes: 256 * MEBIBYTE,
  /** Bytes of any other part (workbook, styles, relations), unpacked. */
  partBytes: 16 * MEBIBYTE,
  /** Deflate cannot reach more than 1032 to 1; exports reach 10 to 40. Looked at only above `bombFloorBytes`. */
  unpackRatio: 250,
  bombFloorBytes: 32 * MEBIBYTE,
  /** Entries in the zip's directory, and bytes of that directory. */
  zipEntries: 10_000,
  zipDirectoryBytes: 8 * MEBIBYTE,
  /** What Excel itself can hold in a worksheet. */
  rows: 1_048_576,
  /** Exports have a dozen columns; a worksheet with a filled cell beyond this one is not read. */
  columns: 512,
  /** Characters of one tag or one text in a worksheet; Excel's cells hold 32,767. */
  tokenCharacters: 1 * MEBIBYTE,
  /** Characters of one tag, text or name in a file of records; a note may be long. */
  recordTokenCharacters: 4 * MEBIBYTE,
  /** Levels in a file of records; a record has some ten. The parser of XML takes time that grows with the square of them. */
  recordDepth: 500,
  /** Characters of one CSV row; a longer one has quotes that do not close. */
  csvRowCharacters: 1 * MEBIBYTE,
  /** Merged ranges, which have to be held in memory. */
  mergedRanges: 2_000_000,
  /** Bytes of a review file of ours: 30,000 people are some 40 MB. */
  reviewBytes: 256 * MEBIBYTE,
} as const;

/** Rows at the top of a table in which the line of headings is looked for. */
export const headingSearchRows = 20;
