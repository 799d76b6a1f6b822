// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table element does not allow.
import { IconArrowDown, IconArrowUp, IconDotsVertical } from '@tabler/icons-react';
import { type PointerEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnLook, type Pinned, pinnedProps } from './columns.ts';
import classes from './DataTable.module.css';

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

export interface HeadColumn extends ColumnLook {
  readonly id: string;
  readonly words: string;
  /** Of the list, when it is sorted by this column. */
  readonly direction: 'ascending' | 'descending' | null;
  readonly pinned: Pinned | undefined;
}

interface HeaderCellProps {
  readonly column: HeadColumn;
  /** One column of the head can be reached by Tab, the others from there by arrows. */
  readonly reachable: boolean;
  readonly sortable: boolean;
  readonly onSort: () => void;
  readonly onMenu: () => void;
  readonly onFocus: () => void;
  readonly onResize: (widthPx: number, done: boolean) => void;
  /** Another column was dropped before this one. */
  readonly onDropBefore: (id: string) => void;
  readonly children: ReactNode;
}

const DRAGGED = 'application/x-regulars-column';

/** A column's head: sorts, opens the column's menu, is dragged to another place and, at its edge, to another width. */
export function HeaderCell(props: HeaderCellProps) {
  const { column, reachable, sortable, onSort, onMenu, onFocus, onResize, onDropBefore, children } = props;
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const Arrow = column.direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus.
    <div
      role="columnheader"
      className={classes.headCell}
      data-column={column.id}
      data-align={column.align}
      data-drop={over || undefined}
      {...pinnedProps(column.pinned)}
      aria-sort={sortable ? (column.direction ?? 'none') : undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, column.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDropBefore(event.dataTransfer.getData(DRAGGED));
      }}
    >
      <button
        type="button"
        className={classes.sort}
        tabIndex={reachable ? 0 : -1}
        aria-keyshortcuts="Alt+ArrowDown Shift+ArrowLeft Shift+ArrowRight Control+ArrowLeft Control+ArrowRight"
        onFocus={onFocus}
        onClick={sortable ? onSort : onMenu}
      >
        <span className={classes.headWords}>{children}</span>
        {sortable && (
          <Arrow
            size={14}
            stroke={1.5}
            aria-hidden
            className={classes.arrow}
            data-shown={column.direction !== null || undefined}
          />
        )}
      </button>
      <button
        type="button"
        className={classes.more}
        tabIndex={-1}
        aria-label={t('table.column.menuOf', { column: column.words })}
        onClick={onMenu}
      >
        <IconDotsVertical size={14} stroke={1.5} aria-hidden />
      </button>
      <ResizeEdge onResize={onResize} />
    </div>
  );
}

/** The edge that is dragged for another width. The keyboard does it from the head and from the menu. */
function ResizeEdge({ onResize }: { readonly onResize: (widthPx: number, done: boolean) => void }) {
  const [from, setFrom] = useState<{ readonly x: number; readonly widthPx: number } | null>(null);
  const widthAt = (event: PointerEvent) => (from ? from.widthPx + event.clientX - from.x : 0);
  return (
    <span
      aria-hidden
      className={classes.edge}
      data-dragged={from !== null || undefined}
      // Not the whole column.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, widthPx: event.currentTarget.parentElement?.offsetWidth ?? 0 });
      }}
      onPointerMove={(event) => from && onResize(widthAt(event), false)}
      onPointerUp={(event) => {
        if (from) onResize(widthAt(event), true);
        setFrom(null);
      }}
      onPointerCancel={() => setFrom(null)}
    />
  );
}
