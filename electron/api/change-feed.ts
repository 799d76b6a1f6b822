import { EventEmitter } from 'node:events';

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
}
