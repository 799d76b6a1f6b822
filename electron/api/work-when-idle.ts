import { diskRefusalOf } from '../../db/kernel/disk-refusal.ts';
import { makeIdleWork } from '../features/stores/idle-work.ts';
import { SYNC_TOPIC } from '../features/sync/sync-desk.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { OpenStore } from './open-store.ts';
import type { ProgramLog } from './program-log.ts';
import type { StoreDesks } from './store-desks.ts';

const IDLE_MS = 5_000;
/** The night's work is for a till that nobody has touched for longer. */
const NIGHT_IDLE_MS = 60_000;

interface IdleTerms {
  readonly changes: ChangeFeed;
  readonly log: ProgramLog;
  /** Null while there is no store, or none that may be written to. */
  readonly openStore: () => OpenStore | null;
  readonly desksOf: (store: OpenStore) => StoreDesks;
  readonly damageFound: () => void;
}

/** What a store does for itself: sends what is due, and the rest once nobody has touched it for a while. Returns how to end it. */
export function workWhenIdle({ changes, log, openStore, desksOf, damageFound }: IdleTerms): () => void {
  let lastActMs = Date.now();
  changes.listen((topics) => {
    // What the link to headquarters says of itself is nobody's act.
    if (topics.some((topic) => topic !== SYNC_TOPIC)) lastActMs = Date.now();
  });
  let work: { readonly of: OpenStore; readonly step: () => void } | null = null;
  /** Not only when nobody sells: what it does at once is little, and people wait for it. */
  const wakeAt = (place: 'messages' | 'sync', store: OpenStore) => {
    const failed = (error: unknown) => log.bug(place, error);
    try {
      void Promise.resolve(desksOf(store)[place].wake()).catch(failed);
    } catch (error) {
      failed(error);
    }
  };
  const look = setInterval(() => {
    const store = openStore();
    const idleMs = Date.now() - lastActMs;
    if (!store) return;
    wakeAt('messages', store);
    wakeAt('sync', store);
    if (idleMs < IDLE_MS) return;
    if (work?.of !== store) work = { of: store, step: makeIdleWork(store) };
    try {
      work.step();
      const { imports, nightly, campaigns, value } = desksOf(store);
      campaigns.startIfDue();
      if (imports.isBusy || idleMs < NIGHT_IDLE_MS) return;
      nightly.startIfDue();
      value.startIfDue();
    } catch (error) {
      // Nothing that a clerk waits for: a full disk will say so at the next sale, and the step comes again.
      log.bug('idle-work', error);
      if (diskRefusalOf(error)?.reason === 'store-damaged') damageFound();
    }
  }, IDLE_MS);
  look.unref();
  return () => clearInterval(look);
}
