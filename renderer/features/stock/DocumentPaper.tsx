import { useTranslation } from 'react-i18next';
import type { StockDocument } from '../../../shared/contract/stock.contract.ts';
import { mulDivHalfUp } from '../../../shared/kernel/round.ts';
import type { Format } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './DocumentPaper.module.css';
import { documentTitle } from './document-words.ts';

/** A stock document as it is filed: head, lines, sum. */
export function DocumentPaper({ document }: { readonly document: StockDocument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useStoreFacts();
  const { kind, supplier, reference, reason, note } = document;
  const facts = [
    [t('stock.document.when'), format.dateTime(document.occurredAtMs)],
    [t('stock.document.staff'), document.staffName],
    [t('stock.receive.supplier'), supplier],
    [t('stock.receive.reference'), reference],
    [t('stock.adjust.reason'), reason && t(`stock.reason.${reason}`)],
    [t('stock.document.note'), note],
  ].filter(([, value]) => value);
  return (
    <article className={classes.paper} aria-label={documentTitle(document, t)}>
      <p className={classes.store}>{store.storeName}</p>
      <p className={classes.title}>{documentTitle(document, t)}</p>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('stock.column.product')}</th>
            <th scope="col">{t('stock.column.sku')}</th>
            {kind === 'count' && <th scope="col">{t('stock.count.expected')}</th>}
            {kind === 'count' && <th scope="col">{t('stock.count.counted')}</th>}
            <th scope="col">{kind === 'count' ? t('stock.count.difference') : t('stock.receive.quantity')}</th>
            {kind === 'receipt' && <th scope="col">{t('stock.document.unitCost')}</th>}
            {kind === 'receipt' && <th scope="col">{t('stock.document.cost')}</th>}
          </tr>
        </thead>
        <tbody>
          {document.lines.map((line, index) => (
            <tr key={index}>
              <td>{line.name}</td>
              <td>{line.sku}</td>
              {line.count && <td>{format.quantity(line.count.expectedThousandths)}</td>}
              {line.count && <td>{format.quantity(line.count.countedThousandths)}</td>}
              <td>
                {signed(line.changeThousandths, kind, format)} {t(`products.unit.${line.unit}`)}
              </td>
              {kind === 'receipt' && <td>{line.unitCostMinor === null ? '–' : format.money(line.unitCostMinor)}</td>}
              {kind === 'receipt' && (
                <td>
                  {line.unitCostMinor === null
                    ? '–'
                    : format.money(mulDivHalfUp(line.unitCostMinor, line.changeThousandths, 1000))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.sum}>
        {t('stock.document.line', { count: document.lines.length })}
        {document.costMinor !== null && (
          <>
            {' · '}
            {t('stock.document.sum')} <strong>{format.money(document.costMinor)}</strong>
          </>
        )}
      </p>
    </article>
  );
}

/** A receipt's quantities are plain; what may go either way says which. */
const signed = (thousandths: number, kind: StockDocument['kind'], format: Format): string =>
  `${kind !== 'receipt' && thousandths > 0 ? '+' : ''}${format.quantity(thousandths)}`;
