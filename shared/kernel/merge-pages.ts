interface Stamped {
  /** Where the row stands: text that sorts. */
  readonly at: string;
}
interface PagePart<Row extends Stamped> {
  /** Newest first. */
  readonly rows: readonly Row[];
  /** Nothing of this list comes after these. */
  readonly isAll: boolean;
}

/**
 * One page of several lists, newest first: at most `limit` rows, and none older than the last row of a list that goes
 * on, since what is behind that is not known yet. `next` is where the following page begins; null at the end.
 */
export function mergePages<Row extends Stamped>(
  parts: readonly PagePart<Row>[],
  limit: number,
): { readonly rows: Row[]; readonly next: string | null } {
  const goingOn = parts.filter(({ isAll }) => !isAll).map(({ rows }) => rows.at(-1)?.at ?? '');
  const from = goingOn.reduce((newest, at) => (at > newest ? at : newest), '');
  const known = parts
    .flatMap(({ rows }) => rows)
    .filter(({ at }) => at >= from)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const rows = known.slice(0, limit);
  const isEnd = goingOn.length === 0 && known.length <= limit;
  return { rows, next: isEnd ? null : (rows.at(-1)?.at ?? null) };
}
