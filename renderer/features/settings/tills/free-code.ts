/** The first of T1, T2, T3 … that no till has yet. */
export function freeCode(known: readonly string[]): string {
  let number = 1;
  while (known.includes(`T${number}`)) number += 1;
  return `T${number}`;
}
