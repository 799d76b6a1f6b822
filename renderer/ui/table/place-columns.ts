import { type Arrangement, shownColumns } from './arrange.ts';
import { columnId, columnWords, type ListColumn } from './columns.ts';
import type { HeadColumn, Sort } from './HeaderCell.tsx';

/** The column of boxes, and the space behind the last column. */
const PICK_PX = 44;
const END_PX = 16;
const USUAL_TRACK = 'minmax(120px, 1fr)';

interface PlacedColumns {
  /** In sight, from left to right. */
  readonly shown: readonly HeadColumn[];
  /** For `grid-template-columns`, the column of boxes first. */
  readonly tracks: string;
  /** Narrower than this the list scrolls sideways. */
  readonly narrowestPx: number;
}

/** Where each column stands: what is in sight, how wide, and how far from the left edge the pinned ones stay. */
export function placeColumns<Row extends object>(
  columns: readonly ListColumn<Row>[],
  layout: Arrangement,
  sort: Sort | undefined,
): PlacedColumns {
  const definitions = new Map(columns.map((column) => [columnId(column), column]));
  const inSight = shownColumns(layout);
  const pinned = inSight.filter((id) => layout.pinned.includes(id));
  const leftPxOf = (id: string) =>
    pinned.slice(0, pinned.indexOf(id)).reduce((sum, before) => sum + (layout.widthsPx[before] ?? 0), PICK_PX);
  const shown = inSight.flatMap((id) => {
    const column = definitions.get(id);
    if (!column) return [];
    const look = column.meta ?? {};
    const isSorted = look.sortKey !== undefined && sort?.by === look.sortKey;
    const direction = isSorted ? (sort.descending ? ('descending' as const) : ('ascending' as const)) : null;
    const place = pinned.includes(id) ? { leftPx: leftPxOf(id), isLast: id === pinned.at(-1) } : undefined;
    return [{ ...look, id, words: columnWords(column), direction, pinned: place }];
  });
  const tracks = shown.map(({ id, width }) => {
    const widthPx = layout.widthsPx[id];
    return widthPx === undefined ? (width ?? USUAL_TRACK) : `${widthPx}px`;
  });
  return {
    shown,
    tracks: [`${PICK_PX}px`, ...tracks].join(' '),
    narrowestPx: tracks.reduce((sum, track) => sum + Number(/\d+(?=px)/.exec(track)?.[0] ?? 0), PICK_PX + END_PX),
  };
}
