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
  /** Does it to some rows, and says of each what came of it. */
  readonly change: (rows: readonly Row[], doing: Doing) => readonly Done<Before>[];
  /** Puts some back, where they still are as the act left them; null for each that it did. */
  readonly revert: (before: readonly Before[], doing: Doing) => readonly (BulkSkip | null)[];
  /** More are not changed in one go, however quickly it went: each row of most acts is facts of its own. */
  readonly mostRows: number;
}

/** For an act that changes one row after another. */
export const MOST_ROWS_ONE_BY_ONE = 50;
