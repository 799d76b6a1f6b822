/** Divides integers and rounds half away from zero, the way a till rounds a price. Exact also beyond 2^53 in between. */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  return Number(sign * ((top * 2n + bottom) / (bottom * 2n)));
}

/** `a × b ÷ c` on safe integers, rounded half away from zero. */
export function mulDivHalfUp(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product) && Math.abs(product) < 2 ** 51) {
    const quotient = Math.abs(product) / Math.abs(c);
    const floor = Math.floor(quotient);
    const remainder = Math.abs(product) - floor * Math.abs(c);
    const rounded = remainder * 2 >= Math.abs(c) ? floor + 1 : floor;
    return rounded === 0 ? 0 : product < 0 === c < 0 ? rounded : -rounded;
  }
  return divideHalfUp(BigInt(a) * BigInt(b), BigInt(c));
}
