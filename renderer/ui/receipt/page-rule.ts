/** What is printed on, in millimetres. Without a height it is a roll, cut where the text ends. */
export interface Sheet {
  readonly widthMm: number;
  readonly heightMm?: number;
  readonly marginMm: number;
}

/** CSS's own: 96 pixels an inch. */
const MM_A_PX = 25.4 / 96;
/** What a roll has below its text: room for the one line more that a printer's fonts may come to. */
const TAIL_MM = 6;
/** The longest page that a PDF can have is 200 inches; what is longer goes on to another. */
const LONGEST_MM = 5000;

/** The `@page` rule for a sheet whose content is so many CSS pixels high. */
export function pageRule({ widthMm, heightMm, marginMm }: Sheet, contentPx: number): string {
  const lengthMm = heightMm ?? Math.min(LONGEST_MM, Math.ceil(marginMm + contentPx * MM_A_PX + TAIL_MM));
  const bottomMm = heightMm ? marginMm : 0;
  return `@page { size: ${widthMm}mm ${lengthMm}mm; margin: ${marginMm}mm ${marginMm}mm ${bottomMm}mm; }`;
}
