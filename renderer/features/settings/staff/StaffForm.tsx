import { Select, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../../shared/contract/staff.contract.ts';
import { PIN_PATTERN } from '../../../../shared/staff/pin.ts';
import { STORE_ROLES } from '../../../../shared/staff/rights.ts';
import { useTRPC } from '../../../lib/api.ts';
import { newId } from '../../../lib/new-id.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { PinField } from './PinField.tsx';

interface StaffFormProps {
  /** Null for a new colleague. */
  readonly person: StaffRow | null;
  readonly onClose: () => void;
}

interface StaffDraft {
  readonly name: string;
  readonly role: (typeof STORE_ROLES)[number];
  readonly active: boolean;
  readonly pin: string;
}

/** One colleague. The id of a new one is made once, so that a repeated click adds once. */
export function StaffForm({ person, onClose }: StaffFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [staffId] = useState(() => person?.staffId ?? newId<'staff'>());
  const save = useMutation(trpc.staff.save.mutationOptions());
  const role = STORE_ROLES.find((each) => each === person?.role) ?? 'clerk';
  const form = useForm<StaffDraft>({
    initial: { name: person?.name ?? '', role, active: person?.active ?? true, pin: '' },
    check: ({ name, pin }) => ({
      name: name.trim() === '' ? t('form.required') : undefined,
      pin: person || PIN_PATTERN.test(pin) ? undefined : t('colleagues.pinBad'),
    }),
    save: async ({ pin, ...draft }) => {
      const { name } = await save.mutateAsync({
        staffId,
        ...draft,
        name: draft.name.trim(),
        ...(person ? {} : { pin }),
      });
      notifications.show({ message: t(person ? 'colleagues.saved' : 'colleagues.added', { name }) });
      onClose();
    },
    refusalFields: { 'pin-too-simple': 'pin', 'pin-needed': 'pin', 'last-manager': person?.active ? 'active' : 'role' },
  });
  const title = person ? t('colleagues.edit', { name: person.name }) : t('colleagues.add');
  return (
    <Form form={form} label={title} onLeave={onClose}>
      <TextInput
        label={t('colleagues.name')}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        {...form.field('name')}
      />
      <Select
        label={t('colleagues.role')}
        description={t('colleagues.roleHelp')}
        data={STORE_ROLES.map((value) => ({ value, label: t(`staff.role.${value}`) }))}
        allowDeselect={false}
        {...form.field('role')}
      />
      {person ? (
        <Switch
          label={t('colleagues.worksHere')}
          description={t('colleagues.worksHereHelp')}
          checked={form.values.active}
          error={form.field('active').error}
          onChange={(event) => form.set({ active: event.currentTarget.checked })}
        />
      ) : (
        <PinField {...form.field('pin')} />
      )}
      <FormActions form={form} />
    </Form>
  );
}
