import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OfferExplanation } from '../../../shared/contract/offers.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './ExplainedOffers.module.css';
import { explainedWords } from './explained-words.ts';

interface ExplainedOffersProps {
  readonly label: string;
  readonly offers: readonly OfferExplanation[];
  /** The one that is spoken of, under the name that it has there: it stands first. */
  readonly marked?: { readonly offerId: string; readonly name: string };
}

/** For each offer why it applied or did not: first the one that is spoken of, then those that applied. */
export function ExplainedOffers({ label, offers, marked }: ExplainedOffersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rank = (offer: OfferExplanation) => (offer.offerId === marked?.offerId ? 0 : offer.applied ? 1 : 2);
  return (
    <ul className={classes.offers} aria-label={label}>
      {offers
        .toSorted((a, b) => rank(a) - rank(b))
        .map((offer) => {
          const Icon = offer.applied ? IconCircleCheck : IconCircleMinus;
          return (
            <li key={offer.offerId} className={classes.offer} data-applied={offer.applied || undefined}>
              <Icon
                size={18}
                stroke={1.5}
                role="img"
                aria-label={t(offer.applied ? 'promotions.why.applied' : 'promotions.why.skipped')}
              />
              <span className={classes.name}>{offer.offerId === marked?.offerId ? marked.name : offer.name}</span>
              <span className={classes.why}>{explainedWords(offer, t, format)}</span>
            </li>
          );
        })}
    </ul>
  );
}
