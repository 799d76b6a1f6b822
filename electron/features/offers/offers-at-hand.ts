import { memberOfCampaign } from '../../../db/campaigns/campaigns.queries.ts';
import { birthdayForOffers } from '../../../db/members/members.queries.ts';
import { memberUses, offerSums } from '../../../db/offers/offers.queries.ts';
import { type CampaignStanding, standingIn } from '../../../shared/campaigns/standing.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import type { CouponsAtHand } from '../../../shared/promotions/coupons-at-hand.ts';
import { NO_STACKING_CAP, type Offer, type OfferCount } from '../../../shared/promotions/offer.ts';
import type { OfferMember } from '../../../shared/promotions/scene.ts';
import type { MemberSnapshot } from '../../../shared/purchases/sale.ts';
import type { OffersAtHand } from '../../../shared/purchases/under-offers.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audiencesAtHand } from '../audiences/audiences-at-hand.ts';
import type { BuyingMember } from '../tiers/follow-purchase.ts';

type Buyer = (MemberSnapshot & BuyingMember) | null;

/**
 * The offers with all that they look at beside the goods: the member, the moment by the store's clock, and how much was
 * had of those that have a limit. Null where there is none, so that a sale without offers reads nothing for them.
 */
export function offersAtHand(
  store: OpenStore,
  offers: readonly Offer[],
  member: Buyer,
  coupons: CouponsAtHand,
  nowMs: number,
): OffersAtHand | null {
  if (offers.length === 0) return null;
  const { day, facts } = store;
  return {
    offers,
    member: member?.status === 'active' ? buyerOf(store, member, offers, nowMs) : null,
    coupons,
    at: {
      instantMs: nowMs,
      zone: day.zone,
      businessDate: businessDate(nowMs, day),
      storeId: facts.storeId,
    },
    counts: new Map(offers.flatMap((offer) => countOf(store, offer, member))),
    policy: NO_STACKING_CAP,
  };
}

function buyerOf(store: OpenStore, member: NonNullable<Buyer>, offers: readonly Offer[], nowMs: number): OfferMember {
  const asksBirthday = offers.some(({ conditions }) => conditions.some(({ kind }) => kind === 'birthday'));
  return {
    tier: member.tier,
    audienceIds: audiencesAtHand(store, offers, member.memberPk, nowMs),
    campaigns: standingsOf(store, member, offers, businessDate(nowMs, store.day)),
    purchasesBefore: member.ever.purchases,
    birthday: asksBirthday ? (birthdayForOffers.get(store.db, { memberPk: member.memberPk })?.birthday ?? null) : null,
  };
}

/** How the member stands to the campaigns that offers ask for; most ask for none, and nothing is read. */
function standingsOf(
  { db }: OpenStore,
  { memberPk, memberId }: NonNullable<Buyer>,
  offers: readonly Offer[],
  today: string,
): ReadonlyMap<string, CampaignStanding> {
  const asked = offers.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => (condition.kind === 'campaign' ? [condition.campaignId] : [])),
  );
  return new Map(
    [...new Set(asked)].map((campaignId) => {
      const found = memberOfCampaign.get(db, { campaignId, memberPk, memberId });
      return [campaignId, found ? standingIn(found, today) : 'outside'];
    }),
  );
}

function countOf({ db }: OpenStore, { id, limits }: Offer, member: Buyer): [Id<'offer'>, OfferCount][] {
  const { perMember, total, budgetMinor } = limits;
  if (perMember === null && total === null && budgetMinor === null) return [];
  const sum = total === null && budgetMinor === null ? undefined : offerSums.get(db, { offerId: id });
  const byMember = perMember === null || !member ? undefined : memberUses.get(db, { offerId: id, ...member });
  return [[id, { byMember: byMember?.uses ?? 0, byAll: sum?.uses ?? 0, givenMinor: sum?.discountMinor ?? 0 }]];
}
