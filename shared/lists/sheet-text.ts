/** No XML can say these; the door lets none of them in, but an old import may have. */
const UNSAYABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

/** A text for a cell: without what would break the file, and what Excel would read as a coded character kept as it is. */
export const sheetText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(UNSAYABLE, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Excel allows 31 characters and none of these in the name of a sheet. */
export const sheetName = (name: string): string =>
  sheetText(name)
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1';
