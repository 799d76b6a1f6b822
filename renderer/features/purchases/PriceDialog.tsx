import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';
import { minorDigits } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ApprovalDialog } from '../../ui/approval/ApprovalDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import type { BasketLine } from './basket.ts';
import classes from './PriceDialog.module.css';

const REASONS = ['damaged', 'shelf-price', 'goodwill', 'manager'] as const;
type Override = NonNullable<BasketLine['override']>;

interface PriceDialogProps {
  readonly line: BasketLine;
  readonly approved: boolean;
  readonly onPrice: (override: Override, approvalId: Id<'approval'> | null) => void;
  readonly onClose: () => void;
}

/** Another price for one line, with its reason. Whoever lacks the right has a manager enter a PIN. */
export function PriceDialog({ line, approved, onPrice, onClose }: PriceDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayOverride = useMay('price.override') || approved;
  const [asking, setAsking] = useState<Override | null>(null);
  const take = (override: Override) => (mayOverride ? onPrice(override, null) : setAsking(override));
  if (asking) {
    const what = t('purchases.price.what', { name: line.name, price: format.money(asking.unitPriceMinor) });
    return (
      <ApprovalDialog
        opened
        right="price.override"
        what={what}
        onApproved={(approvalId) => onPrice(asking, approvalId)}
        onClose={() => setAsking(null)}
      />
    );
  }
  return (
    <Dialog opened onClose={onClose} title={t('purchases.price.title', { name: line.name })} size={420}>
      <PriceForm line={line} onPrice={take} />
    </Dialog>
  );
}

function PriceForm({ line, onPrice }: { readonly line: BasketLine; readonly onPrice: (override: Override) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const digits = minorDigits(useStoreFacts().currency);
  const form = useForm({
    initial: {
      price: decimalText(line.override?.unitPriceMinor ?? line.priceMinor, digits, true),
      reason: REASONS[0] as string,
    },
    check: ({ price }) => (readDecimal(price, digits) === null ? { price: t('purchases.price.bad') } : {}),
    save: async ({ price, reason }) =>
      onPrice({ unitPriceMinor: readDecimal(price, digits) ?? line.priceMinor, reason }),
  });
  return (
    <Form form={form} label={t('purchases.price.title', { name: line.name })}>
      <TextInput
        label={t('purchases.price.price')}
        description={t('purchases.price.list', { price: format.money(line.priceMinor) })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        data-autofocus
        {...form.field('price')}
      />
      <Select
        label={t('purchases.price.reason')}
        allowDeselect={false}
        data={REASONS.map((reason) => ({ value: reason, label: t(`purchases.price.reasons.${reason}`) }))}
        {...form.field('reason')}
      />
      <div className={classes.end}>
        <Button type="submit" h={44}>
          {t('purchases.price.take')}
        </Button>
      </div>
    </Form>
  );
}
