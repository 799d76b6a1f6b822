import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProductRow, UNITS } from '../../../shared/contract/products.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { minorDigits } from '../../lib/format.ts';
import { newId } from '../../lib/new-id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import classes from './ProductForm.module.css';
import { checkProductDraft, draftOf, newProductDraft, productOf } from './product-draft.ts';

interface ProductFormProps {
  /** Null for a new one. */
  readonly product: ProductRow | null;
  readonly onClose: () => void;
}

const STATUSES = ['active', 'discontinued'] as const;

/** One product. The id of a new one is made once, so that a repeated click adds once. */
export function ProductForm({ product, onClose }: ProductFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { currency } = useStoreFacts();
  const [productId] = useState(() => product?.productId ?? newId<'product'>());
  const save = useMutation(trpc.products.save.mutationOptions());
  const places = minorDigits(currency);
  const title = product ? t('products.form.editTitle') : t('products.form.addTitle');
  const form = useForm({
    initial: product ? draftOf(product, places) : newProductDraft(),
    check: (draft) => checkProductDraft(draft, places, t),
    save: async (draft) => {
      const { name } = await save.mutateAsync({ productId, ...productOf(draft, places) });
      notifications.show({ message: t(product ? 'products.form.saved' : 'products.form.added', { name }) });
      onClose();
    },
    refusalFields: { 'sku-in-use': 'sku', 'barcode-in-use': 'barcode' },
  });
  return (
    <Form form={form} label={title} onLeave={onClose}>
      <TextInput label={t('products.name')} maxLength={120} autoComplete="off" data-autofocus {...form.field('name')} />
      <div className={classes.pair}>
        <TextInput
          label={t('products.sku')}
          description={t('products.form.skuHelp')}
          maxLength={32}
          autoComplete="off"
          {...form.field('sku')}
        />
        <TextInput
          label={t('products.barcode')}
          description={t('products.form.barcodeHelp')}
          maxLength={32}
          autoComplete="off"
          {...form.field('barcode')}
        />
        <TextInput
          label={t('products.form.price', { currency })}
          description={t('products.form.priceHelp')}
          inputMode="decimal"
          maxLength={14}
          autoComplete="off"
          {...form.field('price')}
        />
        <TextInput
          label={t('products.form.tax')}
          description={t('products.form.taxHelp')}
          inputMode="decimal"
          maxLength={6}
          autoComplete="off"
          {...form.field('tax')}
        />
        <TextInput
          label={t('products.category')}
          description={t('products.form.categoryHelp')}
          maxLength={60}
          autoComplete="off"
          {...form.field('category')}
        />
        <Select
          label={t('products.unitLabel')}
          data={UNITS.map((unit) => ({ value: unit, label: t(`products.unitLong.${unit}`) }))}
          {...form.field('unit')}
        />
        {product && (
          <Select
            label={t('products.form.status')}
            data={STATUSES.map((status) => ({ value: status, label: t(`products.status.${status}`) }))}
            {...form.field('status')}
          />
        )}
      </div>
      <FormActions form={form} />
    </Form>
  );
}
