import { useTranslation } from 'react-i18next';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ReceiptRow as Row } from '../../ui/receipt/ReceiptRow.tsx';
import type { ClosedShift } from './ShiftClosed.tsx';
import classes from './ShiftPaper.module.css';
import { useDifferenceWords } from './use-difference-words.ts';

/** A closed shift as it is signed and filed: counts, totals by tender, the cash and what is over or short. */
export function ShiftPaper({ shift, totals, differenceMinor }: ClosedShift) {
  const { t } = useTranslation();
  const format = useFormat();
  const differenceWords = useDifferenceWords();
  const store = useStoreFacts();
  return (
    <article className={classes.paper} aria-label={t('shifts.facts.closed')}>
      <div className={classes.head}>
        <p className={classes.store}>{store.storeName}</p>
        <p>
          {t('shifts.facts.closed')} · {t('frame.till', { code: store.tillCode })}
        </p>
      </div>
      <div className={classes.part}>
        <Row label={t('shifts.facts.openedBy')} value={shift.openedBy} />
        <Row label={t('shifts.facts.since')} value={format.dateTime(shift.openedAtMs)} />
        {shift.closedAtMs !== null && <Row label={t('shifts.facts.until')} value={format.dateTime(shift.closedAtMs)} />}
      </div>
      <div className={classes.part}>
        <Row label={t('shifts.facts.sales')} value={format.count(totals.sales)} />
        <Row label={t('shifts.facts.returns')} value={format.count(totals.returns)} />
        <Row label={t('shifts.facts.voids')} value={format.count(totals.voids)} />
      </div>
      <div className={classes.part}>
        {totals.tenders.map(({ kind, amountMinor }) => (
          <Row key={kind} label={t(`purchases.tender.${kind}`)} value={format.money(amountMinor)} />
        ))}
        <Row label={t('shifts.facts.net')} value={format.money(totals.netMinor)} strong />
        <Row label={t('shifts.facts.tax')} value={format.money(totals.taxMinor)} />
      </div>
      {(totals.pointsEarned !== 0 || totals.pointsRedeemed !== 0) && (
        <div className={classes.part}>
          <Row label={t('shifts.facts.earned')} value={format.count(totals.pointsEarned)} />
          <Row label={t('shifts.facts.redeemed')} value={format.count(totals.pointsRedeemed)} />
        </div>
      )}
      <div className={classes.part}>
        <Row label={t('shifts.facts.float')} value={format.money(shift.floatMinor)} />
        <Row label={t('shifts.facts.cash')} value={format.money(totals.expectedCashMinor - shift.floatMinor)} />
        <Row label={t('shifts.facts.expected')} value={format.money(totals.expectedCashMinor)} />
        <Row label={t('shifts.facts.counted')} value={format.money(shift.countedMinor ?? 0)} />
        <Row label={t('shifts.facts.difference')} value={differenceWords(differenceMinor)} strong />
      </div>
    </article>
  );
}
