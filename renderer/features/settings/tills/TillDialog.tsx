import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TillRow, tillCode } from '../../../../shared/contract/tills.contract.ts';
import { receiptNumber } from '../../../../shared/purchases/receipt-number.ts';
import { useTRPC } from '../../../lib/api.ts';
import { newId } from '../../../lib/new-id.ts';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { freeCode } from './free-code.ts';

interface TillDialogProps {
  /** The till to rename, `new` to add one, null while closed. */
  readonly till: TillRow | 'new' | null;
  /** The codes of the store's tills. */
  readonly known: readonly string[];
  readonly onClose: () => void;
}

export function TillDialog({ till, known, onClose }: TillDialogProps) {
  const { t } = useTranslation();
  // While it closes it shows what it showed.
  const [shown, setShown] = useState(till);
  if (till && till !== shown) setShown(till);
  const renamed = shown === 'new' ? null : shown;
  return (
    <Dialog
      opened={till !== null}
      onClose={onClose}
      title={renamed ? t('tills.renameFor', { code: renamed.code }) : t('tills.add')}
      escCloses={false}
    >
      {renamed ? <RenameForm till={renamed} onClose={onClose} /> : <AddForm known={known} onClose={onClose} />}
    </Dialog>
  );
}

/** The id is made once, so that a repeated click adds one till. */
function AddForm({ known, onClose }: Pick<TillDialogProps, 'known' | 'onClose'>) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { storeCode } = useStoreFacts();
  const [tillId] = useState(() => newId<'till'>());
  const [offered] = useState(() => freeCode(known));
  const add = useMutation(trpc.tills.add.mutationOptions());
  const form = useForm({
    initial: { code: offered, name: '' },
    check: ({ code }) => ({
      code: tillCode.safeParse(code.trim().toUpperCase()).success ? undefined : t('tills.codeBad'),
    }),
    save: async (draft) => {
      const code = draft.code.trim().toUpperCase();
      await add.mutateAsync({ tillId, code, name: draft.name.trim() });
      notifications.show({ message: t('tills.added', { code }) });
      onClose();
    },
    refusalFields: { 'till-code-in-use': 'code' },
  });
  return (
    <Form form={form} label={t('tills.add')} onLeave={onClose}>
      <TextInput
        label={t('tills.code')}
        description={t('tills.codeHelp', { example: receiptNumber(storeCode, offered, 1) })}
        maxLength={4}
        autoComplete="off"
        data-autofocus
        {...form.field('code')}
      />
      <TextInput
        label={t('tills.name')}
        description={t('tills.nameHelp')}
        maxLength={40}
        autoComplete="off"
        {...form.field('name')}
      />
      <FormActions form={form} save={t('tills.add')} />
    </Form>
  );
}

function RenameForm({ till, onClose }: { readonly till: TillRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { tillId, code } = till;
  const rename = useMutation(trpc.tills.rename.mutationOptions());
  const form = useForm({
    initial: { name: till.name },
    check: ({ name }) => ({ name: name.trim() === '' ? t('form.required') : undefined }),
    save: async (draft) => {
      const name = draft.name.trim();
      await rename.mutateAsync({ tillId, name });
      notifications.show({ message: t('tills.renamed', { code, name }) });
      onClose();
    },
  });
  return (
    <Form form={form} label={t('tills.renameFor', { code })} onLeave={onClose}>
      <TextInput label={t('tills.name')} maxLength={40} autoComplete="off" data-autofocus {...form.field('name')} />
      <FormActions form={form} />
    </Form>
  );
}
