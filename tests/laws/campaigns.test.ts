import { describe, expect, it } from 'vitest';
import { audienceById } from '../../db/audiences/audiences.queries.ts';
import { perform } from '../../db/changes/act.ts';
import { offerById } from '../../db/offers/offers.queries.ts';
import { viewAudience } from '../../electron/features/audiences/audience-view.ts';
import { audienceOf, previewAudience } from '../../electron/features/campaigns/campaign-audience.ts';
import { figuresOfCampaign, leagueOfCampaigns } from '../../electron/features/campaigns/evaluate.ts';
import { freezePart } from '../../electron/features/campaigns/freeze-audience.ts';
import { removeCampaign } from '../../electron/features/campaigns/remove-campaign.ts';
import { saveCampaign } from '../../electron/features/campaigns/save-campaign.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import { saveStaff } from '../../electron/features/staff/save-staff.ts';
import { isControl } from '../../shared/campaigns/control-group.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { merge } from '../fixtures/merge.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { putAudience, segmentOf, tryRemovingAudience } from '../fixtures/put-audience.ts';
import {
  campaignOf,
  campaignTerms,
  deskOf,
  liveCampaign,
  planCampaign,
  planner,
  tryApproving,
  tryMoving,
} from '../fixtures/put-campaign.ts';
import { offerTerms, putOffer, trySavingOffer, trySettingState } from '../fixtures/put-offer.ts';
import { rowsOf } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { expectReplay } from './expect-replay.ts';

/** Why the first offer does not apply to what this member buys, or 'applied'. */
function atTheTill(shop: Shop, memberId: Id<'member'> | null, productId: Id<'product'>): string {
  const lines = [{ productId, quantityThousandths: 1000 }];
  const [offer] = must(quoteBasket(shop.store, { memberId, lines, pointsToRedeem: 0 }, shop.nowMs)).offers;
  return !offer ? 'no offer' : offer.applied ? 'applied' : offer.reason;
}

/** Members of each arm of a campaign that is yet to be made, found by the ids that they will have. */
async function aCampaignWithArms(members = 40, terms: Parameters<typeof liveCampaign>[1] = {}) {
  const shop = aStore();
  const tea = aProduct(shop);
  const ids = Array.from({ length: members }, () => aMember(shop));
  const campaignId = await liveCampaign(shop, terms);
  const { controlBp } = campaignOf(shop, campaignId).terms;
  const control = ids.filter((id) => isControl(campaignId, id, controlBp));
  const treated = ids.filter((id) => !isControl(campaignId, id, controlBp));
  const [one, other] = [treated[0], control[0]];
  if (!one || !other) throw new Error('an arm is empty');
  return { shop, tea, campaignId, treated, control, one, other };
}

const evaluationOf = async (shop: Shop, campaignId: Id<'campaign'>) =>
  must(await figuresOfCampaign(shop.store, campaignId, shop.nowMs)).evaluation;

