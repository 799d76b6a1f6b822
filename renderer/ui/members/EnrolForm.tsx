import { Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { customName } from '../../../shared/members/profile-values.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import { newId } from '../../lib/new-id.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { Form } from '../form/Form.tsx';
import { FormActions } from '../form/FormActions.tsx';
import { useForm } from '../form/use-form.ts';
import { BirthdayField } from './BirthdayField.tsx';
import { CustomFieldInput } from './CustomFieldInput.tsx';
import { DuplicateChoice } from './DuplicateChoice.tsx';
import classes from './EnrolForm.module.css';
import {
  ASKED_PURPOSES,
  checkEnrolDraft,
  type EnrolDraft,
  enrolmentOf,
  NOTICE_VERSION,
  newEnrolDraft,
} from './enrol-draft.ts';
import { ReferrerField } from './ReferrerField.tsx';

interface EnrolFormProps {
  readonly known?: Partial<EnrolDraft>;
  readonly onLeave: () => void;
  readonly onEnrolled: (card: MemberCard, isNew: boolean) => void;
}

/** The form of the dialog. One id for as long as it is open, so that a lost answer enrols once. */
export function EnrolForm({ known, onLeave, onEnrolled }: EnrolFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [memberId] = useState(() => newId<'member'>());
  const [duplicates, setDuplicates] = useState<readonly MemberCard[] | null>(null);
  // At the till only what must be asked is asked.
  const own = useCustomFields().filter(({ required, retired }) => required && !retired);
  const enrol = useMutation(trpc.members.enrol.mutationOptions());

  const save = async (draft: EnrolDraft, despiteDuplicates: boolean) => {
    const typed = draft.referrer.trim();
    const referrer = typed === '' ? null : await queries.fetchQuery(trpc.members.referrer.queryOptions({ typed }));
    const referral = referrer ? ({ source: 'referral', referredBy: referrer.memberId } as const) : {};
    const card = await enrol.mutateAsync({ memberId, ...enrolmentOf(draft), ...referral, despiteDuplicates });
    queries.setQueryData(trpc.members.card.queryKey({ memberId: card.memberId }), card);
    onEnrolled(card, true);
  };
  const form = useForm<EnrolDraft>({
    initial: newEnrolDraft(known),
    check: (draft) => checkEnrolDraft(draft, own, t),
    save: async (draft) => {
      try {
        await save(draft, false);
      } catch (error) {
        if (refusalOf(error)?.reason !== 'duplicate') throw error;
        const { phone, name, birthday } = enrolmentOf(draft);
        setDuplicates(await queries.fetchQuery(trpc.members.duplicates.queryOptions({ phone, name, birthday })));
      }
    },
    refusalFields: {
      'phone-invalid': 'phone',
      'card-in-use': 'cardNumber',
      'nothing-given': 'phone',
      'referrer-unknown': 'referrer',
    },
  });
  useScanner((code) => form.set({ cardNumber: code }));
  const { agreed, birthday } = form.values;
  const backToForm = () => {
    flushSync(() => setDuplicates(null));
    form.element.current?.querySelector('input')?.focus();
  };
  const agree = (purpose: (typeof ASKED_PURPOSES)[number], given: boolean) =>
    form.set({ agreed: given ? [...agreed, purpose] : agreed.filter((other) => other !== purpose) });

  return (
    <>
      <div hidden={duplicates !== null}>
        <Form form={form} label={t('enrol.title')} onLeave={onLeave}>
          <div className={classes.fields}>
            <div className={classes.pair}>
              <TextInput
                label={t('enrol.phone')}
                description={own.length === 0 && t('enrol.phoneHelp')}
                type="tel"
                autoComplete="off"
                maxLength={24}
                data-autofocus
                {...form.field('phone')}
              />
              <TextInput label={t('enrol.name')} autoComplete="off" maxLength={60} {...form.field('name')} />
            </div>
            <BirthdayField
              value={birthday}
              error={form.field('birthday').error}
              onChange={(next) => form.set({ birthday: next })}
            />
            <div className={classes.pair}>
              <TextInput
                label={t('enrol.card')}
                description={t('enrol.cardHelp')}
                autoComplete="off"
                maxLength={32}
                {...form.field('cardNumber')}
              />
              <ReferrerField field={form.field('referrer')} />
            </div>
            {own.length > 0 && (
              <div className={classes.pair}>
                {own.map((field) => (
                  <CustomFieldInput
                    key={field.fieldId}
                    field={field}
                    required
                    {...form.field(customName(field.fieldId))}
                  />
                ))}
              </div>
            )}
            <fieldset className={classes.consents}>
              <legend>{t('enrol.consents')}</legend>
              <p className={classes.notice}>{t('enrol.notice', { version: NOTICE_VERSION })}</p>
              {ASKED_PURPOSES.map((purpose) => (
                <Checkbox
                  key={purpose}
                  className={classes.consent}
                  label={t(`enrol.purpose.${purpose}`)}
                  checked={agreed.includes(purpose)}
                  onChange={(event) => agree(purpose, event.currentTarget.checked)}
                />
              ))}
            </fieldset>
            <FormActions form={form} save={t('enrol.save')} />
          </div>
        </Form>
      </div>
      {duplicates && (
        <DuplicateChoice
          duplicates={duplicates}
          onUse={(card) => onEnrolled(card, false)}
          onEnrolAnyway={() => save(form.values, true)}
          onBack={backToForm}
        />
      )}
    </>
  );
}
