import { Checkbox, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { readQuantity } from '../../lib/quantity-text.ts';
import { Dialog } from '../Dialog.tsx';
import { Finder } from '../finder/Finder.tsx';
import { Form } from '../form/Form.tsx';
import { FormActions } from '../form/FormActions.tsx';
import { useForm } from '../form/use-form.ts';
import classes from './RequestDialog.module.css';

const LARGEST = 1_000_000_000;

interface RequestDialogProps {
  /** What is known of it already: a code that nobody knew, what was typed. */
  readonly text?: string;
  /** The member in the sale, who may wait for it. */
  readonly member?: Pick<MemberCard, 'memberId' | 'name' | 'phoneMasked'> | undefined;
  readonly onClose: () => void;
}

/** Notes what a customer asked for and did not get: a product, or the customer's words. Enter notes it as it stands. */
export function RequestDialog({ onClose, ...known }: RequestDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('requests.title')} escCloses={false}>
      <RequestForm onClose={onClose} {...known} />
    </Dialog>
  );
}

function RequestForm({ text = '', member, onClose }: RequestDialogProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [requestId] = useState(() => newId<'product-request'>());
  const [product, setProduct] = useState<ProductRow | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const note = useMutation(trpc.requests.note.mutationOptions());
  const unit = product?.unit ?? 'kg';
  const form = useForm({
    initial: { text, quantity: '', note: '', tell: false },
    check: (values) => ({
      text: values.text.trim() === '' ? t('requests.whatMissing') : undefined,
      quantity: readQuantity(values.quantity, unit, LARGEST) === null ? t('requests.quantityBad') : undefined,
    }),
    save: async (values) => {
      const asked = product?.name.slice(0, 80) ?? values.text.trim();
      const { timesAsked } = await note.mutateAsync({
        requestId,
        productId: product?.productId ?? null,
        text: asked,
        quantityThousandths: readQuantity(values.quantity, unit, LARGEST) || null,
        note: values.note.trim() || null,
        memberId: member?.memberId ?? null,
        tellMember: values.tell && member !== undefined,
      });
      notifications.show({ message: t('requests.saved', { count: timesAsked, text: asked }) });
      onClose();
    },
    refusalFields: { 'request-product-unknown': 'text' },
  });
  const q = form.values.text.trim();
  const found = useQuery({
    ...trpc.products.find.queryOptions({ q, limit: 5 }),
    enabled: q !== '' && product === null,
    placeholderData: keepPreviousData,
  });
  const products = q === '' || product ? [] : (found.data ?? []);
  const error = form.field('text').error;
  return (
    <Form form={form} label={t('requests.title')} onLeave={onClose}>
      <div>
        <p className={classes.label}>{t('requests.what')}</p>
        <Finder
          label={t('requests.what')}
          placeholder={t('requests.whatHint')}
          icon={<IconSearch size={16} stroke={1.5} aria-hidden />}
          input={input}
          first
          text={form.values.text}
          onText={(next) => {
            setProduct(null);
            form.set({ text: next });
          }}
          found={products}
          foundLabel={t('requests.results')}
          idOf={({ productId }) => productId}
          renderOption={(each) => (
            <span className={classes.option}>
              {each.name} <span className={classes.soft}>{each.sku}</span>
            </span>
          )}
          hint={t('requests.choose', { count: products.length })}
          note={
            error ? (
              <p className={classes.error}>{error}</p>
            ) : (
              product && <p className={classes.chosen}>{t('requests.chosen', { name: product.name })}</p>
            )
          }
          onChoose={(chosen) => {
            setProduct(chosen);
            form.set({ text: chosen.name });
          }}
          onEnter={async () => {
            await form.submit();
            return 'settled';
          }}
        />
      </div>
      <TextInput
        label={t('requests.quantity')}
        description={t('requests.quantityHelp')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        {...form.field('quantity')}
      />
      <TextInput
        label={t('requests.note')}
        description={t('requests.noteHelp')}
        autoComplete="off"
        maxLength={200}
        {...form.field('note')}
      />
      {member ? (
        <Checkbox
          label={t('requests.tell', { name: member.name ?? member.phoneMasked ?? t('members.noName') })}
          description={t('requests.tellHelp')}
          checked={form.values.tell}
          onChange={(event) => form.set({ tell: event.currentTarget.checked })}
        />
      ) : (
        <Text size="sm" c="var(--ink-soft)">
          {t('requests.noMember')}
        </Text>
      )}
      <FormActions form={form} save={t('requests.save')} />
    </Form>
  );
}
