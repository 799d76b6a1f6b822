import { useTranslation } from 'react-i18next';
import type { Shift, ShiftTotals } from '../../../shared/contract/shifts.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './ShiftFigures.module.css';
import { TenderTotals } from './TenderTotals.tsx';

interface ShiftFiguresProps {
  readonly shift: Shift;
  readonly totals: ShiftTotals;
}

/** The shift in figures: who and since when, how much of what, by tender, and the cash that should be there. */
export function ShiftFigures({ shift, totals }: ShiftFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = [
    [t('shifts.facts.sales'), format.count(totals.sales)],
    [t('shifts.facts.returns'), format.count(totals.returns)],
    [t('shifts.facts.voids'), format.count(totals.voids)],
    ...(totals.openLines > 0 ? [[t('shifts.facts.openLines'), format.count(totals.openLines)] as const] : []),
    [t('shifts.facts.net'), format.money(totals.netMinor)],
  ] as const;
  return (
    <div className={classes.shift}>
      <p className={classes.who}>
        {shift.openedBy} · {format.dateTime(shift.openedAtMs)}
      </p>
      <dl className={classes.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TenderTotals totals={totals} />
      <dl className={classes.cash}>
        <div>
          <dt>{t('shifts.facts.float')}</dt>
          <dd>{format.money(shift.floatMinor)}</dd>
        </div>
        <div>
          <dt>{t('shifts.facts.cash')}</dt>
          <dd>{format.money(totals.expectedCashMinor - shift.floatMinor)}</dd>
        </div>
        <div className={classes.expected}>
          <dt>{t('shifts.facts.expected')}</dt>
          <dd>{format.money(totals.expectedCashMinor)}</dd>
        </div>
      </dl>
    </div>
  );
}
