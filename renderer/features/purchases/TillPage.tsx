import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { KeyBar } from '../../ui/shortcuts/KeyBar.tsx';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { SaleDone } from './SaleDone.tsx';
import { SaleInProgress } from './SaleInProgress.tsx';
import classes from './TillPage.module.css';

interface Completed {
  readonly receipt: Receipt;
  readonly known: boolean;
}

/** The till: one sale after another, each followed by its receipt. */
export function TillPage() {
  const { t } = useTranslation();
  const maySell = useMay('sale.make');
  const { member = null } = useSearch({ from: '/till' });
  const navigate = useNavigate();
  const [completed, setCompleted] = useState<Completed | null>(null);
  if (!maySell) {
    return (
      <Page title={t('purchases.title')}>
        <NoPermission right="sale.make" />
      </Page>
    );
  }
  return (
    <Page title={t('purchases.title')} fill quietTitle>
      <div className={classes.till}>
        {completed ? (
          <SaleDone {...completed} onNext={() => setCompleted(null)} />
        ) : (
          <SaleInProgress
            sellTo={member}
            onTaken={() => void navigate({ to: '/till', search: {}, replace: true })}
            onReceipt={(receipt, known) => setCompleted({ receipt, known })}
          />
        )}
        <div className={classes.keys}>
          <KeyBar />
        </div>
      </div>
    </Page>
  );
}