describe('a campaign at the till', () => {
  it('gives its offer to treated members alone, and says to everybody else why not', async () => {
    const { shop, tea, campaignId, one, other } = await aCampaignWithArms();
    expect(campaignOf(shop, campaignId)).toMatchObject({ state: 'live', phase: 'running', freeze: 'none' });
    expect(atTheTill(shop, one, tea)).toBe('applied');
    expect(atTheTill(shop, other, tea)).toBe('campaign-control');
    expect(atTheTill(shop, null, tea)).toBe('no-member');
    // Enrolled after it went live.
    expect(atTheTill(shop, aMember(shop), tea)).toBe('not-in-campaign');
  });

  it('stops at once when it is paused, goes on, and is over for good when it has ended', async () => {
    const { shop, tea, campaignId, one } = await aCampaignWithArms();
    must(await tryMoving(shop, campaignId, 'paused'));
    expect(atTheTill(shop, one, tea)).toBe('campaign-not-running');
    must(await tryMoving(shop, campaignId, 'live'));
    expect(atTheTill(shop, one, tea)).toBe('applied');
    must(await tryMoving(shop, campaignId, 'ended'));
    expect(atTheTill(shop, one, tea)).toBe('no offer');
    expect(campaignOf(shop, campaignId)).toMatchObject({ state: 'ended', lastDate: '2026-03-15', phase: 'over' });
    expect(reasonOf(await tryMoving(shop, campaignId, 'live'))).toBe('campaign-state-unfit');
  });

  it('applies on its days alone, and is ended after its last by itself', async () => {
    const { shop, tea, campaignId, one } = await aCampaignWithArms(40, { from: '2026-03-16', until: '2026-03-17' });
    expect(atTheTill(shop, one, tea)).toBe('campaign-not-running');
    shop.nowMs += DAY_MS;
    expect(atTheTill(shop, one, tea)).toBe('applied');
    shop.nowMs += 2 * DAY_MS;
    expect(atTheTill(shop, one, tea)).toBe('campaign-not-running');
    const desk = deskOf(shop);
    desk.startIfDue();
    await desk.idle();
    expect(campaignOf(shop, campaignId)).toMatchObject({ state: 'ended', lastDate: '2026-03-17' });
  });

  it('gives no fen more than its budget', async () => {
    const { shop, tea, campaignId, treated } = await aCampaignWithArms(40, { budgetMinor: 250 });
    const [a, b, c, d] = treated as [Id<'member'>, Id<'member'>, Id<'member'>, Id<'member'>];
    for (const member of [a, b, c]) sell(shop, { member, products: [tea] });
    expect(campaignOf(shop, campaignId)).toMatchObject({ redemptions: 3, redeemers: 3, discountMinor: 250 });
    expect(atTheTill(shop, d, tea)).toBe('budget-used-up');
  });

  it('keeps the arm of each id of members who are merged', async () => {
    const { shop, tea, campaignId, one, other } = await aCampaignWithArms();
    const late = aMember(shop);
    merge(shop, late, one);
    // The id that is asked for was in no arm; the other of the same person was treated.
    expect(atTheTill(shop, late, tea)).toBe('applied');
    sell(shop, { member: late, products: [tea] });
    expect((await evaluationOf(shop, campaignId))?.treated).toMatchObject({ buyers: 1, salesMinor: 900 });
    merge(shop, late, other);
    expect(atTheTill(shop, other, tea)).toBe('campaign-control');
    expectReplay(shop.store.db);
  });
});

describe('putting members into the arms of a campaign', () => {
  it('goes on behind the last part after a crash, and puts nobody in twice', async () => {
    const shop = aStore();
    const members = Array.from({ length: 1200 }, () => aMember(shop));
    const campaignId = planCampaign(shop);
    must(await tryApproving(shop, campaignId));
    must(await tryMoving(shop, campaignId, 'live'));
    const audience = await audienceOf(shop.store, [], shop.nowMs);
    expect(audience).toHaveLength(members.length);
    const [row] = rowsOf(shop.store.db, 'campaign') as { campaign_pk: number }[];
    const freeze = { campaignPk: row?.campaign_pk ?? 0, campaignId, afterPk: 0 };
    expect(freezePart(planner(shop), freeze, audience, shop.nowMs)).not.toBeNull();
    expect(campaignOf(shop, campaignId)).toMatchObject({ state: 'approved', freeze: 'freezing' });
    expect(campaignOf(shop, campaignId).treated + campaignOf(shop, campaignId).control).toBe(500);
    // Another program takes it up.
    const desk = deskOf(shop);
    desk.startIfDue();
    await desk.idle();
    const { treated, control, state } = campaignOf(shop, campaignId);
    expect([treated + control, state]).toEqual([1200, 'live']);
    expect(control).toBe(members.filter((id) => isControl(campaignId, id, 2000)).length);
    expectReplay(shop.store.db);
  });

  it('is taken for members who fit and are active', async () => {
    const shop = aStore();
    aMember(shop);
    const gold = aMember(shop, { tier: 'gold' });
    aMember(shop, { tier: 'gold', status: 'suspended' });
    const campaignId = await liveCampaign(shop, {
      audience: [{ field: 'tier', is: 'any-of', values: ['gold'] }],
      controlBp: 0,
    });
    expect(campaignOf(shop, campaignId)).toMatchObject({ treated: 1, control: 0 });
    expect(atTheTill(shop, gold, aProduct(shop))).toBe('applied');
  });
});

