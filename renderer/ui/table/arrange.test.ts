import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, arrangementOf, moved, movedBefore, pin, resized, shown, shownColumns } from './arrange.ts';

const IDS = ['name', 'phone', 'tier', 'points', 'day'];
const columns = IDS.map((id) => ({ id, hiddenAtFirst: id === 'day' }));
const first = arrangementOf(columns, null);

describe('the columns of a list', () => {
  it('come as the page gives them, without those that are hidden at first', () => {
    expect(shownColumns(first)).toEqual(['name', 'phone', 'tier', 'points']);
  });

  it('move one place at a time, over what is hidden, and stop at the end', () => {
    const right = moved(shown(first, 'phone', false), 'name', 1);
    expect(shownColumns(right)).toEqual(['tier', 'name', 'points']);
    expect(shownColumns(shown(right, 'phone', true))).toEqual(['phone', 'tier', 'name', 'points']);
    expect(moved(first, 'name', -1)).toEqual(first);
  });

  it('stand in front while they are pinned, as wide as they were, and go back', () => {
    const front = pin(first, 'points', 104);
    expect(shownColumns(front)).toEqual(['points', 'name', 'phone', 'tier']);
    expect(front.widthsPx).toEqual({ points: 104 });
    expect(moved(front, 'points', 1)).toEqual(front);
    expect(shownColumns(pin(front, 'points', null))).toEqual(shownColumns(first));
  });

  it('are dropped before another, and are pinned or let go as that one is', () => {
    const front = pin(first, 'name', 200);
    const both = movedBefore(front, 'tier', 'name', 90);
    expect(both.pinned).toEqual(['tier', 'name']);
    expect(both.widthsPx).toEqual({ name: 200, tier: 90 });
    expect(shownColumns(movedBefore(both, 'name', null, 200))).toEqual(['tier', 'phone', 'points', 'name']);
  });

  it('keep one in sight, and no width that cannot be used', () => {
    const lonely = IDS.slice(1).reduce((layout, id) => shown(layout, id, false), first);
    expect(shownColumns(shown(lonely, 'name', false))).toEqual(['name']);
    expect(resized(first, 'name', 1).widthsPx).toEqual({ name: 64 });
  });

  it('take a layout that was kept for other columns', () => {
    const kept = { order: ['gone', 'tier', 'tier', 'name'], hidden: ['gone', 'name'], pinned: ['gone'], widthsPx: {} };
    const today = arrangementOf(columns, kept);
    expect(today.order).toEqual(['tier', 'name', 'phone', 'points', 'day']);
    expect([today.hidden, today.pinned]).toEqual([['name', 'day'], []]);
  });

  it('are always all there, each once, whatever was done to them', () => {
    const id = fc.constantFrom(...IDS);
    const act = fc.oneof(
      fc.tuple(id, fc.boolean()).map(
        ([column, wanted]) =>
          (layout: Arrangement) =>
            shown(layout, column, wanted),
      ),
      fc.tuple(id, fc.option(fc.nat(500))).map(
        ([column, px]) =>
          (layout: Arrangement) =>
            pin(layout, column, px),
      ),
      fc.tuple(id, fc.constantFrom(-1 as const, 1 as const)).map(
        ([column, step]) =>
          (layout: Arrangement) =>
            moved(layout, column, step),
      ),
      fc.tuple(id, fc.option(id)).map(
        ([column, next]) =>
          (layout: Arrangement) =>
            movedBefore(layout, column, next, 100),
      ),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const layout = acts.reduce((now, change) => change(now), first);
        expect(layout.order.toSorted()).toEqual(IDS.toSorted());
        expect(new Set(layout.pinned).size).toBe(layout.pinned.length);
        expect(shownColumns(layout).length).toBeGreaterThan(0);
        expect(arrangementOf(columns, layout)).toEqual({
          ...layout,
          hidden: expect.arrayContaining([...layout.hidden]),
        });
      }),
      { numRuns: 200 },
    );
  });
});
