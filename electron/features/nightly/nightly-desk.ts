import { setImmediate } from 'node:timers/promises';
import { nights } from '../../../db/nightly/nightly.queries.ts';
import type { NightlyState } from '../../../shared/contract/nightly.contract.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { businessDate, type Clock } from '../../../shared/kernel/instant.ts';
import { NIGHT_STEPS, nextNight } from '../../../shared/nightly/night.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { StagingThread } from '../imports/staging-thread.ts';
import { beginAgain, daysInDoubt, lastNight, runNight } from './run-night.ts';

const NIGHTS_SHOWN = 14;
const TELL_EVERY_MS = 250;
const CHUNKS_A_CHECKPOINT = 20;

export interface NightlyDeskOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Tells every window what changed. */
  readonly publish: (topics: readonly string[]) => void;
}

/** The nightly work of an open store: at most one run at a time, in chunks between which the till has its turn. */
export class NightlyDesk {
  readonly #options: NightlyDeskOptions;
  #job: Promise<void> | null = null;
  #isHalted = false;
  #stopped: string | null = null;

  constructor(options: NightlyDeskOptions) {
    this.#options = options;
  }

  state(): NightlyState {
    const { store, clock } = this.#options;
    const last = lastNight(store);
    const isRunning = this.#job !== null && last?.endedAtMs === null;
    return {
      running: isRunning
        ? { date: last.date, name: last.step, step: NIGHT_STEPS.indexOf(last.step) + 1, of: NIGHT_STEPS.length }
        : null,
      nights: nights
        .all(store.db, { limit: NIGHTS_SHOWN })
        .map(({ date, startedAtMs, endedAtMs, counts, failures }) => ({
          date,
          startedAtMs,
          endedAtMs,
          counts,
          failures,
        })),
      daysInDoubt: daysInDoubt(store, clock()),
      stopped: this.#stopped,
    };
  }

  /** When the till is idle: whatever is due, unless so many days were missed that somebody should look at the date. */
  startIfDue(): void {
    const { store, clock } = this.#options;
    const nowMs = clock();
    const last = lastNight(store);
    const isDue = last?.endedAtMs === null || nextNight(last?.date ?? null, businessDate(nowMs, store.day)) !== null;
    if (isDue && daysInDoubt(store, nowMs) === 0) this.#start();
  }

  /** By hand: whatever is due; where nothing is, the last night's work once more. */
  start(): void {
    if (this.#job) return;
    beginAgain(this.#options.store, this.#options.clock());
    this.#start();
  }

  /** Done when nothing is run any more. */
  async idle(): Promise<void> {
    await this.#job;
  }

  /** Writes nothing more; it is taken up again when the till is idle, or the store opened again. */
  halt(): void {
    this.#isHalted = true;
  }

  #start(): void {
    if (this.#job || this.#isHalted) return;
    this.#stopped = null;
    this.#job = this.#work()
      .catch((error: unknown) => {
        // A full disk, most likely. What is committed stays, and the next idle moment goes on behind it.
        this.#stopped = (error as { readonly code?: string }).code ?? (error as Error).name;
      })
      .finally(() => {
        this.#job = null;
        if (!this.#isHalted)
          this.#options.publish(['nightly', 'members', 'points', 'automations', 'coupons', 'messages']);
      });
  }

  async #work(): Promise<void> {
    const beside = new StagingThread();
    try {
      await this.#chunks(beside);
    } finally {
      void beside.stop();
    }
  }

  async #chunks(beside: StagingThread): Promise<void> {
    const { store, clock, ids, publish } = this.#options;
    let toldAt = 0;
    // Not within the call that starts it.
    await setImmediate();
    for (let chunks = 1; !this.#isHalted && runNight(store, clock, ids); chunks += 1) {
      if (performance.now() - toldAt > TELL_EVERY_MS) {
        toldAt = performance.now();
        publish(['nightly']);
      }
      await setImmediate();
      // Beside the till: what this writes must not make a sale's commit wait for it.
      if (chunks % CHUNKS_A_CHECKPOINT === 0) await beside.run({ task: 'checkpoint', storeFile: store.db.raw.name });
    }
  }
}
