import { ownHeadquarters, waitingRows } from '../../../db/sync/headquarters.queries.ts';
import type { HqStatus } from '../../../shared/contract/headquarters.contract.ts';
import { done, type Outcome, type Refusal } from '../../../shared/kernel/outcome.ts';
import type { HqRefusal } from '../../../shared/trust/hq-refusals.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { HqLink } from './hq-link.ts';
import { hqRefusalOf } from './hq-refusal.ts';

/** What is said of the link itself. */
export const SYNC_TOPIC = 'headquarters';
/** What may have come from other stores. */
const PULLED_TOPICS = ['members', 'member', 'duplicates'];

const EACH_MS = 60_000;
/** After a failure, doubled with each; up to a few minutes, so that a shop whose line comes back waits for nobody. */
const REST_MS = 5_000;
const LONGEST_REST_MS = 5 * 60_000;

export interface SyncDeskOptions {
  readonly store: OpenStore;
  readonly clock: () => number;
  /** Tells every window what changed. */
  readonly publish: (topics: readonly string[]) => void;
  /** A clock that nobody sets, in ms. */
  readonly uptime?: () => number;
  /** 0 ≤ random < 1. */
  readonly random?: () => number;
}

type Ended = Outcome<null, Refusal<HqRefusal>>;

/** Talks to headquarters for an open store: every minute, soon after each act, and when somebody asks. */
export class SyncDesk {
  readonly #options: SyncDeskOptions;
  readonly #uptime: () => number;
  readonly #random: () => number;
  #link: HqLink | null = null;
  #job: Promise<Ended> | null = null;
  #trouble: Refusal<HqRefusal> | null = null;
  #failures = 0;
  /** By a clock that nobody sets; 0: at once. */
  #dueAtMs = 0;
  #isHalted = false;

  constructor(options: SyncDeskOptions) {
    this.#options = options;
    this.#uptime = options.uptime ?? (() => performance.now());
    this.#random = options.random ?? Math.random;
  }

  /** Every few seconds: begins where it is due. Fails where the disk or the program does. */
  async wake(): Promise<void> {
    const { db } = this.#options.store;
    if (this.#isHalted || this.#job || !ownHeadquarters.get(db, {})) return;
    const hasNews = this.#failures === 0 && (waitingRows.get(db, {})?.waiting ?? 0) > 0;
    if (hasNews || this.#uptime() >= this.#dueAtMs) await this.now();
  }

  /** Tells and hears everything now, or joins what is under way. A broken disk is thrown. */
  now(): Promise<Ended> {
    this.#job ??= this.#run().finally(() => {
      this.#job = null;
      this.#options.publish([SYNC_TOPIC]);
    });
    return this.#job;
  }

  /** The store was let in: whatever was known of the link is past, and it is due. */
  enrolled(): void {
    this.#link?.close();
    this.#link = null;
    this.#trouble = null;
    this.#failures = 0;
    this.#dueAtMs = 0;
    this.#options.publish([SYNC_TOPIC]);
  }

  status(): HqStatus {
    const { db } = this.#options.store;
    const own = ownHeadquarters.get(db, {});
    const { waiting = 0, isFrozen = false } = waitingRows.get(db, {}) ?? {};
    return {
      enrolment: own
        ? {
            address: own.address,
            storeName: own.storeName,
            enrolledAtMs: own.enrolledAtMs,
            pin: Buffer.from(own.pin).toString('hex'),
          }
        : null,
      waitingRows: waiting,
      exchangedAtMs: own?.exchangedAtMs ?? null,
      isRunning: this.#job !== null,
      trouble: this.#trouble?.reason ?? null,
      isFrozen,
    };
  }

  /** The store is being closed, or its file is damaged: nothing more is asked or written. */
  halt(): void {
    this.#isHalted = true;
    this.#link?.close();
  }

  async #run(): Promise<Ended> {
    const { store, clock, publish } = this.#options;
    const pulledBefore = waitingRows.get(store.db, {})?.pulledVersion;
    let pulled = pulledBefore;
    try {
      this.#link ??= new HqLink(store);
      await this.#link.exchange({
        clock,
        isHalted: () => this.#isHalted,
        onTaken: () => {
          pulled = waitingRows.get(store.db, {})?.pulledVersion;
        },
      });
      this.#trouble = null;
      this.#failures = 0;
      this.#dueAtMs = this.#uptime() + this.#about(EACH_MS);
      return done(null);
    } catch (error) {
      const refusal = hqRefusalOf(error);
      this.#failures += 1;
      this.#dueAtMs = this.#uptime() + this.#about(Math.min(LONGEST_REST_MS, REST_MS * 2 ** (this.#failures - 1)));
      if (!refusal) throw error;
      this.#trouble = refusal;
      return refusal;
    } finally {
      if (pulled !== pulledBefore && !this.#isHalted) publish(PULLED_TOPICS);
    }
  }

  /** So that the stores of a chain do not all ask at the same moment. */
  #about(ms: number): number {
    return ms * (0.75 + this.#random() * 0.5);
  }
}
