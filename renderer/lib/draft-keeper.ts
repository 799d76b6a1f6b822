/** A burst of scans is kept once, and nobody who is served waits for it. */
const SETTLE_MS = 250;
/** After a failure, which nobody is told of: the sale itself will say what is wrong with the disk. */
const AGAIN_MS = 5000;

/**
 * Keeps what it is given shortly after, one sending at a time, the last one last. Nobody waits for it: what could not
 * be sent is sent again later, or with whatever comes next.
 */
export class DraftKeeper<Draft> {
  readonly #send: (draft: Draft) => Promise<unknown>;
  #waiting: Draft | null = null;
  #sent = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;

  constructor(send: (draft: Draft) => Promise<unknown>) {
    this.#send = send;
  }

  keep(draft: Draft): void {
    this.#waiting = draft;
    this.#schedule(SETTLE_MS);
  }

  /** Sends at once what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const draft = this.#waiting;
    if (draft === null || this.#sending) return;
    const text = JSON.stringify(draft);
    this.#waiting = null;
    if (text === this.#sent) return;
    this.#sending = this.#send(draft)
      .then(
        () => {
          this.#sent = text;
          return SETTLE_MS;
        },
        () => {
          this.#waiting ??= draft;
          return AGAIN_MS;
        },
      )
      .then((pauseMs) => {
        this.#sending = null;
        if (this.#waiting !== null) this.#schedule(pauseMs);
      });
  }

  #schedule(pauseMs: number): void {
    this.#timer ??= setTimeout(() => this.flush(), pauseMs);
  }
}
