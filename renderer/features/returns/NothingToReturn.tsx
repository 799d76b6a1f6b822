import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { ReceiptPaper } from '../../ui/receipt/ReceiptPaper.tsx';
import classes from './ReceiptPane.module.css';

interface NothingToReturnProps {
  readonly receipt: Receipt;
  readonly onOpen: (number: string) => void;
}

/** Why nothing of this receipt can come back, and the receipt itself. */
export function NothingToReturn({ receipt, onOpen }: NothingToReturnProps) {
  const { t } = useTranslation();
  const paper = useRef<HTMLElement>(null);
  useEffect(() => paper.current?.focus(), []);
  const { entryKind, state, originalReceiptNumber: original } = receipt;
  const why = () => {
    if (state === 'voided') return t('returns.receipt.voidedBody');
    if (entryKind === 'sale') return t('returns.receipt.allBack');
    return original ? t('returns.receipt.returnBody', { number: original }) : t('returns.receipt.returnBodyAlone');
  };
  return (
    <div className={classes.nothing}>
      <div className={classes.why}>
        <p role="status">{why()}</p>
        {entryKind === 'return' && original && (
          <Button variant="default" h={44} onClick={() => onOpen(original)}>
            {t('returns.receipt.openSale', { number: original })}
          </Button>
        )}
      </div>
      <section
        ref={paper}
        className={classes.paper}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long receipt scrolls, also by keyboard.
        tabIndex={0}
        aria-label={t('purchases.receipt.label', { number: receipt.receiptNumber })}
      >
        <ReceiptPaper receipt={receipt} />
      </section>
    </div>
  );
}
