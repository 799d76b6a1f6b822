// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table element does not allow.
import { type Row as TableRow, useTable } from '@tanstack/react-table';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useAfter } from '../states/use-after.ts';
import type { Arrangement } from './arrange.ts';
import { ColumnMenu, type MenuPlace } from './ColumnMenu.tsx';
import { type ListColumn, type ListFeatures, listFeatures } from './columns.ts';
import classes from './DataTable.module.css';
import { GridHead, type HeadHandle } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import type { Sort } from './HeaderCell.tsx';
import { placeColumns } from './place-columns.ts';
import { ROW_PX, useGridScroll } from './use-grid-scroll.ts';
import { wholeWindows } from './use-row-window.ts';
import type { Selection } from './use-selection.ts';

export interface GridHandle {
  /** Gives the rows the focus and marks the first if none is, once those that were asked for are there. */
  readonly focus: () => void;
  /** Opens the menu of the column that had the focus last. */
  readonly openColumnMenu: () => void;
}

interface GridProps<Row extends object> {
  readonly ref: Ref<GridHandle>;
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly layout: Arrangement;
  readonly onArrange: (layout: Arrangement, done?: boolean) => void;
  readonly rowId: (row: Row) => string;
  /** Undefined until known: a screenful of ghosts stands in. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  readonly stale: boolean;
  /** Another question begins at the top, with nothing marked. */
  readonly question: string;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly selection: Selection<Row>;
  readonly onCopy: () => void;
  /** Which rows are in sight; must be stable. */
  readonly onVisible: (first: number, last: number) => void;
}

const GHOST_ROWS = 12;
const ANCHOR_ROWS = 500;

