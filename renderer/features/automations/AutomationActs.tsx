import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEdit } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AutomationView } from '../../../shared/contract/automations.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { offerUndo } from '../../ui/undo.tsx';
import { AutomationDialog } from './AutomationDialog.tsx';

/** Changes an automation, starts or pauses it, removes it. Each of the last three can be undone. */
export function AutomationActs({ automation }: { readonly automation: AutomationView }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const [editing, setEditing] = useState(false);
  const setState = useMutation(trpc.automations.setState.mutationOptions());
  const { automationId, version, state, terms, isOwn } = automation;
  const { name } = terms;
  const failed = (error: unknown) => notifications.show({ color: 'red', message: errorWords(error).text });
  const become = async (next: 'live' | 'paused' | 'removed', basedOn: number) => {
    const changed = await setState.mutateAsync({ automationId, basedOn, state: next });
    await queries.invalidateQueries({ queryKey: trpc.automations.pathKey() });
    return changed.version;
  };
  const move = async (next: 'live' | 'paused' | 'removed') => {
    if (setState.isPending) return;
    try {
      if (next === 'removed') await navigate({ to: '/automations' });
      const after = await become(next, version);
      offerUndo({
        text: t(`automations.act.done.${next}`, { name }),
        label: t('actions.undo'),
        onUndo: () => void become(state, after).catch(failed),
      });
    } catch (error) {
      failed(error);
    }
  };
  const next = state === 'live' ? 'paused' : 'live';
  useShortcuts(t('automations.label'), [
    { keys: 'F2', label: t('automations.editTitle'), run: () => setEditing(true), when: isOwn },
    {
      keys: 'F12',
      label: t(state === 'live' ? 'automations.act.pause' : 'automations.act.start'),
      run: () => void move(next),
      when: isOwn,
    },
    { keys: 'Escape', label: t('actions.back'), run: () => void navigate({ to: '/automations' }), when: !editing },
  ]);
  if (!isOwn) return null;
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => void move('removed')}>
        {t('automations.act.remove')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconEdit size={16} stroke={1.5} aria-hidden />}
        aria-keyshortcuts="F2"
        onClick={() => setEditing(true)}
      >
        {t('actions.edit')}
      </Button>
      <KeyButton
        keys="F12"
        h={36}
        {...(state === 'live' ? { variant: 'default' } : {})}
        loading={setState.isPending}
        onClick={() => void move(next)}
      >
        {t(state === 'live' ? 'automations.act.pause' : 'automations.act.start')}
      </KeyButton>
      {editing && (
        <AutomationDialog
          automation={automation}
          onSaved={(view) => queries.setQueryData(trpc.automations.get.queryKey({ automationId }), view)}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}
