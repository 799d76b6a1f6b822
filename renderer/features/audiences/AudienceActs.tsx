import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudienceView } from '../../../shared/contract/audiences.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { offerUndo } from '../../ui/undo.tsx';

/** The longest name that an audience may have. */
const NAME_LENGTH = 60;

/** What can be done with an audience beside writing it: a segment is copied, what nothing uses is removed. */
export function AudienceActs({ audience }: { readonly audience: AudienceView }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const [opened, setOpened] = useState(false);
  const save = useMutation(trpc.audiences.save.mutationOptions());
  const remove = useMutation(trpc.audiences.remove.mutationOptions());
  const restore = useMutation(trpc.audiences.restore.mutationOptions());
  const { audienceId, name, terms, note, isOwn } = audience;
  const failed = (error: unknown) => notifications.show({ color: 'red', message: errorWords(error).text });
  useShortcuts(t('audiences.form.label'), [
    { keys: 'Alt+M', label: t('audiences.form.more'), run: () => setOpened(true) },
  ]);

  const makeCopy = async () => {
    const copy = { audienceId: newId<'audience'>(), name: t('audiences.copyName', { name }).slice(0, NAME_LENGTH) };
    await save.mutateAsync({ ...copy, basedOn: 0, terms, note });
    await navigate({ to: '/audiences/$audienceId', params: { audienceId: copy.audienceId } });
    notifications.show({ message: t('audiences.copied', { name: copy.name }) });
  };
  const throwAway = async () => {
    await remove.mutateAsync({ audienceId });
    await navigate({ to: '/audiences' });
    offerUndo({
      text: t('audiences.removed', { name }),
      label: t('actions.undo'),
      onUndo: () => void restore.mutateAsync({ audienceId }).catch(failed),
    });
  };
  const mayCopy = terms.kind === 'segment';
  if (!mayCopy && !isOwn) return null;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDots size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="Alt+M"
        >
          {t('audiences.form.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayCopy && <Menu.Item onClick={() => void makeCopy().catch(failed)}>{t('audiences.copy')}</Menu.Item>}
        {isOwn && <Menu.Item onClick={() => void throwAway().catch(failed)}>{t('audiences.remove')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
