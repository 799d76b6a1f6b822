/** Points as typed, full-width digits and grouping too. Null where it is no whole number of at least one. */
export function readWholePoints(text: string): number | null {
  const typed = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (!/^\d{1,9}$/.test(typed)) return null;
  const points = Number(typed);
  return points >= 1 ? points : null;
}
