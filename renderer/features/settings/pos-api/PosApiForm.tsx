import { Group, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PosApiStatus } from '../../../../shared/contract/api-keys.contract.ts';
import { useTRPC } from '../../../lib/api.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { type PosApiDraft, portOf, posApiDraft } from './pos-api-draft.ts';

/** Switches the API on or off and names its port. Saved again as it is, it tries a port again that was taken. */
export function PosApiForm({ status }: { readonly status: PosApiStatus }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const configure = useMutation(trpc.apiKeys.configure.mutationOptions());
  const form = useForm<PosApiDraft>({
    initial: posApiDraft(status),
    check: (draft) => ({ port: portOf(draft) === null ? t('posApi.portBad') : undefined }),
    save: async (draft) => {
      const port = status.portIsFixed ? undefined : (portOf(draft) ?? undefined);
      const { enabled, state } = await configure.mutateAsync({
        enabled: draft.enabled,
        openLines: draft.openLines,
        ...(port ? { port } : {}),
      });
      // Where it could not listen, the state above says so.
      if (state.kind === 'listening') notifications.show({ message: t('posApi.savedOn') });
      if (!enabled) notifications.show({ message: t('posApi.savedOff') });
    },
  });
  return (
    <Form form={form} label={t('posApi.title')}>
      <Group align="flex-start" gap="xl" mt="md">
        <Switch
          mt={28}
          label={t('posApi.enabled')}
          description={t('posApi.enabledHelp')}
          checked={form.values.enabled}
          onChange={(event) => form.set({ enabled: event.currentTarget.checked })}
        />
        <TextInput
          w={160}
          label={t('posApi.port')}
          description={status.portIsFixed ? t('posApi.portFixed') : undefined}
          disabled={status.portIsFixed}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          {...form.field('port')}
        />
      </Group>
      <Switch
        label={t('posApi.openLines')}
        description={t('posApi.openLinesHelp')}
        checked={form.values.openLines}
        onChange={(event) => form.set({ openLines: event.currentTarget.checked })}
      />
      <FormActions form={form} save={t('posApi.save')} />
    </Form>
  );
}
