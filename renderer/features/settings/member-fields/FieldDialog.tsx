import { Checkbox, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CUSTOM_KINDS, type CustomField, LONGEST_NAME } from '../../../../shared/members/custom-fields.ts';
import { useTRPC } from '../../../lib/api.ts';
import { newId } from '../../../lib/new-id.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import classes from './FieldDialog.module.css';
import { checkField, draftOf, newFieldDraft, optionsOf, optionTyped, twiceAt } from './field-draft.ts';

interface FieldDialogProps {
  /** The field to change, `new` to add one, null while closed. */
  readonly field: CustomField | 'new' | null;
  readonly fields: readonly CustomField[];
  readonly onClose: () => void;
}

export function FieldDialog({ field, fields, onClose }: FieldDialogProps) {
  const { t } = useTranslation();
  // While it closes it shows what it showed.
  const [shown, setShown] = useState(field);
  if (field && field !== shown) setShown(field);
  const known = shown === 'new' ? null : shown;
  const title = known ? t('memberFields.changeFor', { name: known.name }) : t('memberFields.add');
  return (
    <Dialog opened={field !== null} onClose={onClose} title={title} escCloses={false}>
      <FieldForm known={known} fields={fields} label={title} onClose={onClose} />
    </Dialog>
  );
}

interface FieldFormProps extends Pick<FieldDialogProps, 'fields' | 'onClose'> {
  readonly known: CustomField | null;
  readonly label: string;
}

/** The id is made once, so that a repeated click adds one field. */
function FieldForm({ known, fields, label, onClose }: FieldFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [fieldId] = useState(() => known?.fieldId ?? newId<'member-field'>());
  const add = useMutation(trpc.memberFields.add.mutationOptions());
  const change = useMutation(trpc.memberFields.change.mutationOptions());
  const taken = fields.filter((field) => field.fieldId !== fieldId && !field.retired).map(({ name }) => name);
  const form = useForm({
    initial: known ? draftOf(known) : newFieldDraft,
    check: (draft) => checkField(draft, taken, t),
    save: async (draft) => {
      const name = draft.name.trim();
      const terms = { fieldId, name, required: draft.required, options: optionsOf(draft) };
      if (known) await change.mutateAsync(terms);
      else await add.mutateAsync({ ...terms, kind: draft.kind });
      notifications.show({ message: t(known ? 'memberFields.changed' : 'memberFields.added', { name }) });
      onClose();
    },
    refusalFields: { 'field-name-taken': 'name', 'option-twice': 'options', 'field-needs-options': 'options' },
  });
  const { kind, required, options } = form.values;
  const optionsError = form.field('options').error;
  const wrongAt = Math.max(0, twiceAt(options));
  return (
    <Form form={form} label={label} onLeave={onClose}>
      <TextInput
        label={t('memberFields.name')}
        description={t('memberFields.nameHelp')}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        data-autofocus
        {...form.field('name')}
      />
      {!known && (
        <Select
          label={t('memberFields.kind')}
          description={t('memberFields.kindHelp')}
          data={CUSTOM_KINDS.map((each) => ({ value: each, label: t(`memberFields.kinds.${each}`) }))}
          allowDeselect={false}
          {...form.field('kind')}
        />
      )}
      {kind === 'choice' && (
        <fieldset className={classes.options}>
          <legend>{t('memberFields.options')}</legend>
          <p>{t('memberFields.optionsHelp')}</p>
          {options.map((option, at) => (
            <TextInput
              key={at}
              aria-label={t('memberFields.option', { number: at + 1 })}
              maxLength={LONGEST_NAME}
              autoComplete="off"
              value={option.name}
              error={at === wrongAt ? optionsError : undefined}
              onChange={(event) => form.set({ options: optionTyped(options, at, event.currentTarget.value) })}
            />
          ))}
        </fieldset>
      )}
      <Checkbox
        label={t('memberFields.required')}
        description={t('memberFields.requiredHelp')}
        checked={required}
        onChange={(event) => form.set({ required: event.currentTarget.checked })}
      />
      <FormActions form={form} save={known ? undefined : t('memberFields.add')} />
    </Form>
  );
}
