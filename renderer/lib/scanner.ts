import type { ScannerTerms } from '../../shared/tills/scanner-terms.ts';

/** Fingers may roll over two or three keys; no code is that short. */
const SHORTEST_CODE = 4;

/** The part of a key press that matters here. */
export interface ScanPress {
  readonly key: string;
  readonly atMs: number;
  /** Whether it would type into a field. */
  readonly inField: boolean;
  /** Held down, together with Ctrl, Alt or Cmd, or belonging to an input method: certainly not a scanner. */
  readonly byHand: boolean;
}

/**
 * What to do with a press. `release` is what was kept back and turned out to be typing: it is put back first.
 * - `begin`: let it through where it types into a field (it may be a first letter), keep it back elsewhere.
 * - `hold`: keep it back; it followed too fast for fingers.
 * - `pass`: let it through.
 * - `scan`: the last key of a scan; swallow it and take back what leaked into the field.
 */
export type ScanVerdict =
  | { readonly kind: 'begin' | 'pass'; readonly release: string }
  | { readonly kind: 'hold' }
  | { readonly kind: 'scan'; readonly code: string };

/** What a burst was, once nothing follows it: a scan, or typing of which `release` was kept back. */
export type ScanEnd = Extract<ScanVerdict, { kind: 'scan' }> | { readonly kind: 'typed'; readonly release: string };

/** A burst of keys so far. `leaked` is the first key where it went into a field. */
export interface ScanState {
  readonly leaked: string;
  readonly held: string;
  readonly lastMs: number;
}

export const NO_BURST: ScanState = { leaked: '', held: '', lastMs: Number.NEGATIVE_INFINITY };

/** Whether a burst that began so can still be, or already is, one with the prefix. */
const mayHavePrefix = (text: string, prefix: string): boolean => text.startsWith(prefix) || prefix.startsWith(text);

/** The code in the keys of a whole burst (without an Enter or Tab at its end), or null where it is none. */
function codeOf(burst: string, { prefix, suffix }: ScannerTerms): string | null {
  const ending = suffix.kind === 'text' ? suffix.text : '';
  if (!burst.startsWith(prefix) || !burst.endsWith(ending)) return null;
  const code = burst.slice(prefix.length, burst.length - ending.length);
  return code.length >= SHORTEST_CODE ? code : null;
}

const isOver = (state: ScanState, atMs: number, { gapMs }: ScannerTerms): boolean =>
  state.leaked + state.held !== '' && atMs - state.lastMs > gapMs;

/**
 * What the burst was that nothing has followed for longer than the gap, or null where it goes on. To be asked before
 * each press, and when time passes without one: only a pause ends a scan without Enter or Tab.
 */
export function scanEnd(state: ScanState, atMs: number, terms: ScannerTerms): ScanEnd | null {
  if (!isOver(state, atMs, terms)) return null;
  const endsByKey = terms.suffix.kind === 'Enter' || terms.suffix.kind === 'Tab';
  const code = endsByKey ? null : codeOf(state.leaked + state.held, terms);
  return code === null ? { kind: 'typed', release: state.held } : { kind: 'scan', code };
}

/** Takes one key press after `scanEnd` found nothing over: the next state, and what to do with the press. */
export function scanStep(state: ScanState, press: ScanPress, terms: ScannerTerms): readonly [ScanState, ScanVerdict] {
  const { key, atMs } = press;
  const burst = state.leaked + state.held;
  const ended = [NO_BURST, { kind: 'pass', release: state.held }] as const;
  if (press.byHand) return ended;
  // A scanner presses Shift before capital letters.
  if (key === 'Shift') return [burst === '' ? state : { ...state, lastMs: atMs }, { kind: 'pass', release: '' }];
  if (key === terms.suffix.kind) {
    const code = codeOf(burst, terms);
    return code === null ? ended : [NO_BURST, { kind: 'scan', code }];
  }
  if (key.length !== 1) return ended;
  if (burst !== '' && mayHavePrefix(burst + key, terms.prefix))
    return [{ ...state, held: state.held + key, lastMs: atMs }, { kind: 'hold' }];
  if (!mayHavePrefix(key, terms.prefix)) return ended;
  // No code begins with a space; away from fields it presses what has the focus, and a key that was kept back cannot.
  if (key === ' ' && !press.inField && terms.prefix === '') return ended;
  const begun = press.inField ? { leaked: key, held: '' } : { leaked: '', held: key };
  return [
    { ...begun, lastMs: atMs },
    { kind: 'begin', release: state.held },
  ];
}
