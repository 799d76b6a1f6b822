import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { ReceiptPaper } from './ReceiptPaper.tsx';

/** A receipt as it was and always will be. While it is on screen, printing the window prints it alone. */
export function ReceiptView({ receipt }: { readonly receipt: Receipt }) {
  return (
    <>
      <ReceiptPaper receipt={receipt} />
      <PrintSheet>
        <ReceiptPaper receipt={receipt} />
      </PrintSheet>
    </>
  );
}
