import { Button } from '@mantine/core';
import { IconPlus, IconSpeakerphone, IconTrophy } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CAMPAIGN_STATES } from '../../../shared/campaigns/campaign-state.ts';
import type { CampaignRow } from '../../../shared/contract/campaigns.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { campaignColumns } from './campaign-columns.tsx';
import { keptPlans } from './kept-plan.ts';
import { LeagueDialog } from './LeagueDialog.tsx';

type Filter = 'all' | (typeof CAMPAIGN_STATES)[number];
const FILTERS = ['all', 'live', 'paused', 'approved', 'draft', 'ended'] as const satisfies readonly Filter[];

/** Every campaign: its days, how it goes, what it has brought. Enter opens one, F6 plans another. */
export function CampaignsPage() {
  const { t } = useTranslation();
  const may = useMay('campaign.plan');
  return may ? (
    <Campaigns />
  ) : (
    <Page fill title={t('campaigns.title')}>
      <NoPermission right="campaign.plan" />
    </Page>
  );
}

function Campaigns() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>('all');
  const [comparing, setComparing] = useState(false);
  const columns = useMemo(() => campaignColumns(t, format), [t, format]);
  const add = () =>
    void navigate({
      to: '/campaigns/$campaignId',
      params: { campaignId: keptPlans.unsaved() ?? newId<'campaign'>() },
      search: { isNew: true },
    });
  useShortcuts(t('campaigns.title'), [
    { keys: 'F6', label: t('campaigns.add'), run: add },
    { keys: 'Alt+R', label: t('campaigns.compare'), run: () => setComparing(true) },
  ]);
  const addButton = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="F6" onClick={add}>
      {t('campaigns.add')}
    </Button>
  );
  return (
    <Page
      fill
      title={t('campaigns.title')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconTrophy size={16} stroke={1.5} aria-hidden />}
            aria-keyshortcuts="Alt+R"
            onClick={() => setComparing(true)}
          >
            {t('campaigns.compare')}
          </Button>
          {addButton}
        </>
      }
    >
      <DataTable<CampaignRow>
        label={t('campaigns.title')}
        columns={columns}
        rowId={({ campaignId }) => campaignId}
        onOpen={({ campaignId }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId } })}
        controls={
          <Choices
            label={t('campaigns.filterLabel')}
            chosen={filter}
            onChoose={setFilter}
            choices={FILTERS.map((value) => ({ value, words: t(`campaigns.filter.${value}`) }))}
          />
        }
        empty={
          filter === 'all' ? (
            <EmptyState
              icon={<IconSpeakerphone size={24} stroke={1.5} aria-hidden />}
              title={t('campaigns.empty')}
              body={t('campaigns.emptyBody')}
              action={addButton}
            />
          ) : (
            <EmptyState title={t('campaigns.emptyState')} />
          )
        }
        fetchWindow={(window) =>
          trpc.campaigns.list.queryOptions({ state: filter === 'all' ? null : filter, ...window })
        }
      />
      <LeagueDialog opened={comparing} onClose={() => setComparing(false)} />
    </Page>
  );
}
