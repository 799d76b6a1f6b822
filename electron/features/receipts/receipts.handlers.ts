import { settingValue } from '../../../db/stores/stores.queries.ts';
import {
  type PrinterRefusal,
  type ReceiptPrinter,
  receiptPrinter,
  receiptsContract,
} from '../../../shared/contract/receipts.contract.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { PaperLine } from '../../../shared/receipts/receipt-lines.ts';
import { testPage } from '../../../shared/receipts/test-page.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { putSetting } from '../stores/put-setting.ts';
import { escPosBytes } from './esc-pos.ts';
import { messageReceipt, waysToMessage } from './message-receipt.ts';
import { paperOf } from './paper-of.ts';
import { sendToPrinter } from './send-to-printer.ts';

const PRINTER = 'receipt-printer';

function printerOf({ db }: OpenStore): ReceiptPrinter | null {
  const stored = settingValue.get(db, { key: PRINTER })?.value;
  return receiptPrinter.nullable().parse(stored === undefined ? null : JSON.parse(stored));
}

/** Sends lines to a printer; what is in the way is a refusal. */
async function sent(
  printer: ReceiptPrinter,
  lines: readonly PaperLine[],
): Promise<Outcome<null, Refusal<PrinterRefusal>>> {
  const problem = await sendToPrinter(printer, escPosBytes(lines, printer.columns));
  return problem ? refuse(problem, { printer: printer.host, port: String(printer.port) }) : done(null);
}

export const receiptsRouter = router({
  escPos: serveQuery(receiptsContract.escPos, ({ store }, { purchaseId, columns, language }) => {
    const paper = paperOf(store, purchaseId, columns, language);
    if (!paper) return refuse('purchase-unknown');
    return done({
      text: paper.map((line) => line.text).join('\n'),
      bytesBase64: escPosBytes(paper, columns).toString('base64'),
    });
  }),
  printer: serveQuery(receiptsContract.printer, ({ store }) => done(printerOf(store))),
  savePrinter: serveMutation(receiptsContract.savePrinter, ({ store, clock, ids }, printer) => {
    putSetting(store, PRINTER, printer, clock(), ids);
    return done(null);
  }),
  print: serveMutation(receiptsContract.print, async ({ store }, { purchaseId, language }) => {
    const printer = printerOf(store);
    if (!printer) return refuse('no-printer');
    const paper = paperOf(store, purchaseId, printer.columns, language);
    if (!paper) return refuse('purchase-unknown');
    return sent(printer, paper);
  }),
  waysToMessage: serveQuery(receiptsContract.waysToMessage, ({ store }, { purchaseId }) =>
    done([...waysToMessage(store, purchaseId)]),
  ),
  message: serveMutation(receiptsContract.message, ({ host, store, staff, clock, ids }, asked) => {
    const outcome = messageReceipt(store, asked, staff.staffId, clock(), ids);
    if (!outcome.ok) return outcome;
    host.changes.publish(['messages', `member:${outcome.value.memberId}`]);
    host.messages().wake();
    return done({ isNew: outcome.value.isNew });
  }),
  printTestPage: serveMutation(receiptsContract.printTestPage, async ({ store }, { language }) => {
    const printer = printerOf(store);
    return printer ? sent(printer, testPage(printer, store.facts.storeName, language)) : refuse('no-printer');
  }),
});
