/** The sum of integers. */
export const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
