import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
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

type Report = (offset: number, isScrolling: boolean) => void;

/** Which of `count` rows are in sight of a scroller whose sticky header is one row high. */
export function useGridScroll(scroller: RefObject<HTMLDivElement | null>, count: number): GridScroll {
  const viewPx = () => (scroller.current?.clientHeight ?? 0) - ROW_PX;
  const scale = () => scaledScroll(count * ROW_PX, viewPx());
  const latestScale = useRef(scale);
  useLayoutEffect(() => {
    latestScale.current = scale;
  });
  // Where a pixel of the scroller is several of the list, only this remembers the exact place that was asked for.
  const asked = useRef<{ readonly scrollTop: number; readonly offset: number } | null>(null);
  const reportOffset = useRef<Report>(() => {});

  const scrollTo = (element: HTMLElement, wanted: number) => {
    const { toElement } = latestScale.current();
    const offset = Math.max(0, Math.min(wanted, count * ROW_PX - viewPx()));
    element.scrollTop = toElement(offset);
    asked.current = { scrollTop: element.scrollTop, offset };
    reportOffset.current(offset, false);
  };
  const latestScrollTo = useRef(scrollTo);
  useLayoutEffect(() => {
    latestScrollTo.current = scrollTo;
  });
  const offsetOf = (element: HTMLElement): number => {
    const exact = asked.current;
    return exact?.scrollTop === element.scrollTop ? exact.offset : latestScale.current().toList(element.scrollTop);
  };

  // Called once for the element, so it must read the scale of the day.
  const observeElementOffset = (instance: Virtualizer<HTMLDivElement, Element>, report: Report) => {
    const element = instance.scrollElement;
    if (!element) return;
    reportOffset.current = report;
    const onScroll = () => report(offsetOf(element), false);
    const onWheel = (event: WheelEvent) => {
      const isVertical = Math.abs(event.deltaY) > Math.abs(event.deltaX);
      if (!latestScale.current().scaled || event.ctrlKey || !isVertical) return;
      event.preventDefault();
      const deltaPx = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * ROW_PX : event.deltaY;
      latestScrollTo.current(element, offsetOf(element) + deltaPx);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    onScroll();
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  };

  // oxlint-disable-next-line react/incompatible-library -- nothing of it is passed to a memoized component.
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getScrollElement: () => scroller.current,
    initialRect: { width: 0, height: 600 },
    observeElementOffset,
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
      const top = index * ROW_PX;
      const seenFrom = offsetOf(element);
      if (top < seenFrom) scrollTo(element, top);
      else if (top + ROW_PX > seenFrom + viewPx()) scrollTo(element, top + ROW_PX - viewPx());
    },
    pageRows: () => Math.max(1, Math.floor(viewPx() / ROW_PX) - 1),
  };
}
