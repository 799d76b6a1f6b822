import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { appliedWords } from '../../ui/offers/explained-words.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import inSale from './InSale.module.css';
import { nearestOffer } from './nearest-offer.ts';
import classes from './OffersInSale.module.css';

interface OffersInSaleProps {
  readonly quote: Quote;
  readonly onWhy: () => void;
}

/** What the basket gets of the live offers, what it just misses, and the way to why it gets no more. */
export function OffersInSale({ quote, onWhy }: OffersInSaleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const applied = quote.offers.filter((offer) => offer.applied);
  const near = nearestOffer(quote.offers, quote.netMinor);
  const skippedCount = quote.offers.length - applied.length;
  if (quote.offers.length === 0) return null;
  return (
    <section className={inSale.box} aria-label={t('promotions.till.label')}>
      <h2 className={inSale.title}>{t('promotions.till.label')}</h2>
      {applied.length === 0 && <p className={classes.none}>{t('promotions.till.none')}</p>}
      {applied.length > 0 && (
        <ul className={classes.offers}>
          {applied.map((offer) => (
            <li key={offer.offerId} className={classes.offer}>
              <span className={classes.name}>{offer.name}</span>
              {offer.amountMinor > 0 ? (
                <span className={classes.figure}>{format.money(-offer.amountMinor)}</span>
              ) : (
                <span className={classes.gives}>{appliedWords(offer, t, format)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {near && (
        <p className={classes.near}>
          <IconSparkles size={16} stroke={1.5} aria-hidden />
          {near.kind === 'money'
            ? t('promotions.till.nudgeMoney', { amount: format.money(near.missingMinor), offer: near.name })
            : t('promotions.till.nudgePieces', { count: near.missingPieces, offer: near.name })}
        </p>
      )}
      <div className={inSale.act}>
        <span className={classes.soft}>
          {skippedCount > 0 && t('promotions.till.whyNotCount', { count: skippedCount })}
        </span>
        <KeyButton keys="Alt+O" variant="default" onClick={onWhy}>
          {t('promotions.till.whyNot')}
        </KeyButton>
      </div>
    </section>
  );
}
