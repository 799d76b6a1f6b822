import type { Id } from '../../shared/kernel/id.ts';
import { FIRST_PROGRAMME } from '../../shared/points/programme.ts';
import type { Action } from '../../shared/promotions/actions.ts';
import type { Condition } from '../../shared/promotions/conditions.ts';
import { NO_COUPONS } from '../../shared/promotions/coupons-at-hand.ts';
import { type EvaluationTerms, evaluate } from '../../shared/promotions/evaluate.ts';
import { ALL_GOODS, type Goods } from '../../shared/promotions/goods.ts';
import { NO_STACKING_CAP, type Offer } from '../../shared/promotions/offer.ts';
import type { OfferLine } from '../../shared/promotions/scene.ts';
import { makeRandom, type Random } from '../../shared/sample/random.ts';
import { benchAudiences } from './audiences.ts';
import { type Figure, figureOf, type Goal } from './measure.ts';

const PRODUCTS = 2000;
const CATEGORIES = 40;
const LINES = 30;
const BASKETS = 150;
const WARM_UP = 20;
const MOST_RUNS = 10;
const ENOUGH_MS = 40;

const idNo = <Noun extends string>(no: number): Id<Noun> =>
  `00000000-0000-7000-8000-${no.toString(16).padStart(12, '0')}` as Id<Noun>;
const categoryOf = (product: number): number => product % CATEGORIES;

const aLine = (random: Random): OfferLine => {
  const product = random.integer(0, PRODUCTS - 1);
  const pieces = 1 + random.integer(0, 3);
  return {
    productId: idNo(product),
    categoryId: idNo(categoryOf(product)),
    unit: 'piece',
    quantityThousandths: pieces * 1000,
    grossMinor: pieces * (100 + random.integer(0, 19_999)),
    takesOffers: true,
  };
};

/** Eight of ten offers are for a category or some products, as a chain's are. */
function someGoods(random: Random): Goods {
  const kind = random.unit();
  if (kind < 0.2) return ALL_GOODS;
  if (kind < 0.6) return { ...ALL_GOODS, categoryIds: [idNo(random.integer(0, CATEGORIES - 1))] };
  const products = Array.from({ length: 20 }, () => random.integer(0, PRODUCTS - 1));
  return { ...ALL_GOODS, productIds: products.map((product) => idNo(product)) };
}

function anAction(random: Random, goods: Goods): Action {
  const kind = random.unit();
  if (kind < 0.25) return { kind: 'percent', goods, percent: 5 + random.integer(0, 29) };
  if (kind < 0.4) return { kind: 'amount', goods, offMinor: 100 + random.integer(0, 2999) };
  if (kind < 0.5) return { kind: 'fixed-price', goods, priceMinor: 100 + random.integer(0, 19_999), mostPieces: null };
  if (kind < 0.65)
    return {
      kind: 'buy-x-get-y',
      goods,
      buy: 2,
      get: 1,
      gets: null,
      percent: random.pick([50, 100]),
      mostTimes: null,
    };
  if (kind < 0.8)
    return {
      kind: 'threshold',
      goods,
      spendMinor: 5000 * (1 + random.integer(0, 9)),
      offMinor: 500 * (1 + random.integer(0, 9)),
      repeats: random.pick(['once', 'each']),
    };
  if (kind < 0.85) return { kind: 'bundle', parts: [{ goods, pieces: 3 }], priceMinor: 9900, mostTimes: null };
  if (kind < 0.95) return { kind: 'points-multiplier', goods, percent: 200 };
  return { kind: 'gift', productId: idNo(1), quantityThousandths: 1000, worthMinor: 500 };
}

/** One in three offers holds for everybody at any time. */
function someConditions(random: Random): Condition[] {
  const kind = random.unit();
  if (kind < 0.35) return [];
  if (kind < 0.5) return [{ kind: 'tier', tiers: random.pick([['member'], ['gold', 'platinum']] as const).slice() }];
  if (kind < 0.6) return [{ kind: 'birthday', span: 'month' }];
  if (kind < 0.7) return [{ kind: 'hours', weekdays: [1 + random.integer(0, 6)], fromMinute: 0, untilMinute: 1440 }];
  if (kind < 0.8)
    return [{ kind: 'window', from: '2026-03-01T00:00', until: `2026-03-${10 + random.integer(0, 19)}T00:00` }];
  if (kind < 0.9) return [{ kind: 'spend', goods: ALL_GOODS, atLeastMinor: 10_000 * (1 + random.integer(0, 19)) }];
  return [{ kind: 'audience', audienceIds: [idNo(random.integer(0, 9))] }];
}

