import { Button, Tabs } from '@mantine/core';
import { IconUsersGroup, IconZoomScan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateGroup } from '../../../shared/contract/quality.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import classes from './DataQuality.module.css';
import { DuplicateList } from './DuplicateList.tsx';
import { MendList } from './MendList.tsx';
import { MergeView } from './MergeView.tsx';
import { QualityFigures } from './QualityFigures.tsx';
import { ScanProgressBar } from './ScanProgressBar.tsx';
import { useNextGroup } from './use-next-group.ts';
import { useScan } from './use-scan.ts';

type Tab = 'duplicates' | 'mend';

/** The figures of the last look, then what it found. A group that is opened takes the place of the list. */
export function DataQuality() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const status = useQuery(trpc.quality.status.queryOptions({}));
  const { scan, start, cancel } = useScan();
  const [tab, setTab] = useState<Tab>('duplicates');
  const [opened, setOpened] = useState<DuplicateGroup | null>(null);
  const nextGroup = useNextGroup();
  const running = status.data?.running ?? null;
  const last = status.data?.last ?? null;
  const isIdle = !running && !scan.isPending;
  useShortcuts(t('quality.title'), [
    { keys: 'F5', label: t(last ? 'quality.scanAgain' : 'quality.scan'), run: start, when: isIdle && !opened },
  ]);
  const scanButton = (
    <Button
      leftSection={<IconZoomScan size={16} stroke={1.5} aria-hidden />}
      aria-keyshortcuts="F5"
      disabled={!isIdle}
      onClick={start}
    >
      {t(last ? 'quality.scanAgain' : 'quality.scan')}
    </Button>
  );

  if (opened)
    return (
      <MergeView
        key={opened.groupNo}
        group={opened}
        onNext={() => void nextGroup(opened).then(setOpened, () => setOpened(null))}
        onBack={() => setOpened(null)}
      />
    );
  return (
    <Page fill title={t('quality.title')} actions={last && scanButton}>
      {running && <ScanProgressBar progress={running} onCancel={cancel} />}
      {scan.error && isIdle && <ErrorState error={scan.error} onRetry={start} />}
      {status.error ? (
        <ErrorState error={status.error} onRetry={() => void status.refetch()} />
      ) : !status.data ? (
        <LoadingState lines={6} />
      ) : last ? (
        <>
          <QualityFigures last={last} />
          <Tabs
            value={tab}
            onChange={(next) => setTab((next as Tab | null) ?? 'duplicates')}
            keepMounted={false}
            className={classes.tabs ?? ''}
          >
            <Tabs.List aria-label={t('quality.tabs.label')}>
              <Tabs.Tab value="duplicates">{t('quality.tabs.duplicates')}</Tabs.Tab>
              <Tabs.Tab value="mend">{t('quality.tabs.mend')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="duplicates" className={classes.panel ?? ''}>
              <DuplicateList onOpen={setOpened} />
            </Tabs.Panel>
            <Tabs.Panel value="mend" className={classes.panel ?? ''}>
              <MendList />
            </Tabs.Panel>
          </Tabs>
        </>
      ) : (
        !running && (
          <EmptyState
            icon={<IconUsersGroup size={24} stroke={1.5} aria-hidden />}
            title={t('quality.never')}
            body={t('quality.neverBody')}
            action={scanButton}
          />
        )
      )}
    </Page>
  );
}
