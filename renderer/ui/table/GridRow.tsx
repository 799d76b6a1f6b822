// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { IconCheck } from '@tabler/icons-react';
import type { Row as TableRow } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import { type ColumnLook, type ListFeatures, type Pinned, pinnedProps } from './columns.ts';
import classes from './DataTable.module.css';

export interface ShownColumn extends ColumnLook {
  readonly id: string;
  readonly pinned: Pinned | undefined;
}

interface GridRowProps<Row extends object> {
  readonly id: string;
  readonly index: number;
  readonly topPx: number;
  readonly marked: boolean;
  readonly picked: boolean;
  readonly opens: boolean;
  readonly columns: readonly ShownColumn[];
  /** Undefined while it is on its way. */
  readonly row: TableRow<ListFeatures, Row> | undefined;
  /** Whether to show that it is on its way. */
  readonly ghost: boolean;
  readonly onOpen: (index: number) => void;
  /** The box was clicked, or the row with Ctrl; with Shift up to this row. */
  readonly onPick: (index: number, upTo: boolean) => void;
}

/** One row of the list, or its ghost while it is on its way. */
export function GridRow<Row extends object>(props: GridRowProps<Row>) {
  const { id, index, topPx, marked, picked, opens, columns, row, ghost, onOpen, onPick } = props;
  const cells = new Map(row?.getVisibleCells().map((cell) => [cell.column.id, cell]));
  const pick = (event: MouseEvent) => {
    event.stopPropagation();
    onPick(index, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for its marked row.
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={picked}
      className={`${classes.row} ${classes.dataRow}`}
      data-opens={opens || undefined}
      data-marked={marked || undefined}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={(event) => (event.shiftKey || event.ctrlKey || event.metaKey ? pick(event) : onOpen(index))}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space picks the marked row. */}
      <div role="gridcell" className={classes.pick} onClick={pick}>
        <span className={classes.box} data-picked={picked || undefined}>
          {picked && <IconCheck size={12} stroke={3} aria-hidden />}
        </span>
      </div>
      {columns.map(({ id: columnId, align, pinned }) => {
        const cell = cells.get(columnId);
        return (
          <div key={columnId} role="gridcell" className={classes.cell} data-align={align} {...pinnedProps(pinned)}>
            {cell ? <FlexRender cell={cell} /> : ghost && <span className={classes.ghost} />}
          </div>
        );
      })}
    </div>
  );
}
