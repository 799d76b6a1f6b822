import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountDraft } from '../../../shared/stock/drafts.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './DocumentPaper.module.css';

/** The list on paper, with room to write what was counted. */
export function CountSheet({ draft }: { readonly draft: CountDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useStoreFacts();
  const [printedAtMs] = useState(() => Date.now());
  return (
    <article className={classes.paper}>
      <p className={classes.store}>{store.storeName}</p>
      <p className={classes.title}>
        {t('stock.count.title')} · {draft.category ?? t('stock.count.everything')} · {format.dateTime(printedAtMs)}
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('stock.column.product')}</th>
            <th scope="col">{t('stock.column.sku')}</th>
            <th scope="col">{t('products.category')}</th>
            <th scope="col">{t('products.unitLabel')}</th>
            <th scope="col">{t('stock.count.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.lines.map((line) => (
            <tr key={line.productId}>
              <td>{line.name}</td>
              <td>{line.sku}</td>
              <td>{line.category}</td>
              <td>{t(`products.unit.${line.unit}`)}</td>
              <td>____________</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
