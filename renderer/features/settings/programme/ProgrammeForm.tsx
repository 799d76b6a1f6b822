import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatedRow } from '../../../../shared/contract/programme.contract.ts';
import type { Programme } from '../../../../shared/points/programme.ts';
import { useTRPC } from '../../../lib/api.ts';
import { minorDigits } from '../../../lib/format.ts';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { EarnFields } from './EarnFields.tsx';
import { ExpiryFields } from './ExpiryFields.tsx';
import { ProgrammeExample } from './ProgrammeExample.tsx';
import classes from './ProgrammeForm.module.css';
import { checkProgramme, draftOf, termsOf } from './programme-draft.ts';
import { RateFields } from './RateFields.tsx';
import { RedeemFields } from './RedeemFields.tsx';

interface ProgrammeFormProps {
  readonly programme: Programme;
  readonly rated: readonly RatedRow[];
  readonly onClose: () => void;
}

/** The programme's terms, with what they come to for one basket, reckoned with every change. */
export function ProgrammeForm({ programme, rated, onClose }: ProgrammeFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const places = minorDigits(useStoreFacts().currency);
  // The version that the form began with, whatever is put in force meanwhile.
  const [before] = useState(programme);
  const save = useMutation(trpc.programme.save.mutationOptions());
  const problemsOf = (draft: ReturnType<typeof draftOf>) => checkProgramme(draft, places, t, format);
  const form = useForm({
    initial: draftOf(before, rated, places),
    check: problemsOf,
    save: async (draft) => {
      const { version } = await save.mutateAsync({
        basedOn: before.version,
        tiers: before.tiers,
        ...termsOf(draft, places),
      });
      notifications.show({ message: t('programme.saved', { version }) });
      onClose();
    },
  });
  const isWhole = Object.values(problemsOf(form.values)).every((problem) => problem === undefined);
  return (
    <Form form={form} label={t('programme.editTitle')} onLeave={onClose}>
      <EarnFields form={form} />
      <RateFields form={form} />
      <div className={classes.sides}>
        <RedeemFields form={form} />
        <ExpiryFields form={form} />
      </div>
      <ProgrammeExample terms={isWhole ? termsOf(form.values, places) : null} />
      <Text c="var(--ink-soft)" fz={13}>
        {t('programme.note')}
      </Text>
      <FormActions form={form} save={t('programme.save')} />
    </Form>
  );
}
