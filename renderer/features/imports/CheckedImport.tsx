import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { FaultTable } from './FaultTable.tsx';
import { Figures } from './Figures.tsx';
import classes from './ImportBody.module.css';
import { ImportFrame } from './ImportFrame.tsx';
import { PreparedImport } from './PreparedImport.tsx';
import { useImportAct } from './use-import-act.ts';

interface CheckedImportProps {
  readonly view: ImportView;
  readonly onLeave: () => void;
}

/** What a check found: how many rows are new, updated, skipped and wrong; nothing is written yet. */
export function CheckedImport({ view, onLeave }: CheckedImportProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [isChanging, setIsChanging] = useState(false);
  const start = useImportAct(view.importId, trpc.imports.start.mutationOptions());
  const discard = useImportAct(view.importId, trpc.imports.cancel.mutationOptions(), onLeave);
  const count = view.added + view.updated;
  const startWords = t(view.target === 'purchases' ? 'imports.summary.importReceipts' : 'imports.summary.import', {
    count,
  });
  useShortcuts(t('imports.title'), [
    { keys: 'Ctrl+Enter', label: startWords, run: start.run, when: count > 0 && !isChanging },
  ]);

  if (isChanging) return <PreparedImport view={{ ...view, phase: 'ready' }} onLeave={onLeave} />;
  return (
    <ImportFrame
      view={view}
      onLeave={onLeave}
      fill={view.leftOut > 0}
      error={start.error ?? discard.error}
      actions={
        <>
          <Button variant="default" loading={discard.isRunning} onClick={discard.run}>
            {t('imports.discard')}
          </Button>
          <Button variant="default" onClick={() => setIsChanging(true)}>
            {t('imports.checkAgain')}
          </Button>
          {count > 0 && (
            <Button loading={start.isRunning} aria-keyshortcuts="Control+Enter" onClick={start.run}>
              {startWords}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.body} data-fill={view.leftOut > 0 || undefined}>
        <Figures view={view} />
        <p className={classes.note}>
          {count === 0 ? t('imports.summary.nothing') : t('imports.summary.nothingWritten')}{' '}
          {view.leftOut === 0 && t('imports.summary.allSound')}
        </p>
        {view.leftOut > 0 && <FaultTable view={view} />}
      </div>
    </ImportFrame>
  );
}
