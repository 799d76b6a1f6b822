import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { ChangeFeed } from '../../api/change-feed.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { receiptOf } from './receipt-of.ts';

/** Tells every window what an entry changed, and answers with its receipt. */
export function recordedEntry(
  store: OpenStore,
  changes: ChangeFeed,
  purchaseId: Id<'purchase'>,
): Outcome<Receipt, Refusal<'purchase-unknown'>> {
  const receipt = receiptOf(store, purchaseId);
  const memberId = receipt?.member?.memberId;
  changes.publish(['purchases', 'shifts', ...(memberId ? [`member:${memberId}`, `points:${memberId}`] : [])]);
  return receipt ? done(receipt) : refuse('purchase-unknown');
}
