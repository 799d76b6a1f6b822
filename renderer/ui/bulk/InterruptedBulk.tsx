import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BulkStatus, type OpenBulkRun, skippedRows } from '../../../shared/lists/bulk.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import { followBulk } from './follow-bulk.ts';
import classes from './InterruptedBulk.module.css';
import { useBulkNotice } from './use-bulk-notice.ts';

/** Over a list: what the end of the program cut off, to be gone on with, undone, or left as it is. */
export function InterruptedBulk({ list }: { readonly list: 'members' | 'products' }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.bulk.interrupted.queryOptions({ list }));
  return data?.map((run) => <Interrupted key={run.runId} run={run} />);
}

function Interrupted({ run }: { readonly run: OpenBulkRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const say = useBulkNotice();
  const [going, setGoing] = useState<BulkStatus | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { runId, isUndo, kind } = run;

  const answer = async (ask: () => Promise<BulkStatus | null>) => {
    setProblem(null);
    setGoing(run);
    try {
      const begun = await ask();
      if (begun) say(await followBulk(client, begun, setGoing));
    } catch (error) {
      setProblem(errorWords(error).text);
    } finally {
      setGoing(null);
      void queries.invalidateQueries({ queryKey: trpc.bulk.interrupted.queryKey() });
    }
  };
  const { changed, skipped, total } = going ?? run;
  const figures = { done: format.count(changed + skippedRows(skipped)), total: format.count(total) };
  const words = going
    ? t('bulk.open.running', figures)
    : t(isUndo ? 'bulk.open.undo' : 'bulk.open.act', { ...figures, kind: t(`bulk.kind.${kind}`) });
  return (
    <section className={classes.notice} aria-label={t('bulk.open.label')}>
      <IconAlertTriangle size={20} stroke={1.5} aria-hidden />
      <span className={classes.words} role="status">
        {words}
      </span>
      {problem && (
        <span role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
      {going ? (
        <Button variant="default" onClick={() => void client.bulk.stop.mutate({ runId }).catch(() => {})}>
          {t('bulk.stop')}
        </Button>
      ) : (
        <>
          <Button onClick={() => void answer(() => client.bulk.resume.mutate({ runId }))}>
            {t(isUndo ? 'bulk.open.goOnUndoing' : 'bulk.open.goOn')}
          </Button>
          {run.canUndo && (
            <Button variant="default" onClick={() => void answer(() => client.bulk.undo.mutate({ runId }))}>
              {t('bulk.open.undoAll')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => void answer(() => client.bulk.stop.mutate({ runId }))}>
            {t('bulk.open.leave')}
          </Button>
        </>
      )}
    </section>
  );
}
