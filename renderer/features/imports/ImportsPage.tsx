import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { importColumns } from './import-columns.tsx';

/** Every import of this store, newest first: Enter opens one, F6 begins another. */
export function ImportsPage() {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const navigate = useNavigate();
  const may = useMay('import.run');
  const columns = useMemo(() => importColumns(t, format, i18n.language), [t, format, i18n.language]);
  const begin = () => void navigate({ to: '/imports/new/$target', params: { target: 'members' } });
  useShortcuts(t('imports.title'), [{ keys: 'F6', label: t('imports.start'), run: begin, when: may }]);

  const beginButton = may && (
    <Button leftSection={<IconFileImport size={16} stroke={1.5} aria-hidden />} aria-keyshortcuts="F6" onClick={begin}>
      {t('imports.start')}
    </Button>
  );
  return (
    <Page fill title={t('imports.title')} actions={beginButton}>
      {may ? (
        <DataTable<ImportView>
          label={t('imports.title')}
          columns={columns}
          rowId={(row) => row.importId}
          onOpen={({ importId }) => void navigate({ to: '/imports/$importId', params: { importId } })}
          empty={
            <EmptyState
              icon={<IconFileImport size={24} stroke={1.5} aria-hidden />}
              title={t('imports.empty')}
              body={t('imports.emptyBody')}
              action={beginButton}
            />
          }
          fetchWindow={(window) => trpc.imports.list.queryOptions(window)}
        />
      ) : (
        <NoPermission right="import.run" />
      )}
    </Page>
  );
}
