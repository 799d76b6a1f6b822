import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useAfter } from '../states/use-after.ts';
import { type ListColumn, listFeatures } from './columns.ts';
import classes from './DataTable.module.css';
import type { Sort } from './DataTable.tsx';
import { HeaderCell } from './HeaderCell.tsx';
import { scaledScroll } from './scaled-scroll.ts';

export interface GridHandle {
  /** Gives the rows the focus and marks the first if none is. */
  readonly focus: () => void;
}

interface GridProps<Row extends object> {
  readonly ref: Ref<GridHandle>;
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Undefined until known: a screenful of skeleton rows stands in. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  readonly stale: boolean;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly onOpen?: (row: Row) => void;
  readonly onVisible: (first: number, last: number) => void;
}

const ROW_PX = 36;
const ROWS_BEFORE_KNOWN = 12;
const OVERSCAN = 6;

/** The scrolled part of a list: a WAI-ARIA grid whose marked row is its active descendant. */
export function Grid<Row extends object>(props: GridProps<Row>) {
  const { ref, label, columns, rowId, total, rowAt, stale, sort, onSort, onOpen, onVisible } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<number | null>(null);
  const late = useAfter(150);
  const count = total ?? ROWS_BEFORE_KNOWN;

  // The sticky header covers one row's height of the view.
  const scale = () => scaledScroll(count * ROW_PX, (scroller.current?.clientHeight ?? 0) - ROW_PX);
  const latestScale = useRef(scale);
  useLayoutEffect(() => {
    latestScale.current = scale;
  });
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getScrollElement: () => scroller.current,
    initialRect: { width: 0, height: 600 },
    // Called once for the element, so it must read the scale of the day.
    observeElementOffset: (instance, report) => {
      const element = instance.scrollElement;
      if (!element) return;
      const onScroll = () => report(latestScale.current().toList(element.scrollTop), false);
      element.addEventListener('scroll', onScroll, { passive: true });
      onScroll();
      return () => element.removeEventListener('scroll', onScroll);
    },
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onVisible(first, last), [onVisible, first, last]);

  const loaded = useMemo(
    () => items.flatMap(({ index }) => rowAt(index) ?? []),
    // `rowAt` is new with every answer; the items with every scroll.
    [items, rowAt],
  );
  const table = useTable({
    features: listFeatures,
    columns: columns as ListColumn<Row>[],
    data: loaded,
    getRowId: rowId,
  });
  const rowById = new Map(table.getRowModel().rows.map((row) => [row.id, row]));

  const showRow = (index: number) => {
    const element = scroller.current;
    if (!element) return;
    const { toList, toElement } = scale();
    const viewPx = element.clientHeight - ROW_PX;
    const offset = toList(element.scrollTop);
    const top = index * ROW_PX;
    if (top < offset) element.scrollTop = toElement(top);
    else if (top + ROW_PX > offset + viewPx) element.scrollTop = toElement(top + ROW_PX - viewPx);
  };
  const mark = (index: number) => {
    const next = Math.min(Math.max(0, index), count - 1);
    setMarked(next);
    showRow(next);
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row) onOpen?.(row);
  };

  useImperativeHandle(ref, () => ({
    focus: () => {
      scroller.current?.focus();
      if (marked === null && total) mark(0);
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.altKey || event.metaKey) return;
    const pageRows = Math.max(1, Math.floor((scroller.current.clientHeight - ROW_PX) / ROW_PX) - 1);
    const from = marked ?? -1;
    const moves: Record<string, () => void> = {
      ArrowDown: () => mark(from + 1),
      ArrowUp: () => mark(from - 1),
      PageDown: () => mark(from + pageRows),
      PageUp: () => mark(from - pageRows),
      Home: () => mark(0),
      End: () => mark(count - 1),
      Enter: () => marked !== null && open(marked),
    };
    const move = moves[event.key];
    if (!move || !total) return;
    event.preventDefault();
    move();
  };

  const tracks = columns.map((column) => column.meta?.width ?? 'minmax(120px, 1fr)').join(' ');
  const { elementPx, toElement } = scale();
  const offset = virtualizer.scrollOffset ?? 0;
  // Where the list is taller than an element may be, rows are placed relative to what is in sight.
  const shiftPx = offset - toElement(offset);
  const rowDomId = (index: number) => `${gridId}-${index}`;
  const markedIsShown = marked !== null && marked >= first && marked <= last;

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={columns.length}
      aria-busy={total === undefined || stale}
      {...(markedIsShown ? { 'aria-activedescendant': rowDomId(marked) } : {})}
      tabIndex={0}
      className={classes.grid}
      style={{ '--tracks': tracks } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.head}>
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" aria-rowindex={1} className={classes.row}>
            {group.headers.map((header) => {
              const look = header.column.columnDef.meta;
              return (
                <HeaderCell
                  key={header.id}
                  align={look?.align ?? 'start'}
                  sortKey={onSort ? look?.sortKey : undefined}
                  sort={sort}
                  onSort={onSort}
                >
                  <table.FlexRender header={header} />
                </HeaderCell>
              );
            })}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: elementPx }} data-stale={stale || undefined}>
        {items.map(({ index, start }) => {
          const data = rowAt(index);
          const row = data && rowById.get(rowId(data));
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
            <div
              key={index}
              id={rowDomId(index)}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === marked}
              className={`${classes.row} ${classes.dataRow}`}
              data-opens={onOpen ? true : undefined}
              style={{ transform: `translateY(${start - shiftPx}px)` }}
              onClick={() => {
                setMarked(index);
                open(index);
              }}
            >
              {row
                ? row.getAllCells().map((cell, column) => (
                    // biome-ignore lint/a11y/useFocusableInteractive: as above.
                    <div
                      key={cell.id}
                      role="gridcell"
                      aria-colindex={column + 1}
                      className={classes.cell}
                      data-align={cell.column.columnDef.meta?.align}
                    >
                      <table.FlexRender cell={cell} />
                    </div>
                  ))
                : columns.map((column, at) => (
                    // biome-ignore lint/a11y/useFocusableInteractive: as above.
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
                    <div key={at} role="gridcell" className={classes.cell} data-align={column.meta?.align}>
                      {late && <span className={classes.ghost} />}
                    </div>
                  ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
