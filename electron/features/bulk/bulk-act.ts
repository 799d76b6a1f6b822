import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { BulkSkip } from '../../../shared/lists/bulk.ts';
import type { Right } from '../../../shared/staff/rights.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** What one row is changed with. */
export interface Doing {
  readonly store: OpenStore;
  readonly staffId: Id<'staff'>;
  readonly ids: IdSource;
  readonly nowMs: number;
  /** Names what this run makes, so that a row is never changed twice by it. */
  readonly runId: Id<'bulk'>;
}

/** What was done to a row: what it was before, for the undo, or why it stays as it is. */
export type Done<Before> = { readonly before: Before } | { readonly skip: BulkSkip };

/** An act on many rows of a list, by the use case that does it to one. */
export interface BulkAct<Row = unknown, Before = unknown> {
  readonly list: 'members' | 'products';
  /** For the log: names of fields, never values. */
  readonly fields: readonly string[];
  readonly rights: readonly Right[];
  readonly canUndo: boolean;
  /** What is to be known of some rows; whoever is gone is left out. */
  readonly rowsOf: (pks: Int32Array) => readonly Row[];
  /** Why a row stays as it is; null where it is changed. */
  readonly skip: (row: Row) => BulkSkip | null;
  readonly change: (row: Row, doing: Doing) => Done<Before>;
  /** Puts one back, if it still is as the act left it; null where it did. */
  readonly revert: (before: Before, doing: Doing) => BulkSkip | null;
}
