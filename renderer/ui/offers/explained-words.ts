import type { TFunction } from 'i18next';
import type { OfferExplanation } from '../../../shared/contract/offers.contract.ts';
import { detailWords } from '../../../shared/words/detail-words.ts';
import type { Format } from '../../lib/format.ts';

type Applied = Extract<OfferExplanation, { applied: true }>;
type Skipped = Extract<OfferExplanation, { applied: false }>;

/** What an offer that applied gave, besides its money. */
function extraWords({ extra, points }: Applied, t: TFunction, format: Format): string[] {
  const given = points > 0 ? [t('promotions.why.points', { points: t('facts.points', { count: points }) })] : [];
  if (extra?.kind === 'coupon') return [...given, t('promotions.why.coupon', { count: extra.count })];
  if (extra?.kind === 'gift')
    return [
      ...given,
      t('promotions.why.gift', { name: extra.name, quantity: format.quantity(extra.quantityThousandths) }),
    ];
  return given;
}

/** What came of an offer that applied: what it took off and gave, how often, what held it down. */
export const appliedWords = (offer: Applied, t: TFunction, format: Format): string =>
  [
    ...(offer.amountMinor > 0 ? [t('promotions.why.off', { amount: format.money(offer.amountMinor) })] : []),
    ...extraWords(offer, t, format),
    ...(offer.times > 1 ? [t('promotions.why.times', { count: offer.times })] : []),
    ...(offer.cutBy ? [t(`promotions.offerCuts.${offer.cutBy}`)] : []),
  ].join(' · ');

/** Why an offer did not apply, as the clerk can say it. */
export function skippedWords({ reason, details }: Skipped, t: TFunction, format: Format): string {
  // Each sentence takes its own details.
  const say = t as unknown as (key: string, details: Record<string, string>) => string;
  return say(
    `promotions.offerSkips.${reason}`,
    detailWords(details, {
      money: format.money,
      points: (count) => t('facts.points', { count }),
      quantity: format.quantity,
      seconds: String,
      count: format.count,
    }),
  );
}

export const explainedWords = (offer: OfferExplanation, t: TFunction, format: Format): string =>
  offer.applied ? appliedWords(offer, t, format) : skippedWords(offer, t, format);
