import type { TenderInput } from '../../../shared/contract/purchases.contract.ts';
import { settle, TENDER_KINDS, type TenderKind } from '../../../shared/purchases/tender.ts';
import { readDecimal } from '../../lib/decimal-text.ts';

export type PayKind = Exclude<TenderKind, 'points'>;
export const PAY_KINDS: readonly PayKind[] = TENDER_KINDS.filter((kind) => kind !== 'points');

/** A payment in the making: what was taken already, and the one that is being entered. */
export interface Payment {
  readonly taken: readonly TenderInput[];
  readonly kind: PayKind;
  /** As typed; empty means exactly what is left. */
  readonly amount: string;
}

export const newPayment: Payment = { taken: [], kind: 'cash', amount: '' };

/** How a payment stands: what to do on Enter, and the figures to show. */
export type Standing =
  /** The amount cannot be read. */
  | { readonly kind: 'unreadable' }
  /** Covers what is due: Enter completes. */
  | { readonly kind: 'covers'; readonly tenders: readonly TenderInput[]; readonly changeMinor: number }
  /** Less than what is left: Enter takes it and asks for the rest. */
  | { readonly kind: 'part'; readonly tender: TenderInput; readonly missingMinor: number }
  /** More than what is left, and no cash to give change from. */
  | { readonly kind: 'over'; readonly overMinor: number };

/** What is left to pay after the tenders taken. */
export function leftToPay(taken: readonly TenderInput[], dueMinor: number): number {
  const settled = settle(dueMinor, taken);
  return settled.ok ? 0 : Number(settled.details?.missingMinor ?? 0);
}

/** Weighs a payment against what is due, by the rule that the sale itself is settled with. */
export function standingOf({ taken, kind, amount }: Payment, dueMinor: number, digits: number): Standing {
  const left = leftToPay(taken, dueMinor);
  const amountMinor = amount.trim() === '' ? left : readDecimal(amount, digits);
  if (amountMinor === null || (amountMinor === 0 && left > 0)) return { kind: 'unreadable' };
  const tender: TenderInput = { kind, amountMinor, reference: null };
  const tenders = amountMinor === 0 ? taken : [...taken, tender];
  const settled = settle(dueMinor, tenders);
  if (settled.ok)
    return { kind: 'covers', tenders, changeMinor: settled.value.reduce((sum, one) => sum + one.changeMinor, 0) };
  if (settled.reason === 'tender-over') return { kind: 'over', overMinor: Number(settled.details?.overMinor) };
  return { kind: 'part', tender, missingMinor: Number(settled.details?.missingMinor) };
}

const NOTES = [1, 5, 10, 20, 50, 100];

/** What a customer is likely to hand over in cash: what is left, rounded up to notes; at most four, smallest first. */
export function likelyNotes(leftMinor: number, digits: number): number[] {
  const unit = 10 ** Math.max(digits, 2);
  const rounded = NOTES.map((note) => Math.ceil(leftMinor / (note * unit)) * note * unit);
  return [...new Set(rounded)].filter((minor) => minor > leftMinor).slice(0, 4);
}
