import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
} from '@tanstack/react-table';

export interface ColumnLook {
  /** A CSS grid track until somebody sets a width: `120px`, `minmax(160px, 2fr)`. */
  readonly width?: string;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** The key by which the list can be sorted here; absent where it cannot. */
  readonly sortKey?: string;
  /** Offered by the column chooser, not shown until somebody wants it. */
  readonly hiddenAtFirst?: true;
  /** What the cell says for each word of the program that its value may be. */
  readonly says?: Readonly<Record<string, string>>;
  /** What a copy of the cell says, where neither the value of the column nor what it says for it will do. */
  // biome-ignore lint/suspicious/noExplicitAny: the row of whichever list it is.
  readonly copy?: (row: any) => string;
}

/** Where a column stands that stays in sight while the others scroll. */
export interface Pinned {
  readonly leftPx: number;
  /** The others scroll away under its right edge. */
  readonly isLast: boolean;
}

export const pinnedProps = (pinned: Pinned | undefined) =>
  pinned && {
    'data-pinned': pinned.isLast ? 'last' : 'yes',
    style: { position: 'sticky', left: pinned.leftPx } as const,
  };

/** The list is sorted, filtered and counted where the data is: the table only arranges its columns. */
export const listFeatures = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnMeta: {} as ColumnLook,
});
export type ListFeatures = typeof listFeatures;

/** Columns of a list of `Row`: `listColumns<MemberRow>()` gives `accessor` and `display`. */
export const listColumns = <Row extends object>() => createColumnHelper<ListFeatures, Row>();

// biome-ignore lint/suspicious/noExplicitAny: columns of one list hold values of different types.
export type ListColumn<Row extends object> = ColumnDef<ListFeatures, Row, any>;

/** The id by which a layout names a column. */
export const columnId = <Row extends object>(column: ListColumn<Row>): string =>
  column.id ?? String((column as { readonly accessorKey?: string }).accessorKey);

/** What the column is called in menus. */
export const columnWords = <Row extends object>(column: ListColumn<Row>): string =>
  typeof column.header === 'string' ? column.header : columnId(column);

/** The words of a column for everything that it may hold. */
export const wordsFor = <Value extends string>(
  values: readonly Value[],
  say: (value: Value) => string,
): Readonly<Record<string, string>> => Object.fromEntries(values.map((value) => [value, say(value)]));
