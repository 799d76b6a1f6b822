import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { CheckedImport } from './CheckedImport.tsx';
import { PreparedImport } from './PreparedImport.tsx';
import { RunningImport } from './RunningImport.tsx';
import { WrittenImport } from './WrittenImport.tsx';

/** One import, from the file that was sent to what became of it. */
export function ImportPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const may = useMay('import.run');
  const { importId = '' } = useParams({ strict: false });
  const state = useQuery(
    trpc.imports.state.queryOptions({ importId: importId as Id<'import'> }, { enabled: may, retry: false }),
  );
  const leave = () => void navigate({ to: '/imports' });
  useShortcuts(t('imports.title'), [{ keys: 'Escape', label: t('actions.back'), run: leave }]);

  if (state.data) return <Step view={state.data} onLeave={leave} />;
  return (
    <Page
      title={t('imports.title')}
      actions={
        <Button variant="default" aria-keyshortcuts="Escape" onClick={leave}>
          {t('actions.back')}
        </Button>
      }
    >
      {!may ? (
        <NoPermission right="import.run" />
      ) : state.error ? (
        <ErrorState error={state.error} onRetry={() => void state.refetch()} />
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}

/** What an import shows at each stage. */
function Step(props: { readonly view: ImportView; readonly onLeave: () => void }) {
  switch (props.view.phase) {
    case 'uploading':
    case 'ready':
      return <PreparedImport {...props} />;
    case 'checked':
      return <CheckedImport {...props} />;
    case 'checking':
    case 'applying':
    case 'paused':
    case 'undoing':
      return <RunningImport {...props} />;
    case 'stopped':
    case 'applied':
    case 'undone':
      return <WrittenImport {...props} />;
  }
}
