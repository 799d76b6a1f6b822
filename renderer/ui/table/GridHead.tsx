// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in it take the focus.
import { Checkbox } from '@mantine/core';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type Arrangement, moved, movedBefore, resized } from './arrange.ts';
import { STEP_PX } from './ColumnMenu.tsx';
import classes from './DataTable.module.css';
import { type HeadColumn, HeaderCell, type Sort } from './HeaderCell.tsx';

export interface HeadHandle {
  /** Gives the focus to the column that had it last. */
  readonly focus: () => void;
  /** Opens the menu of that column. */
  readonly openMenu: () => void;
}

interface GridHeadProps {
  readonly ref: Ref<HeadHandle>;
  /** The columns in sight, from left to right, with what their heads say. */
  readonly columns: readonly (HeadColumn & { readonly head: ReactNode })[];
  readonly layout: Arrangement;
  readonly onArrange: (layout: Arrangement, done?: boolean) => void;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly onMenu: (column: HeadColumn, cell: HTMLElement) => void;
  /** Down from the head. */
  readonly onRows: () => void;
  readonly picked: 'all' | 'some' | 'none';
  readonly onPickAll: (wanted: boolean) => void;
}

/** The heads of the columns. Arrows go from one to the next; with Shift they move it, with Ctrl they make it wider. */
export function GridHead(props: GridHeadProps) {
  const { ref, columns, layout, onArrange, onSort, onMenu, onRows, picked, onPickAll } = props;
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState({ id: '', index: 0 });
  const found = columns.findIndex(({ id }) => id === current.id);
  // A column that was hidden leaves its place to its neighbour.
  const at = found >= 0 ? found : Math.min(current.index, columns.length - 1);
  const hadFocus = useRef(false);

  const cellOf = (id: string) => row.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(id)}"]`);
  const focusColumn = (index: number) => {
    const column = columns[Math.min(Math.max(0, index), columns.length - 1)];
    if (column) cellOf(column.id)?.querySelector('button')?.focus();
  };
  const openMenu = () => {
    const column = columns[at];
    const cell = column && cellOf(column.id);
    if (cell) onMenu(column, cell);
  };
  useImperativeHandle(ref, () => ({ focus: () => focusColumn(at), openMenu }));
  // A head that goes away with the focus says nothing of it.
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusColumn(at);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const column = columns[at];
    if (!column || !(event.target instanceof HTMLButtonElement) || event.metaKey) return;
    const { key, shiftKey, ctrlKey, altKey } = event;
    const side = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    const widthPx = cellOf(column.id)?.offsetWidth ?? 0;
    const act =
      side !== 0 && shiftKey && !ctrlKey && !altKey
        ? () => onArrange(moved(layout, column.id, side))
        : side !== 0 && ctrlKey && !shiftKey && !altKey
          ? () => onArrange(resized(layout, column.id, widthPx + side * STEP_PX))
          : shiftKey || ctrlKey || altKey
            ? undefined
            : side !== 0
              ? () => focusColumn(at + side)
              : {
                  Home: () => focusColumn(0),
                  End: () => focusColumn(columns.length - 1),
                  ArrowDown: onRows,
                  ContextMenu: openMenu,
                }[key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div role="rowgroup" className={classes.head}>
      <div
        ref={row}
        role="row"
        aria-rowindex={1}
        className={classes.row}
        onKeyDown={onKeyDown}
        onFocus={() => (hadFocus.current = true)}
        onBlur={() => (hadFocus.current = false)}
      >
        <div role="columnheader" className={classes.pick} data-head>
          <Checkbox
            size="xs"
            radius={4}
            tabIndex={-1}
            aria-label={t('table.selection.all')}
            checked={picked === 'all'}
            indeterminate={picked === 'some'}
            onChange={(event) => onPickAll(event.currentTarget.checked)}
          />
        </div>
        {columns.map((column, index) => (
          <HeaderCell
            key={column.id}
            column={column}
            reachable={index === at}
            sortable={column.sortKey !== undefined && onSort !== undefined}
            onSort={() =>
              column.sortKey !== undefined &&
              // Figures are most wanted largest first, words from A.
              onSort?.({
                by: column.sortKey,
                descending: column.direction === null ? column.align === 'end' : column.direction === 'ascending',
              })
            }
            onMenu={() => {
              setCurrent({ id: column.id, index });
              const cell = cellOf(column.id);
              if (cell) onMenu(column, cell);
            }}
            onFocus={() => setCurrent({ id: column.id, index })}
            onResize={(widthPx, done) => onArrange(resized(layout, column.id, widthPx), done)}
            onDropBefore={(id) => onArrange(movedBefore(layout, id, column.id, cellOf(id)?.offsetWidth ?? 0))}
          >
            {column.head}
          </HeaderCell>
        ))}
      </div>
    </div>
  );
}
