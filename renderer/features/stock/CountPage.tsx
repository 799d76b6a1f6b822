import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { BeginCount } from './BeginCount.tsx';
import { CountForm } from './CountForm.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** Counting what is there: chosen, entered over hours if need be, and saved in one act. */
export function CountPage() {
  const { t } = useTranslation();
  const mayMove = useMay('stock.move');
  if (mayMove) return <Count />;
  return (
    <Page title={t('stock.count.title')}>
      <NoPermission right="stock.move" />
    </Page>
  );
}

function Count() {
  const { t } = useTranslation();
  const { draft, keep, failed, retry } = useKeptDraft('count');
  if (draft)
    return (
      <Page fill title={t('stock.count.title')} aside={draft.category ?? t('stock.count.everything')}>
        <CountForm draft={draft} onDraft={keep} />
      </Page>
    );
  return (
    <Page title={t('stock.count.title')}>
      {failed ? (
        <ErrorState error={failed} onRetry={retry} />
      ) : draft === undefined ? (
        <LoadingState />
      ) : (
        <BeginCount onBegin={keep} />
      )}
    </Page>
  );
}
