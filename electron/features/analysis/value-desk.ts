import { putValueReckoning, valueReckonedAt, valueReckoning } from '../../../db/analysis/value.queries.ts';
import { perform } from '../../../db/changes/act.ts';
import { businessDate, type Clock, dayNumber } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { StagingThread } from '../imports/staging-thread.ts';
import { judgementsOf } from './judgements.ts';
import type { ReckonedValue } from './read-value.ts';

interface ValueDeskOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  /** Tells every window what changed. */
  readonly publish: (topics: readonly string[]) => void;
}

interface Running {
  doneMembers: number;
  ofMembers: number;
}

/** Reckons what an open store's members are worth, in a thread beside the till; at most one run at a time. */
export class ValueDesk {
  readonly #options: ValueDeskOptions;
  #job: Promise<void> | null = null;
  #thread: StagingThread | null = null;
  #running: Running | null = null;
  #isHalted = false;
  #stopped: string | null = null;

  constructor(options: ValueDeskOptions) {
    this.#options = options;
  }

  get running(): Running | null {
    return this.#running;
  }

  /** Why the last run broke off, as a code; null where it did not, or somebody wanted it. */
  get stopped(): string | null {
    return this.#stopped;
  }

  /** When the till is idle: once a day. A run that failed is not tried again by itself. */
  startIfDue(): void {
    const { store } = this.#options;
    const last = valueReckoning.get(store.db, {});
    if (this.#stopped === null && (last?.asOfDay ?? 0) < this.#today()) this.start();
  }

  start(): void {
    if (this.#job || this.#isHalted) return;
    this.#stopped = null;
    this.#running = { doneMembers: 0, ofMembers: 0 };
    this.#job = this.#reckon().finally(() => {
      this.#job = null;
      this.#thread = null;
      this.#running = null;
      if (!this.#isHalted) this.#options.publish(['analysis']);
    });
    this.#job.catch((error: unknown) => {
      // A full disk, most likely: what was found before stays.
      this.#stopped = (error as { readonly code?: string }).code ?? (error as Error).name;
    });
    this.#options.publish(['analysis']);
  }

  /** Breaks off what is under way. */
  stop(): void {
    void this.#thread?.stop();
  }

  /** Done when nothing is done any more. */
  async idle(): Promise<void> {
    await this.#job?.catch(() => {});
  }

  /** Writes nothing more. */
  halt(): void {
    this.#isHalted = true;
    this.stop();
  }

  #today(): number {
    const { store, clock } = this.#options;
    return dayNumber(businessDate(clock(), store.day));
  }

  async #reckon(): Promise<void> {
    const { store, clock, publish } = this.#options;
    const asOfDay = this.#today();
    const thread = new StagingThread();
    this.#thread = thread;
    const outcome = await thread.run<ReckonedValue>(
      { task: 'value', order: { storeFile: store.db.raw.name, asOfDay, judgements: judgementsOf(store) } },
      ({ rows, share }) => {
        this.#running = { doneMembers: rows, ofMembers: share ? Math.round(rows / share) : 0 };
        publish(['analysis']);
      },
    );
    void thread.stop();
    if (this.#isHalted || (!outcome.ok && outcome.reason === 'stopped')) return;
    if (!outcome.ok) {
      this.#stopped = outcome.code ?? outcome.reason;
      return;
    }
    const { cuts = null, report = null } = outcome.value ?? {};
    // A list that was put in order by the fifths before is known by when that was.
    const atMs = Math.max(clock(), (valueReckonedAt.get(store.db, {})?.atMs ?? 0) + 1);
    perform(store.db, clock(), (act) => putValueReckoning.run(act.db, { asOfDay, atMs, cuts, report }));
  }
}
