import { type ColumnDef, createColumnHelper, tableFeatures } from '@tanstack/react-table';

export interface ColumnLook {
  /** A CSS grid track: `120px`, `minmax(160px, 2fr)`. */
  readonly width?: string;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** The key by which the list can be sorted here; absent where it cannot. */
  readonly sortKey?: string;
}

/** The list is sorted, filtered and counted where the data is, so the table itself needs no features. */
export const listFeatures = tableFeatures({ columnMeta: {} as ColumnLook });
export type ListFeatures = typeof listFeatures;

/** Columns of a list of `Row`: `listColumns<MemberRow>()` gives `accessor` and `display`. */
export const listColumns = <Row extends object>() => createColumnHelper<ListFeatures, Row>();

// biome-ignore lint/suspicious/noExplicitAny: columns of one list hold values of different types.
export type ListColumn<Row extends object> = ColumnDef<ListFeatures, Row, any>;
