/** ln Γ(z) for z > 0: Stirling's series (Abramowitz and Stegun 6.1.41) above 10, reached by Γ(z + 1) = zΓ(z). */
export function logGamma(z: number): number {
  if (!(z > 0)) return Number.NaN;
  let product = 1;
  let w = z;
  for (; w < 10; w++) product *= w;
  const inverse = 1 / (w * w);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188))))) / w;
  return (w - 0.5) * Math.log(w) - w + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}
