/** How far a run is, how fast it goes by its last few seconds, and how long it still takes. */
export interface Meter {
  readonly done: number;
  readonly total: number | null;
  readonly ratePerSecond: number | null;
  readonly secondsLeft: number | null;
}

const WINDOW_MS = 4_000;
/** A rate over less says nothing. */
const LEAST_MS = 400;

/** Takes readings of a count that grows; `nowMs` is any clock that does not go back. */
export class ProgressMeter {
  #seen: { readonly atMs: number; readonly done: number }[] = [];
  #total: number | null = null;

  read(done: number, total: number | null, nowMs: number): void {
    this.#total = total;
    this.#seen.push({ atMs: nowMs, done });
    while (this.#seen.length > 2 && nowMs - (this.#seen[0]?.atMs ?? nowMs) > WINDOW_MS) this.#seen.shift();
  }

  meter(): Meter {
    const first = this.#seen[0];
    const last = this.#seen.at(-1);
    const done = last?.done ?? 0;
    const total = this.#total;
    const elapsedMs = first && last ? last.atMs - first.atMs : 0;
    if (!first || !last || elapsedMs < LEAST_MS) return { done, total, ratePerSecond: null, secondsLeft: null };
    const perSecond = ((last.done - first.done) * 1000) / elapsedMs;
    const secondsLeft = total === null || perSecond <= 0 ? null : Math.ceil((total - last.done) / perSecond);
    return { done, total, ratePerSecond: Math.round(perSecond), secondsLeft };
  }
}
