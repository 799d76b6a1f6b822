import { useTranslation } from 'react-i18next';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { Barcode } from '../../ui/Barcode.tsx';
import classes from './CardPaper.module.css';

interface CardPaperProps {
  readonly name: string | null;
  readonly cardNumber: string;
}

/** What is on a member's card: the store, the member, and the number for eyes and scanners. */
export function CardPaper({ name, cardNumber }: CardPaperProps) {
  const { t } = useTranslation();
  const { storeName } = useStoreFacts();
  return (
    <article className={classes.card} aria-label={t('memberActs.card.printTitle')}>
      <p className={classes.store}>{storeName}</p>
      {name !== null && <p className={classes.name}>{name}</p>}
      <div className={classes.code}>
        <Barcode text={cardNumber} className={classes.bars} />
        <p className={classes.number}>{cardNumber}</p>
      </div>
    </article>
  );
}
