import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { readDecimal } from '../../lib/decimal-text.ts';
import { minorDigits } from '../../lib/format.ts';
import { newId } from '../../lib/new-id.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { CashField } from './CashField.tsx';
import { type CashCount, nothingCounted } from './cash-count.ts';

/** Opens a shift with the float that was counted; nothing typed is an empty drawer. */
export function OpenShift({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const digits = minorDigits(useStoreFacts().currency);
  const [shiftId] = useState(() => newId<'shift'>());
  const open = useMutation(trpc.shifts.open.mutationOptions());
  const floatOf = ({ sum }: CashCount) => (sum.trim() === '' ? 0 : readDecimal(sum, digits));
  const form = useForm<{ readonly float: CashCount }>({
    initial: { float: nothingCounted },
    check: ({ float }) => ({ float: floatOf(float) === null ? t('shifts.count.bad') : undefined }),
    save: async ({ float }) => {
      const shift = await open.mutateAsync({ shiftId, floatMinor: floatOf(float) ?? 0 });
      notifications.show({ message: t('shifts.open.done', { amount: format.money(shift.floatMinor) }) });
      onClose();
    },
  });
  return (
    <Form form={form} label={t('shifts.open.title')} onLeave={onClose}>
      <Text c="dimmed">{t('shifts.open.body')}</Text>
      <CashField
        label={t('shifts.open.float')}
        help={t('shifts.open.floatHelp')}
        error={form.field('float').error}
        count={form.values.float}
        onCount={(float) => form.set({ float })}
      />
      <FormActions form={form} save={t('shifts.open.submit')} />
    </Form>
  );
}
