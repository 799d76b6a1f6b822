import { Button } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudienceRow } from '../../../shared/contract/audiences.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useMemberFilterTerms } from '../../ui/members/member-filter-terms.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { audienceColumns } from './audience-columns.tsx';

/** Every list and segment: who it means, how many they are now, who uses it. Enter opens one, F6 begins another. */
export function AudiencesPage() {
  const { t } = useTranslation();
  const may = useMay('audience.write');
  return may ? (
    <Audiences />
  ) : (
    <Page fill title={t('audiences.title')}>
      <NoPermission right="audience.write" />
    </Page>
  );
}

function Audiences() {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const format = useFormat();
  const terms = useMemberFilterTerms();
  const columns = useMemo(
    () => audienceColumns({ t, format, language: i18n.language, terms }),
    [t, format, i18n.language, terms],
  );
  const add = () =>
    void navigate({
      to: '/audiences/$audienceId',
      params: { audienceId: newId<'audience'>() },
      search: { isNew: true },
    });
  useShortcuts(t('audiences.title'), [{ keys: 'F6', label: t('audiences.add'), run: add }]);
  const addButton = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="F6" onClick={add}>
      {t('audiences.add')}
    </Button>
  );
  return (
    <Page fill title={t('audiences.title')} actions={addButton}>
      <DataTable<AudienceRow>
        label={t('audiences.title')}
        columns={columns}
        rowId={({ audienceId }) => audienceId}
        onOpen={({ audienceId }) => void navigate({ to: '/audiences/$audienceId', params: { audienceId } })}
        empty={
          <EmptyState
            icon={<IconTargetArrow size={24} stroke={1.5} aria-hidden />}
            title={t('audiences.empty')}
            body={t('audiences.emptyBody')}
            action={addButton}
          />
        }
        fetchWindow={(window) => trpc.audiences.list.queryOptions(window)}
      />
    </Page>
  );
}
