import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import classes from './ReceiptPane.module.css';
import { ReceiptState } from './ReceiptState.tsx';

interface ReceiptHeadProps {
  readonly receipt: Receipt;
  readonly onShow: () => void;
  /** Only where it may be voided. */
  readonly onVoid?: () => void;
}

/** Which receipt it is: number, state, when, by whom, for whom, how much; voiding and printing it. */
export function ReceiptHead({ receipt, onShow, onVoid }: ReceiptHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { member, staffName } = receipt;
  const facts = [
    format.dateTime(receipt.occurredAtMs),
    staffName && t('returns.receipt.staff', { name: staffName }),
    member
      ? [member.name, member.phoneMasked].filter(Boolean).join(' ') || t('members.noName')
      : t('returns.receipt.noMember'),
    receipt.entryKind === 'sale' && t('returns.receipt.paid', { amount: format.money(receipt.netMinor) }),
  ];
  return (
    <header className={classes.head}>
      <div className={classes.identity}>
        <h2 className={classes.title}>
          {receipt.receiptNumber}
          <ReceiptState {...receipt} />
        </h2>
        <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {onVoid && (
        <Button variant="default" h={44} onClick={onVoid}>
          {t('returns.void.action')}
        </Button>
      )}
      <KeyButton
        keys="Ctrl+P"
        variant="default"
        leftSection={<IconReceipt size={18} stroke={1.5} aria-hidden />}
        onClick={onShow}
      >
        {t('returns.receipt.open')}
      </KeyButton>
    </header>
  );
}
