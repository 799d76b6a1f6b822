import type { Id } from '../kernel/id.ts';

/** What headquarters sees when a store opens a session. */
export interface Seen {
  readonly store: {
    readonly epoch: Id<'epoch'>;
    /** The last seq of the store's log. */
    readonly seq: number;
    /** The number of the last session that the store has on its disk; 0 before the first. */
    readonly session: number;
    /** Through which seq headquarters acknowledged what the store pushed, as the store remembers it. */
    readonly acknowledgedSeq: number;
    /** The timeline of headquarters that the store last spoke with. */
    readonly timeline: Id<'timeline'> | null;
  };
  readonly headquarters: {
    readonly seq: number;
    /** The greatest session that the store has ever used here. One that was only handed out may have been lost on its way. */
    readonly session: number;
    readonly timeline: Id<'timeline'>;
  };
  readonly epochIsFenced: boolean;
  /** Whether both logs have the same chain at the lower of their two heads. */
  readonly chainsAgree: boolean;
}

/**
 * - `clone`: an epoch that was fenced speaks again, so two disks pass for one store.
 * - `fork`: both logs go on differently from some seq.
 * - `rewind`: the store was restored from a backup, or copied, and knows less than headquarters.
 * - `hq-restored`: headquarters knows less than it once acknowledged, or says that it was restored.
 * - `go-on`: nothing has happened.
 */
export type Verdict = 'clone' | 'fork' | 'rewind' | 'hq-restored' | 'go-on';

/** The handshake table, the gravest row first. */
export function decideHandshake({ store, headquarters, epochIsFenced, chainsAgree }: Seen): Verdict {
  if (epochIsFenced) return 'clone';
  if (!chainsAgree) return 'fork';
  if (store.session < headquarters.session || headquarters.seq > store.seq) return 'rewind';
  const isNewTimeline = store.timeline !== null && store.timeline !== headquarters.timeline;
  if (isNewTimeline || store.acknowledgedSeq > headquarters.seq) return 'hq-restored';
  return 'go-on';
}

/** Whether the store first takes back what headquarters holds of it, and goes on in an epoch of its own. */
export const takesBack = (verdict: Verdict): boolean =>
  verdict === 'clone' || verdict === 'fork' || verdict === 'rewind';
