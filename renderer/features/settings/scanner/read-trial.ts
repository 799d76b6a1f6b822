import type { ScannerTerms } from '../../../../shared/tills/scanner-terms.ts';
import { NO_BURST, scanEnd, scanStep } from '../../../lib/scanner.ts';

/** A key that was heard in the trial: a letter, Shift, Enter or Tab. */
export interface TrialPress {
  readonly key: string;
  readonly atMs: number;
}

/** What was heard, and how fast. Milliseconds between two keys; null for a single key. */
export interface Trial {
  readonly text: string;
  readonly ending: 'Enter' | 'Tab' | 'none';
  readonly slowestMs: number | null;
  readonly averageMs: number | null;
  /** The gap that would take it for a scan with some room; null where it came as slowly as fingers. */
  readonly suggestedGapMs: number | null;
}

export type TrialVerdict =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'slow' | 'prefix' | 'suffix' | 'short' };

/** No scanner is slower, no fingers are faster for a whole code. */
const SLOWEST_SCANNER_MS = 80;
const LEAST_GAP_MS = 20;

const textOf = (presses: readonly TrialPress[]): string =>
  presses
    .map(({ key }) => key)
    .filter((key) => key.length === 1)
    .join('');

export function readTrial(presses: readonly TrialPress[]): Trial {
  const gaps = presses.slice(1).map(({ atMs }, index) => atMs - (presses[index]?.atMs ?? atMs));
  // The browser's clock is finer than a scanner's, and wavers.
  const slowest = gaps.length === 0 ? null : Math.round(Math.max(...gaps));
  const last = presses.at(-1)?.key;
  return {
    text: textOf(presses),
    ending: last === 'Enter' || last === 'Tab' ? last : 'none',
    slowestMs: slowest,
    averageMs: slowest === null ? null : Math.round(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
    // Half as much again, in steps of five.
    suggestedGapMs:
      slowest === null || slowest > SLOWEST_SCANNER_MS
        ? null
        : Math.max(LEAST_GAP_MS, Math.ceil((slowest * 1.5) / 5) * 5),
  };
}

/** What the till would take it for under these terms: by the same recogniser, and if it is no scan, why not. */
export function judgeTrial(presses: readonly TrialPress[], terms: ScannerTerms): TrialVerdict {
  let state = NO_BURST;
  for (const { key, atMs } of presses) {
    if (scanEnd(state, atMs, terms)) state = NO_BURST;
    const [next, verdict] = scanStep(state, { key, atMs, inField: false, byHand: false }, terms);
    if (verdict.kind === 'scan') return verdict;
    state = next;
  }
  const end = scanEnd(state, Number.POSITIVE_INFINITY, terms);
  if (end?.kind === 'scan') return end;
  const { text, ending, slowestMs } = readTrial(presses);
  const { suffix } = terms;
  const asSet = suffix.kind === 'text' ? text.endsWith(suffix.text) : ending === suffix.kind;
  if ((slowestMs ?? 0) > terms.gapMs) return { kind: 'slow' };
  if (!text.startsWith(terms.prefix)) return { kind: 'prefix' };
  return { kind: asSet ? 'short' : 'suffix' };
}
