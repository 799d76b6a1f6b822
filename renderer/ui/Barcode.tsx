import { code128 } from '../../shared/barcodes/code-128.ts';

/** Modules of white that a scanner needs at either side. */
const QUIET = 10;

/** A text as Code 128, as wide as there is room; only its height is given. The text itself belongs below it. */
export function Barcode({ text, className }: { readonly text: string; readonly className?: string | undefined }) {
  let at = QUIET;
  const bars: { readonly x: number; readonly width: number }[] = [];
  for (const [index, width] of code128(text).entries()) {
    if (index % 2 === 0) bars.push({ x: at, width });
    at += width;
  }
  return (
    <svg
      viewBox={`0 0 ${at + QUIET} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden
      className={className}
    >
      <rect width={at + QUIET} height={1} fill="#ffffff" />
      {bars.map(({ x, width }) => (
        <rect key={x} x={x} width={width} height={1} fill="#000000" />
      ))}
    </svg>
  );
}
