import { mulDivHalfUp } from '../kernel/round.ts';
import type { OfferLine, Scene } from './scene.ts';

/** Pieces of one line, one as dear as the other. */
export interface Run {
  readonly line: number;
  readonly pieces: number;
}

export const countOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.pieces, 0);

/**
 * The whole pieces of the lines at `indexes`, line by line, ordered by what one still costs. Goods by weight are no pieces.
 * Lines of the same price keep the basket's order.
 */
export function runsOf(
  scene: Scene,
  left: readonly number[],
  indexes: readonly number[],
  first: 'dearest' | 'cheapest',
): Run[] {
  const priceOf = ({ line }: Run) => (left[line] ?? 0) / (scene.lines[line]?.quantityThousandths ?? 1);
  const sign = first === 'dearest' ? -1 : 1;
  return indexes
    .flatMap((line) => {
      const { unit, quantityThousandths } = scene.lines[line] as OfferLine;
      const pieces = unit === 'piece' ? Math.floor(quantityThousandths / 1000) : 0;
      return pieces > 0 ? [{ line, pieces }] : [];
    })
    .toSorted((a, b) => sign * (priceOf(a) - priceOf(b)) || a.line - b.line);
}

/** What `pieces` of a line still cost. */
export const worthOf = (scene: Scene, left: readonly number[], line: number, pieces: number): number =>
  mulDivHalfUp(left[line] ?? 0, pieces * 1000, scene.lines[line]?.quantityThousandths ?? 1);

/** The first `pieces` of the runs after `skipped` of them, line by line. */
export function takeFrom(runs: readonly Run[], pieces: number, skipped = 0): Run[] {
  let skip = skipped;
  let rest = pieces;
  return runs.flatMap((run) => {
    const passed = Math.min(skip, run.pieces);
    skip -= passed;
    const taken = Math.min(rest, run.pieces - passed);
    rest -= taken;
    return taken > 0 ? [{ line: run.line, pieces: taken }] : [];
  });
}
