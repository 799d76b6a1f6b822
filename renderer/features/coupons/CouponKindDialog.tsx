import { Radio, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponKindView } from '../../../shared/contract/coupons.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { minorDigits } from '../../lib/format.ts';
import { newId } from '../../lib/new-id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import classes from './CouponKindDialog.module.css';
import { BLANK, type CouponDraft, type CouponProblem, draftOf, MOST, readCoupon } from './coupon-draft.ts';

interface CouponKindDialogProps {
  /** Null for a new one. */
  readonly kind: CouponKindView | null;
  readonly onSaved: (kind: CouponKindView) => void;
  readonly onClose: () => void;
}

/** What coupons of a kind have in common. */
export function CouponKindDialog({ kind, onSaved, onClose }: CouponKindDialogProps) {
  const { t } = useTranslation();
  const title = t(kind ? 'coupons.editTitle' : 'coupons.newTitle');
  return (
    <Dialog opened onClose={onClose} title={title} size={520} escCloses={false}>
      <KindForm kind={kind} onSaved={onSaved} onClose={onClose} />
    </Dialog>
  );
}

function KindForm({ kind, onSaved, onClose }: CouponKindDialogProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const places = minorDigits(useStoreFacts().currency);
  const [kindId] = useState(() => kind?.kindId ?? newId<'coupon-kind'>());
  const saveKind = useMutation(trpc.coupons.saveKind.mutationOptions());

  const wordsOf = (field: CouponProblem, draft: CouponDraft): string => {
    if (field === 'name') return t('coupons.form.nameMissing');
    if (field === 'days') return t('coupons.form.daysWrong');
    if (field === 'budget') return t('coupons.form.moneyWrong');
    if (field === 'issued' || field === 'perMember')
      return t('coupons.form.countWrong', { most: format.count(MOST[field]) });
    return field === 'through' && draft.through !== '' ? t('coupons.form.backwards') : t('coupons.form.dateMissing');
  };
  const form = useForm<CouponDraft>({
    initial: kind ? draftOf(kind.terms, places) : BLANK,
    check: (draft) => {
      const read = readCoupon(draft, places);
      return read.ok ? {} : Object.fromEntries(read.wrong.map((field) => [field, wordsOf(field, draft)]));
    },
    save: async (draft) => {
      const read = readCoupon(draft, places);
      if (!read.ok) return;
      const saved = await saveKind.mutateAsync({ kindId, basedOn: kind?.version ?? 0, terms: read.terms });
      onClose();
      onSaved(saved);
    },
    refusalFields: { 'coupon-dates-backwards': 'through' },
  });
  const { validity, usableBy } = form.values;
  return (
    <Form form={form} label={t(kind ? 'coupons.editTitle' : 'coupons.newTitle')} onLeave={onClose}>
      <Stack gap="md">
        <TextInput
          label={t('coupons.form.name')}
          description={t('coupons.form.nameHelp')}
          maxLength={60}
          autoComplete="off"
          data-autofocus
          {...form.field('name')}
        />
        <Radio.Group
          label={t('coupons.form.validity')}
          value={validity}
          onChange={(next) => form.set({ validity: next as CouponDraft['validity'] })}
        >
          <div className={classes.choices}>
            <Radio value="days" label={t('coupons.form.byDays')} />
            <Radio value="dates" label={t('coupons.form.byDates')} />
          </div>
        </Radio.Group>
        {validity === 'days' ? (
          <TextInput
            className={classes.short ?? ''}
            label={t('coupons.form.days')}
            description={t('coupons.form.daysHelp')}
            inputMode="numeric"
            autoComplete="off"
            {...form.field('days')}
          />
        ) : (
          <div className={classes.pair}>
            <TextInput type="date" label={t('coupons.form.from')} {...form.field('from')} />
            <TextInput type="date" label={t('coupons.form.through')} {...form.field('through')} />
          </div>
        )}
        <Radio.Group
          label={t('coupons.form.usableBy')}
          value={usableBy}
          onChange={(next) => form.set({ usableBy: next as CouponDraft['usableBy'] })}
        >
          <div className={classes.choices}>
            <Radio value="anybody" label={t('coupons.usableBy.anybody')} />
            <Radio value="member" label={t('coupons.usableBy.member')} />
          </div>
        </Radio.Group>
        <fieldset className={classes.limits}>
          <legend>
            {t('coupons.form.limits')} <span className={classes.soft}>{t('coupons.form.limitsHelp')}</span>
          </legend>
          <div className={classes.three}>
            <TextInput
              label={t('coupons.form.issued')}
              inputMode="numeric"
              autoComplete="off"
              {...form.field('issued')}
            />
            <TextInput
              label={t('coupons.form.perMember')}
              inputMode="numeric"
              autoComplete="off"
              {...form.field('perMember')}
            />
            <TextInput
              label={t('coupons.form.budget')}
              inputMode="decimal"
              autoComplete="off"
              {...form.field('budget')}
            />
          </div>
          <p className={classes.soft}>{t('coupons.form.perMemberHelp')}</p>
        </fieldset>
        {kind && kind.issued > 0 && <p className={classes.soft}>{t('coupons.form.issuedKeep')}</p>}
      </Stack>
      <FormActions form={form} />
    </Form>
  );
}
