import { type dataTagSymbol, hashKey, type QueryKey, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

interface WindowOf<Row> {
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
const WINDOW_ROWS = 100;

/** The last question (search, sorting, filters) that was answered. */
interface Settled<Row> {
  readonly key: string;
  readonly query: WindowQuery<Row>;
  readonly total: number;
}

interface RowWindow<Row> {
  /** Rows that match; undefined until the first answer. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** The rows shown belong to an earlier question while the new one is on its way. */
  readonly stale: boolean;
  /** Names the question (search, sorting, filters) whose rows are shown. */
  readonly question: string;
  /** Reads the rows `first`…`last` of that question, in sight or not. */
  readonly load: (first: number, last: number) => Promise<readonly Row[]>;
}

const windowNumber = (index: number) => Math.floor(Math.max(0, index) / WINDOW_ROWS);

/** The first and the last row of the windows that cover `first`…`last`. */
export const wholeWindows = (first: number, last: number) => ({
  first: windowNumber(first) * WINDOW_ROWS,
  last: (windowNumber(last) + 1) * WINDOW_ROWS - 1,
});

/** Loads the windows that cover rows `first`…`last`. Typing in the search never blanks the list: the old rows stay. */
export function useRowWindow<Row>(query: WindowQuery<Row>, first: number, last: number): RowWindow<Row> {
  const from = windowNumber(first);
  const numbers = Array.from({ length: windowNumber(last) - from + 1 }, (_, step) => from + step);
  const windowOf = (ask: WindowQuery<Row>, number: number) => ask({ offset: number * WINDOW_ROWS, limit: WINDOW_ROWS });
  const [settled, setSettled] = useState<Settled<Row> | null>(null);
  const queries = useQueryClient();

  const answers = useQueries({ queries: numbers.map((number) => ({ ...windowOf(query, number) })) });
  const key = hashKey(windowOf(query, 0).queryKey);
  const total = answers.map((answer) => answer.data as WindowOf<Row> | undefined).find(Boolean)?.total;
  if (total !== undefined && (settled?.key !== key || settled.total !== total)) setSettled({ key, query, total });

  const stale = total === undefined && settled !== null && settled.key !== key;
  const earlier = useQueries({
    queries: stale ? numbers.map((number) => ({ ...windowOf(settled.query, number), enabled: false })) : [],
  });
  const shown = stale ? earlier : answers;
  return {
    total: total ?? settled?.total,
    rowAt: (index) => {
      const answer = shown[windowNumber(index) - from]?.data as WindowOf<Row> | undefined;
      return answer?.rows[index % WINDOW_ROWS];
    },
    error: answers.find((answer) => answer.error)?.error ?? null,
    retry: () => answers.forEach((answer) => void (answer.error && answer.refetch())),
    stale,
    question: settled?.key ?? key,
    load: async (wantedFirst, wantedLast) => {
      const loaded: Row[] = [];
      for (let number = windowNumber(wantedFirst); number <= windowNumber(wantedLast); number += 1) {
        const window = (await queries.ensureQueryData(windowOf(settled?.query ?? query, number))) as WindowOf<Row>;
        const start = number * WINDOW_ROWS;
        loaded.push(...window.rows.slice(Math.max(0, wantedFirst - start), wantedLast + 1 - start));
      }
      return loaded;
    },
  };
}
