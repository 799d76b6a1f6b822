import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { scaledScroll } from './scaled-scroll.ts';

export const ROW_PX = 36;
const OVERSCAN = 6;

interface GridScroll {
  readonly items: readonly VirtualItem[];
  readonly first: number;
  readonly last: number;
  /** Height of the element that stands for all rows. */
  readonly bodyPx: number;
  /** How much lower than in the list a row is placed; 0 unless the list is taller than an element may be. */
  readonly shiftPx: number;
  /** Scrolls no more than it takes to have the row in sight. */
  readonly showRow: (index: number) => void;
  /** Rows that fit in sight, less one, so that a page keeps a row of the last. */
  readonly pageRows: () => number;
}

/** Which of `count` rows are in sight of a scroller whose sticky header is one row high. */
export function useGridScroll(scroller: RefObject<HTMLDivElement | null>, count: number): GridScroll {
  const viewPx = () => (scroller.current?.clientHeight ?? 0) - ROW_PX;
  const scale = () => scaledScroll(count * ROW_PX, viewPx());
  const latestScale = useRef(scale);
  useLayoutEffect(() => {
    latestScale.current = scale;
  });

  // oxlint-disable-next-line react/incompatible-library -- nothing of it is passed to a memoized component.
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getScrollElement: () => scroller.current,
    initialRect: { width: 0, height: 600 },
    // Called once for the element, so it must read the scale of the day.
    observeElementOffset: (instance, report) => {
      const element = instance.scrollElement;
      if (!element) return;
      const onScroll = () => report(latestScale.current().toList(element.scrollTop), false);
      element.addEventListener('scroll', onScroll, { passive: true });
      onScroll();
      return () => element.removeEventListener('scroll', onScroll);
    },
  });

  const items = virtualizer.getVirtualItems();
  const offset = virtualizer.scrollOffset ?? 0;
  const { elementPx, toElement } = scale();
  return {
    items,
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? 0,
    bodyPx: elementPx,
    shiftPx: offset - toElement(offset),
    showRow: (index) => {
      const element = scroller.current;
      if (!element) return;
      const now = scale();
      const top = index * ROW_PX;
      const seenFrom = now.toList(element.scrollTop);
      if (top < seenFrom) element.scrollTop = now.toElement(top);
      else if (top + ROW_PX > seenFrom + viewPx()) element.scrollTop = now.toElement(top + ROW_PX - viewPx());
    },
    pageRows: () => Math.max(1, Math.floor(viewPx() / ROW_PX) - 1),
  };
}
