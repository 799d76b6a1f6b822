import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FaultTable } from './FaultTable.tsx';
import { Figures } from './Figures.tsx';
import classes from './ImportBody.module.css';
import { ImportFrame } from './ImportFrame.tsx';
import { KeptTable } from './KeptTable.tsx';
import { useImportAct } from './use-import-act.ts';

interface WrittenImportProps {
  readonly view: ImportView;
  readonly onLeave: () => void;
}

/** What an import wrote, and the way back. */
export function WrittenImport({ view, onLeave }: WrittenImportProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const undo = useImportAct(view.importId, trpc.imports.undo.mutationOptions(), () => setIsAsking(false));
  const { phase, fileName, startedAtMs, startedBy, undoneAtMs, undoneBy, added, updated, kept } = view;
  const count = added + updated;
  const isUndone = phase === 'undone';
  const page = view.target === 'products' ? 'products' : 'members';
  const words =
    phase === 'stopped'
      ? t('imports.result.stopped')
      : isUndone
        ? t('imports.result.undone', { when: format.dateTime(undoneAtMs ?? 0), who: undoneBy ?? '–' })
        : t('imports.result.applied', { when: format.dateTime(startedAtMs), who: startedBy ?? '–' });
  const hasTable = isUndone ? kept > 0 : view.hasFaults;

  return (
    <ImportFrame
      view={view}
      onLeave={onLeave}
      fill={hasTable}
      error={undo.error}
      actions={
        !isUndone && (
          <>
            {count > 0 && (
              <Button variant="default" onClick={() => setIsAsking(true)}>
                {t('imports.result.undo')}
              </Button>
            )}
            <Button component={Link} to={`/${page}`}>
              {t(`imports.result.show.${page}`)}
            </Button>
          </>
        )
      }
    >
      <div className={classes.body} data-fill={hasTable || undefined}>
        <Figures view={view} />
        <p className={classes.note}>
          {words} {isUndone && kept === 0 && t('imports.result.undoneWhole')}
        </p>
        {isUndone ? kept > 0 && <KeptTable view={view} /> : view.hasFaults && <FaultTable view={view} />}
      </div>
      <ConfirmDialog
        opened={isAsking}
        title={t('imports.result.undoTitle', { name: fileName })}
        body={t('imports.result.undoBody', { count })}
        confirm={t('imports.result.undo')}
        busy={undo.isRunning}
        onConfirm={undo.run}
        onCancel={() => setIsAsking(false)}
      />
    </ImportFrame>
  );
}
