// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { useTable } from '@tanstack/react-table';
import {
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useAfter } from '../states/use-after.ts';
import { type ListColumn, listFeatures } from './columns.ts';
import classes from './DataTable.module.css';
import { GridRow } from './GridRow.tsx';
import { HeaderCell, type Sort } from './HeaderCell.tsx';
import { useGridScroll } from './use-grid-scroll.ts';

export interface GridHandle {
  /** Gives the rows the focus and marks the first if none is. */
  readonly focus: () => void;
}

interface GridProps<Row extends object> {
  readonly ref: Ref<GridHandle>;
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
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
  /** Which rows are in sight; must be stable. */
  readonly onVisible: (first: number, last: number) => void;
}

const GHOST_ROWS = 12;

/** The scrolled part of a list: a WAI-ARIA grid that has the focus, with the marked row as its active descendant. */
export function Grid<Row extends object>(props: GridProps<Row>) {
  const { ref, label, columns, rowId, total, rowAt, stale, question, sort, onSort, onOpen, onVisible } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [mark, setMark] = useState<{ readonly question: string; readonly index: number } | null>(null);
  const marked = mark?.question === question ? mark.index : null;
  const late = useAfter(150);
  const count = total ?? GHOST_ROWS;
  const { items, first, last, bodyPx, shiftPx, showRow, pageRows } = useGridScroll(scroller, count);
  useEffect(() => onVisible(first, last), [onVisible, first, last]);

  const data = items.flatMap(({ index }) => rowAt(index) ?? []);
  const table = useTable({ features: listFeatures, columns, data, getRowId: rowId });
  const rowById = new Map(table.getRowModel().rows.map((row) => [row.id, row]));
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
  const moveTo = (index: number) => {
    const next = Math.min(Math.max(0, index), count - 1);
    setMark({ question, index: next });
    showRow(next);
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row) onOpen?.(row);
  };
  useImperativeHandle(ref, () => ({
    focus: () => {
      scroller.current?.focus();
      if (marked === null && total) moveTo(0);
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.altKey || event.metaKey || !total) return;
    const from = marked ?? -1;
    const moves: Record<string, () => void> = {
      ArrowDown: () => moveTo(from + 1),
      ArrowUp: () => moveTo(from - 1),
      PageDown: () => moveTo(from + pageRows()),
      PageUp: () => moveTo(from - pageRows()),
      Home: () => moveTo(0),
      End: () => moveTo(count - 1),
      Enter: () => marked !== null && open(marked),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  const tracks = columns.map((column) => column.meta?.width ?? 'minmax(120px, 1fr)').join(' ');
  const domId = (index: number) => `${gridId}-${index}`;
  const markInSight = marked !== null && marked >= first && marked <= last;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={columns.length}
      aria-busy={total === undefined || stale}
      aria-activedescendant={markInSight ? domId(marked) : undefined}
      tabIndex={0}
      className={classes.grid}
      style={{ '--tracks': tracks } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.head}>
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" aria-rowindex={1} className={classes.row}>
            {group.headers.map((header) => (
              <HeaderCell key={header.id} look={header.column.columnDef.meta ?? {}} sort={sort} onSort={onSort}>
                <table.FlexRender header={header} />
              </HeaderCell>
            ))}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: bodyPx }} data-stale={stale || undefined}>
        {items.map(({ index, start }) => (
          <GridRow
            key={index}
            id={domId(index)}
            index={index}
            topPx={start - shiftPx}
            marked={index === marked}
            opens={onOpen !== undefined}
            columns={columns}
            row={rowIn(index)}
            ghost={late}
            onPick={(picked) => {
              setMark({ question, index: picked });
              open(picked);
            }}
          />
        ))}
      </div>
    </div>
  );
}
