import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListLayout } from '../../../shared/lists/layout.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { ExportButton } from '../exports/ExportButton.tsx';
import type { BeginExport } from '../exports/ExportDialog.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { arrangementOf, shownColumns } from './arrange.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { columnId, type ListColumn } from './columns.ts';
import { asTabSeparated } from './copy-rows.ts';
import classes from './DataTable.module.css';
import { Grid, type GridHandle } from './Grid.tsx';
import type { Sort } from './HeaderCell.tsx';
import { type Filters, ListBar, type ListSearch } from './ListBar.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { asShown } from './shown-list.ts';
import { useRowWindow, type WindowQuery, wholeWindows } from './use-row-window.ts';
import { type Selected, useSelection } from './use-selection.ts';

export type { Sort };

interface DataTableProps<Row extends object> {
  /** Names the list for screen readers. */
  readonly label: string;
  /** Made with `listColumns<Row>()`; keep the array stable (`useMemo`). */
  readonly columns: readonly ListColumn<Row>[];
  /** How the columns are arranged, as `useListLayout` keeps it for whoever is signed in; else while the page is open. */
  readonly layout?: LayoutControl;
  readonly rowId: (row: Row) => string;
  /** `({offset, limit}) => trpc.members.list.queryOptions({...filters, offset, limit})` */
  readonly fetchWindow: WindowQuery<Row>;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Enter on the marked row, or a click on any. */
  readonly onOpen?: (row: Row) => void;
  readonly search?: ListSearch;
  readonly filters?: Filters;
  /** More controls beside the search: a filter button, for instance. */
  readonly controls?: ReactNode;
  /** Begins to take the list as a file, as it is shown; absent where it cannot be. */
  readonly beginExport?: BeginExport;
  /** In the bar under the list: what is done with the selected rows. `clear` when it is done. */
  readonly renderSelectionActions?: (selected: Selected<Row>, clear: () => void) => ReactNode;
  /** Shown when there is nothing at all, without any search or filter. */
  readonly empty: ReactNode;
}

export interface LayoutControl {
  /** Undefined until it is read, null as it comes. */
  readonly value: ListLayout | null | undefined;
  readonly onChange: (layout: ListLayout | null) => void;
}

const NO_FILTERS: Filters = { chips: [], onClear: () => {} };
/** What fits into a clipboard and into a range; for more there is the export, and everything that matches. */
const MOST_ROWS = 5_000;

