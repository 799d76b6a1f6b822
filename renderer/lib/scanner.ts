/** Keystrokes closer together than this come from a keyboard-wedge scanner, not from fingers. */
export const SCAN_GAP_MS = 35;
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
 * - `scan`: the Enter of a scan; swallow it and take back what leaked into the field.
 */
export type ScanVerdict =
  | { readonly kind: 'begin' | 'pass'; readonly release: string }
  | { readonly kind: 'hold' }
  | { readonly kind: 'scan'; readonly code: string };

/** A burst of keys so far. `leaked` is the first key where it went into a field. */
export interface ScanState {
  readonly leaked: string;
  readonly held: string;
  readonly lastMs: number;
}

export const NO_BURST: ScanState = { leaked: '', held: '', lastMs: Number.NEGATIVE_INFINITY };

/** Takes one key press: the next state, and what to do with the press. */
export function scanStep(state: ScanState, press: ScanPress): readonly [ScanState, ScanVerdict] {
  const { key, atMs } = press;
  const follows = atMs - state.lastMs <= SCAN_GAP_MS && state.leaked + state.held !== '';
  const ended = [NO_BURST, { kind: 'pass', release: state.held }] as const;
  if (press.byHand) return ended;
  // A scanner presses Shift before capital letters.
  if (key === 'Shift') return [follows ? { ...state, lastMs: atMs } : state, { kind: 'pass', release: '' }];
  if (key === 'Enter') {
    const code = state.leaked + state.held;
    return follows && code.length >= SHORTEST_CODE ? [NO_BURST, { kind: 'scan', code }] : ended;
  }
  if (key.length !== 1) return ended;
  if (follows) return [{ ...state, held: state.held + key, lastMs: atMs }, { kind: 'hold' }];
  const begun = press.inField ? { leaked: key, held: '' } : { leaked: '', held: key };
  return [
    { ...begun, lastMs: atMs },
    { kind: 'begin', release: state.held },
  ];
}
