import { useRef, useState } from 'react';

/** The rows that were picked, or all that match but for some. */
export interface Selected<Row> {
  readonly count: number;
  readonly all: boolean;
  /** In the order in which they were picked; none where `all`. */
  readonly rows: readonly Row[];
  /** Ids of those that are left out of all. */
  readonly except: readonly string[];
}

export interface Selection<Row> extends Selected<Row> {
  readonly has: (id: string) => boolean;
  /** Picks or drops one row; the next range begins here. */
  readonly toggle: (index: number, row: Row) => void;
  /** Picks what lies between the row where the range began and this one. */
  readonly extendTo: (from: number, to: number) => Promise<void>;
  readonly pickAll: () => void;
  readonly clear: () => void;
}

interface Picked<Row> {
  readonly question: string;
  readonly all: boolean;
  /** Picked, or left out of all. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Where a range begins, and what was picked before it. */
  readonly anchor: number | null;
  readonly before: ReadonlyMap<string, Row>;
}

interface SelectionTerms<Row> {
  /** Another question: another list, with nothing picked. */
  readonly question: string;
  readonly total: number;
  readonly rowId: (row: Row) => string;
  /** Reads rows by position; fewer than asked for where there are too many to pick one by one. */
  readonly loadRows: (first: number, last: number) => Promise<readonly Row[]>;
}

/** Which rows are selected. A row is known by its id, so it stays selected wherever it moves. */
export function useSelection<Row>({ question, total, rowId, loadRows }: SelectionTerms<Row>): Selection<Row> {
  const nothing: Picked<Row> = { question, all: false, rows: new Map(), anchor: null, before: new Map() };
  const [kept, setKept] = useState(nothing);
  const picked = kept.question === question ? kept : nothing;
  const latestRange = useRef(0);
  const { all, rows } = picked;

  return {
    all,
    count: all ? Math.max(0, total - rows.size) : rows.size,
    rows: all ? [] : [...rows.values()],
    except: all ? [...rows.keys()] : [],
    has: (id) => rows.has(id) !== all,
    toggle: (index, row) => {
      const next = new Map(rows);
      if (!next.delete(rowId(row))) next.set(rowId(row), row);
      setKept({ ...picked, rows: next, anchor: index, before: next });
    },
    extendTo: async (from, to) => {
      if (all) return;
      const range = ++latestRange.current;
      const anchor = picked.anchor ?? from;
      const between = await loadRows(Math.min(anchor, to), Math.max(anchor, to));
      // A later range overtook this one.
      if (range !== latestRange.current) return;
      setKept({
        ...picked,
        anchor,
        rows: new Map([...picked.before, ...between.map((row) => [rowId(row), row] as const)]),
      });
    },
    pickAll: () => setKept({ ...nothing, all: true }),
    clear: () => {
      latestRange.current += 1;
      setKept(nothing);
    },
  };
}
