import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { SupportDetails } from '../../ui/states/SupportDetails.tsx';
import classes from './OpenLineForm.module.css';
import {
  checkOpenLine,
  mayBeCard,
  mayBeProduct,
  type OpenLineDraft,
  openItemOf,
  quantityOf,
} from './open-line-draft.ts';

interface OpenLineFormProps {
  readonly draft: OpenLineDraft;
  readonly digits: number;
  readonly onSell: (draft: OpenLineDraft) => void;
  readonly onProduct: (product: ProductRow, quantityThousandths: number) => void;
  readonly onCard: (cardNumber: string) => void;
  readonly onRequest: (text: string) => void;
}

/** The price is enough. Enter sells; a manager may add the goods to the catalogue instead, F6 takes the code for a card. */
export function OpenLineForm({ draft, digits, onSell, onProduct, onCard, onRequest }: OpenLineFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { barcode, lineId } = draft;
  const isNew = lineId === null;
  const asProduct = useMay('product.write') && isNew && mayBeProduct(barcode);
  const asCard = useMay('member.write') && isNew && mayBeCard(barcode);
  const mayNote = useMay('request.note') && isNew;
  const [productId] = useState(() => newId<'product'>());
  const [told, setTold] = useState(false);
  /** Where the form goes: to the sale, or first to the catalogue. */
  const filing = useRef(false);
  const saveProduct = useMutation(trpc.products.save.mutationOptions());
  const unnamed = t('purchases.open.unnamed');

  const addToCatalogue = async (typed: OpenLineDraft, code: string) => {
    const { name, unitPriceMinor, taxRateBp } = openItemOf(typed, digits, unnamed);
    const product = await saveProduct.mutateAsync({
      productId,
      sku: code,
      barcode: code,
      name,
      category: null,
      unit: 'piece',
      priceMinor: unitPriceMinor,
      taxRateBp,
      status: 'active',
    });
    onProduct(product, quantityOf(typed));
  };
  const form = useForm<OpenLineDraft>({
    initial: draft,
    check: (typed) => checkOpenLine(typed, digits, filing.current, t),
    save: async (typed) => {
      if (filing.current && barcode !== null) await addToCatalogue(typed, barcode);
      else onSell(typed);
    },
  });
  const file = async () => {
    filing.current = true;
    await form.submit();
    filing.current = false;
  };
  const request = () => onRequest(barcode ?? form.values.name);
  useScanner(() => setTold(true));
  useShortcuts(t('purchases.open.title'), [
    { keys: 'F6', label: t('purchases.open.card'), run: () => onCard(barcode ?? ''), when: asCard },
    { keys: 'F7', label: t('purchases.open.catalogue'), run: () => void file(), when: asProduct },
    { keys: 'Alt+Q', label: t('requests.key'), run: request, when: mayNote },
  ]);

  return (
    <Form form={form} label={t('purchases.open.title')}>
      {barcode !== null && <p className={classes.code}>{t('purchases.open.code', { code: barcode })}</p>}
      <p className={classes.body}>{t('purchases.open.body')}</p>
      <div className={classes.three}>
        <TextInput
          label={t('purchases.open.price')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          data-autofocus
          {...form.field('price')}
        />
        <TextInput
          label={t('purchases.open.quantity')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          {...form.field('quantity')}
        />
        <TextInput
          label={t('purchases.open.tax')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          {...form.field('tax')}
        />
      </div>
      <TextInput
        label={t('purchases.open.name')}
        description={t('purchases.open.nameHelp', { unnamed })}
        autoComplete="off"
        maxLength={120}
        {...form.field('name')}
      />
      <div role="alert" className={classes.alert}>
        {told && <p>{t('purchases.open.scanned')}</p>}
        {form.failure && (
          <>
            <p>{form.failure.text}</p>
            <SupportDetails text={form.failure.details} />
          </>
        )}
      </div>
      <div className={classes.end}>
        {mayNote && (
          <KeyButton keys="Alt+Q" variant="default" onClick={request}>
            {t('requests.key')}
          </KeyButton>
        )}
        {asCard && (
          <KeyButton keys="F6" variant="default" onClick={() => onCard(barcode)}>
            {t('purchases.open.card')}
          </KeyButton>
        )}
        {asProduct && (
          <KeyButton keys="F7" variant="default" onClick={() => void file()}>
            {t('purchases.open.catalogue')}
          </KeyButton>
        )}
        <KeyButton keys="Enter" type="submit" className={classes.sell ?? ''} loading={form.saving}>
          {t(isNew ? 'purchases.open.sell' : 'purchases.open.take')}
        </KeyButton>
      </div>
    </Form>
  );
}
