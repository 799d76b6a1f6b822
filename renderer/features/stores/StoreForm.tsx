import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { clockOf } from '../../lib/format.ts';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import classes from './StoreForm.module.css';
import { CUTOVERS, checkStoreDraft, newStoreDraft } from './store-draft.ts';

const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'MYR', 'JPY', 'KRW', 'USD', 'EUR', 'GBP', 'AUD', 'CAD'];

interface StoreFormProps {
  readonly onBack: () => void;
  readonly onCreated: () => void;
}

/** The store, its first till and its manager. Three fields in the common case; the rest has defaults. */
export function StoreForm({ onBack, onCreated }: StoreFormProps) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const create = useMutation(trpc.app.createStore.mutationOptions());
  const form = useForm({
    initial: newStoreDraft(),
    check: (draft) => checkStoreDraft(draft, t),
    save: async ({ storeName, storeCode, managerName, managerPin, currency, zone, cutoverMinutes }) => {
      const dayRule = { zone, cutoverMinutes: Number(cutoverMinutes) };
      await create.mutateAsync({ storeName, storeCode, managerName, managerPin, currency, ...dayRule });
      onCreated();
    },
    refusalFields: { 'pin-too-simple': 'managerPin' },
  });
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'currency' });
    return CURRENCIES.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
  }, [i18n.language]);
  const { currency, zone, cutoverMinutes } = form.values;
  const code = form.field('storeCode');

  return (
    <div className={classes.card}>
      <h1 className={classes.title}>{t('stores.form.title')}</h1>
      <p className={classes.body}>{t('stores.form.body')}</p>
      <Form form={form} label={t('stores.form.title')} onLeave={onBack}>
        <div className={classes.pair} data-wide-first>
          <TextInput
            label={t('stores.form.name')}
            description={t('stores.form.nameHelp')}
            maxLength={60}
            data-autofocus
            autoFocus
            {...form.field('storeName')}
          />
          <TextInput
            label={t('stores.form.code')}
            description={t('stores.form.codeHelp')}
            maxLength={8}
            {...code}
            onChange={(event) => form.set({ storeCode: event.currentTarget.value.toUpperCase() })}
          />
        </div>
        <TextInput
          label={t('stores.form.manager')}
          description={t('stores.form.managerHelp')}
          maxLength={40}
          autoComplete="off"
          {...form.field('managerName')}
        />
        <div className={classes.pair}>
          <PasswordInput
            label={t('stores.form.pin')}
            description={t('stores.form.pinHelp')}
            inputMode="numeric"
            autoComplete="new-password"
            maxLength={8}
            {...form.field('managerPin')}
          />
          <PasswordInput
            label={t('stores.form.pinAgain')}
            inputMode="numeric"
            autoComplete="new-password"
            maxLength={8}
            {...form.field('pinAgain')}
          />
        </div>
        <details className={classes.more}>
          <summary>
            {t('stores.form.more')}
            <span className={classes.defaults}>
              {currency} · {zone} · {clockOf(Number(cutoverMinutes))}
            </span>
          </summary>
          <div className={classes.moreFields}>
            <Select
              label={t('stores.form.currency')}
              description={t('stores.form.currencyHelp')}
              data={currencies}
              searchable
              {...form.field('currency')}
            />
            <Select
              label={t('stores.form.zone')}
              data={Intl.supportedValuesOf('timeZone')}
              searchable
              limit={50}
              {...form.field('zone')}
            />
            <Select
              label={t('stores.form.cutover')}
              description={t('stores.form.cutoverHelp')}
              data={CUTOVERS.map((minutes) => ({ value: String(minutes), label: clockOf(minutes) }))}
              {...form.field('cutoverMinutes')}
            />
          </div>
        </details>
        <FormActions form={form} save={t('stores.form.create')} />
      </Form>
    </div>
  );
}
