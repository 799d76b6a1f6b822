import { recall, remember } from './remembered.ts';

/** Other windows of this browser, which share its sign-in, hear of activity here this often. */
const SHARED_EVERY_MS = 5000;
const SHARED = 'active-at';
const ACTIVITY = ['keydown', 'pointerdown', 'wheel'] as const;

/** Knows when a key was last pressed, or something touched or scanned, in any window of this browser. */
export class IdleWatch {
  #lastMs = Date.now();
  #sharedMs = 0;
  /** What waits for idleness: once it is noticed, also by the first key after the machine had slept. */
  #look: () => boolean = () => false;

  /** Listens to a window. First of all listeners it also hears what others keep from the rest. */
  attach(target: Window): void {
    const note = () => {
      if (!this.#look()) this.#note(Date.now());
    };
    for (const kind of ACTIVITY) target.addEventListener(kind, note, { capture: true, passive: true });
  }

  /** Calls `onIdle` once when nothing was pressed or touched for `limitMs`, unless the returned function is called first. */
  watch(limitMs: number, onIdle: () => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      this.#look = () => false;
    };
    const look = (): boolean => {
      clearTimeout(timer);
      const leftMs = this.#lastActivityMs() + limitMs - Date.now();
      if (leftMs > 0) {
        timer = setTimeout(look, leftMs);
        return false;
      }
      end();
      onIdle();
      return true;
    };
    // Whoever begins to be watched has just signed in.
    this.#note(Date.now());
    this.#look = look;
    look();
    return end;
  }

  /** A clock that was set back does not keep a window open. */
  #lastActivityMs(): number {
    const lastMs = Math.max(this.#lastMs, Number(recall(SHARED) ?? 0) || 0);
    if (lastMs > Date.now()) this.#note(Date.now());
    return Math.min(lastMs, Date.now());
  }

  #note(nowMs: number): void {
    this.#lastMs = nowMs;
    if (Math.abs(nowMs - this.#sharedMs) < SHARED_EVERY_MS) return;
    this.#sharedMs = nowMs;
    remember(SHARED, String(nowMs));
  }
}

export const idleWatch = new IdleWatch();
