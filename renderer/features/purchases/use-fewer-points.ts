import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasketHold } from './basket-store.ts';
import type { Pricing } from './use-quote.ts';

/** When the basket shrinks below what its points would pay, the points shrink to what the quote allows, and it is said. */
export function useFewerPoints({ basket, act }: BasketHold, { quote, fresh }: Pricing): void {
  const { t } = useTranslation();
  const most = fresh && quote ? quote.maxRedeemablePoints : null;
  const tooMany = most !== null && basket.pointsToRedeem > most;
  useEffect(() => {
    if (!tooMany || most === null) return;
    act({ kind: 'redeem', points: most });
    notifications.show({ message: t('purchases.offers.reduced', { points: t('facts.points', { count: most }) }) });
  }, [tooMany, most, act, t]);
}
