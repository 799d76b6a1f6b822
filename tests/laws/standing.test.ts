import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perform } from '../../db/changes/act.ts';
import { consentsOf, memberById } from '../../db/members/members.queries.ts';
import { changeStanding } from '../../electron/features/members/change-standing.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import { memberStanding } from '../../electron/features/members/member-standing.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { holdBasket, recallBasket } from '../../electron/features/purchases/open-baskets.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { inForce } from '../../shared/members/consent.ts';
import { aDebt, openingLot } from '../fixtures/a-lot.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { LIVES } from '../fixtures/lives.ts';
import { merge, part } from '../fixtures/merge.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { rowsOf, traceOf } from '../fixtures/rows.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { aChange, tryChange } from '../fixtures/standing.ts';
import { timelinePages } from '../fixtures/timeline-pages.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const record = (shop: Shop, memberId: Id<'member'>) => memberById.get(shop.store.db, { memberId });
const consents = ({ store }: Shop, memberId: Id<'member'>) =>
  inForce(consentsOf.all(store.db, { memberId })).map(({ purpose, given, channel }) => [purpose, given, channel]);

/** Gives a member one point and, beside it, a debt. */
const owing = (shop: Shop, memberId: Id<'member'>, points: number) =>
  perform(shop.store.db, shop.nowMs, ({ record: write }) => {
    const lot = openingLot(shop, memberId, { points: 1 });
    write('points-entry', lot);
    write('points-entry', aDebt(shop, memberId, lot.lotId, points));
  });

describe('suspending an account', () => {
  it('and reinstating it changes no figure, whatever lies in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            points: fc.integer({ min: 1, max: 900 }),
            pendingDays: fc.nat(2),
            days: fc.option(fc.integer({ min: 3, max: 9 })),
          }),
          {
            maxLength: 4,
          },
        ),
        fc.nat(600),
        (lots, debt) => {
          const shop = aStore();
          const memberId = aMember(shop, {
            consents: [{ purpose: 'marketing-sms', given: true }],
            lots: lots.map(({ points, pendingDays, days }) => ({
              points,
              availableAtMs: shop.nowMs + pendingDays * DAY_MS,
              expiresAtMs: days === null ? null : shop.nowMs + days * DAY_MS,
            })),
          });
          if (debt > 0) owing(shop, memberId, debt);
          const figures = () => ({
            card: memberCard(shop.store, memberId, shop.nowMs),
            consents: consents(shop, memberId),
          });
          const before = figures();
          must(tryChange(shop, aChange(shop, memberId, { reason: 'lost-card' })));
          expect(figures().card).toMatchObject({
            status: 'suspended',
            availablePoints: 0,
            withheldPoints: before.card?.availablePoints,
            debtPoints: debt,
          });
          must(tryChange(shop, aChange(shop, memberId, { change: 'reinstate' })));
          expect(figures()).toEqual(before);
          expectLaws(shop.store.db);
          shop.store.db.close();
        },
      ),
      { numRuns: LIVES },
    );
  });

  it('is a fact with its reason, an entry of the audit log and an event of the timeline', () => {
    const shop = aStore();
    const memberId = aMember(shop, { name: '王小明' });
    must(tryChange(shop, aChange(shop, memberId, { reason: 'other', note: '多次退货后兑换' })));
    expect(memberStanding(shop.store, memberId, shop.nowMs)).toMatchObject({
      status: 'suspended',
      last: { change: 'suspend', reason: 'other', note: '多次退货后兑换', staffName: '陈经理', atMs: shop.nowMs },
    });
    expect(timelinePages(shop, memberId, 10)[0]).toMatchObject({ kind: 'standing', standing: { change: 'suspend' } });
    const audited = rowsOf(shop.store.db, 'audit_entry').at(-1);
    expect(audited).toMatchObject({ action: 'suspend-member', fields: '["status"]' });
    expect(JSON.stringify(audited)).not.toContain('退货');
    expectReplay(shop.store.db);
  });

  it('lets the till sell on without points, to a basket that was held before as well', () => {
    const shop = aStore();
    const [memberId, tea] = [aMember(shop, { points: 500 }), aProduct(shop)];
    const basket = { ...saleCommand(shop, { member: memberId, products: [tea] }), purchaseId: shop.ids<'purchase'>() };
    must(
      holdBasket(
        shop.store,
        {
          purchaseId: basket.purchaseId,
          memberId,
          lines: [{ productId: tea, quantityThousandths: 1000 }],
          pointsToRedeem: 500,
        } as never,
        shop.clerkId,
        shop.nowMs,
      ),
    );
    expect(memberStanding(shop.store, memberId, shop.nowMs)?.baskets).toBe(1);
    must(tryChange(shop, aChange(shop, memberId, { change: 'close', rest: { points: 'keep', debt: 'keep' } })));
    expect(must(recallBasket(shop.store, basket.purchaseId)).memberId).toBe(memberId);
    expect(reasonOf(tryCommand(shop, { ...basket, pointsToRedeem: 500 }))).toBe('member-blocked');
    // The quote from before promised points that nobody earns now.
    expect(tryCommand(shop, basket)).toMatchObject({ reason: 'points-changed', details: { points: 0 } });
    expect(reasonOf(tryCommand(shop, { ...basket, expectedPoints: 0 }))).toBe('done');
    expect(record(shop, memberId)).toMatchObject({ balancePoints: 500, purchases: 1 });
  });
});

