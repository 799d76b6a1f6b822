import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { waitWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Figures } from './Figures.tsx';
import classes from './ImportBody.module.css';
import { ImportFrame } from './ImportFrame.tsx';
import { useImportAct } from './use-import-act.ts';

interface RunningImportProps {
  readonly view: ImportView;
  readonly onLeave: () => void;
}

const TITLES = { checking: 'checking', applying: 'applying', paused: 'applying', undoing: 'undoing' } as const;

/** An import at work: how far, how fast, how long still; paused, gone on with, or stopped. */
export function RunningImport({ view, onLeave }: RunningImportProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const { importId, phase, done, total, ratePerSecond, secondsLeft, fileName } = view;
  const pause = useImportAct(importId, trpc.imports.pause.mutationOptions());
  const resume = useImportAct(importId, trpc.imports.resume.mutationOptions());
  const cancel = useImportAct(importId, trpc.imports.cancel.mutationOptions(), () => {
    setIsAsking(false);
    if (phase === 'checking') onLeave();
  });
  const title = t(`imports.progress.${TITLES[phase as keyof typeof TITLES]}`);

  return (
    <ImportFrame
      view={view}
      onLeave={onLeave}
      error={pause.error ?? resume.error ?? cancel.error}
      actions={
        <>
          {phase === 'checking' && (
            <Button variant="default" loading={cancel.isRunning} onClick={cancel.run}>
              {t('imports.progress.cancel')}
            </Button>
          )}
          {(phase === 'applying' || phase === 'paused') && (
            <Button variant="default" onClick={() => setIsAsking(true)}>
              {t('imports.progress.stop')}
            </Button>
          )}
          {phase === 'applying' && (
            <Button variant="default" loading={pause.isRunning} onClick={pause.run}>
              {t('imports.progress.pause')}
            </Button>
          )}
          {phase === 'paused' && (
            <Button loading={resume.isRunning} onClick={resume.run}>
              {t('imports.progress.resume')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.body}>
        <div className={classes.progress}>
          <h2 className={classes.heading}>{title}</h2>
          <Progress size="lg" value={total ? (100 * done) / total : 100} animated={total === null} aria-label={title} />
          <p className={classes.figures} role="status">
            <span>
              {total === null
                ? t('imports.progress.rowsRead', { count: done })
                : t('imports.progress.of', { done: format.count(done), total: format.count(total) })}
            </span>
            {ratePerSecond !== null && phase !== 'paused' && (
              <span className={classes.note}>{t('imports.progress.rate', { rate: format.count(ratePerSecond) })}</span>
            )}
            {secondsLeft !== null && phase !== 'paused' && (
              <span className={classes.note}>{t('imports.progress.left', { time: waitWords(secondsLeft, t) })}</span>
            )}
          </p>
          <p className={classes.note}>
            {t(phase === 'paused' ? 'imports.result.paused' : 'imports.progress.sellMeanwhile')}
          </p>
        </div>
        {phase !== 'checking' && <Figures view={view} />}
      </div>
      <ConfirmDialog
        opened={isAsking}
        title={t('imports.result.stopTitle', { name: fileName })}
        body={t('imports.result.stopBody')}
        confirm={t('imports.progress.stop')}
        busy={cancel.isRunning}
        onConfirm={cancel.run}
        onCancel={() => setIsAsking(false)}
      />
    </ImportFrame>
  );
}
