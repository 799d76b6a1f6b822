/** How many columns of a receipt printer a text takes: Chinese and other full-width characters take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += isWide(character) ? 2 : 1;
  return columns;
}

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), as far as a till meets them. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const isWide = (character: string): boolean => WIDE.test(character);

/** Breaks a text into pieces of at most `width` columns (≥ 2); a space at a break is dropped. An empty text is one piece. */
export function fold(text: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of text) {
    const columns = isWide(character) ? 2 : 1;
    if (used + columns > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    if (character === ' ' && piece === '' && pieces.length > 0) continue;
    piece += character;
    used += columns;
  }
  return [...pieces, piece];
}

/** `left` and `right` at the two edges of a line; where both do not fit, the right one goes to a line of its own. */
export function edges(left: string, right: string, width: number): string[] {
  const gap = width - columnsOf(left) - columnsOf(right);
  if (gap >= 1) return [left + ' '.repeat(gap) + right];
  const [first = '', ...rest] = fold(right, width);
  return [...fold(left, width), ' '.repeat(Math.max(0, width - columnsOf(first))) + first, ...rest];
}
