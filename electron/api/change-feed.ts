import { EventEmitter, on } from 'node:events';

/** What has changed, by topic (`members`, `member:<id>`, `points:<id>`): every window refreshes what it shows of it. */
export class ChangeFeed {
  readonly #bus = new EventEmitter<{ changed: [readonly string[]] }>().setMaxListeners(0);

  publish(topics: readonly string[]): void {
    if (topics.length > 0) this.#bus.emit('changed', topics);
  }

  /** Calls `listener` for each publication until the returned function is called. */
  listen(listener: (topics: readonly string[]) => void): () => void {
    this.#bus.on('changed', listener);
    return () => this.#bus.off('changed', listener);
  }

  /** The publications from now on for which `isHeard` holds as they are made, none lost, until `signal` ends it. */
  async *follow(isHeard: () => boolean, signal: AbortSignal | undefined): AsyncGenerator<readonly string[]> {
    const heard = new EventEmitter<{ changed: [readonly string[]] }>();
    const stop = this.listen((topics) => {
      if (isHeard()) heard.emit('changed', topics);
    });
    try {
      const publications = on(heard, 'changed', signal ? { signal } : {});
      for await (const [topics] of publications as AsyncIterable<[readonly string[]]>) yield topics;
    } catch (error) {
      if (!signal?.aborted) throw error;
    } finally {
      stop();
    }
  }
}
