import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { CloseShift } from './CloseShift.tsx';
import { OpenShift } from './OpenShift.tsx';
import { type ClosedShift, ShiftClosed } from './ShiftClosed.tsx';

/** The till's shift: opened here where none is, else looked at and closed. */
export function ShiftDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [closed, setClosed] = useState<ClosedShift | null>(null);
  const current = useQuery(trpc.shifts.current.queryOptions());
  // What is refreshed in the background takes nobody's form away: the dialog keeps to what it opened with.
  const [began, setBegan] = useState<'open' | 'close' | null>(null);
  if (began === null && current.data !== undefined) setBegan(current.data ? 'close' : 'open');

  if (closed)
    return (
      <Dialog opened onClose={onClose} title={t('shifts.close.done')} size={520}>
        <ShiftClosed closed={closed} onClose={onClose} />
      </Dialog>
    );
  if (began === 'open')
    return (
      <Dialog opened onClose={onClose} title={t('shifts.open.title')} escCloses={false}>
        <OpenShift onClose={onClose} />
      </Dialog>
    );
  return (
    <Dialog opened onClose={onClose} title={t('shifts.close.title')} size={920} escCloses={!current.data}>
      {current.error && <ErrorState error={current.error} onRetry={() => void current.refetch()} />}
      {current.isPending && <LoadingState lines={8} />}
      {current.data && <CloseShift {...current.data} onClosed={setClosed} onClose={onClose} />}
    </Dialog>
  );
}
