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
import { CampaignView } from './CampaignView.tsx';
import { CampaignWizard } from './CampaignWizard.tsx';

/** One campaign: its plan step by step while it is written, then how it goes and what it brought. */
export function CampaignPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const may = useMay('campaign.plan');
  const params = useParams({ from: '/campaigns/$campaignId' });
  const campaignId = params.campaignId as Id<'campaign'>;
  const { isNew = false, edit = false } = useSearch({ from: '/campaigns/$campaignId' });
  const campaign = useQuery({ ...trpc.campaigns.get.queryOptions({ campaignId }), enabled: may && !isNew });
  if (may && (isNew || (edit && campaign.data)))
    return <CampaignWizard key={campaignId} campaignId={campaignId} campaign={campaign.data ?? null} />;
  if (may && campaign.data) return <CampaignView campaign={campaign.data} />;
  return (
    <Page title={t('campaigns.title')}>
      {!may && <NoPermission right="campaign.plan" />}
      {may && campaign.error && <ErrorState error={campaign.error} onRetry={() => void campaign.refetch()} />}
      {may && !campaign.error && <LoadingState />}
    </Page>
  );
}
