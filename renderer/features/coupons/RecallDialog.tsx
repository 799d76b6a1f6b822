import { Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { offerUndo } from '../../ui/undo.tsx';

interface RecallDialogProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes unused coupons back, with a reason; it can be undone. */
export function RecallDialog({ codes, onDone, onClose }: RecallDialogProps) {
  const { t } = useTranslation();
  const title = t('coupons.recall.title', { count: codes.length });
  return (
    <Dialog opened onClose={onClose} title={title} escCloses={false}>
      <RecallForm codes={codes} onDone={onDone} onClose={onClose} />
    </Dialog>
  );
}

function RecallForm({ codes, onDone, onClose }: RecallDialogProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const [recallId] = useState(() => newId<'coupon-recall'>());
  const recall = useMutation(trpc.coupons.recall.mutationOptions());
  const undo = useMutation(trpc.coupons.undoRecall.mutationOptions());
  const bringBack = async () => {
    try {
      await undo.mutateAsync({ recallId, undoId: newId<'coupon-recall'>() });
      notifications.show({ message: t('coupons.recall.undone') });
    } catch (error) {
      notifications.show({ color: 'red', message: errorWords(error).text });
    }
  };
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() === '' ? { reason: t('coupons.recall.reasonMissing') } : {}),
    save: async ({ reason }) => {
      await recall.mutateAsync({ recallId, codes: [...codes], reason });
      onClose();
      onDone();
      offerUndo({
        text: t('coupons.recall.done', { count: codes.length }),
        label: t('actions.undo'),
        onUndo: () => void bringBack(),
      });
    },
  });
  return (
    <Form form={form} label={t('coupons.recall.action')} onLeave={onClose}>
      <Text mb="md">{t('coupons.recall.body')}</Text>
      <TextInput
        label={t('coupons.recall.reason')}
        maxLength={120}
        autoComplete="off"
        data-autofocus
        {...form.field('reason')}
      />
      <FormActions form={form} save={t('coupons.recall.confirm')} />
    </Form>
  );
}
