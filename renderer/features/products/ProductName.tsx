import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import classes from './ProductName.module.css';

/** A product's name, and whether it is no longer sold. */
export function ProductName({ product: { name, status } }: { readonly product: ProductRow }) {
  const { t } = useTranslation();
  return (
    <span className={classes.line}>
      <span className={classes.name}>{name}</span>
      {status === 'discontinued' && (
        <Badge variant="light" color="gray" size="sm" radius="sm" tt="none">
          {t('products.status.discontinued')}
        </Badge>
      )}
    </span>
  );
}
