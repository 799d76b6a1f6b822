import { connect } from 'node:net';
import type { ReceiptPrinter } from '../../../shared/contract/receipts.contract.ts';

const PATIENCE_MS = 4_000;

/** Sends bytes to a printer on the network. Resolves false when it does not take them within a few seconds. */
export function sendToPrinter({ host, port }: ReceiptPrinter, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (sent: boolean) => {
      socket.destroy();
      resolve(sent);
    };
    socket.setTimeout(PATIENCE_MS, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('connect', () => socket.end(bytes));
    socket.once('close', (hadError) => settle(!hadError));
  });
}