const offersOf = (random: Random, count: number, isHard: boolean): Offer[] =>
  Array.from({ length: count }, (_, index) => ({
    id: idNo(index + 1),
    version: 1,
    name: `Offer ${index + 1}`,
    action: anAction(random, isHard ? ALL_GOODS : someGoods(random)),
    conditions: isHard ? [] : someConditions(random),
    group: random.unit() < 0.5 ? `group ${random.integer(0, 11)}` : null,
    priority: random.integer(0, 9),
    caps: { basketMinor: null, lineMinor: null },
    limits: { perMember: random.unit() < 0.3 ? 3 : null, total: null, budgetMinor: null },
  }));

/**
 * The processor's time that this thread takes for it, in ms: what other programs take meanwhile is not the engine's. Some
 * systems count it in ticks of 4 ms, so it is that of as many runs as fill several of them.
 */
function processorMs(work: () => void): number {
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs += 1) {
    work();
    const { user, system } = process.threadCpuUsage(before);
    const spentMs = (user + system) / 1000;
    if (runs === MOST_RUNS || spentMs >= ENOUGH_MS) return spentMs / runs;
  }
}

function timedOn(name: string, offers: readonly Offer[], goal: Goal): Figure {
  const random = makeRandom(11);
  const times: number[] = [];
  let exact = 0;
  let applied = 0;
  for (let basket = -WARM_UP; basket < BASKETS; basket += 1) {
    const terms: EvaluationTerms = {
      lines: Array.from({ length: LINES }, () => aLine(random)),
      member: {
        tier: 'gold',
        audienceIds: new Set([idNo(1), idNo(2)]),
        campaigns: new Map(),
        purchasesBefore: 3,
        birthday: { calendar: 'lunar', month: 2, day: 9, year: null, leapMonth: false },
      },
      offers,
      at: { instantMs: Date.UTC(2026, 2, 15, 4), zone: 'Asia/Shanghai', businessDate: '2026-03-15', storeId: idNo(1) },
      counts: new Map(),
      coupons: NO_COUPONS,
      policy: NO_STACKING_CAP,
      programme: FIRST_PROGRAMME,
    };
    let result = evaluate(terms);
    if (basket < 0) continue;
    times.push(
      processorMs(() => {
        result = evaluate(terms);
      }),
    );
    exact += Number(result.exact);
    applied += result.actions.length;
  }
  const shareExact = Math.round((exact * 100) / BASKETS);
  console.log(`${name}: ${(applied / BASKETS).toFixed(1)} apply, all sets tried for ${shareExact} % of the baskets`);
  return figureOf({ name, goal }, times);
}

/**
 * Times the reckoning of offers for baskets of 30 lines: as a chain has them, many of them, and at their hardest; then who
 * is in the audiences that they are for, in a store of `members` members.
 */
export async function benchPromotions(members: number): Promise<Figure[]> {
  const usual = (count: number) => offersOf(makeRandom(7), count, false);
  return [
    timedOn('30 lines, no offer', [], { kind: 'p95', atMostMs: 1 }),
    timedOn('30 lines, 20 offers', usual(20), { kind: 'p95', atMostMs: 5 }),
    timedOn('30 lines, 200 offers', usual(200), { kind: 'p95', atMostMs: 5 }),
    timedOn('30 lines, 500 offers', usual(500), { kind: 'none' }),
    timedOn('30 lines, 1000 offers', usual(1000), { kind: 'none' }),
    timedOn('30 lines, 200 offers, each for all goods', offersOf(makeRandom(7), 200, true), {
      kind: 'p95',
      atMostMs: 100,
    }),
    ...(await benchAudiences(members)),
  ];
}
