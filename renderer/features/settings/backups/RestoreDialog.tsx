import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../../shared/contract/backups.contract.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { Restored } from './Restored.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import { useRestoreDoor } from './restore-door.ts';

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

/** What would be lost or brought back, the confirmation that names it, and what came of it. */
export function RestoreDialog({ backup, onClose, onRestored }: RestoreDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const door = useRestoreDoor();
  // Not under the API's own key: it is asked once, and not again with every step of a backup that is running.
  const risk = useQuery({
    queryKey: [['facts-at-risk'], backup.place, backup.name],
    queryFn: () => door.atRisk(backup),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [asked, setAsked] = useState(false);
  const restore = useMutation({
    mutationFn: (bringBack: boolean) => door.restore(backup, { bringBack, facts: risk.data?.facts.facts ?? 0 }),
  });
  const when = format.dateTime(backup.atMs);
  const leave = () => {
    if (restore.data) onRestored();
    else if (!restore.isPending) onClose();
  };
  return (
    <Dialog
      opened
      onClose={leave}
      title={restore.data ? t('backups.restored.title') : t('backups.restore.title', { when })}
      size="lg"
    >
      {restore.data && <Restored report={restore.data} onDone={onRestored} />}
      {!restore.data && risk.error && <ErrorState error={risk.error} onRetry={() => void risk.refetch()} />}
      {!restore.data && risk.isPending && (
        <>
          <p>{t('backups.restore.looking')}</p>
          <LoadingState lines={3} />
        </>
      )}
      {!restore.data && risk.data && (
        <RestoreForm
          risk={risk.data}
          busy={restore.isPending}
          error={asked ? restore.error : null}
          onCancel={onClose}
          onRestore={(bringBack) => {
            setAsked(true);
            restore.mutate(bringBack);
          }}
        />
      )}
    </Dialog>
  );
}