describe('what a campaign is evaluated by', () => {
  it('is what its members bought before and in it, from the moment of sale or before they were put in', async () => {
    const shop = aStore({ nowMs: Date.UTC(2026, 2, 10, 4) });
    const tea = aProduct(shop, { priceMinor: 2000 });
    const members = Array.from({ length: 30 }, () => aMember(shop));
    for (const member of members) sell(shop, { member, products: [tea] });
    shop.nowMs = Date.UTC(2026, 2, 15, 4);
    for (const member of members) sell(shop, { member, products: [tea] });
    const campaignId = await liveCampaign(shop);
    const [first] = members;
    const later = sell(shop, { member: first ?? null, products: [tea, tea] });
    const before = rowsOf(shop.store.db, 'campaign_member') as { before_minor: number; sales_minor: number }[];
    expect(before.every(({ before_minor }) => before_minor === 2000)).toBe(true);
    const total = async () => {
      const evaluation = await evaluationOf(shop, campaignId);
      return (evaluation?.treated.salesMinor ?? 0) + (evaluation?.control.salesMinor ?? 0);
    };
    const isTreated = first !== undefined && !isControl(campaignId, first, 2000);
    expect(await total()).toBe(30 * 2000 + (isTreated ? 3600 : 4000));
    must(tryVoiding(shop, later));
    expect(await total()).toBe(30 * 2000);
    expectReplay(shop.store.db);
  });

  it('takes what comes back from the day on which it was sold, also after the campaign', async () => {
    const { shop, tea, campaignId, one } = await aCampaignWithArms(40, { until: '2026-03-16' });
    const sale = sell(shop, { member: one, products: [tea] });
    shop.nowMs += 5 * DAY_MS;
    sell(shop, { member: one, products: [tea] });
    expect((await evaluationOf(shop, campaignId))?.treated.salesMinor).toBe(900);
    takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 1000 }]);
    expect((await evaluationOf(shop, campaignId))?.treated.salesMinor).toBe(0);
    expectReplay(shop.store.db);
  });

  it('answers with figures or with why not, by day and in the league', async () => {
    const { shop, tea, campaignId, treated, control } = await aCampaignWithArms(80);
    for (const member of treated) for (let times = 0; times < 3; times++) sell(shop, { member, products: [tea] });
    for (const member of control.slice(0, 6)) sell(shop, { member, products: [tea] });
    const { days, evaluation } = must(await figuresOfCampaign(shop.store, campaignId, shop.nowMs));
    expect(days).toHaveLength(1);
    expect(days[0]?.treatedMinor).toBe(2700);
    expect(evaluation).toMatchObject({
      ratio: { told: true, alarm: false },
      perMember: { told: true, covariateVaries: false, gain: 0 },
      // The goods have no cost.
      marginMinor: { told: false, why: 'cost-unknown' },
      roi: { told: false, why: 'cost-unknown' },
    });
    if (!evaluation?.perMember.told || !evaluation.salesMinor.told) throw new Error('untold');
    expect(evaluation.perMember.low).toBeGreaterThan(0);
    expect(evaluation.salesMinor.estimate).toBeCloseTo(evaluation.perMember.estimate * treated.length, 6);
    expect(await leagueOfCampaigns(shop.store)).toMatchObject([
      { campaignId, adjustedPValue: evaluation.perMember.pValue },
    ]);
    expect(await evaluationOf(shop, planCampaign(shop, { from: '2026-04-01', until: '2026-04-02' }))).toBeNull();
  });
});

