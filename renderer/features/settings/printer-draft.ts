import type { TFunction } from 'i18next';
import { type ReceiptPrinter, receiptPrinter } from '../../../shared/contract/receipts.contract.ts';

/** What the printer's form holds: text as typed. */
export interface PrinterDraft {
  readonly host: string;
  readonly port: string;
  readonly columns: '32' | '42' | '48';
}

const COMMON_PORT = 9100;

export const printerDraft = (printer: ReceiptPrinter | null): PrinterDraft => ({
  host: printer?.host ?? '',
  port: String(printer?.port ?? COMMON_PORT),
  columns: `${printer?.columns ?? 48}`,
});

/** The draft as it is saved; its problems are those of the contract. */
export const printerOf = ({ host, port, columns }: PrinterDraft) =>
  receiptPrinter.safeParse({ host: host.trim(), port: Number(port.trim() || Number.NaN), columns: Number(columns) });

/** What is wrong with a draft, at its fields. */
export function checkPrinterDraft(draft: PrinterDraft, t: TFunction) {
  const wrong = new Set(printerOf(draft).error?.issues.map(({ path }) => path[0]));
  return {
    host: wrong.has('host') ? t('receipts.printer.hostBad') : undefined,
    port: wrong.has('port') ? t('receipts.printer.portBad') : undefined,
  };
}
