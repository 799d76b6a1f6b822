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

/** Which receipt it is: number, state, how much, for whom, when; voiding and printing it. */
export function ReceiptHead({ receipt, onShow, onVoid }: ReceiptHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { member } = receipt;
  const facts = [
    receipt.entryKind === 'sale' && t('returns.receipt.paid', { amount: format.money(receipt.netMinor) }),
    member
      ? [member.name, member.phoneMasked].filter(Boolean).join(' ') || t('members.noName')
      : t('returns.receipt.noMember'),
    format.dateTime(receipt.occurredAtMs),
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
        <KeyButton keys="Shift+F8" variant="default" onClick={onVoid}>
          {t('returns.void.short')}
        </KeyButton>
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
