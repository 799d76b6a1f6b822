import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { KeyBar } from '../../ui/shortcuts/KeyBar.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { ReceiveForm } from './ReceiveForm.tsx';
import classes from './ReceivePage.module.css';
import { useKeptDraft } from './use-kept-draft.ts';

/** Goods that come in: scan, quantity, cost, and one act that receives them all. */
export function ReceivePage() {
  const { t } = useTranslation();
  const mayMove = useMay('stock.move');
  return (
    <Page fill title={t('stock.receive.title')}>
      {mayMove ? <Receive /> : <NoPermission right="stock.move" />}
    </Page>
  );
}

function Receive() {
  const { draft, keep, failed, retry } = useKeptDraft('receipt');
  if (failed) return <ErrorState error={failed} onRetry={retry} />;
  if (draft === undefined) return <LoadingState />;
  return (
    <div className={classes.page}>
      <ReceiveForm kept={draft} onDraft={keep} />
      <div className={classes.keys}>
        <KeyBar />
      </div>
    </div>
  );
}
