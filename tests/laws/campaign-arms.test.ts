import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armsOf } from '../../db/campaigns/arms-of-campaign.ts';
import { makeArm } from '../../shared/campaigns/evaluate-campaign.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { campaignOf, liveCampaign } from '../fixtures/put-campaign.ts';

const MEMBERS = 60;
const amount = fc.integer({ min: -100_000, max: 1_000_000_000 });
const figures = fc.record({
  beforeMinor: amount,
  salesMinor: amount,
  marginMinor: amount,
  uncostedMinor: fc.integer({ min: 0, max: 50_000 }),
  purchases: fc.integer({ min: 0, max: 3 }),
});

/** Nearer than a part in a thousand million of what was summed up. */
const near = (found: number, wanted: number, size: number) =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, size));

describe('the arms of a campaign as the store sums them up', async () => {
  const shop = aStore();
  for (let at = 0; at < MEMBERS; at += 1) aMember(shop);
  const campaignId = await liveCampaign(shop);
  const { raw } = shop.store.db;
  const { campaignPk } = raw.prepare('SELECT campaign_pk AS campaignPk FROM campaign').get() as { campaignPk: number };
  const members = raw.prepare('SELECT member_pk AS memberPk, is_control AS isControl FROM campaign_member').all() as {
    memberPk: number;
    isControl: 0 | 1;
  }[];
  const put = raw.prepare(`UPDATE campaign_member SET before_minor = @beforeMinor, sales_minor = @salesMinor,
    margin_minor = @marginMinor, uncosted_minor = @uncostedMinor, purchases = @purchases WHERE member_pk = @memberPk`);

  it.each([1, 7, MEMBERS, 1000])('are those of its members one by one, %i at a time', (stretch) =>
    fc.assert(
      fc.property(fc.array(figures, { minLength: MEMBERS, maxLength: MEMBERS }), (all) => {
        const wanted = { treated: makeArm(), control: makeArm() };
        for (const [at, { memberPk, isControl }] of members.entries()) {
          const one = all[at] as (typeof all)[number];
          put.run({ memberPk, ...one });
          wanted[isControl ? 'control' : 'treated'].add(one);
        }
        const found = [...armsOf(shop.store.db, campaignPk, stretch)].at(-1);
        for (const arm of ['treated', 'control'] as const) {
          const [is, should] = [found?.[arm], wanted[arm].arm()];
          if (!is) throw new Error('no arm');
          expect([is.members, is.buyers, is.uncostedMinor]).toEqual([
            should.members,
            should.buyers,
            should.uncostedMinor,
          ]);
          for (const what of ['sales', 'margin'] as const) {
            const { xx, yy } = should[what];
            near(is[what].meanX, should[what].meanX, 1e9);
            near(is[what].meanY, should[what].meanY, 1e9);
            for (const of of ['xx', 'yy', 'xy'] as const) near(is[what][of], should[what][of], Math.max(xx, yy));
          }
        }
      }),
      { numRuns: 100 },
    ),
  );

  it('are none where nobody is in them', () => {
    expect([...armsOf(shop.store.db, campaignPk + 1)]).toEqual([]);
    expect(campaignOf(shop, campaignId).treated).toBeGreaterThan(0);
  });
});
