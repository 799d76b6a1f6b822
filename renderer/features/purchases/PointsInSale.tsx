import { useTranslation } from 'react-i18next';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import inSale from './InSale.module.css';
import classes from './PointsInSale.module.css';

interface PointsInSaleProps {
  readonly quote: Quote;
  readonly pointsToRedeem: number;
  readonly mayRedeem: boolean;
  readonly onRedeem: () => void;
}

/** What this sale does to the member's points: earns some, and may use some. */
export function PointsInSale({ quote, pointsToRedeem, mayRedeem, onRedeem }: PointsInSaleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const inWords = (points: number) => t('facts.points', { count: points });
  const uses = pointsToRedeem > 0;
  return (
    <section className={inSale.box} aria-label={t('purchases.offers.label')}>
      <h2 className={inSale.title}>{t('purchases.offers.label')}</h2>
      <p className={classes.row}>
        <span>{t('purchases.offers.earns')}</span>
        <span className={classes.figure}>+{format.count(quote.pointsToEarn)}</span>
      </p>
      {uses && (
        <p className={classes.row}>
          <span>
            {t('purchases.offers.uses')}
            <span className={classes.soft}>
              {' '}
              {t('purchases.offers.pays', { amount: format.money(quote.pointsPaidMinor) })}
            </span>
          </span>
          <span className={classes.figure}>−{format.count(pointsToRedeem)}</span>
        </p>
      )}
      {mayRedeem && (uses || quote.maxRedeemablePoints > 0) && (
        <div className={inSale.act}>
          <span className={classes.soft}>
            {t('purchases.offers.usable', { points: inWords(quote.maxRedeemablePoints) })}
          </span>
          <KeyButton keys="F9" variant="default" onClick={onRedeem}>
            {uses ? t('purchases.offers.change') : t('purchases.offers.use')}
          </KeyButton>
        </div>
      )}
    </section>
  );
}