describe('a plan', () => {
  it('is approved by somebody else than its writer, where somebody else may', async () => {
    const shop = aStore();
    aMember(shop);
    const campaignId = planCampaign(shop);
    const other = shop.ids<'staff'>();
    const colleague = { staffId: other, name: '赵副店', role: 'manager' as const, active: true, pinHash: 'no hash' };
    must(saveStaff(shop.store, colleague, shop.managerId, shop.nowMs, shop.ids));
    expect(reasonOf(await tryApproving(shop, campaignId))).toBe('campaign-four-eyes');
    expect(reasonOf(await tryApproving(shop, campaignId, other))).toBe('done');
    expect(reasonOf(await tryApproving(shop, campaignId, other))).toBe('done');
  });

  it('that changes after it was approved is a draft again, and stays once members are in its arms', async () => {
    const shop = aStore();
    aMember(shop);
    const campaignId = planCampaign(shop);
    const { terms } = campaignOf(shop, campaignId);
    must(await tryApproving(shop, campaignId));
    const save = (budgetMinor: number) =>
      saveCampaign(
        planner(shop),
        { campaignId, basedOn: campaignOf(shop, campaignId).version, terms: { ...terms, budgetMinor } },
        shop.nowMs,
      );
    must(save(500));
    expect(campaignOf(shop, campaignId).state).toBe('draft');
    expect(reasonOf(await tryMoving(shop, campaignId, 'live'))).toBe('campaign-state-unfit');
    must(await tryApproving(shop, campaignId));
    must(await tryMoving(shop, campaignId, 'live'));
    expect(reasonOf(save(700))).toBe('campaign-begun');
  });

  it.each([
    [{ budgetMinor: 0 }, 'budget-zero'],
    [{ until: '2026-03-14' }, 'ends-before-begin'],
    [{ until: '2027-04-14' }, 'too-long'],
    [{ controlBp: 5001 }, 'control-out-of-range'],
    [{ channels: [] }, 'no-channel'],
    [{ offerIds: [] }, 'no-offer'],
  ])('with %j makes no sense and is not written', (terms, faults) => {
    const shop = aStore();
    const campaignId = shop.ids<'campaign'>();
    const offerIds = [putOffer(shop, {}, 'draft')];
    const command = { campaignId, basedOn: 0, terms: campaignTerms({ offerIds, ...terms }) };
    expect(saveCampaign(planner(shop), command, shop.nowMs)).toEqual({
      ok: false,
      reason: 'campaign-makes-no-sense',
      details: { faults },
    });
    expect(rowsOf(shop.store.db, 'campaign')).toEqual([]);
  });

  it('is not approved for nobody, for days that are over, or with an offer that is live or taken', async () => {
    const shop = aStore();
    expect(reasonOf(await tryApproving(shop, planCampaign(shop)))).toBe('campaign-audience-empty');
    aMember(shop);
    expect(reasonOf(await tryApproving(shop, planCampaign(shop, { from: '2026-03-14' })))).toBe('campaign-begins-past');
    expect(reasonOf(await tryApproving(shop, planCampaign(shop, { offerIds: [putOffer(shop)] })))).toBe(
      'campaign-offer-unfit',
    );
    const offerIds = [putOffer(shop, {}, 'draft')];
    must(await tryApproving(shop, planCampaign(shop, { offerIds, name: '老客回访' })));
    const second = planCampaign(shop, { offerIds, from: '2026-03-28', until: '2026-04-02' });
    expect(await tryApproving(shop, second)).toMatchObject({
      reason: 'campaign-offer-taken',
      details: { campaign: '老客回访' },
    });
    // On other days it may.
    const third = planCampaign(shop, { offerIds, from: '2026-03-29', until: '2026-04-02' });
    expect(reasonOf(await tryApproving(shop, third))).toBe('done');
  });

  it('keeps the audience that it names from being removed until it has ended', async () => {
    const shop = aStore();
    aMember(shop, { tier: 'gold' });
    const audienceId = putAudience(shop, segmentOf([{ field: 'tier', is: 'any-of', values: ['gold'] }]), '金卡');
    const audience = [{ field: 'audience', is: 'any-of' as const, values: [audienceId] }];
    const draft = planCampaign(shop, { audience, name: '还没批' });
    const campaignId = await liveCampaign(shop, { audience, name: '金卡回馈' });
    const refusal = { reason: 'audience-in-use', details: { names: '金卡回馈 · 还没批' } };
    expect(tryRemovingAudience(shop, audienceId)).toMatchObject(refusal);
    expect(must(viewAudience(shop.store, audienceId)).usedBy.campaigns).toMatchObject([
      { campaignId, name: '金卡回馈', state: 'live' },
      { campaignId: draft, name: '还没批', state: 'draft' },
    ]);
    must(removeCampaign(planner(shop), { campaignId: draft }, shop.nowMs));
    must(await tryMoving(shop, campaignId, 'ended'));
    must(tryRemovingAudience(shop, audienceId));
  });

  it('is not approved while it names an audience that was removed at headquarters, and is once that is back', async () => {
    const shop = aStore();
    aMember(shop, { tier: 'gold' });
    const audienceId = putAudience(shop, segmentOf([{ field: 'tier', is: 'any-of', values: ['gold'] }]));
    const campaignId = planCampaign(shop, { audience: [{ field: 'audience', is: 'any-of', values: [audienceId] }] });
    const written = (version: number, state: 'active' | 'removed') =>
      perform(shop.store.db, shop.nowMs, (act) => {
        const known = audienceById.get(act.db, { audienceId });
        if (!known) throw new Error('no audience');
        const { owner, name, terms, note } = known;
        act.record('audience', {
          id: audienceId,
          owner,
          version,
          state,
          name,
          terms,
          note,
          atMs: shop.nowMs,
          staffId: null,
        });
      });
    written(2, 'removed');
    expect(reasonOf(await tryApproving(shop, campaignId))).toBe('campaign-audience-removed');
    written(3, 'active');
    expect(reasonOf(await tryApproving(shop, campaignId))).toBe('done');
  });

  it('is thrown away while it is a draft, and the same again answers the same', async () => {
    const shop = aStore();
    aMember(shop);
    const [draft, approved] = [planCampaign(shop), planCampaign(shop)];
    must(await tryApproving(shop, approved));
    for (let times = 0; times < 2; times++)
      expect(reasonOf(removeCampaign(planner(shop), { campaignId: draft }, shop.nowMs))).toBe('done');
    expect(reasonOf(removeCampaign(planner(shop), { campaignId: approved }, shop.nowMs))).toBe('campaign-no-draft');
    expectReplay(shop.store.db);
  });

  it('is told how many members it reaches, and how many a change needs', async () => {
    const shop = aStore({ nowMs: Date.UTC(2026, 2, 10, 4) });
    const [tea, coat] = [aProduct(shop), aProduct(shop, { priceMinor: 9900 })];
    for (let at = 0; at < 12; at++) sell(shop, { member: aMember(shop), products: at % 2 ? [tea] : [coat] });
    shop.nowMs = Date.UTC(2026, 2, 15, 4);
    const preview = (controlBp: number) =>
      previewAudience(shop.store, { audience: [], controlBp, risePercent: 5, days: 14 }, shop.nowMs);
    expect(await preview(1000)).toMatchObject({ members: 12, meanMinor: 5450, needed: { told: true } });
    const { needed, seen } = await preview(1000);
    if (!needed.told || !seen.told) throw new Error('untold');
    expect(needed.members).toBeGreaterThan(1000);
    expect(seen.change).toBeGreaterThan(0.05);
    expect((await preview(0)).needed).toEqual({ told: false, why: 'arm-too-small' });
  });
});

describe('an offer of a campaign', () => {
  it('is neither taken out of it nor put into one by hand, and a copy of it is for everybody', async () => {
    const shop = aStore();
    aMember(shop);
    const offerId = putOffer(shop, {}, 'draft');
    const campaignId = await liveCampaign(shop, { offerIds: [offerId] });
    const offer = offerById.get(shop.store.db, { offerId });
    expect(offer).toMatchObject({ state: 'live', terms: { limits: { budgetMinor: 100_000 } } });
    expect(offer?.terms.conditions).toEqual([{ kind: 'campaign', campaignId }]);
    const basedOn = offer?.version ?? 0;
    expect(reasonOf(trySavingOffer(shop, { offerId, basedOn, terms: offerTerms() }))).toBe('offer-of-campaign');
    const free = putOffer(shop);
    const terms = offerTerms({ conditions: [{ kind: 'campaign', campaignId }] });
    expect(reasonOf(trySavingOffer(shop, { offerId: free, basedOn: 2, terms }))).toBe('offer-of-campaign');
    expect(reasonOf(trySettingState(shop, offerId, basedOn, 'paused'))).toBe('done');
  });
});
