import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { newId } from '../../../lib/new-id.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { CopyText } from '../../../ui/CopyText.tsx';
import { CloseKey, Dialog } from '../../../ui/Dialog.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';

interface MadeKey {
  readonly name: string;
  readonly key: string;
}

/** Names a key, makes it, and shows it once: here and nowhere else, until the dialog closes. */
export function ApiKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<MadeKey | null>(null);
  const copied = useRef(false);
  const [asking, setAsking] = useState(false);
  const leave = () => (made && !copied.current ? setAsking(true) : onClose());
  return (
    <Dialog
      opened
      onClose={leave}
      title={made ? t('posApi.keys.shownTitle', { name: made.name }) : t('posApi.keys.add')}
      size={560}
      escCloses={false}
    >
      {made ? (
        <Stack gap="md">
          <CloseKey onClose={leave} />
          <Text>{t('posApi.keys.shownBody')}</Text>
          <CopyText
            large
            text={made.key}
            label={t('posApi.keys.copy')}
            onCopied={() => {
              copied.current = true;
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {t('posApi.keys.done')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <ApiKeyForm onMade={setMade} onClose={onClose} />
      )}
      <ConfirmDialog
        opened={asking}
        title={t('posApi.keys.leaveTitle')}
        body={t('posApi.keys.leaveBody')}
        confirm={t('posApi.keys.leave')}
        cancel={t('posApi.keys.stay')}
        danger
        onConfirm={onClose}
        onCancel={() => setAsking(false)}
      />
    </Dialog>
  );
}

interface ApiKeyFormProps {
  readonly onMade: (made: MadeKey) => void;
  readonly onClose: () => void;
}

/** The id is made once, so that a repeated click makes one key. */
function ApiKeyForm({ onMade, onClose }: ApiKeyFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [keyId] = useState(() => newId<'api-key'>());
  // No trace of the secret stays behind among the answers.
  const create = useMutation(trpc.apiKeys.create.mutationOptions({ gcTime: 0 }));
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => ({ name: name.trim() === '' ? t('form.required') : undefined }),
    save: async (draft) => {
      const name = draft.name.trim();
      const { key } = await create.mutateAsync({ keyId, name });
      onMade({ name, key });
    },
  });
  return (
    <Form form={form} label={t('posApi.keys.add')} onLeave={onClose}>
      <TextInput
        label={t('posApi.keys.name')}
        description={t('posApi.keys.nameHelp')}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        {...form.field('name')}
      />
      <FormActions form={form} save={t('posApi.keys.make')} />
    </Form>
  );
}
