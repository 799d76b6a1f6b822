import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../../shared/contract/staff.contract.ts';
import { PIN_PATTERN } from '../../../../shared/staff/pin.ts';
import { useTRPC } from '../../../lib/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { PinField } from './PinField.tsx';

interface PinDialogProps {
  /** Whose PIN; null while closed. */
  readonly person: StaffRow | null;
  readonly onClose: () => void;
}

/** Sets another PIN; a lock after wrong ones ends with it. */
export function PinDialog({ person, onClose }: PinDialogProps) {
  const { t } = useTranslation();
  // While it closes it shows what it showed.
  const [shown, setShown] = useState(person);
  if (person && person !== shown) setShown(person);
  return (
    <Dialog
      opened={person !== null}
      onClose={onClose}
      title={t('colleagues.newPinFor', { name: shown?.name ?? '' })}
      escCloses={false}
    >
      {shown && <NewPinForm person={shown} onClose={onClose} />}
    </Dialog>
  );
}

function NewPinForm({ person, onClose }: { readonly person: StaffRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const setPin = useMutation(trpc.staff.setPin.mutationOptions());
  const { staffId, name } = person;
  const form = useForm({
    initial: { pin: '' },
    check: ({ pin }) => ({ pin: PIN_PATTERN.test(pin) ? undefined : t('colleagues.pinBad') }),
    save: async ({ pin }) => {
      await setPin.mutateAsync({ staffId, pin });
      notifications.show({ message: t('colleagues.pinSet', { name }) });
      onClose();
    },
    refusalFields: { 'pin-too-simple': 'pin' },
  });
  return (
    <Form form={form} label={t('colleagues.newPinFor', { name })} onLeave={onClose}>
      <PinField first {...form.field('pin')} />
      <FormActions form={form} />
    </Form>
  );
}
