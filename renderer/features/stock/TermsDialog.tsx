import { Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StockOfProduct } from '../../../shared/contract/stock.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { quantityText, readQuantity } from '../../lib/quantity-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { LARGEST_QUANTITY } from './goods-lines.ts';

interface TermsDialogProps {
  readonly stock: StockOfProduct;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Whether a product is kept in stock, and when to order more. */
export function TermsDialog({ stock, opened, onClose }: TermsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('stock.terms.title')} escCloses={false}>
      <TermsForm stock={stock} onClose={onClose} />
    </Dialog>
  );
}

function TermsForm({ stock, onClose }: Omit<TermsDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const setTerms = useMutation(trpc.stock.setTerms.mutationOptions());
  const read = (text: string) => readQuantity(text, stock.unit, LARGEST_QUANTITY);
  const form = useForm({
    initial: {
      stocked: stock.stocked,
      reorder: stock.reorderIsSet ? quantityText(stock.reorderThousandths) : '',
    },
    check: ({ reorder }) => ({ reorder: read(reorder) === null ? t('stock.terms.reorderBad') : undefined }),
    save: async ({ stocked, reorder }) => {
      await setTerms.mutateAsync({
        productId: stock.productId,
        stocked,
        reorderThousandths: reorder.trim() === '' ? null : read(reorder),
      });
      notifications.show({ message: t('stock.terms.saved') });
      onClose();
    },
  });
  return (
    <Form form={form} label={t('stock.terms.title')} onLeave={onClose}>
      <TextInput
        label={t('stock.terms.reorder', { unit: t(`products.unit.${stock.unit}`) })}
        description={t('stock.terms.reorderHelp')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        data-autofocus
        {...form.field('reorder')}
      />
      <Checkbox
        label={t('stock.terms.stocked')}
        description={t('stock.terms.stockedHelp')}
        checked={form.values.stocked}
        onChange={(event) => form.set({ stocked: event.currentTarget.checked })}
      />
      <FormActions form={form} />
    </Form>
  );
}
