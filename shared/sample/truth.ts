import type { Id } from '../kernel/id.ts';
import { inAudience, isTreated, type PlannedCustomer, plannedCampaign, type SampleChain } from './chain-plan.ts';
import { CHURN_DRIVERS } from './churn-drivers.ts';
import { CROSS_SELL_PAIRS } from './cross-sell.ts';
import { NEIGHBOURHOOD_SHOP } from './purchase-model.ts';
import { SEGMENTS } from './segments.ts';

/** What was planted in a sample chain, and what an analysis of it should find. Instants in UTC, money in minor units. */
export const chainTruth = (chain: SampleChain) => {
  const campaign = plannedCampaign(chain);
  return {
    stores: chain.stores,
    members: chain.members,
    days: chain.days,
    seed: chain.seed,
    plain: chain.plain,
    until: instant(chain.nowMs),
    /** The one purchase model of a plain chain. */
    purchaseModel: chain.plain ? NEIGHBOURHOOD_SHOP : null,
    segments: chain.plain ? [] : SEGMENTS,
    churnDrivers: chain.plain ? [] : CHURN_DRIVERS.map(({ id, logOdds }) => ({ id, logOdds })),
    crossSellPairs: chain.plain
      ? []
      : CROSS_SELL_PAIRS.map(({ product, companion, chance }) => ({
          product: product.sku,
          companion: companion.sku,
          chance,
        })),
    campaign: campaign && {
      id: campaign.id,
      startsAt: instant(campaign.startsAtMs),
      endsAt: instant(campaign.endsAtMs),
      controlBp: campaign.controlBp,
      visitUplift: campaign.visitUplift,
    },
  };
};

/** The same for the members of one store. */
export function membersTruth(chain: SampleChain, customers: readonly PlannedCustomer[]) {
  const campaign = plannedCampaign(chain);
  return customers.map((customer) => {
    const { memberId, segment, source, truth, visits } = customer;
    const firstMs = visits[0]?.atMs ?? chain.nowMs;
    return {
      memberId: memberId satisfies Id<'member'>,
      segment,
      source,
      visitsPerDay: truth.visitsPerDay,
      dropout: truth.dropout,
      meanSpendMinor: Math.round(truth.meanSpendMinor),
      /** The visit after which the customer left for good; null for whoever is still a customer. */
      leftAt: truth.leftAtDay === null ? null : instant(firstMs + truth.leftAtDay * 86_400_000),
      campaign:
        campaign && inAudience(campaign, customer) ? (isTreated(campaign, customer) ? 'treated' : 'control') : null,
      incrementalVisits: visits.filter(({ incremental }) => incremental).length,
    };
  });
}

const instant = (ms: number): string => new Date(ms).toISOString();
