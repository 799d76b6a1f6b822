import { columnId, columnWords, type ListColumn } from './columns.ts';
import type { Sort } from './HeaderCell.tsx';

export interface ShownColumn {
  readonly id: string;
  readonly heading: string;
  /** What it says for each word of the program. */
  readonly words?: Record<string, string>;
}

/** What a list looks like now: what an export of it needs to show the same. */
export interface ShownList {
  /** What the list is called. */
  readonly label: string;
  /** Those in sight, from left to right. */
  readonly columns: readonly ShownColumn[];
  readonly sort: Sort | undefined;
  readonly total: number;
}

export const asShown = <Row extends object>(column: ListColumn<Row>): ShownColumn => ({
  id: columnId(column),
  heading: columnWords(column),
  ...(column.meta?.says ? { words: { ...column.meta.says } } : {}),
});
