import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { AudienceEditor } from './AudienceEditor.tsx';

/** One audience: its conditions, who is in it now, and how many of them can be reached. */
export function AudiencePage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('audience.write');
  const params = useParams({ from: '/audiences/$audienceId' });
  const audienceId = params.audienceId as Id<'audience'>;
  const { isNew = false, kind = 'segment', where = [] } = useSearch({ from: '/audiences/$audienceId' });
  const audience = useQuery({ ...trpc.audiences.get.queryOptions({ audienceId }), enabled: may && !isNew });
  if (may && isNew)
    return <AudienceEditor key={audienceId} audienceId={audienceId} audience={null} begin={{ kind, where }} />;
  if (may && audience.data)
    return <AudienceEditor key={audienceId} audienceId={audienceId} audience={audience.data} begin={null} />;
  return (
    <Page title={t('audiences.title')}>
      {!may && <NoPermission right="audience.write" />}
      {may && audience.error && <ErrorState error={audience.error} onRetry={() => void audience.refetch()} />}
      {may && !audience.error && <LoadingState />}
    </Page>
  );
}
