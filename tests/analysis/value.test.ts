import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valueReckoning } from '../../db/analysis/value.queries.ts';
import { saveJudgements } from '../../electron/features/analysis/judgements.ts';
import { ValueDesk } from '../../electron/features/analysis/value-desk.ts';
import { valueOfMember, viewValue } from '../../electron/features/analysis/view-value.ts';
import { countAudience } from '../../electron/features/audiences/count-audience.ts';
import { listMembers } from '../../electron/features/members/list-members.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { RFM_SEGMENTS, rfmOf, segmentOf } from '../../shared/analysis/rfm.ts';
import { judgementsSchema, mostAtOdds, USUAL_JUDGEMENTS, weighMeasures } from '../../shared/analysis/value-weights.ts';
import { membersContract } from '../../shared/contract/members.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { makeRandom } from '../../shared/sample/random.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { must } from '../fixtures/outcome.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';

const BUYERS = 40;

const deskOf = (shop: Shop) => new ValueDesk({ store: shop.store, clock: () => shop.nowMs, publish: () => {} });

async function reckon(shop: Shop, desk = deskOf(shop)): Promise<ValueDesk> {
  desk.start();
  await desk.idle();
  return desk;
}

const askFor = async (shop: Shop, where: object[]) => {
  const input = membersContract.list.input.parse({ where, limit: 200 });
  const { rows } = await listMembers(shop.store, input, shop.nowMs);
  return new Set(rows.map(({ memberId }) => memberId));
};

const refuseProfiling = (shop: Shop, memberId: Id<'member'>) =>
  must(
    setConsent(
      shop.store,
      { eventId: shop.ids(), memberId, purpose: 'profiling', given: false, noticeVersion: '1' },
      null,
      shop.nowMs,
      shop.ids,
    ),
  );

