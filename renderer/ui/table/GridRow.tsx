// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { IconCheck } from '@tabler/icons-react';
import type { Row as TableRow } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import { memo } from 'react';
import { type ColumnLook, type ListFeatures, type Pinned, pinnedProps } from './columns.ts';
import classes from './DataTable.module.css';

export interface ShownColumn extends ColumnLook {
  readonly id: string;
  readonly pinned: Pinned | undefined;
}

interface GridRowProps {
  readonly id: string;
  readonly index: number;
  readonly topPx: number;
  readonly marked: boolean;
  readonly picked: boolean;
  readonly opens: boolean;
  readonly columns: readonly ShownColumn[];
  /** Undefined while it is on its way. */
  readonly row: TableRow<ListFeatures, object> | undefined;
  /** Whether to show that it is on its way. */
  readonly ghost: boolean;
}

/** One row of the list, or its ghost while it is on its way. The grid hears its clicks; it is drawn when it changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, index, topPx, marked, picked, opens, columns, row, ghost } = props;
  const cells = new Map(row?.getVisibleCells().map((cell) => [cell.column.id, cell]));
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={picked}
      className={`${classes.row} ${classes.dataRow}`}
      data-opens={opens || undefined}
      data-marked={marked || undefined}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <div role="gridcell" className={classes.pick} data-box>
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
});
