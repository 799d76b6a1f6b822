// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which a table element does not allow.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ColumnLook } from './columns.ts';
import classes from './DataTable.module.css';

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

interface HeaderCellProps {
  readonly look: ColumnLook;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly children: ReactNode;
}

/** A column's head; a button where the list can be sorted by it. */
export function HeaderCell({ look: { align, sortKey }, sort, onSort, children }: HeaderCellProps) {
  const sorted = sortKey !== undefined && sort?.by === sortKey;
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  const sortable = sortKey !== undefined && onSort !== undefined;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus where there is one.
    <div
      role="columnheader"
      className={classes.headCell}
      data-align={align}
      aria-sort={sortable ? direction : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className={classes.sort}
          // Figures are most wanted largest first, words from A.
          onClick={() => onSort({ by: sortKey, descending: sorted ? !sort.descending : align === 'end' })}
        >
          {children}
          <Arrow size={14} stroke={1.5} aria-hidden className={classes.arrow} data-shown={sorted || undefined} />
        </button>
      ) : (
        children
      )}
    </div>
  );
}
