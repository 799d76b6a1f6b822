import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageTemplate } from '../../../shared/contract/messages.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { MessagesFrame } from './MessagesFrame.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { TemplateTable } from './TemplateTable.tsx';

/** What is written once and filled in for each member. F6 begins another. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const may = useMay('message.send');
  const [editing, setEditing] = useState<MessageTemplate | 'new' | null>(null);
  useShortcuts(t('messages.title'), [
    { keys: 'F6', label: t('messages.template.add'), run: () => setEditing('new'), when: may },
  ]);
  const addButton = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
      aria-keyshortcuts="F6"
      onClick={() => setEditing('new')}
    >
      {t('messages.template.add')}
    </Button>
  );
  return (
    <MessagesFrame actions={addButton}>
      <Templates onEdit={setEditing} />
      {editing && <TemplateDialog template={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </MessagesFrame>
  );
}

function Templates({ onEdit }: { readonly onEdit: (template: MessageTemplate | 'new') => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const templates = useQuery(trpc.messages.templates.queryOptions());
  const [retiring, setRetiring] = useState<MessageTemplate | null>(null);
  const retire = useMutation(
    trpc.messages.retireTemplate.mutationOptions({
      onSuccess: () => void notifications.show({ message: t('messages.template.retired') }),
      onError: (error) => void notifications.show({ color: 'red', message: errorWords(error).text }),
      onSettled: () => setRetiring(null),
    }),
  );
  if (templates.error) return <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />;
  if (!templates.data) return <LoadingState lines={6} />;
  return (
    <>
      {templates.data.length === 0 ? (
        <EmptyState
          icon={<IconTemplate size={24} stroke={1.5} aria-hidden />}
          title={t('messages.template.empty')}
          body={t('messages.template.emptyBody')}
        />
      ) : (
        <TemplateTable templates={templates.data} onEdit={onEdit} onRetire={setRetiring} />
      )}
      <ConfirmDialog
        opened={retiring !== null}
        title={t('messages.template.retireTitle', { name: retiring?.name ?? '' })}
        body={t('messages.template.retireBody')}
        confirm={t('messages.template.retire')}
        busy={retire.isPending}
        onConfirm={() => retiring && retire.mutate({ templateId: retiring.templateId })}
        onCancel={() => setRetiring(null)}
      />
    </>
  );
}
