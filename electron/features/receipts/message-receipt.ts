import { perform } from '../../../db/changes/act.ts';
import type { receiptsContract } from '../../../shared/contract/receipts.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { Channel } from '../../../shared/messages/message.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { moneyText } from '../messages/money-text.ts';
import { sendNotice, waysToSend } from '../messages/send-notice.ts';
import { receiptOf } from '../purchases/receipt-of.ts';
import { paperOf } from './paper-of.ts';

type Reason = (typeof receiptsContract.message.refusals)[number];

/** Of a narrow receipt: columns stand below each other also on a phone. */
const COLUMNS = 32;

/** By what a receipt can be sent to whoever bought by name. */
export function waysToMessage(store: OpenStore, purchaseId: Id<'purchase'>): readonly Channel[] {
  const memberId = receiptOf(store, purchaseId)?.member?.memberId;
  return memberId ? waysToSend(store, memberId, 'receipt') : [];
}

/** Sends a receipt to its member by a channel, who asked for it. Once each: false where it was put into the outbox before. */
export function messageReceipt(
  store: OpenStore,
  { purchaseId, channel }: { readonly purchaseId: Id<'purchase'>; readonly channel: Channel },
  staffId: Id<'staff'> | null,
  nowMs: number,
  ids: IdSource,
): Outcome<{ readonly isNew: boolean; readonly memberId: Id<'member'> }, Refusal<Reason>> {
  const receipt = receiptOf(store, purchaseId);
  if (!receipt) return refuse('purchase-unknown');
  const { memberId } = receipt.member ?? {};
  if (!memberId || !waysToSend(store, memberId, 'receipt').includes(channel)) return refuse('receipt-not-sendable');
  const notice = {
    kind: 'receipt',
    memberId,
    about: `${purchaseId}:${channel}`,
    given: (language: 'zh-CN' | 'en') => ({
      receiptNumber: receipt.receiptNumber,
      amount: moneyText(receipt.netMinor, receipt.currency, language),
      receipt: (paperOf(store, purchaseId, COLUMNS, language) ?? []).map(({ text }) => text).join('\n'),
    }),
  } as const;
  const isNew = perform<boolean>(store.db, nowMs, (act) => sendNotice(act, notice, { store, ids, staffId, channel }));
  return done({ isNew, memberId });
}
