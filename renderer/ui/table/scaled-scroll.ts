/** Chromium cuts an element off at about 17 million px (33 on some systems); we stay below. */
export const TALLEST_PX = 15_000_000;

/**
 * Scrolling a list that is taller than an element can be. The scrolled element is at most TALLEST_PX high and stands
 * for the list's whole height: `toList` turns a scroll position into the offset in the list, `toElement` turns it back.
 */
export interface ScaledScroll {
  readonly elementPx: number;
  readonly scaled: boolean;
  readonly toList: (scrollTop: number) => number;
  readonly toElement: (offset: number) => number;
}

export function scaledScroll(listPx: number, viewPx: number): ScaledScroll {
  const elementPx = Math.min(listPx, TALLEST_PX);
  const scaled = listPx > elementPx;
  const ratio = scaled ? (listPx - viewPx) / (elementPx - viewPx) : 1;
  return { elementPx, scaled, toList: (scrollTop) => scrollTop * ratio, toElement: (offset) => offset / ratio };
}
