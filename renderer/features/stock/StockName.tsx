import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StockRow } from '../../../shared/contract/stock.contract.ts';
import classes from './StockName.module.css';

/** A product's name, and what is out of the ordinary about its stock, in words as well as in colour. */
export function StockName({ row: { name, status, ...row } }: { readonly row: StockRow }) {
  const { t } = useTranslation();
  const state = !row.stocked
    ? { color: 'gray', words: t('stock.unstocked') }
    : row.onHandThousandths < 0
      ? { color: 'red', words: t('stock.negative') }
      : row.isLow
        ? { color: 'amber', words: t('stock.low') }
        : null;
  return (
    <span className={classes.line}>
      <span className={classes.name}>{name}</span>
      {[state, status === 'discontinued' ? { color: 'gray', words: t('products.status.discontinued') } : null].map(
        (each) =>
          each && (
            <Badge key={each.words} variant="light" color={each.color} size="sm" radius="sm" tt="none" flex="none">
              {each.words}
            </Badge>
          ),
      )}
    </span>
  );
}
