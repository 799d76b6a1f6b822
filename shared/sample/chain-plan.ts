import { isControl, USUAL_CONTROL_BP } from '../campaigns/control-group.ts';
import { type Id, makeIdSource } from '../kernel/id.ts';
import type { SOURCES } from '../members/profile.ts';
import { makeBasketFiller, type SampleLine } from './basket.ts';
import { SAMPLE_CATALOGUE } from './catalogue.ts';
import { CHURN_DRIVERS, dropoutWith } from './churn-drivers.ts';
import { CROSS_SELL_PAIRS, withCompanions } from './cross-sell.ts';
import { poisson } from './distributions.ts';
import { type SamplePerson, samplePerson } from './people.ts';
import {
  type CustomerTruth,
  NEIGHBOURHOOD_SHOP,
  type PurchaseModel,
  sampleCustomer,
  sampleVisit,
  type Visit,
} from './purchase-model.ts';
import { makeRandom, type Random, weighted } from './random.ts';
import { drawSegment, type SampleSegment } from './segments.ts';

const DAY_MS = 86_400_000;
/** Of the days that a chain is old, the last tenth wins nobody new: everybody has had time to come again. */
const ENROLS_UNTIL = 0.9;
const RETURNED_SHARE = 0.03;
const RETURNED_WITHIN_DAYS = 6;

export interface SampleChain {
  readonly stores: number;
  readonly members: number;
  readonly days: number;
  readonly seed: number;
  /** Nothing is planted: one purchase model for everybody, no segments, drivers, pairs or campaign. */
  readonly plain: boolean;
  /** The moment the past ends at. */
  readonly nowMs: number;
}

export interface SampleCampaign {
  readonly id: Id<'campaign'>;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly controlBp: number;
  /** Those who are treated come this much more often: 0.3 is 30 % more visits. */
  readonly visitUplift: number;
}

export interface PlannedVisit {
  readonly atMs: number;
  readonly lines: readonly SampleLine[];
  /** When the first line of it is brought back; null where it is kept. */
  readonly returnedAtMs: number | null;
  /** Would not have been made without the campaign. */
  readonly incremental: boolean;
}

export interface PlannedCustomer {
  readonly memberId: Id<'member'>;
  /** Of the chain's stores, from 0: where they enrol and buy. */
  readonly store: number;
  readonly person: SamplePerson;
  readonly source: (typeof SOURCES)[number];
  readonly segment: SampleSegment['id'] | null;
  readonly truth: CustomerTruth;
  /** In order of time, at least one; enrolled at the first. */
  readonly visits: readonly PlannedVisit[];
}

const drawSource = weighted<(typeof SOURCES)[number]>([
  ['till', 0.55],
  ['event', 0.18],
  ['referral', 0.17],
  ['wechat', 0.1],
]);
const fillBasket = makeBasketFiller(SAMPLE_CATALOGUE);

/** The campaign of a chain that has one: four weeks, ending two months before now, in the chain's last third. */
export function plannedCampaign({ days, seed, plain, nowMs }: SampleChain): SampleCampaign | null {
  if (plain || days < 180) return null;
  const endsAtMs = todayFrom(nowMs) - 60 * DAY_MS;
  const startsAtMs = endsAtMs - 28 * DAY_MS;
  const id = idsAt(startsAtMs, makeRandom(seed).fork(-1))<'campaign'>();
  return { id, startsAtMs, endsAtMs, controlBp: USUAL_CONTROL_BP, visitUplift: 0.4 };
}

/** Who was a member when the campaign began, and is not in its control group. */
export const isTreated = (campaign: SampleCampaign, { memberId, visits }: Audience): boolean =>
  inAudience(campaign, { visits }) && !isControl(campaign.id, memberId, campaign.controlBp);
export const inAudience = (campaign: SampleCampaign, { visits }: Pick<Audience, 'visits'>): boolean =>
  (visits[0]?.atMs ?? Number.POSITIVE_INFINITY) < campaign.startsAtMs;
type Audience = { readonly memberId: Id<'member'>; readonly visits: readonly { readonly atMs: number }[] };

/**
 * The customers of one store, with all that they ever bought there. The same chain gives the same customers; a campaign
 * that keeps others out changes nothing but who makes the visits that it brings.
 */
export function planStore(chain: SampleChain, store: number, campaign = plannedCampaign(chain)): PlannedCustomer[] {
  const random = makeRandom(chain.seed);
  const customers: PlannedCustomer[] = [];
  for (let index = 0; index < chain.members; index++) {
    const own = random.fork(index);
    // The first store is the oldest and has the most customers.
    if (homeStore(own, chain.stores) === store) customers.push(planCustomer(chain, campaign, own, store, index));
  }
  return customers;
}

