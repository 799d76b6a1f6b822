const MINUTE_MS = 60_000;

/** How often a store is backed up if it changed, in minutes. */
export const EVERY_MINUTES = { least: 15, usual: 20, most: 30 } as const;

/** A whole check of the data at least this often, also where nothing changes. */
export const CHECK_EVERY_MS = 24 * 60 * MINUTE_MS;

/**
 * Whether the next planned backup is due: something changed since the last one, and that is long enough ago — or lies
 * in the future, because a clock was set back.
 */
export const backupIsDue = (terms: {
  readonly nowMs: number;
  /** When the last one was made; where there is none, when the store was opened. */
  readonly lastAtMs: number;
  readonly everyMinutes: number;
  readonly hasChanged: boolean;
}): boolean =>
  terms.hasChanged &&
  (terms.nowMs - terms.lastAtMs >= terms.everyMinutes * MINUTE_MS || terms.lastAtMs > terms.nowMs + MINUTE_MS);
