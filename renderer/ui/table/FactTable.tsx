import type { KeyboardEvent, ReactNode } from 'react';
import classes from './FactTable.module.css';

export interface FactColumn<Row> {
  readonly id: string;
  /** Empty over what needs none: buttons, for instance. */
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  /** Takes the room that the others leave; cut off with an ellipsis. */
  readonly grow?: boolean;
  /** Its content is the button that opens the row. */
  readonly opens?: boolean;
}

interface FactTableProps<Row> {
  readonly label: string;
  readonly columns: readonly FactColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
}

/** Moves the focus between the rows' buttons. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<Element>('button')];
  const next = buttons[buttons.indexOf(event.target as Element) + step];
  if (!next) return;
  event.preventDefault();
  (next as HTMLElement).focus();
}

/** The few rows that belong to one member, as a table under a head that stays. Arrows go through rows that open. */
export function FactTable<Row>({ label, columns, rows, rowId, onOpen }: FactTableProps<Row>) {
  return (
    <table aria-label={label} className={classes.table}>
      <thead>
        <tr>
          {columns.map(({ id, header, align, grow }) =>
            header === '' ? (
              <td key={id} />
            ) : (
              <th key={id} scope="col" data-align={align} data-grow={grow || undefined}>
                {header}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          // The button inside answers the keyboard; the row only widens what a pointer hits.
          <tr key={rowId(row)} className={onOpen && classes.opens} onClick={onOpen && (() => onOpen(row))}>
            {columns.map(({ id, cell, align, grow, opens }) => (
              <td key={id} data-align={align} data-grow={grow || undefined}>
                {opens && onOpen ? (
                  <button type="button" className={classes.open}>
                    {cell(row)}
                  </button>
                ) : (
                  cell(row)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
