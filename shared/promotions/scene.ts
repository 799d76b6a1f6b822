import type { CampaignStanding } from '../campaigns/standing.ts';
import type { Id } from '../kernel/id.ts';
import { dayNumber, localTimeText } from '../kernel/instant.ts';
import { birthdayIn } from '../members/birthday.ts';
import type { Birthday, Tier } from '../members/profile.ts';
import type { CouponsAtHand } from './coupons-at-hand.ts';
import type { Goods } from './goods.ts';

/** A line of a basket as offers see it: `grossMinor` ≥ 0 is what it costs before any offer. */
export interface OfferLine {
  readonly productId: Id<'product'> | null;
  readonly categoryId: Id<'category'> | null;
  readonly unit: 'piece' | 'kg';
  /** More than 0. */
  readonly quantityThousandths: number;
  readonly grossMinor: number;
  /** False for a line that offers neither touch nor count, such as one whose price was set by hand. */
  readonly takesOffers: boolean;
}

export interface OfferMember {
  readonly tier: Tier;
  /** The lists and segments that the member is in. */
  readonly audienceIds: ReadonlySet<string>;
  /** How the member stands to the campaigns that the offers name; outside where one is missing. */
  readonly campaigns: ReadonlyMap<string, CampaignStanding>;
  /** Purchases made before this one, less those that were voided. */
  readonly purchasesBefore: number;
  readonly birthday: Birthday | null;
}

/** When and where: the instant, the store's zone and its business date (`YYYY-MM-DD`). */
export interface OfferMoment {
  readonly instantMs: number;
  readonly zone: string;
  readonly businessDate: string;
  readonly storeId: Id<'store'>;
}

/** What conditions and actions look at. What the lines still cost at an offer's turn is handed over beside it. */
export interface Scene {
  readonly lines: readonly OfferLine[];
  readonly member: OfferMember | null;
  readonly coupons: CouponsAtHand;
  readonly storeId: Id<'store'>;
  readonly businessDate: string;
  /** Monday is 1. Of the business date: the small hours belong to the day before where the store says so. */
  readonly weekday: number;
  /** `YYYY-MM-DDTHH:MM`, as the store's clock shows it. */
  readonly localTime: string;
  /** The indexes of the lines that are among these goods and take offers. */
  readonly of: (goods: Goods) => readonly number[];
  /** The dates on which the member's birthday counts, in the years around now. */
  readonly birthdays: () => readonly string[];
}

export interface SceneTerms {
  readonly lines: readonly OfferLine[];
  readonly member: OfferMember | null;
  readonly coupons: CouponsAtHand;
  readonly at: OfferMoment;
}

/** Finds lines by goods. Offers name many goods and a basket has few: so each name is looked up, and not each line. */
function finderOf(lines: readonly OfferLine[]): (goods: Goods) => readonly number[] {
  const all: number[] = [];
  const named = new Map<string, number[]>();
  const name = (id: string | null, index: number) => {
    const known = id === null ? undefined : named.get(id);
    if (known) known.push(index);
    else if (id !== null) named.set(id, [index]);
  };
  for (const [index, { takesOffers, productId, categoryId }] of lines.entries()) {
    if (!takesOffers) continue;
    all.push(index);
    name(productId, index);
    name(categoryId, index);
  }
  const linesNamed = (ids: readonly string[]) => ids.flatMap((id) => named.get(id) ?? []);
  return ({ productIds, categoryIds, exceptProductIds }) => {
    const isAll = productIds.length === 0 && categoryIds.length === 0;
    const except = linesNamed(exceptProductIds);
    const found = isAll
      ? all
      : [...new Set([...linesNamed(productIds), ...linesNamed(categoryIds)])].toSorted((a, b) => a - b);
    return except.length === 0 ? found : found.filter((index) => !except.includes(index));
  };
}

export function sceneOf({ lines, member, coupons, at }: SceneTerms): Scene {
  const linesAmong = finderOf(lines);
  const matched = new Map<Goods, readonly number[]>();
  let birthdays: readonly string[] | null = null;
  return {
    lines,
    member,
    coupons,
    storeId: at.storeId,
    businessDate: at.businessDate,
    weekday: ((dayNumber(at.businessDate) + 3) % 7) + 1,
    localTime: localTimeText(at.instantMs, at.zone).replace(' ', 'T'),
    of(goods) {
      const known = matched.get(goods);
      if (known) return known;
      const found = linesAmong(goods);
      matched.set(goods, found);
      return found;
    },
    birthdays() {
      const birthday = member?.birthday;
      const year = Number(at.businessDate.slice(0, 4));
      // A lunar year begins in one solar year and ends in the next.
      birthdays ??= birthday ? [year - 1, year, year + 1].map((each) => birthdayIn(birthday, each)) : [];
      return birthdays;
    },
  };
}

/** What the lines at `indexes` still cost together. */
export const sumAt = (left: readonly number[], indexes: readonly number[]): number =>
  indexes.reduce((sum, index) => sum + (left[index] ?? 0), 0);