describe('closing an account', () => {
  it('with forfeiture leaves a balance of 0, and the ledger says how', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ points: fc.integer({ min: 1, max: 900 }), days: fc.option(fc.integer({ min: 1, max: 9 })) }),
          { maxLength: 5 },
        ),
        fc.nat(1500),
        fc.nat(5),
        (lots, debt, laterDays) => {
          const shop = aStore();
          const memberId = aMember(shop, {
            lots: lots.map(({ points, days }) => ({
              points,
              expiresAtMs: days === null ? null : shop.nowMs + days * DAY_MS,
            })),
          });
          if (debt > 0) owing(shop, memberId, debt);
          shop.nowMs += laterDays * DAY_MS;
          must(tryChange(shop, aChange(shop, memberId, { change: 'close' })));
          expect(record(shop, memberId)).toMatchObject({ status: 'closed', balancePoints: 0, debtPoints: 0 });
          expect(memberStanding(shop.store, memberId, shop.nowMs)).toMatchObject({ leftPoints: 0, leftDebtPoints: 0 });
          expectLaws(shop.store.db);
          expectReplay(shop.store.db);
          shop.store.db.close();
        },
      ),
      { numRuns: LIVES },
    );
  });

  it('keeps points for a reopening, and nothing more than what was left', () => {
    const shop = aStore();
    const memberId = aMember(shop, { points: 500 });
    owing(shop, memberId, 300);
    must(tryChange(shop, aChange(shop, memberId, { change: 'close', rest: { points: 'keep', debt: 'write-off' } })));
    // What is held repays what is owed: writing off a debt gives nobody points.
    expect(record(shop, memberId)).toMatchObject({ balancePoints: 201, debtPoints: 0 });
    expect(memberCard(shop.store, memberId, shop.nowMs)).toMatchObject({ availablePoints: 0, withheldPoints: 201 });
    must(tryChange(shop, aChange(shop, memberId, { change: 'reopen' })));
    expect(memberCard(shop.store, memberId, shop.nowMs)).toMatchObject({ status: 'active', availablePoints: 201 });
    expectLaws(shop.store.db);
  });

  it('leaves a debt that stays, for the next points to repay', () => {
    const shop = aStore();
    const memberId = aMember(shop);
    owing(shop, memberId, 50);
    must(tryChange(shop, aChange(shop, memberId, { change: 'close', rest: { points: 'forfeit', debt: 'keep' } })));
    expect(record(shop, memberId)).toMatchObject({ balancePoints: -49, debtPoints: 49 });
    must(tryChange(shop, aChange(shop, memberId, { change: 'reopen' })));
    sell(shop, { member: memberId, products: [aProduct(shop, { priceMinor: 10_000 })] });
    expect(record(shop, memberId)).toMatchObject({ balancePoints: 51, debtPoints: 0 });
    expectLaws(shop.store.db);
  });

  it('withdraws every consent, and reopening gives none back', () => {
    const shop = aStore();
    const memberId = aMember(shop, {
      consents: [
        { purpose: 'marketing-sms', given: true },
        { purpose: 'profiling', given: false },
        { purpose: 'service-messages', given: true },
      ],
    });
    expect(memberStanding(shop.store, memberId, shop.nowMs)?.consents).toBe(2);
    must(tryChange(shop, aChange(shop, memberId, { change: 'close' })));
    const withdrawn = [
      ['marketing-sms', false, 'closing'],
      ['profiling', false, 'till'],
      ['service-messages', false, 'closing'],
    ];
    expect(consents(shop, memberId).toSorted()).toEqual(withdrawn);
    const give = () =>
      setConsent(
        shop.store,
        { eventId: shop.ids(), memberId, purpose: 'profiling', given: true, noticeVersion: '1' },
        shop.clerkId,
        shop.nowMs,
        shop.ids,
      );
    expect(reasonOf(give())).toBe('member-closed');
    must(tryChange(shop, aChange(shop, memberId, { change: 'reopen' })));
    expect(consents(shop, memberId).toSorted()).toEqual(withdrawn);
    expect(reasonOf(give())).toBe('done');
    expectReplay(shop.store.db);
  });

  it('is refused when the balance is another than was seen, and when the account is closed already', () => {
    const shop = aStore();
    const memberId = aMember(shop, { points: 500 });
    const close = aChange(shop, memberId, { change: 'close', seenBalancePoints: 500 });
    sell(shop, { member: memberId, products: [aProduct(shop)] });
    const before = traceOf(shop.store.db);
    expect(reasonOf(tryChange(shop, close))).toBe('balance-changed');
    expect(traceOf(shop.store.db)).toEqual(before);
    must(tryChange(shop, { ...close, seenBalancePoints: 510 } as typeof close));
    const after = traceOf(shop.store.db);
    expect(reasonOf(tryChange(shop, aChange(shop, memberId, { change: 'close' })))).toBe('standing-differs');
    expect(traceOf(shop.store.db)).toEqual(after);
  });

  it('settles what lies under every id of a person, whichever is asked for', () => {
    const shop = aStore();
    const [one, other] = [aMember(shop, { points: 100 }), aMember(shop, { points: 200, phone: '13812345678' })];
    const mergeId = merge(shop, one, other);
    must(tryChange(shop, aChange(shop, other, { change: 'close' })));
    expect(record(shop, other)).toMatchObject({ memberId: one, status: 'closed', balancePoints: 0 });
    expect(timelinePages(shop, one, 20).filter(({ kind }) => kind === 'standing')).toHaveLength(1);
    part(shop, mergeId);
    expect([one, other].map((memberId) => record(shop, memberId)?.balancePoints)).toEqual([0, 0]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('of more lots than one act can hold is refused, and says so', () => {
    const shop = aStore();
    const memberId = aMember(shop);
    for (let lots = 0; lots < 520; lots += 260)
      perform(shop.store.db, shop.nowMs, ({ record: write }) => {
        for (let lot = 0; lot < 260; lot += 1) write('points-entry', openingLot(shop, memberId, { points: 1 }));
      });
    const before = traceOf(shop.store.db);
    expect(reasonOf(tryChange(shop, aChange(shop, memberId, { change: 'close' })))).toBe('too-many-lots');
    expect(traceOf(shop.store.db)).toEqual(before);
    must(tryChange(shop, aChange(shop, memberId, { change: 'close', rest: { points: 'keep', debt: 'keep' } })));
  });
});

describe('a change of standing', () => {
  it('is one of many in an act of somebody else’s', () => {
    const shop = aStore();
    const all = [1, 2, 3].map(() => aMember(shop, { points: 10 }));
    perform(shop.store.db, shop.nowMs, (act) => {
      for (const memberId of all)
        must(changeStanding(act, shop.store, aChange(shop, memberId, { change: 'close' }), shop.managerId, shop.ids));
    });
    expect(all.map((memberId) => record(shop, memberId)?.status)).toEqual(['closed', 'closed', 'closed']);
    expectReplay(shop.store.db);
  });

  it('is forgotten with the person, whose note was the last of it', () => {
    const shop = aStore();
    const memberId = aMember(shop);
    must(tryChange(shop, aChange(shop, memberId, { reason: 'other', note: '搬到南京' })));
    eraseMember(shop, memberId);
    expect(rowsOf(shop.store.db, 'member_standing')).toEqual([]);
    expect(JSON.stringify(rowsOf(shop.store.db, 'change_log'))).not.toContain('搬到南京');
    expect(reasonOf(tryChange(shop, aChange(shop, memberId, { change: 'reinstate' })))).toBe('member-erased');
  });
});