describe("what a store's members are worth", () => {
  const shop = aStore();
  const members: Id<'member'>[] = [];
  let desk: ValueDesk;
  beforeAll(async () => {
    const endMs = shop.nowMs;
    const [cheap, dear] = [aProduct(shop), aProduct(shop, { priceMinor: 9_900 })];
    const random = makeRandom(5);
    for (let i = 0; i < BUYERS; i++) members.push(aMember(shop, { name: `会员${i}` }));
    aMember(shop, { name: '只来看看' });
    for (let day = 90; day >= 0; day -= 3) {
      shop.nowMs = endMs - day * DAY_MS;
      for (const [i, member] of members.entries())
        if (random.chance(i / (2 * BUYERS)) || day === 90)
          sell(shop, { member, products: [i % 3 === 0 ? dear : cheap] });
    }
    desk = await reckon(shop);
  });
  afterAll(() => desk.halt());

  const report = () => {
    const found = viewValue(shop.store, desk).last?.report;
    if (!found) throw new Error('nothing was reckoned');
    return found;
  };

  it('is reckoned of everybody who bought, each in one field and one segment', () => {
    const { buyers, members: all, leftOut, grid, segments, keyMembers, scores } = report();
    expect([buyers, all, leftOut]).toEqual([BUYERS, BUYERS + 1, 0]);
    for (const parts of [grid, segments]) {
      expect(parts.reduce((sum, part) => sum + part.members, 0)).toBe(BUYERS);
      expect(parts.reduce((sum, part) => sum + part.netMinor, 0)).toBe(keyMembers?.totalMinor);
    }
    expect(scores.histogram.reduce((sum, count) => sum + count, 0)).toBe(BUYERS);
    expect(scores.best).toHaveLength(10);
    expect(scores.best.map(({ score }) => score)).toEqual(
      scores.best.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it('can be asked for in the member list and in an audience, member for member', async () => {
    const seen = new Set<Id<'member'>>();
    for (const segment of RFM_SEGMENTS) {
      const where = [{ field: 'rfmSegment', is: 'any-of' as const, values: [segment] }];
      const listed = await askFor(shop, where);
      expect(listed.size).toBe(report().segments.find((each) => each.segment === segment)?.members ?? 0);
      for (const memberId of listed) {
        expect(valueOfMember(shop.store, memberId)?.segment).toBe(segment);
        seen.add(memberId);
      }
      const audience = { kind: 'segment' as const, where, either: [] };
      expect((await countAudience(shop.store, audience, shop.nowMs)).members).toBe(listed.size);
    }
    expect(seen).toEqual(new Set(members));
  });

  it('leads from each field of the map to those in it', async () => {
    for (const { r, f, members: count } of report().grid) {
      const field = await askFor(shop, [
        { field: 'rfmRecency', is: 'any-of', values: [String(r)] },
        { field: 'rfmFrequency', is: 'any-of', values: [String(f)] },
      ]);
      expect(field.size).toBe(count);
    }
    const notFive = await askFor(shop, [{ field: 'rfmMoney', is: 'none-of', values: ['5'] }]);
    for (const memberId of notFive) expect(valueOfMember(shop.store, memberId)?.m).not.toBe(5);
  });

  it('says of a member by SQL what the fifths say', () => {
    const kept = valueReckoning.get(shop.store.db, {});
    const rows = shop.store.db.raw
      .prepare(
        'SELECT last_visit_day AS day, purchases, net_minor AS net FROM member_summary WHERE purchases > 0 ORDER BY member_pk',
      )
      .all() as { day: number; purchases: number; net: number }[];
    const cuts = kept?.cuts;
    if (!cuts) throw new Error('no cuts');
    for (const [i, { day, purchases, net }] of rows.entries()) {
      const rfm = rfmOf(cuts, kept.asOfDay - day, purchases, net);
      expect(valueOfMember(shop.store, members[i] as Id<'member'>)).toMatchObject({ ...rfm, segment: segmentOf(rfm) });
    }
  });
});

describe('who does not want purchases looked at', () => {
  it('is in no segment at once, and in no figure from the next reckoning on', async () => {
    const shop = aStore();
    const product = aProduct(shop);
    const [one, other] = [aMember(shop), aMember(shop)];
    for (const member of [one, other]) sell(shop, { member, products: [product] });
    const desk = await reckon(shop);
    const everySegment = [{ field: 'rfmSegment', is: 'any-of', values: [...RFM_SEGMENTS] }];
    expect(await askFor(shop, everySegment)).toEqual(new Set([one, other]));
    refuseProfiling(shop, one);
    expect(await askFor(shop, everySegment)).toEqual(new Set([other]));
    expect(valueOfMember(shop.store, one)).toBeNull();
    const best = () => viewValue(shop.store, desk).last?.report?.scores.best.map(({ memberId }) => memberId);
    expect(best()).toEqual([other]);
    await reckon(shop, desk);
    expect(viewValue(shop.store, desk).last?.report).toMatchObject({ buyers: 1, members: 2, leftOut: 1 });
    eraseMember(shop, other);
    expect(best()).toEqual([]);
  });
});

describe('the reckoning', () => {
  it('finds nothing where nobody bought, and no segment before it was first made', async () => {
    const shop = aStore();
    const member = aMember(shop);
    expect(viewValue(shop.store, deskOf(shop)).last).toBeNull();
    const desk = await reckon(shop);
    expect(viewValue(shop.store, desk).last).toMatchObject({ asOf: '2026-03-15', report: null });
    sell(shop, { member, products: [aProduct(shop)] });
    expect(valueOfMember(shop.store, member)).toBeNull();
  });

  it('is made once a day when the till is idle, and writes nothing once the store closes', async () => {
    const shop = aStore();
    sell(shop, { member: aMember(shop), products: [aProduct(shop)] });
    const desk = deskOf(shop);
    const reckonedAt = () => valueReckoning.get(shop.store.db, {})?.atMs;
    const idle = async () => {
      desk.startIfDue();
      await desk.idle();
    };
    await idle();
    const first = reckonedAt();
    expect(first).toBe(shop.nowMs);
    shop.nowMs += 60_000;
    await idle();
    expect(reckonedAt()).toBe(first);
    shop.nowMs += DAY_MS;
    await idle();
    expect(reckonedAt()).toBe(shop.nowMs);
    shop.nowMs += DAY_MS;
    desk.start();
    desk.halt();
    await desk.idle();
    expect(reckonedAt()).toBe(shop.nowMs - DAY_MS);
  });

  it('that somebody stops leaves what was found before, and no complaint', async () => {
    const shop = aStore();
    sell(shop, { member: aMember(shop), products: [aProduct(shop)] });
    const desk = await reckon(shop);
    const before = valueReckoning.get(shop.store.db, {});
    shop.nowMs += DAY_MS;
    desk.start();
    expect(desk.running).not.toBeNull();
    desk.stop();
    await desk.idle();
    expect(valueReckoning.get(shop.store.db, {})).toEqual(before);
    expect([desk.running, desk.stopped]).toEqual([null, null]);
  });
});

describe('the weights of the value', () => {
  it('are the usual ones until the store judges otherwise, and sum to one', () => {
    const shop = aStore();
    const desk = deskOf(shop);
    expect(viewValue(shop.store, desk).judgements).toEqual(USUAL_JUDGEMENTS);
    const { weights, consistencyRatio } = weighMeasures(USUAL_JUDGEMENTS);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(consistencyRatio).toBeLessThan(0.1);
    const alike = [1, 1, 1, 1, 1, 1];
    must(saveJudgements(shop.store, alike, shop.nowMs, shop.ids));
    expect(viewValue(shop.store, desk).judgements).toEqual(alike);
    expect(weighMeasures(alike).weights.every((weight) => Math.abs(weight - 0.25) < 1e-12)).toBe(true);
  });

  it('are not saved where the judgements contradict each other, and the worst one is named', () => {
    const shop = aStore();
    const contrary = [9, -9, 9, 9, 1, 1];
    const refused = saveJudgements(shop.store, contrary, shop.nowMs, shop.ids);
    expect(refused).toMatchObject({ ok: false, reason: 'judgements-contradict' });
    expect(viewValue(shop.store, deskOf(shop)).judgements).toEqual(USUAL_JUDGEMENTS);
    expect(mostAtOdds(contrary)).not.toBeNull();
    expect(mostAtOdds([1, 1, 1, 1, 1, 1])).toBeNull();
  });

  it('fit together in the end for whoever follows the hints', () => {
    const judged = fc.constantFrom(-9, -5, -3, -2, 1, 2, 3, 5, 9);
    fc.assert(
      fc.property(fc.array(judged, { minLength: 6, maxLength: 6 }), (first) => {
        let judgements: number[] = first;
        for (let step = 0; step < 60 && weighMeasures(judgements).consistencyRatio > 0.1; step++) {
          const hint = mostAtOdds(judgements);
          judgements = judgements.map((each, place) => (place === hint?.place ? hint.rather : each));
        }
        expect(judgementsSchema.safeParse(judgements).success).toBe(true);
        expect(weighMeasures(judgements).consistencyRatio).toBeLessThanOrEqual(0.1);
      }),
    );
  });

  it('are judged on the scale of one to nine alone', () => {
    for (const wrong of [0, -1, 10, -10, 2.5])
      expect(judgementsSchema.safeParse([wrong, 1, 1, 1, 1, 1]).success).toBe(false);
  });
});
