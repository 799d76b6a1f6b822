/** A bucket that was not asked for when so many others were is forgotten, so that strangers cannot fill the memory. */
const MOST_BUCKETS = 10_000;

/** So many at once from each, and then so many a minute. */
export class RateLimit {
  readonly #most: number;
  readonly #aMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; atMs: number }>();

  /** `now` in ms, by a clock that nobody sets. */
  constructor(terms: { readonly most: number; readonly aMinute: number }, now: () => number = () => performance.now()) {
    this.#most = terms.most;
    this.#aMinute = terms.aMinute;
    this.#now = now;
  }

  /** Takes one of whoever this is, and says how many seconds to wait; 0 for none. */
  take(who: string): number {
    const now = this.#now();
    const known = this.#buckets.get(who) ?? { left: this.#most, atMs: now };
    this.#buckets.delete(who);
    if (this.#buckets.size >= MOST_BUCKETS) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    const left = Math.min(this.#most, known.left + ((now - known.atMs) / 60_000) * this.#aMinute);
    this.#buckets.set(who, { left: left >= 1 ? left - 1 : left, atMs: now });
    return left >= 1 ? 0 : Math.ceil(((1 - left) / this.#aMinute) * 60);
  }
}
