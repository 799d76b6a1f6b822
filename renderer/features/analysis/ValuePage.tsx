import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChartHistogram, IconDownload, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueOfMembers } from '../../../shared/contract/analysis.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useFiguresFile } from '../../ui/exports/use-figures-file.ts';
import { Page } from '../../ui/Page.tsx';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { KeyMembers } from './KeyMembers.tsx';
import { RfmMap } from './RfmMap.tsx';
import { ScoreSection } from './ScoreSection.tsx';
import { SegmentTable } from './SegmentTable.tsx';
import { segmentFigures } from './segment-figures.ts';
import { ValueAnswer } from './ValueAnswer.tsx';
import { ValuePaper } from './ValuePaper.tsx';
import classes from './value.module.css';
import { WeightsDialog } from './WeightsDialog.tsx';

/** Which members matter, which slip away, how few make most of the sales: the answer in words first, then the figures. */
export function ValuePage() {
  const { t } = useTranslation();
  const may = useMay('analysis.read');
  const value = useQuery({ ...useTRPC().analysis.value.queryOptions(), enabled: may });
  if (may && value.data) return <Value value={value.data} />;
  return (
    <Page title={t('value.title')}>
      {!may && <NoPermission right="analysis.read" />}
      {may && value.error && <ErrorState error={value.error} onRetry={() => void value.refetch()} />}
      {may && !value.error && <LoadingState lines={8} />}
    </Page>
  );
}

function Value({ value }: { readonly value: ValueOfMembers }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const mayWeigh = useMay('settings.write');
  const errorWords = useErrorWords();
  const [weighing, setWeighing] = useState(false);
  const reckon = useMutation(
    trpc.analysis.reckonValue.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  const { last, running } = value;
  const report = last?.report ?? null;
  const saveFigures = useFiguresFile();
  const exportSegments = () => {
    if (last && report) saveFigures(segmentFigures(report, t), t('value.exportName', { date: last.asOf }));
  };
  useShortcuts(t('value.title'), [
    { keys: 'F5', label: t('value.reckon'), run: () => reckon.mutate(), when: running === null },
    { keys: 'F7', label: t('value.weights.open'), run: () => setWeighing(true), when: mayWeigh && report !== null },
    { keys: 'Alt+E', label: t('value.export'), run: exportSegments, when: report !== null },
    { keys: 'Ctrl+P', label: t('value.print'), run: () => window.print(), when: report !== null },
  ]);
  const reckonButton = (
    <Button
      leftSection={<IconRefresh size={16} stroke={1.5} aria-hidden />}
      aria-keyshortcuts="F5"
      disabled={running !== null}
      onClick={() => reckon.mutate()}
    >
      {t('value.reckon')}
    </Button>
  );
  return (
    <Page
      title={t('value.title')}
      aside={last && <span className={classes.soft}>{t('value.asOf', { date: format.date(last.asOf) })}</span>}
      actions={
        report && (
          <>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
              aria-keyshortcuts="Alt+E"
              onClick={exportSegments}
            >
              {t('value.export')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}
              aria-keyshortcuts="Control+P"
              onClick={() => window.print()}
            >
              {t('value.print')}
            </Button>
            {reckonButton}
          </>
        )
      }
    >
      <Reckoning value={value} />
      {report ? (
        <div className={classes.page}>
          <ValueAnswer report={report} />
          <div className={classes.columns}>
            <RfmMap grid={report.grid} buyers={report.buyers} />
            <SegmentTable report={report} />
          </div>
          {report.keyMembers && <KeyMembers keyMembers={report.keyMembers} />}
          <ScoreSection
            report={report}
            judgements={value.judgements}
            onWeigh={mayWeigh ? () => setWeighing(true) : null}
          />
        </div>
      ) : (
        running === null && (
          <EmptyState
            icon={<IconChartHistogram size={24} stroke={1.5} aria-hidden />}
            title={t(last ? 'value.nobody' : 'value.never')}
            body={t(last ? 'value.nobodyBody' : 'value.neverBody')}
            action={reckonButton}
          />
        )
      )}
      <WeightsDialog judgements={value.judgements} opened={weighing} onClose={() => setWeighing(false)} />
      {last && report && (
        <PrintSheet sheet="of-the-printer">
          <ValuePaper report={report} asOf={last.asOf} />
        </PrintSheet>
      )}
    </Page>
  );
}

/** How far a run is, and how to stop it; or that the last one broke off. */
function Reckoning({ value: { running, stopped } }: { readonly value: ValueOfMembers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorWords = useErrorWords();
  const stop = useMutation(
    useTRPC().analysis.stopValue.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  if (!running)
    return stopped === null ? null : (
      <p role="alert" className={classes.stopped}>
        {t('value.stopped', { code: stopped })}
      </p>
    );
  const { doneMembers, ofMembers } = running;
  const words =
    ofMembers === 0
      ? t('value.beginning')
      : t('value.reckoning', { done: format.count(doneMembers), total: format.count(ofMembers) });
  return (
    <div className={classes.running}>
      <span role="status">{words}</span>
      <Progress
        className={classes.bar}
        aria-label={words}
        value={ofMembers === 0 ? 0 : (100 * doneMembers) / ofMembers}
      />
      <Button variant="default" size="xs" onClick={() => stop.mutate()}>
        {t('value.stop')}
      </Button>
    </div>
  );
}
