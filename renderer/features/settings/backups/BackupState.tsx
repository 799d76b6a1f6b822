import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../../../shared/contract/backups.contract.ts';
import { useTRPC } from '../../../lib/api.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { DefinitionList } from '../../../ui/facts/DefinitionList.tsx';
import { RelativeTime } from '../../../ui/facts/RelativeTime.tsx';
import { SettingsSection } from '../SettingsSection.tsx';
import classes from './Backups.module.css';
import { RestoredFacts } from './RestoredFacts.tsx';
import { Running } from './Running.tsx';

/** The last backup and check, what is being done, what failed, and what came of the last restore. */
export function BackupState({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const errorWords = useErrorWords();
  const stop = useMutation(trpc.backups.stop.mutationOptions());
  const openFolder = useMutation(
    trpc.backups.openFolder.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  const { running, failure, secondFailure, check, restored } = status;
  const failed = [
    ...(failure ? [{ key: 'backups.failed', ...failure } as const] : []),
    ...(secondFailure ? [{ key: 'backups.secondFailed', ...secondFailure } as const] : []),
  ];
  return (
    <>
      <section className={classes.state} aria-label={t('backups.title')}>
        <p className={classes.body}>{t('backups.body')}</p>
        {running && (
          <div className={classes.running}>
            <Running run={running} />
            {(running.what === 'backup' || running.what === 'second') && (
              <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
                {t('backups.stop')}
              </Button>
            )}
          </div>
        )}
        {failed.map(({ key, atMs, why }) => (
          <p key={key} role="status" className={classes.failed}>
            {t(key, { when: format.dateTime(atMs), why: t(`backups.why.${why}`) })}
          </p>
        ))}
        <DefinitionList
          facts={[
            {
              label: t('backups.last'),
              value:
                status.lastGoodAtMs === null ? (
                  t('backups.never')
                ) : (
                  <>
                    <RelativeTime atMs={status.lastGoodAtMs} />
                    <span className={classes.aside}>
                      {t(status.hasChanged ? 'backups.changed' : 'backups.unchanged')}
                    </span>
                  </>
                ),
            },
            {
              label: t('backups.check'),
              value:
                check === null
                  ? t('backups.notChecked')
                  : t(check.sound ? 'backups.sound' : 'backups.damaged', { when: format.dateTime(check.atMs) }),
            },
            {
              label: t('backups.folder'),
              value: (
                <span className={classes.folder}>
                  <code>{status.folder}</code>
                  {status.canShowFolders && (
                    <Button size="compact-sm" variant="subtle" onClick={() => openFolder.mutate()}>
                      {t('backups.openFolder')}
                    </Button>
                  )}
                </span>
              ),
            },
            {
              label: t('backups.free'),
              value: status.freeBytes === null ? t('backups.unknown') : format.bytes(status.freeBytes),
            },
          ]}
        />
      </section>
      {restored && (
        <SettingsSection
          title={t('backups.restored.last')}
          aside={<span className={classes.aside}>{format.dateTime(restored.atMs)}</span>}
        >
          <div className={classes.restored}>
            <RestoredFacts report={restored} />
          </div>
        </SettingsSection>
      )}
    </>
  );
}
