import { IconReceiptRefund } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import classes from './ByReceipt.module.css';
import { ReceiptFinder } from './ReceiptFinder.tsx';
import { ReceiptPane } from './ReceiptPane.tsx';
import { ReturnDone } from './ReturnDone.tsx';

interface Done {
  readonly receipt: Receipt;
  readonly known: boolean;
}

/** Left, which receipt; right, what of it comes back. */
export function ByReceipt({ onTill }: { readonly onTill: () => void }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  if (done)
    return (
      <ReturnDone
        {...done}
        onNext={() => {
          setDone(null);
          setNumber(null);
        }}
        onTill={onTill}
      />
    );
  return (
    <div className={classes.sides}>
      <ReceiptFinder opened={number} onOpen={setNumber} />
      <div className={classes.pane}>
        {number === null ? (
          <EmptyState
            icon={<IconReceiptRefund size={32} stroke={1.5} aria-hidden />}
            title={t('returns.find.emptyTitle')}
            body={t('returns.find.emptyBody')}
          />
        ) : (
          <ReceiptPane
            key={number}
            number={number}
            onOpen={setNumber}
            onBack={() => setNumber(null)}
            onDone={(receipt, known) => setDone({ receipt, known })}
          />
        )}
      </div>
    </div>
  );
}
