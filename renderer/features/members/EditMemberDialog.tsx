import { Checkbox, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { GENDERS, SOURCES } from '../../../shared/members/profile.ts';
import { customName } from '../../../shared/members/profile-values.ts';
import { useTRPC } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { BirthdayField } from '../../ui/members/BirthdayField.tsx';
import { CustomFieldInput } from '../../ui/members/CustomFieldInput.tsx';
import classes from './EditMember.module.css';
import { changedFields, checkEditDraft, draftOf } from './edit-draft.ts';

interface EditMemberProps {
  readonly profile: MemberProfile;
  readonly onClose: () => void;
}

/** Changes what is on file about a member. */
export function EditMemberDialog({ opened, ...props }: EditMemberProps & { readonly opened: boolean }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={props.onClose} title={t('members.edit.title')} size={600} escCloses={false}>
      <EditMemberForm {...props} />
    </Dialog>
  );
}

/** The form itself, new with each opening. Only what was changed is sent. */
function EditMemberForm({ profile, onClose }: EditMemberProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const edit = useMutation(trpc.members.edit.mutationOptions());
  const before = draftOf(profile);
  const own = useCustomFields().filter(({ retired }) => !retired);
  const { memberId, phoneMasked } = profile.card;
  const form = useForm({
    initial: before,
    check: (draft) => checkEditDraft(draft, own, t),
    save: async (draft) => {
      const fields = changedFields(before, draft);
      if (Object.keys(fields).length > 0) {
        await edit.mutateAsync({ memberId, fields });
        notifications.show({ message: t('members.edit.saved', { name: draft.name.trim() || t('members.noName') }) });
      }
      onClose();
    },
    refusalFields: { 'phone-invalid': 'newPhone' },
  });
  const { removePhone } = form.values;
  const phone = form.field('newPhone');
  const birthday = form.field('birthday');
  return (
    <Form form={form} label={t('members.edit.title')} onLeave={onClose}>
      <div className={classes.pair}>
        <TextInput label={t('members.name')} maxLength={60} autoComplete="off" data-autofocus {...form.field('name')} />
        <Select
          label={t('members.overview.gender')}
          data={[
            { value: '', label: t('facts.unknown') },
            ...GENDERS.map((gender) => ({ value: gender, label: t(`members.gender.${gender}`) })),
          ]}
          {...form.field('gender')}
        />
      </div>
      <div className={classes.phone}>
        <TextInput
          label={t('members.phone')}
          description={phoneMasked ? t('members.edit.keepPhone', { phone: phoneMasked }) : t('members.edit.phoneHelp')}
          placeholder={phoneMasked ?? ''}
          inputMode="tel"
          autoComplete="off"
          maxLength={24}
          disabled={removePhone}
          {...phone}
        />
        {phoneMasked && (
          <Checkbox
            className={classes.remove ?? ''}
            label={t('members.edit.removePhone')}
            checked={removePhone}
            onChange={(event) => form.set({ removePhone: event.currentTarget.checked })}
          />
        )}
      </div>
      <div className={classes.birthday}>
        <BirthdayField
          value={birthday.value}
          error={birthday.error}
          onChange={(next) => form.set({ birthday: next })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={t('members.overview.email')}
          type="email"
          maxLength={120}
          autoComplete="off"
          {...form.field('email')}
        />
        <TextInput
          label={t('members.overview.address')}
          maxLength={200}
          autoComplete="off"
          {...form.field('address')}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={t('members.overview.wechatId')}
          maxLength={64}
          autoComplete="off"
          {...form.field('wechatId')}
        />
        <Select
          label={t('members.overview.source')}
          data={SOURCES.map((source) => ({ value: source, label: t(`members.source.${source}`) }))}
          allowDeselect={false}
          {...form.field('source')}
        />
      </div>
      {own.length > 0 && (
        <div className={classes.pair}>
          {own.map((field) => (
            <CustomFieldInput key={field.fieldId} field={field} {...form.field(customName(field.fieldId))} />
          ))}
        </div>
      )}
      <TextInput
        label={t('members.overview.note')}
        description={t('members.edit.noteHelp')}
        maxLength={500}
        autoComplete="off"
        {...form.field('note')}
      />
      <FormActions form={form} />
    </Form>
  );
}
