import { Button, Stack } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { type BulkPreview, type BulkStatus, skippedRows } from '../../../shared/lists/bulk.ts';
import { useTRPCClient } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ActFoot } from '../acts/ActFoot.tsx';
import { RunningAct } from '../acts/RunningAct.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import classes from './BulkDialog.module.css';
import { followBulk } from './follow-bulk.ts';
import { skippedWords } from './skipped-words.ts';
import { useBulkNotice } from './use-bulk-notice.ts';

interface BulkDialogProps {
  readonly title: string;
  /** What is chosen: the fields of the act. */
  readonly children: ReactNode;
  /** What the act would do; undefined until it is known. */
  readonly preview: BulkPreview | undefined;
  readonly previewError: unknown;
  /** What is missing before it can be begun; null where nothing is. */
  readonly missing: string | null;
  readonly canUndo: boolean;
  readonly begin: (runId: Id<'bulk'>, count: number) => Promise<BulkStatus>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** An act on many, looked at before it is done: how many change, how many stay and why. Esc leaves, or stops it. */
export function BulkDialog(props: BulkDialogProps) {
  const { title, children, preview, previewError, missing, canUndo, begin, onDone, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const client = useTRPCClient();
  const errorWords = useErrorWords();
  const say = useBulkNotice();
  const [runId] = useState(() => newId<'bulk'>());
  const [running, setRunning] = useState<BulkStatus | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = () => void client.bulk.stop.mutate({ runId }).catch(() => {});
  useShortcuts(title, [{ keys: 'Escape', label: t('actions.back'), run: running ? stop : onClose }]);

  const run = async (count: number) => {
    setIsSending(true);
    try {
      const ended = await followBulk(client, await begin(runId, count), setRunning);
      say(ended);
      onDone();
    } catch (error) {
      setRunning(null);
      setProblem(errorWords(error).text);
    } finally {
      setIsSending(false);
    }
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isSending || !preview || preview.changes === 0) return;
    setProblem(missing);
    if (missing === null) void run(preview.total);
  };

  if (running) {
    const done = running.changed + skippedRows(running.skipped);
    const words = t('bulk.progress', { done: format.count(done), total: format.count(running.total) });
    return (
      <RunningAct
        done={done}
        total={running.total}
        words={words}
        note={t('bulk.stopHelp')}
        stop={t('bulk.stop')}
        onStop={stop}
      />
    );
  }
  const left = preview && skippedWords(preview.skipped, t);
  return (
    <form onSubmit={onSubmit} aria-label={title}>
      <Stack gap="md">
        {children}
        <div className={classes.preview} role="status">
          {previewError ? (
            <span className={classes.problem}>{errorWords(previewError).text}</span>
          ) : preview ? (
            <>
              <strong>
                {t('bulk.will', { changes: format.count(preview.changes), total: format.count(preview.total) })}
              </strong>
              {left && <span>{left}</span>}
            </>
          ) : (
            t('bulk.looking')
          )}
        </div>
        <ActFoot note={t(canUndo ? 'bulk.canUndo' : 'bulk.cannotUndo')} problem={problem} onCancel={onClose}>
          <Button type="submit" loading={isSending} disabled={!preview || preview.changes === 0}>
            {preview && preview.changes > 0 ? t('bulk.do', { count: preview.changes }) : t('bulk.doNone')}
          </Button>
        </ActFoot>
      </Stack>
    </form>
  );
}
