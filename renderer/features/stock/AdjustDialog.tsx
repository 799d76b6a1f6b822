import { Radio, Select, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockOfProduct } from '../../../shared/contract/stock.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { ADJUSTMENT_REASONS } from '../../../shared/stock/stock.facts.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { quantityText, readQuantity } from '../../lib/quantity-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { LARGEST_QUANTITY } from './goods-lines.ts';

interface AdjustDialogProps {
  readonly stock: StockOfProduct;
  readonly opened: boolean;
  /** The goods of a return that are written off; null for any other reason. */
  readonly returned: { readonly purchaseId: Id<'purchase'>; readonly quantityThousandths: number } | null;
  readonly onClose: () => void;
}

/** Adds to a product's stock or takes from it, with the reason. */
export function AdjustDialog({ stock, opened, returned, onClose }: AdjustDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('stock.adjust.title')} escCloses={false}>
      <AdjustForm stock={stock} returned={returned} onClose={onClose} />
    </Dialog>
  );
}

/** New with each opening: so is the id by which a repeated click adjusts once. */
function AdjustForm({ stock, returned, onClose }: Omit<AdjustDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const [documentId] = useState(() => newId<'stock-document'>());
  const adjust = useMutation(trpc.stock.adjust.mutationOptions());
  const { name, unit, productId, onHandThousandths } = stock;
  const unitWords = t(`products.unit.${unit}`);
  const form = useForm({
    initial: {
      reason: (returned ? 'unsellable' : 'breakage') as (typeof ADJUSTMENT_REASONS)[number],
      direction: 'take' as 'take' | 'add',
      quantity: returned ? quantityText(returned.quantityThousandths) : '',
      note: '',
    },
    check: ({ quantity }) => ({
      quantity: readQuantity(quantity, unit, LARGEST_QUANTITY) ? undefined : t('stock.adjust.quantityBad'),
    }),
    save: async ({ reason, direction, quantity, note }) => {
      const thousandths = readQuantity(quantity, unit, LARGEST_QUANTITY) ?? 0;
      const changeThousandths = reason === 'other' && direction === 'add' ? thousandths : -thousandths;
      await adjust.mutateAsync({
        documentId,
        productId,
        changeThousandths,
        reason,
        note: note.trim() || null,
        purchaseId: returned && reason === 'unsellable' ? returned.purchaseId : null,
      });
      notifications.show({
        message: t('stock.adjust.done', {
          name,
          quantity: format.quantity(onHandThousandths + changeThousandths),
          unit: unitWords,
        }),
      });
      onClose();
    },
    refusalFields: { 'more-than-returned': 'quantity' },
  });
  return (
    <Form form={form} label={t('stock.adjust.title')} onLeave={onClose}>
      <Text c="var(--ink-soft)">
        {t('stock.adjust.of', { name, quantity: format.quantity(onHandThousandths), unit: unitWords })}
      </Text>
      <TextInput
        label={t('stock.adjust.quantity', { unit: unitWords })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        {...form.field('quantity')}
      />
      <Select
        label={t('stock.adjust.reason')}
        data={ADJUSTMENT_REASONS.map((reason) => ({ value: reason, label: t(`stock.reason.${reason}`) }))}
        {...form.field('reason')}
      />
      {form.values.reason === 'other' && (
        <Radio.Group
          label={t('stock.adjust.direction')}
          value={form.values.direction}
          onChange={(direction) => form.set({ direction: direction as 'take' | 'add' })}
        >
          <Radio value="take" label={t('stock.adjust.take')} mt="xs" />
          <Radio value="add" label={t('stock.adjust.add')} mt="xs" />
        </Radio.Group>
      )}
      <TextInput
        label={t('stock.adjust.note')}
        description={t('stock.adjust.noteHelp')}
        autoComplete="off"
        maxLength={200}
        {...form.field('note')}
      />
      <FormActions form={form} save={t('stock.adjust.save')} />
    </Form>
  );
}
