import { describe, expect, it } from 'vitest';
import { perform } from '../../db/changes/act.ts';
import { memberTimeline } from '../../electron/features/members/member-timeline.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { pointsLedgerPage } from '../../electron/features/points/ledger-page.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { openingLot } from '../fixtures/a-lot.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must } from '../fixtures/outcome.ts';
import { sell } from '../fixtures/sell.ts';
import { timelinePages } from '../fixtures/timeline-pages.ts';

describe('the timeline of a member', () => {
  it('tells every consent, not the last of each purpose alone', () => {
    const shop = aStore();
    const memberId = aMember(shop, { consents: [{ purpose: 'profiling', given: true }] });
    for (const given of [false, true, false])
      must(
        setConsent(
          shop.store,
          { eventId: shop.ids(), memberId, purpose: 'profiling', given, noticeVersion: '1' },
          shop.clerkId,
          shop.nowMs,
          shop.ids,
        ),
      );
    expect(
      timelinePages(shop, memberId, 3).map((event) => (event.kind === 'consent' ? event.consent.given : event.kind)),
    ).toEqual([false, true, false, true, 'enrolment']);
  });

  it('reaches back to the enrolment, page by page, past any number of movements, and so does the ledger', () => {
    const shop = aStore();
    const [memberId, tea] = [aMember(shop), aProduct(shop)];
    // 250 lots in three acts, taken from in one, with a purchase before and after.
    sell(shop, { member: memberId, products: [tea] });
    for (const lots of [100, 100, 50])
      perform(shop.store.db, shop.nowMs, ({ record }) => {
        for (let lot = 0; lot < lots; lot += 1) record('points-entry', openingLot(shop, memberId, { points: 2 }));
      });
    const reward = { redemptionId: shop.ids<'redemption'>(), memberId, points: 490, reward: 'a kettle' };
    must(redeemPoints(shop.store, reward, shop.clerkId, shop.nowMs, shop.ids));
    sell(shop, { member: memberId, products: [tea] });

    const events = timelinePages(shop, memberId, 20);
    expect(events).toHaveLength(1 + 1 + 250 + 1 + 1);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.map(({ at }) => at)).toEqual(
      events
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(events[1]).toMatchObject({ kind: 'points', act: { kind: 'redeem', changePoints: -490 } });

    const acts = [];
    for (let before: string | null | undefined = null; before !== undefined; ) {
      const page = pointsLedgerPage(shop.store, { memberId, before, limit: 30 });
      acts.push(...(page?.acts ?? []));
      before = page?.next ?? undefined;
    }
    expect(acts).toHaveLength(1 + 250 + 1 + 1);
    expect(acts[0]?.afterPoints).toBe(30);
    expect(acts.at(-1)).toMatchObject({ changePoints: 10, afterPoints: 10 });
    for (const [index, act] of acts.entries())
      expect(act.afterPoints - act.changePoints).toBe(acts[index + 1]?.afterPoints ?? 0);
  });

  it('of somebody who is not here is none', () => {
    const shop = aStore();
    expect(memberTimeline(shop.store, { memberId: shop.ids(), before: null, limit: 5 })).toBeNull();
  });
});
