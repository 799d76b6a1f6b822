import { useTranslation } from 'react-i18next';
import type { TakenBackView } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './ReturnPoints.module.css';

/** What happens to the member's points; nothing is said where nothing happens. */
export function ReturnPoints({ quote }: { readonly quote: TakenBackView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pointsGivenBack: given, pointsTakenBack: taken, pointsOwed: owed } = quote;
  if (given === 0 && taken === 0 && owed === 0) return null;
  return (
    <div className={classes.points}>
      <dl className={classes.figures}>
        {given > 0 && (
          <div>
            <dt>{t('returns.refund.pointsBack')}</dt>
            <dd>+{format.count(given)}</dd>
          </div>
        )}
        {taken > 0 && (
          <div>
            <dt>{t('returns.refund.pointsTaken')}</dt>
            <dd>−{format.count(taken)}</dd>
          </div>
        )}
      </dl>
      {owed > 0 && (
        <p className={classes.owed}>{t('returns.refund.owed', { points: t('facts.points', { count: owed }) })}</p>
      )}
    </div>
  );
}
