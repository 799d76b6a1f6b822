/** Negative, but never −0, which JSON and a comparison would trip over. */
export const minus = (value: number): number => (value === 0 ? 0 : -value);