const homeStore = (random: Random, stores: number): number => {
  const u = random.unit();
  return Math.min(stores - 1, Math.floor(stores * u ** 1.3));
};

function planCustomer(
  chain: SampleChain,
  campaign: SampleCampaign | null,
  own: Random,
  store: number,
  index: number,
): PlannedCustomer {
  const segment = chain.plain ? null : drawSegment(own);
  const model = segment?.model ?? NEIGHBOURHOOD_SHOP;
  const person = samplePerson(own.fork(1), index);
  const source = drawSource(own);
  const firstDay = Math.floor(own.unit() * chain.days * ENROLS_UNTIL);
  const openMs = todayFrom(chain.nowMs) - chain.days * DAY_MS;
  const returned = (visit: number) => own.fork(1000 + visit).chance(RETURNED_SHARE);
  const drivers = chain.plain ? [] : CHURN_DRIVERS;
  const traits = { source, holdsCard: person.cardNumber !== null, returnedGoods: returned(0) };
  const { truth, visits } = sampleCustomer(own, model, chain.days - firstDay, (dropout, visit) => {
    traits.returnedGoods ||= returned(visit);
    return own.chance(dropoutWith(drivers, dropout, traits));
  });

  const pairs = chain.plain ? [] : CROSS_SELL_PAIRS;
  const firstMs = openMs + firstDay * DAY_MS;
  const planned = (visit: Visit, isReturned: boolean, incremental: boolean): PlannedVisit => {
    const atMs = inOpeningHours(own, firstMs + visit.atDay * DAY_MS);
    const backMs = inOpeningHours(own, atMs + own.integer(1, RETURNED_WITHIN_DAYS) * DAY_MS);
    return {
      atMs,
      lines: withCompanions(own, pairs, fillBasket(own, visit)),
      returnedAtMs: isReturned && backMs > atMs && backMs < chain.nowMs ? backMs : null,
      incremental,
    };
  };
  const usual = visits
    .map((visit, at) => planned(visit, returned(at), false))
    .filter(({ atMs }, at) => at === 0 || atMs < chain.nowMs)
    .toSorted(byTime);
  const memberId = idsAt(usual[0]?.atMs ?? firstMs, own)<'member'>();
  const lured =
    campaign && isTreated(campaign, { memberId, visits: usual })
      ? extraVisits(own, campaign, model, truth, firstMs).map((visit) => planned(visit, false, true))
      : [];
  return {
    memberId,
    store,
    person,
    source,
    segment: segment?.id ?? null,
    truth,
    visits: [...usual, ...lured].toSorted(byTime),
  };
}

const byTime = (a: { readonly atMs: number }, b: { readonly atMs: number }) => a.atMs - b.atMs;

/** A Poisson process beside the customer's own, while the campaign runs and the customer has not left. */
function extraVisits(
  random: Random,
  { startsAtMs, endsAtMs, visitUplift }: SampleCampaign,
  model: PurchaseModel,
  { visitsPerDay, meanSpendMinor, leftAtDay }: CustomerTruth,
  firstMs: number,
): Visit[] {
  const fromDay = (startsAtMs - firstMs) / DAY_MS;
  const days = Math.min((endsAtMs - startsAtMs) / DAY_MS, (leftAtDay ?? Number.POSITIVE_INFINITY) - fromDay);
  if (days <= 0) return [];
  return Array.from({ length: poisson(random, visitsPerDay * visitUplift * days) }, () =>
    sampleVisit(random, model, meanSpendMinor, fromDay + random.unit() * days),
  );
}

/** Midnight of the day in China (UTC+8, without summer time), where the sample's stores stand. */
const midnight = (ms: number): number => Math.floor((ms + 8 * 3_600_000) / DAY_MS) * DAY_MS - 8 * 3_600_000;

/** Until four in the morning a day of the sample's stores is the day before: nobody has bought on it yet. */
const todayFrom = (nowMs: number): number => midnight(nowMs - 4 * 3_600_000);

/** The same day between 8:00 and 21:30, busiest around noon and in the evening. */
function inOpeningHours(random: Random, ms: number): number {
  const hour = random.chance(0.55) ? 17 + random.unit() * 4.5 : 8 + random.unit() * 9;
  return midnight(ms) + Math.floor(hour * 3_600_000);
}

export const idsAt = (atMs: number, random: Random) =>
  makeIdSource(
    () => atMs,
    (n) => Uint8Array.from({ length: n }, () => random.integer(0, 255)),
  );
