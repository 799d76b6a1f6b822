import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { headerSignature } from '../../../shared/imports/guess-mapping.ts';
import type { Reading } from '../../../shared/imports/reading.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { refusalWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { ColumnsForm } from './ColumnsForm.tsx';
import { ImportFrame } from './ImportFrame.tsx';
import { useImportAct } from './use-import-act.ts';

interface PreparedImportProps {
  readonly view: ImportView;
  readonly onLeave: () => void;
}

/** A file that is here: how it is read, what its columns are, and then the check. */
export function PreparedImport({ view, onLeave }: PreparedImportProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const format = useFormat();
  const { importId } = view;
  const [reading, setReading] = useState<Reading | null>(null);
  // Asked once for each way of reading: a file that was sent does not change.
  const look = useQuery({
    queryKey: [['import-look'], { importId, reading }],
    queryFn: () => client.imports.look.mutate({ importId, reading }),
    enabled: view.phase === 'ready',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const discard = useImportAct(importId, trpc.imports.cancel.mutationOptions(), onLeave);
  const refusal = view.refusal && refusalWords({ reason: view.refusal, details: {} }, t, format);

  return (
    <ImportFrame
      view={view}
      onLeave={onLeave}
      error={discard.error ?? refusal}
      actions={
        <Button variant="default" loading={discard.isRunning} onClick={discard.run}>
          {t('imports.discard')}
        </Button>
      }
    >
      {look.data ? (
        <ColumnsForm
          // Other headers are another form; the same ones keep what was chosen.
          key={headerSignature(view.target, look.data.headers)}
          view={view}
          look={look.data}
          onReading={setReading}
        />
      ) : look.error ? (
        <ErrorState error={look.error} onRetry={() => void look.refetch()} />
      ) : (
        <LoadingState lines={8} />
      )}
    </ImportFrame>
  );
}
