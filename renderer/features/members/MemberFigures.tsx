import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Money } from '../../ui/facts/Money.tsx';
import { Points } from '../../ui/facts/Points.tsx';
import classes from './MemberFigures.module.css';

interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: 'danger';
}

/** The figures that matter, before anything else: points, purchases, sales, the last visit. */
export function MemberFigures({ profile: { card, summary } }: { readonly profile: MemberProfile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const {
    availablePoints,
    withheldPoints,
    status,
    pendingPoints,
    debtPoints,
    expiringPoints,
    nextExpiryMs,
    lastVisitDate,
  } = card;
  const figures: readonly Figure[] = [
    {
      label: t('members.figures.available'),
      value: <Points points={availablePoints} />,
      note:
        withheldPoints > 0
          ? t('members.figures.withheld', {
              points: format.count(withheldPoints),
              status: t(`members.status.${status}`),
            })
          : nextExpiryMs !== null &&
            t('members.figures.expiring', { points: format.count(expiringPoints), date: format.day(nextExpiryMs - 1) }),
    },
    { label: t('members.figures.pending'), value: <Points points={pendingPoints} /> },
    {
      label: t('members.figures.debt'),
      value: <Points points={debtPoints} />,
      ...(debtPoints > 0 ? { tone: 'danger' as const } : {}),
    },
    {
      label: t('members.figures.purchases'),
      value: format.count(summary.purchases),
      note: summary.firstPurchaseDate && t('members.figures.since', { date: format.date(summary.firstPurchaseDate) }),
    },
    { label: t('members.figures.netSales'), value: <Money minor={summary.netMinor} loss /> },
    {
      label: t('members.figures.lastVisit'),
      value: lastVisitDate ? format.date(lastVisitDate) : t('members.list.never'),
    },
  ];
  return (
    <dl aria-label={t('members.figures.label')} className={classes.figures}>
      {figures.map(({ label, value, note, tone }) => (
        <div key={label} className={classes.figure}>
          <dt>{label}</dt>
          <dd className={classes.value} data-tone={tone}>
            {value}
          </dd>
          {note && <dd className={classes.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
