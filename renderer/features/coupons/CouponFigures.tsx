import { useTranslation } from 'react-i18next';
import type { CouponKindRow } from '../../../shared/contract/coupons.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './CouponFigures.module.css';

/** What has come of the coupons of a kind: issued = open + used + expired + taken back; what they cost, what was sold. */
export function CouponFigures({ kind }: { readonly kind: CouponKindRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { issued, budgetMinor } = kind.terms.limits;
  const of = (value: string, limit: string | null) => (limit === null ? value : t('coupons.ofLimit', { value, limit }));
  const figures = [
    ['issued', of(format.count(kind.issued), issued === null ? null : format.count(issued))],
    ['open', format.count(kind.open)],
    ['used', format.count(kind.used)],
    ['expired', format.count(kind.expired)],
    ['takenBack', format.count(kind.takenBack)],
    ['cost', of(format.money(kind.costMinor), budgetMinor === null ? null : format.money(budgetMinor))],
    ['sales', format.money(kind.salesMinor)],
  ] as const;
  return (
    <dl aria-label={kind.terms.name} className={classes.figures}>
      {figures.map(([id, value]) => (
        <div key={id} className={classes.figure}>
          <dt>{t(`coupons.column.${id}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
