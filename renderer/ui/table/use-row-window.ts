import { type dataTagSymbol, type QueryKey, useQueries } from '@tanstack/react-query';
import { useRef } from 'react';

export interface WindowOf<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/**
 * The query for one window of rows, by position: what `trpc.<noun>.list.queryOptions({…, offset, limit})` returns.
 * Its key must hold everything that the rows depend on.
 */
export type WindowQuery<Row> = (window: { readonly offset: number; readonly limit: number }) => {
  readonly queryKey: QueryKey & { readonly [dataTagSymbol]: WindowOf<Row> };
};

/** Rows are asked for in windows of this many, each kept by TanStack Query like any other answer. */
export const WINDOW_ROWS = 100;

interface RowWindow<Row> {
  /** Rows that match; undefined until the first answer. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** The rows shown belong to an earlier question (sorting, search) while the new one is on its way. */
  readonly stale: boolean;
}

/** Loads the windows that cover rows `first`…`last`. */
export function useRowWindow<Row>(query: WindowQuery<Row>, first: number, last: number): RowWindow<Row> {
  const firstWindow = Math.floor(Math.max(0, first) / WINDOW_ROWS);
  const lastWindow = Math.floor(Math.max(0, last) / WINDOW_ROWS);
  const numbers = Array.from({ length: lastWindow - firstWindow + 1 }, (_, step) => firstWindow + step);
  const results = useQueries({
    queries: numbers.map((number) => ({ ...query({ offset: number * WINDOW_ROWS, limit: WINDOW_ROWS }) })),
  });

  const answered = results.map((result) => result.data as WindowOf<Row> | undefined);
  const failed = results.find((result) => result.error);
  const asked = JSON.stringify(query({ offset: 0, limit: WINDOW_ROWS }).queryKey);

  // While another question is on its way the old rows stay, so that typing in the search never blanks the list.
  const shown = useRef<{ asked: string; total: number; windows: Map<number, readonly Row[]> } | null>(null);
  const total = answered.find(Boolean)?.total;
  if (total !== undefined) {
    const windows = new Map<number, readonly Row[]>();
    answered.forEach((answer, index) => {
      if (answer) windows.set(firstWindow + index, answer.rows);
    });
    shown.current = { asked, total, windows };
  }
  const current = shown.current;
  return {
    total: current?.total,
    rowAt: (index) => current?.windows.get(Math.floor(index / WINDOW_ROWS))?.[index % WINDOW_ROWS],
    error: failed?.error ?? null,
    retry: () => results.forEach((result) => void (result.error && result.refetch())),
    stale: current !== null && (total === undefined || current.asked !== asked),
  };
}
