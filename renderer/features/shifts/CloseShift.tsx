import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift, ShiftTotals } from '../../../shared/contract/shifts.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { readDecimal } from '../../lib/decimal-text.ts';
import { minorDigits } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { CashField } from './CashField.tsx';
import classes from './CloseShift.module.css';
import { type CashCount, nothingCounted } from './cash-count.ts';
import type { ClosedShift } from './ShiftClosed.tsx';
import { ShiftFigures } from './ShiftFigures.tsx';
import { useDifferenceWords } from './use-difference-words.ts';

interface CloseShiftProps {
  readonly shift: Shift;
  readonly totals: ShiftTotals;
  readonly onClosed: (closed: ClosedShift) => void;
  readonly onClose: () => void;
}

/** The shift so far on the left, the cash counted on the right, and what is over or short before anything is closed. */
export function CloseShift({ shift, totals, onClosed, onClose }: CloseShiftProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const digits = minorDigits(useStoreFacts().currency);
  const differenceWords = useDifferenceWords();
  const [asking, setAsking] = useState(false);
  const close = useMutation(trpc.shifts.close.mutationOptions());
  const countedOf = ({ sum }: CashCount) => readDecimal(sum, digits);
  const form = useForm<{ readonly counted: CashCount }>({
    initial: { counted: nothingCounted },
    check: ({ counted }) => {
      const empty = counted.sum.trim() === '';
      return {
        counted: empty ? t('shifts.count.missing') : countedOf(counted) === null ? t('shifts.count.bad') : undefined,
      };
    },
    save: async () => setAsking(true),
  });
  const countedMinor = countedOf(form.values.counted);
  const difference = countedMinor === null ? null : countedMinor - totals.expectedCashMinor;
  const closeNow = async () => {
    try {
      onClosed(await close.mutateAsync({ shiftId: shift.shiftId, countedMinor: countedMinor ?? 0 }));
    } finally {
      setAsking(false);
    }
  };
  return (
    <Form form={form} label={t('shifts.close.title')} onLeave={onClose}>
      <div className={classes.sides}>
        <ShiftFigures shift={shift} totals={totals} />
        <div className={classes.count}>
          <CashField
            label={t('shifts.close.counted')}
            error={form.field('counted').error}
            count={form.values.counted}
            onCount={(counted) => form.set({ counted })}
          />
          <p role="status" className={classes.difference} data-off={difference !== null && difference !== 0}>
            <span>{t('shifts.facts.difference')}</span>
            <strong>{difference === null ? '–' : differenceWords(difference)}</strong>
          </p>
        </div>
      </div>
      <FormActions form={form} save={t('shifts.close.submit')} />
      <ConfirmDialog
        opened={asking}
        title={t('shifts.close.confirmTitle')}
        body={t('shifts.close.confirmBody', {
          expected: format.money(totals.expectedCashMinor),
          counted: format.money(countedMinor ?? 0),
          difference: differenceWords(difference ?? 0),
        })}
        confirm={t('shifts.close.submit')}
        busy={close.isPending}
        onConfirm={() => void closeNow()}
        onCancel={() => setAsking(false)}
      />
    </Form>
  );
}
