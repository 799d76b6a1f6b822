import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TenderInput } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './TendersTaken.module.css';

interface TendersTakenProps {
  readonly taken: readonly TenderInput[];
  readonly onTakeBack: (index: number) => void;
}

/** The payments taken so far, while something is left to pay. */
export function TendersTaken({ taken, onTakeBack }: TendersTakenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (taken.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('purchases.pay.taken')}>
      {taken.map(({ kind, amountMinor }, index) => (
        <li
          key={`${kind}-${taken.slice(0, index).filter((other) => other.kind === kind).length}`}
          className={classes.tender}
        >
          <span>{t(`purchases.tender.${kind}`)}</span>
          <span className={classes.amount}>{format.money(amountMinor)}</span>
          <button
            type="button"
            className={classes.back}
            aria-label={t('purchases.pay.takeBack', { tender: t(`purchases.tender.${kind}`) })}
            onClick={() => onTakeBack(index)}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
