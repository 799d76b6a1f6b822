import { setImmediate } from 'node:timers/promises';
import type { ScanProgress } from '../../../shared/contract/quality.contract.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { ChangeFeed } from '../../api/change-feed.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { scanMembers } from './scan-members.ts';

type ScanOutcome = Outcome<{ finished: boolean }, Refusal<'scan-failed'>>;

interface Running {
  progress: ScanProgress;
  isCancelled: boolean;
  outcome: Promise<ScanOutcome>;
}

/** One scan a store at a time, kept in memory: a program that ends forgets it. */
const running = new WeakMap<OpenStore, Running>();

/** Windows hear of the progress so often. */
const TELL_MS = 250;

export const scanProgress = (store: OpenStore): ScanProgress | null => running.get(store)?.progress ?? null;

/** What runs stops before its next step; what the last scan found stays. */
export function cancelScan(store: OpenStore): void {
  const scan = running.get(store);
  if (scan) scan.isCancelled = true;
}

/**
 * Runs a scan in the gaps between what is asked of the store: after each small step everybody else has a turn. Answers
 * when it is through or was cancelled. Whoever asks while one runs waits for that one.
 */
export function runScan(store: OpenStore, clock: Clock, changes: ChangeFeed): Promise<ScanOutcome> {
  const known = running.get(store);
  if (known) return known.outcome;
  const scan: Running = {
    progress: { phase: 'reading', done: 0, total: 0 },
    isCancelled: false,
    outcome: Promise.resolve(done({ finished: false })),
  };
  running.set(store, scan);
  scan.outcome = step(store, clock, changes, scan).finally(() => {
    running.delete(store);
    changes.publish(['scan', 'duplicates']);
  });
  return scan.outcome;
}

async function step(store: OpenStore, clock: Clock, changes: ChangeFeed, scan: Running): Promise<ScanOutcome> {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  try {
    for (const progress of scanMembers({ db: store.db, clock })) {
      scan.progress = progress;
      if (clock() - toldAtMs >= TELL_MS) {
        toldAtMs = clock();
        changes.publish(['scan']);
      }
      await setImmediate();
      if (scan.isCancelled || !store.db.raw.open) return done({ finished: false });
    }
    return done({ finished: true });
  } catch (error) {
    // A full disk, or more people than fit: the store is as it was, and the words of the error stay inside.
    console.error(`a scan failed: ${(error as { code?: string }).code ?? (error as Error).name}`);
    return refuse('scan-failed');
  }
}
