import { IconBarcode } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Finder } from '../../ui/finder/Finder.tsx';
import classes from './ProductEntry.module.css';
import { readEntry } from './quantity-text.ts';
import type { ProductEntryHold } from './use-product-entry.ts';

interface ProductEntryProps {
  readonly entry: ProductEntryHold;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onEmptyKey: (event: KeyboardEvent) => void;
}

/** The one field that products come in by: barcode, SKU, name, pinyin; `3*` before it for several. */
export function ProductEntry({ entry, input, onEmptyKey }: ProductEntryProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { code } = readEntry(entry.text);
  const asked = useDeferredValue(code);
  const found = useQuery({
    ...trpc.products.find.queryOptions({ q: asked, limit: 8 }),
    enabled: code !== '' && asked !== '',
    placeholderData: keepPreviousData,
  });
  const products = code === '' ? [] : (found.data ?? []).filter((product) => product.status === 'active');
  return (
    <div className={classes.entry}>
      <Finder
        label={t('purchases.product.find')}
        placeholder={t('purchases.product.hint')}
        icon={<IconBarcode size={20} stroke={1.5} aria-hidden />}
        input={input}
        text={entry.text}
        onText={entry.type}
        found={products}
        foundLabel={t('purchases.product.results')}
        idOf={(product) => product.productId}
        renderOption={(product) => <ProductOption product={product} />}
        hint={t('purchases.product.choose', { count: products.length })}
        note={
          entry.note && (
            <p className={classes.note} data-tone={entry.note.tone}>
              {entry.note.text}
            </p>
          )
        }
        onChoose={entry.choose}
        onEnter={entry.enter}
        onEmptyKey={onEmptyKey}
      />
    </div>
  );
}

function ProductOption({ product }: { readonly product: ProductRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit = t(`products.unit.${product.unit}`);
  return (
    <span className={classes.option}>
      <span className={classes.name}>{product.name}</span>
      <span className={classes.soft}>{product.barcode ?? product.sku}</span>
      <span className={classes.price}>
        {t('purchases.product.perUnit', { price: format.money(product.priceMinor), unit })}
      </span>
    </span>
  );
}
