import { connect } from 'node:net';
import type { PrinterRefusal, ReceiptPrinter } from '../../../shared/contract/receipts.contract.ts';

const PATIENCE_MS = 4_000;

const PROBLEM_OF: Readonly<Record<string, PrinterRefusal>> = {
  ENOTFOUND: 'printer-address-unknown',
  EAI_AGAIN: 'printer-address-unknown',
  ECONNREFUSED: 'printer-refuses',
};

/** Sends bytes to a printer on the network. Resolves to null once they are taken, or to what is in the way. */
export function sendToPrinter({ host, port }: ReceiptPrinter, bytes: Uint8Array): Promise<PrinterRefusal | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let connected = false;
    const settle = (problem: PrinterRefusal | null) => {
      clearTimeout(patience);
      socket.destroy();
      resolve(problem);
    };
    // The socket's own timer waits for traffic: finding the address would not count.
    const patience = setTimeout(() => settle('printer-unreachable'), PATIENCE_MS);
    socket.once('error', ({ code = '' }: NodeJS.ErrnoException) =>
      settle(connected ? 'printer-broke-off' : (PROBLEM_OF[code] ?? 'printer-unreachable')),
    );
    socket.once('connect', () => {
      connected = true;
      clearTimeout(patience);
      // A long receipt may take longer, as long as the printer goes on taking it.
      socket.setTimeout(PATIENCE_MS, () => settle('printer-broke-off'));
      socket.end(bytes);
    });
    socket.once('close', (hadError) => settle(hadError ? 'printer-broke-off' : null));
  });
}
