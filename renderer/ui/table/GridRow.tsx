// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import type { Row as TableRow } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import type { ListColumn, ListFeatures } from './columns.ts';
import classes from './DataTable.module.css';

interface GridRowProps<Row extends object> {
  readonly id: string;
  readonly index: number;
  readonly topPx: number;
  readonly marked: boolean;
  readonly opens: boolean;
  readonly columns: readonly ListColumn<Row>[];
  /** Undefined while it is on its way. */
  readonly row: TableRow<ListFeatures, Row> | undefined;
  /** Whether to show that it is on its way. */
  readonly ghost: boolean;
  readonly onPick: (index: number) => void;
}

/** One row of the list, or its ghost while it is on its way. */
export function GridRow<Row extends object>(props: GridRowProps<Row>) {
  const { id, index, topPx, marked, opens, columns, row, ghost, onPick } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for its marked row.
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked}
      className={`${classes.row} ${classes.dataRow}`}
      data-opens={opens || undefined}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={() => onPick(index)}
    >
      {row
        ? row.getAllCells().map((cell) => (
            <div key={cell.id} role="gridcell" className={classes.cell} data-align={cell.column.columnDef.meta?.align}>
              <FlexRender cell={cell} />
            </div>
          ))
        : columns.map((column, at) => (
            <div key={at} role="gridcell" className={classes.cell} data-align={column.meta?.align}>
              {ghost && <span className={classes.ghost} />}
            </div>
          ))}
    </div>
  );
}