/** The scrolled part of a list: a WAI-ARIA grid that has the focus, with the marked row as its active descendant. */
export function Grid<Row extends object>(props: GridProps<Row>) {
  const { ref, label, columns, layout, onArrange, rowId, total, rowAt, stale, question, sort, onSort, onOpen } = props;
  const { selection, onCopy, onVisible } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HeadHandle>(null);
  const [mark, setMark] = useState<{ readonly question: string; readonly index: number } | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const marked = mark?.question === question ? mark.index : null;
  // What Enter is pressed for while the rows that it means are on their way is done once they are there.
  const [marksFirst, setMarksFirst] = useState(false);
  const opensFirst = useRef(false);
  if (marksFirst && !stale && total !== undefined) {
    setMarksFirst(false);
    setMark({ question, index: 0 });
  }
  const late = useAfter(150);
  const count = total ?? GHOST_ROWS;
  const { items, first, last, bodyPx, shiftPx, showRow, pageRows } = useGridScroll(scroller, count);
  useEffect(() => onVisible(first, last), [onVisible, first, last]);

  // As long as the same windows are in sight the table stays as it is, and with it each row that was drawn.
  const near = wholeWindows(first, last);
  const data = useMemo(() => {
    const rows: Row[] = [];
    for (let index = near.first; index <= near.last; index += 1) {
      const row = rowAt(index);
      if (row) rows.push(row);
    }
    return rows;
  }, [rowAt, near.first, near.last]);
  const state = useMemo(
    () => ({
      columnOrder: [...layout.order],
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
      columnPinning: { start: [...layout.pinned], end: [] },
    }),
    [layout],
  );
  const table = useTable({ features: listFeatures, columns, data, getRowId: rowId, state });
  const tableRows = table.getRowModel().rows;
  const rowById = useMemo(() => new Map(tableRows.map((row) => [row.id, row])), [tableRows]);
  const rowIn = (index: number) => {
    const row = rowAt(index);
    return row && rowById.get(rowId(row));
  };

  const scrolledFor = useRef(question);
  useEffect(() => {
    if (scrolledFor.current === question) return;
    scrolledFor.current = question;
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [question]);
  const inList = (index: number) => Math.min(Math.max(0, index), count - 1);
  const moveTo = (index: number) => {
    setMark({ question, index: inList(index) });
    showRow(inList(index));
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row) onOpen?.(row);
  };
  useEffect(() => {
    const row = opensFirst.current && !stale ? rowAt(0) : undefined;
    if (!row) return;
    opensFirst.current = false;
    onOpen?.(row);
  });
  const pick = (index: number, upTo: boolean) => {
    const row = rowAt(index);
    const from = marked ?? index;
    setMark({ question, index });
    if (upTo) void selection.extendTo(from, index);
    else if (row) selection.toggle(index, row);
  };
  useImperativeHandle(ref, () => ({
    focus: () => {
      scroller.current?.focus();
      if (stale || total === undefined) setMarksFirst(true);
      else if (marked === null && total > 0) moveTo(0);
    },
    openColumnMenu: () => head.current?.openMenu(),
  }));

  /** One for all rows, so that none is drawn again because of it. */
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const clicked = event.target as HTMLElement;
    const index = Number(clicked.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? 0) - 2;
    if (index < 0) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey || clicked.closest('[data-box]')) pick(index, event.shiftKey);
    else {
      setMark({ question, index });
      open(index);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.altKey) return;
    if ((stale || marksFirst) && event.key === 'Enter') {
      event.preventDefault();
      opensFirst.current = true;
      setMarksFirst(true);
      return;
    }
    opensFirst.current = false;
    if (!total) return;
    const from = marked ?? -1;
    const places: Record<string, number> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + pageRows(),
      PageUp: from - pageRows(),
      Home: 0,
      End: count - 1,
    };
    const place = places[event.key];
    const act =
      event.ctrlKey || event.metaKey
        ? { a: selection.pickAll, c: onCopy }[event.key.toLowerCase()]
        : place !== undefined && event.shiftKey
          ? () => {
              moveTo(place);
              void selection.extendTo(Math.max(0, from), inList(place));
            }
          : place !== undefined
            ? () => (place < 0 && from <= 0 && event.key === 'ArrowUp' ? head.current?.focus() : moveTo(place))
            : {
                Enter: () => marked !== null && open(marked),
                ' ': () => marked !== null && pick(marked, event.shiftKey),
                Escape: selection.count > 0 ? selection.clear : undefined,
              }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const { shown, tracks, narrowestPx } = useMemo(() => placeColumns(columns, layout, sort), [columns, layout, sort]);
  const heads = new Map(table.getLeafHeaders().map((header) => [header.column.id, header]));
  // A row keeps its place beside its neighbours while all of them move: only a new one is drawn.
  const anchor = first - (first % ANCHOR_ROWS);
  const domId = (index: number) => `${gridId}-${index}`;
  const markInSight = marked !== null && marked >= first && marked <= last;
  const picked = selection.all && selection.except.length === 0 ? 'all' : selection.count > 0 ? 'some' : 'none';
  const sortOf = menu?.column.sortKey;
  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-colcount={shown.length + 1}
        aria-busy={total === undefined || stale}
        aria-multiselectable
        aria-activedescendant={markInSight ? domId(marked) : undefined}
        tabIndex={0}
        className={classes.grid}
        style={{ '--tracks': tracks, '--narrowest': `${narrowestPx}px` } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <GridHead
          ref={head}
          columns={shown.map((column) => {
            const header = heads.get(column.id);
            return { ...column, head: header && <table.FlexRender header={header} /> };
          })}
          layout={layout}
          onArrange={onArrange}
          onSort={onSort}
          onMenu={(column, cell) => {
            const leftOfFrame = scroller.current?.getBoundingClientRect().left ?? 0;
            setMenu({ column, widthPx: cell.offsetWidth, leftPx: cell.getBoundingClientRect().left - leftOfFrame });
          }}
          onRows={() => {
            scroller.current?.focus();
            if (total) moveTo(marked ?? 0);
          }}
          picked={picked}
          onPickAll={(wanted) => (wanted ? selection.pickAll() : selection.clear())}
        />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for its marked row. */}
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: bodyPx }}
          data-stale={stale || undefined}
          onClick={onClick}
        >
          <div
            role="presentation"
            className={classes.rows}
            style={{ transform: `translateY(${anchor * ROW_PX - shiftPx}px)` }}
          >
            {items.map(({ index }) => {
              const row = rowIn(index);
              return (
                <GridRow
                  key={index}
                  id={domId(index)}
                  index={index}
                  topPx={(index - anchor) * ROW_PX}
                  marked={index === marked}
                  picked={row !== undefined && selection.has(row.id)}
                  opens={onOpen !== undefined}
                  columns={shown}
                  row={row as TableRow<ListFeatures, object> | undefined}
                  ghost={late}
                />
              );
            })}
          </div>
        </div>
      </div>
      <ColumnMenu
        place={menu}
        layout={layout}
        onArrange={onArrange}
        onSort={onSort && sortOf !== undefined ? (descending) => onSort({ by: sortOf, descending }) : undefined}
        onClose={() => {
          setMenu(null);
          head.current?.focus();
        }}
      />
    </div>
  );
}
