import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './DataTable.module.css';
import type { Sort } from './DataTable.tsx';

interface HeaderCellProps {
  readonly align: 'start' | 'end';
  readonly sortKey: string | undefined;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly children: ReactNode;
}

/** A column's head; a button where the list can be sorted by it. */
export function HeaderCell({ align, sortKey, sort, onSort, children }: HeaderCellProps) {
  const sorted = sortKey !== undefined && sort?.by === sortKey;
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus where there is one.
    <div
      role="columnheader"
      className={classes.headCell}
      data-align={align}
      {...(sortKey === undefined ? {} : { 'aria-sort': direction })}
    >
      {sortKey === undefined ? (
        children
      ) : (
        <button
          type="button"
          className={classes.sort}
          // Numbers and dates are most wanted largest first, words from A.
          onClick={() => onSort?.({ by: sortKey, descending: sorted ? !sort.descending : align === 'end' })}
        >
          {children}
          <Arrow size={14} stroke={1.5} aria-hidden className={classes.arrow} data-shown={sorted || undefined} />
        </button>
      )}
    </div>
  );
}
