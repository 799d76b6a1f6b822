import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import type { ListColumn } from './columns.ts';
import classes from './DataTable.module.css';
import { Grid, type GridHandle } from './Grid.tsx';
import type { Sort } from './HeaderCell.tsx';
import { type Filter, ListBar } from './ListBar.tsx';
import { useRowWindow, type WindowQuery } from './use-row-window.ts';

export type { Sort };

interface DataTableProps<Row extends object> {
  /** Names the list for screen readers. */
  readonly label: string;
  /** Made with `listColumns<Row>()`; keep the array stable (`useMemo`). */
  readonly columns: readonly ListColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** `({offset, limit}) => trpc.members.list.queryOptions({...filters, offset, limit})` */
  readonly fetchWindow: WindowQuery<Row>;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Enter on the marked row, or a click on any. */
  readonly onOpen?: (row: Row) => void;
  readonly search?: { readonly value: string; readonly onChange: (value: string) => void; readonly label: string };
  /** Each reads as part of a sentence: "Tier is gold". */
  readonly filters?: readonly Filter[];
  /** More controls beside the search: a tier menu, for instance. */
  readonly controls?: ReactNode;
  /** Shown when there is nothing at all, without any search or filter. */
  readonly empty: ReactNode;
}

/**
 * The list, everywhere: any number of rows, loaded by position as they come into sight. Arrows, PageUp, PageDown, Home
 * and End move the mark, Enter opens, `/` searches.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const { label, columns, rowId, fetchWindow, sort, onSort, onOpen, search, filters = [], controls, empty } = props;
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const onVisible = useCallback((first: number, last: number) => {
    setVisible((seen) => (seen.first === first && seen.last === last ? seen : { first, last }));
  }, []);
  const rows = useRowWindow<Row>(fetchWindow, visible.first, visible.last);
  const searchField = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);

  const toSearch = () => {
    searchField.current?.focus();
    searchField.current?.select();
  };
  useShortcuts(label, [{ keys: '/', label: t('table.search'), run: toSearch, when: search !== undefined }]);

  const narrowed = filters.length > 0 || (search !== undefined && search.value.trim() !== '');
  const showAll = () => {
    search?.onChange('');
    for (const filter of filters) filter.onRemove();
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
        busy={rows.stale}
      />
      {rows.error && rows.total === undefined ? (
        <ErrorState error={rows.error} onRetry={rows.retry} />
      ) : rows.total === 0 && !rows.stale ? (
        narrowed ? (
          <EmptyState title={t('table.nothingFits')} body={t('table.nothingFitsBody')} />
        ) : (
          empty
        )
      ) : (
        <Grid
          ref={grid}
          label={label}
          columns={columns}
          rowId={rowId}
          total={rows.total}
          rowAt={rows.rowAt}
          stale={rows.stale}
          question={rows.question}
          sort={sort}
          onSort={onSort}
          onOpen={onOpen}
          onVisible={onVisible}
        />
      )}
    </div>
  );
}
