import { Button, Group, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf, useTRPC } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { BackupList } from './BackupList.tsx';
import classes from './Recovery.module.css';
import { RestoreDialog } from './RestoreDialog.tsx';
import { RestoreDoorContext, useDoorOfRecovery } from './restore-door.ts';

/** Before any store is open: the newest good backup, all others, and a folder to look into. */
export function Recovery() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormat();
  const errorWords = useErrorWords();
  const [folder, setFolder] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [restoring, setRestoring] = useState(false);
  const door = useDoorOfRecovery(folder);
  const list = useQuery(trpc.recovery.list.queryOptions({ folder }));
  const best = list.data?.find(({ state, kind }) => kind === 'store' && state === 'good');
  const refused = refusalOf(list.error);
  const onRestored = () => void queries.resetQueries();
  return (
    <RestoreDoorContext value={door}>
      <section className={classes.recovery} aria-label={t('backups.recovery.title')}>
        <h2 className={classes.title}>{t('backups.recovery.title')}</h2>
        {list.isPending && <LoadingState lines={2} />}
        {list.error && !refused && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {best && (
          <div className={classes.best}>
            <span>{t('backups.recovery.bestOf', { when: format.dateTime(best.atMs) })}</span>
            <Button onClick={() => setRestoring(true)}>{t('backups.list.restore')}</Button>
          </div>
        )}
        {list.data?.length === 0 && <p className={classes.none}>{t('backups.recovery.none')}</p>}
        {list.data && list.data.length > 1 && (
          <details className={classes.all}>
            <summary>{t('backups.recovery.all', { count: list.data.length })}</summary>
            <BackupList backups={list.data} onRestored={onRestored} />
          </details>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setFolder(typed.trim() || null);
          }}
        >
          <Group align="flex-start" gap="sm" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('backups.recovery.look')}
              description={t('backups.recovery.lookHelp')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={refused && errorWords(list.error).text}
              autoComplete="off"
              spellCheck={false}
              maxLength={1000}
            />
            <Button type="submit" variant="default" mt={24}>
              {t('backups.recovery.lookAct')}
            </Button>
          </Group>
        </form>
      </section>
      {restoring && best && <RestoreDialog backup={best} onClose={() => setRestoring(false)} onRestored={onRestored} />}
    </RestoreDoorContext>
  );
}
