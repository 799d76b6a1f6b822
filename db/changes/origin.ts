import type { Id } from '../../shared/kernel/id.ts';
import type { Hlc } from '../../shared/sync/hlc.ts';

/** Where a fact comes from: its stamp, and the store that wrote it (equal stamps go to the greater id). */
export interface Origin {
  readonly hlc: Hlc;
  readonly storeId: Id<'store'>;
}
