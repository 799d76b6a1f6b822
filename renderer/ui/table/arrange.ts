import { AS_IT_COMES, type ListLayout } from '../../../shared/lists/layout.ts';

export interface ArrangedColumn {
  readonly id: string;
  readonly hiddenAtFirst: boolean;
}

/** A layout that names every column of the list, once, and shows at least one. */
export type Arrangement = ListLayout;

/** What a kept layout means for the columns that there are today: new ones come last, lost ones are forgotten. */
export function arrangementOf(columns: readonly ArrangedColumn[], layout: ListLayout | null): Arrangement {
  const { order: keptOrder, hidden: keptHidden, pinned, widthsPx } = layout ?? AS_IT_COMES;
  const ids = columns.map(({ id }) => id);
  const kept = new Set(keptOrder.filter((id) => ids.includes(id)));
  const hidden = columns.filter(({ id, hiddenAtFirst }) => (kept.has(id) ? keptHidden.includes(id) : hiddenAtFirst));
  const hiddenIds = hidden.map(({ id }) => id);
  return {
    order: [...new Set([...kept, ...ids])],
    hidden: hiddenIds.length < ids.length ? hiddenIds : hiddenIds.slice(1),
    pinned: [...new Set(pinned.filter((id) => ids.includes(id)))],
    widthsPx,
  };
}

/** The columns in sight, from left to right: the pinned ones first. */
export const shownColumns = ({ order, hidden, pinned }: Arrangement): string[] =>
  [...pinned, ...order.filter((id) => !pinned.includes(id))].filter((id) => !hidden.includes(id));

/** Shows or hides a column; the last one in sight stays. */
export function shown(layout: Arrangement, id: string, wanted: boolean): Arrangement {
  const others = layout.hidden.filter((each) => each !== id);
  if (wanted) return { ...layout, hidden: others };
  return shownColumns(layout).length > 1 ? { ...layout, hidden: [...others, id] } : layout;
}

/** Pins a column behind those that are pinned already, at the width that it has; or lets it go where it came from. */
export function pin(layout: Arrangement, id: string, widthPx: number | null): Arrangement {
  const others = layout.pinned.filter((each) => each !== id);
  return widthPx === null
    ? { ...layout, pinned: others }
    : { ...resized({ ...layout, pinned: [...others, id] }, id, widthPx) };
}

export const NARROWEST_PX = 64;
export const WIDEST_PX = 800;

export const resized = (layout: Arrangement, id: string, widthPx: number): Arrangement => ({
  ...layout,
  widthsPx: { ...layout.widthsPx, [id]: Math.round(Math.min(WIDEST_PX, Math.max(NARROWEST_PX, widthPx))) },
});

/** The width that the column had at first. */
export function unsized(layout: Arrangement, id: string): Arrangement {
  const { [id]: _, ...widthsPx } = layout.widthsPx;
  return { ...layout, widthsPx };
}

/** Before another column, or behind all: also into the pinned ones and out of them, as the neighbour is. */
export function movedBefore(layout: Arrangement, id: string, next: string | null, widthPx: number): Arrangement {
  if (id === next) return layout;
  const amongPinned = next !== null && layout.pinned.includes(next);
  const put = (ids: readonly string[]) => {
    const others = ids.filter((each) => each !== id);
    const at = next === null ? others.length : others.indexOf(next);
    return others.toSpliced(at, 0, id);
  };
  if (amongPinned) return resized({ ...layout, pinned: put(layout.pinned) }, id, layout.widthsPx[id] ?? widthPx);
  return { ...layout, order: put(layout.order), pinned: layout.pinned.filter((each) => each !== id) };
}

/** One place to the left (-1) or right (1) among its kind: pinned columns stay pinned. */
export function moved(layout: Arrangement, id: string, step: -1 | 1): Arrangement {
  const isPinned = layout.pinned.includes(id);
  const row = shownColumns(layout).filter((each) => layout.pinned.includes(each) === isPinned);
  const neighbour = row[row.indexOf(id) + step];
  if (neighbour === undefined) return layout;
  const swap = (ids: readonly string[]) => {
    const others = ids.filter((each) => each !== id);
    return others.toSpliced(others.indexOf(neighbour) + (step === 1 ? 1 : 0), 0, id);
  };
  return isPinned ? { ...layout, pinned: swap(layout.pinned) } : { ...layout, order: swap(layout.order) };
}
