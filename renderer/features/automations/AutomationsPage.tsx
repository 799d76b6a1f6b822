import { Button } from '@mantine/core';
import { IconPlus, IconRobot } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AutomationRow, AutomationView } from '../../../shared/contract/automations.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import type { Format } from '../../lib/format.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { rangeWords } from '../../ui/facts/estimate-words.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import { AutomationDialog } from './AutomationDialog.tsx';
import { AutomationState } from './AutomationState.tsx';
import { givesWords, occasionWords, pointsWords, sharesWords } from './automation-words.ts';

/** Every automation: what it answers, whom it met, what it brings. Enter opens one, F6 begins another. */
export function AutomationsPage() {
  const { t } = useTranslation();
  const may = useMay('campaign.plan');
  return may ? (
    <Automations />
  ) : (
    <Page title={t('automations.title')}>
      <NoPermission right="campaign.plan" />
    </Page>
  );
}

const automationColumns = (t: TFunction, format: Format): readonly FactColumn<AutomationRow>[] => [
  { id: 'name', header: t('automations.column.name'), cell: ({ terms }) => terms.name, opens: true, grow: true },
  { id: 'state', header: t('automations.column.state'), cell: (row) => <AutomationState {...row} /> },
  { id: 'occasion', header: t('automations.column.occasion'), cell: ({ terms }) => occasionWords(terms.occasion, t) },
  { id: 'gives', header: t('automations.column.gives'), cell: ({ terms }) => givesWords(terms, t) },
  {
    id: 'month',
    header: t('automations.column.month'),
    cell: ({ treatedThisMonth }) => format.count(treatedThisMonth),
    align: 'end',
  },
  { id: 'reach', header: t('automations.column.reach'), cell: ({ treated }) => format.count(treated), align: 'end' },
  {
    id: 'shares',
    header: t('automations.column.shares'),
    cell: ({ evaluation }) => sharesWords(evaluation, t, format),
    align: 'end',
  },
  {
    id: 'more',
    header: t('automations.column.more'),
    cell: ({ evaluation }) => rangeWords(evaluation.buyers, t, pointsWords),
    align: 'end',
  },
];

function Automations() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const automations = useQuery(trpc.automations.list.queryOptions());
  const columns = useMemo(() => automationColumns(t, format), [t, format]);
  useShortcuts(t('automations.title'), [{ keys: 'F6', label: t('automations.add'), run: () => setAdding(true) }]);
  const open = ({ automationId }: Pick<AutomationView, 'automationId'>) =>
    void navigate({ to: '/automations/$automationId', params: { automationId } });
  const addButton = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
      aria-keyshortcuts="F6"
      onClick={() => setAdding(true)}
    >
      {t('automations.add')}
    </Button>
  );
  return (
    <Page title={t('automations.title')} actions={addButton}>
      {automations.error && <ErrorState error={automations.error} onRetry={() => void automations.refetch()} />}
      {!automations.error && !automations.data && <LoadingState />}
      {automations.data?.length === 0 && (
        <EmptyState
          icon={<IconRobot size={24} stroke={1.5} aria-hidden />}
          title={t('automations.empty')}
          body={t('automations.emptyBody')}
        />
      )}
      {automations.data && automations.data.length > 0 && (
        <FactTable
          label={t('automations.title')}
          columns={columns}
          rows={automations.data}
          rowId={({ automationId }) => automationId}
          onOpen={open}
        />
      )}
      {adding && <AutomationDialog automation={null} onSaved={open} onClose={() => setAdding(false)} />}
    </Page>
  );
}
