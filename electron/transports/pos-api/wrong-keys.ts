const MOST_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

/**
 * Counts wrong keys. Beyond ten a minute they are told to wait. A right key is let in all the while: whoever is wrong
 * is on this machine too, and must not be able to lock the till's own software out; to guess 256 bits is hopeless.
 */
export class WrongKeys {
  readonly #now: () => number;
  #lately: number[] = [];

  /** `now` in ms, by a clock that nobody sets. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counts one, and says how many seconds to wait; 0 for none. */
  count(): number {
    const now = this.#now();
    this.#lately = this.#lately.filter((atMs) => now - atMs < MINUTE_MS);
    const [first] = this.#lately;
    if (first !== undefined && this.#lately.length >= MOST_PER_MINUTE)
      return Math.ceil((first + MINUTE_MS - now) / 1000);
    this.#lately.push(now);
    return 0;
  }
}