/**
 * The list, everywhere: any number of rows, loaded by position as they come into sight. Arrows, PageUp, PageDown, Home
 * and End move the mark, with Shift they select; Space selects, Ctrl+A selects all that match, Ctrl+C copies, Enter
 * opens, `/` searches, Alt+C chooses columns, Alt+↓ opens a column's menu.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { label, columns, rowId, fetchWindow, sort, onSort, onOpen, search, filters = NO_FILTERS, controls } = props;
  const { beginExport, renderSelectionActions, empty } = props;
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  // The rows of a window are here together: only another one is news to the list.
  const onVisible = useCallback((firstRow: number, lastRow: number) => {
    const { first, last } = wholeWindows(firstRow, lastRow);
    setVisible((seen) => (seen.first === first && seen.last === last ? seen : { first, last }));
  }, []);
  const rows = useRowWindow<Row>(fetchWindow, visible.first, visible.last);
  const searchField = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);
  const [choosing, setChoosing] = useState(false);
  const { layout, isAsItComes, arrange, reset } = useLayout(columns, props.layout);
  const total = rows.total ?? 0;

  const loadRows = async (first: number, last: number): Promise<readonly Row[]> => {
    if (last - first >= MOST_ROWS) {
      notifications.show({ message: t('table.selection.tooMany', { count: MOST_ROWS }) });
      return [];
    }
    return rows.load(first, last);
  };
  const selection = useSelection<Row>({ question: rows.question, total, rowId, loadRows });
  const inSight = (): ListColumn<Row>[] => {
    const byId = new Map(columns.map((column) => [columnId(column), column]));
    return shownColumns(layout).flatMap((id) => byId.get(id) ?? []);
  };
  const copy = async () => {
    try {
      const all = selection.all ? await loadRows(0, total - 1) : selection.rows;
      const wanted = all.filter((row) => selection.has(rowId(row)));
      if (wanted.length === 0) return;
      await navigator.clipboard.writeText(asTabSeparated(inSight(), wanted));
      notifications.show({ message: t('table.selection.copied', { count: wanted.length }) });
    } catch (error) {
      notifications.show({ color: 'red', message: errorWords(error).text });
    }
  };

  const toSearch = () => {
    searchField.current?.focus();
    searchField.current?.select();
  };
  useShortcuts(label, [
    { keys: '/', label: t('table.search'), run: toSearch, when: search !== undefined },
    { keys: 'Alt+C', label: t('table.columns'), run: () => setChoosing(true) },
    { keys: 'Alt+ArrowDown', label: t('table.column.menu'), run: () => grid.current?.openColumnMenu() },
  ]);

  const stale = rows.stale || (search !== undefined && search.asked !== search.value.trim());
  const narrowed = filters.chips.length > 0 || (search !== undefined && search.value.trim() !== '');
  const showAll = () => {
    search?.onChange('');
    filters.onClear();
  };

  return (
    <div className={classes.list}>
      <ListBar
        search={search}
        searchRef={searchField}
        onSearchDone={() => grid.current?.focus()}
        filters={filters}
        onShowAll={showAll}
        controls={controls}
        total={rows.total}
        busy={stale}
        actions={
          <>
            {beginExport && (
              <ExportButton shown={{ label, columns: inSight().map(asShown), sort, total }} begin={beginExport} />
            )}
            <ColumnChooser
              columns={columns}
              layout={layout}
              opened={choosing}
              onOpened={setChoosing}
              onArrange={arrange}
              onReset={isAsItComes ? undefined : reset}
            />
          </>
        }
      />
      {rows.error && rows.total === undefined ? (
        <ErrorState error={rows.error} onRetry={rows.retry} />
      ) : rows.total === 0 && !stale ? (
        narrowed ? (
          <EmptyState
            title={t('table.nothingFits')}
            body={t('table.nothingFitsBody')}
            action={
              <Button variant="default" onClick={showAll}>
                {t('table.clearFilters')}
              </Button>
            }
          />
        ) : (
          empty
        )
      ) : (
        <Grid
          ref={grid}
          label={label}
          columns={columns}
          layout={layout}
          onArrange={arrange}
          rowId={rowId}
          // Until the layout is known there is no telling what the rows will look like.
          total={props.layout?.value === undefined && props.layout ? undefined : rows.total}
          rowAt={rows.rowAt}
          stale={stale}
          question={rows.question}
          sort={sort}
          onSort={onSort}
          onOpen={onOpen}
          selection={selection}
          onCopy={() => void copy()}
          onVisible={onVisible}
        />
      )}
      {selection.count > 0 && total > 0 && (
        <SelectionBar
          count={selection.count}
          total={total}
          onPickAll={selection.count < total ? selection.pickAll : undefined}
          onCopy={() => void copy()}
          onClear={() => {
            selection.clear();
            grid.current?.focus();
          }}
        >
          {renderSelectionActions?.(selection, selection.clear)}
        </SelectionBar>
      )}
    </div>
  );
}

/** The layout in force, and how it is changed. While an edge is dragged nothing is kept yet. */
function useLayout<Row extends object>(columns: readonly ListColumn<Row>[], control: LayoutControl | undefined) {
  const [own, setOwn] = useState<ListLayout | null>(null);
  const [dragged, setDragged] = useState<ListLayout | null>(null);
  const kept = control ? control.value : own;
  const keep = control ? control.onChange : setOwn;
  const arranged = useMemo(
    () => columns.map((column) => ({ id: columnId(column), hiddenAtFirst: column.meta?.hiddenAtFirst === true })),
    [columns],
  );
  const layout = useMemo(() => arrangementOf(arranged, dragged ?? kept ?? null), [arranged, dragged, kept]);
  return {
    layout,
    isAsItComes: !kept,
    arrange: (next: ListLayout, done = true) => {
      setDragged(done ? null : next);
      if (done) keep(next);
    },
    reset: () => keep(null),
  };
}
