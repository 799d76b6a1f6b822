import type { TFunction } from 'i18next';
import type { RatedRow } from '../../../../shared/contract/programme.contract.ts';
import { TIERS } from '../../../../shared/members/profile.ts';
import type { ExpiryPolicy, Programme } from '../../../../shared/points/programme.ts';
import type { Format } from '../../../lib/format.ts';
import { EARNING_TENDERS } from './programme-draft.ts';

function expiryWords(expiry: ExpiryPolicy, t: TFunction, format: Format): string {
  switch (expiry.kind) {
    case 'never':
      return t('programme.expiry.kinds.never');
    case 'months-after-earning':
      return t('programme.expiry.monthsAfter', { count: expiry.months });
    case 'end-of-month':
      return t('programme.expiry.endOfMonth', { count: expiry.months });
    case 'end-of-quarter':
      return t('programme.expiry.endOfQuarter', { count: expiry.quarters });
    case 'end-of-year':
      return t('programme.expiry.endOfYear', { count: expiry.years });
    case 'fixed-date':
      return t('programme.expiry.on', { date: format.date(expiry.lastDate) });
  }
}

/** The programme in words, a line for each of its parts. */
export function programmeFacts(
  { earn, redeem, expiry }: Programme,
  rated: readonly RatedRow[],
  t: TFunction,
  format: Format,
) {
  const points = (count: number) => t('facts.points', { count });
  const percent = (whole: number) => format.percent(whole * 100);
  const tiers = TIERS.filter((tier) => earn.tierPercent[tier] !== 100).map(
    (tier) => `${t(`members.tier.${tier}`)} ${percent(earn.tierPercent[tier])}`,
  );
  const earning = [
    t('programme.earn.sentence', { points: points(earn.points), amount: format.money(earn.perMinor) }),
    t(`programme.earn.bases.${earn.base}`),
    t(`programme.earn.fractions.${earn.rounding}`),
    ...tiers,
    earn.pointsPaidEarns ? t('programme.earn.pointsPaid') : t('programme.earn.pointsPaidNot'),
    ...(earn.tendersWithoutEarning.length > 0
      ? [
          t('programme.earn.tendersNot', {
            tenders: EARNING_TENDERS.filter((kind) => earn.tendersWithoutEarning.includes(kind))
              .map((kind) => t(`purchases.tender.${kind}`))
              .join(t('programme.rates.between')),
          }),
        ]
      : []),
    earn.pendingDays === 0 ? t('programme.earn.atOnce') : t('programme.earn.pending', { count: earn.pendingDays }),
  ];
  const using = [
    t('programme.redeem.sentence', { points: points(redeem.stepPoints), amount: format.money(redeem.stepMinor) }),
    ...(redeem.maxPercentOfBasket < 100
      ? [t('programme.redeem.atMost', { percent: percent(redeem.maxPercentOfBasket) })]
      : []),
  ];
  return [
    { label: t('programme.earn.title'), value: earning.join(' · ') },
    ...(rated.length > 0
      ? [
          {
            label: t('programme.rates.title'),
            value: rated
              .map(({ name, percent: rate }) => `${name} ${rate === 0 ? t('programme.rates.excluded') : percent(rate)}`)
              .join(' · '),
          },
        ]
      : []),
    { label: t('programme.redeem.title'), value: using.join(' · ') },
    { label: t('programme.expiry.title'), value: expiryWords(expiry, t, format) },
  ];
}
