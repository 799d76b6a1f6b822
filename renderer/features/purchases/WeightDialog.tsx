import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { readQuantity } from './quantity-text.ts';
import classes from './WeightDialog.module.css';

interface WeightDialogProps {
  readonly product: ProductRow;
  readonly onWeight: (product: ProductRow, quantityThousandths: number) => void;
  readonly onClose: () => void;
}

/** Asks for the weight of goods that are sold by the kilogram. */
export function WeightDialog({ product, onWeight, onClose }: WeightDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('purchases.weigh.title', { name: product.name })} size={420}>
      <WeightForm product={product} onWeight={onWeight} />
    </Dialog>
  );
}

function WeightForm({ product, onWeight }: Omit<WeightDialogProps, 'onClose'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm({
    initial: { weight: '' },
    check: ({ weight }) => (readQuantity(weight, 'kg') === null ? { weight: t('purchases.weigh.bad') } : {}),
    save: async ({ weight }) => onWeight(product, readQuantity(weight, 'kg') ?? 0),
  });
  return (
    <Form form={form} label={t('purchases.weigh.title', { name: product.name })}>
      <TextInput
        className={classes.weight}
        label={t('purchases.weigh.weight')}
        description={t('purchases.weigh.help')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        data-autofocus
        {...form.field('weight')}
      />
      <div className={classes.end}>
        <span className={classes.price}>
          {t('purchases.product.perUnit', { price: format.money(product.priceMinor), unit: t('products.unit.kg') })}
        </span>
        <Button type="submit" h={44}>
          {t('purchases.weigh.add')}
        </Button>
      </div>
    </Form>
  );
}
