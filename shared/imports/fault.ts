/** What can be wrong with a row of a file. Each has its words in `shared/words/<language>/import-faults.ts`. */
export const FAULT_REASONS = [
  'required',
  'too-long',
  'control-characters',
  'wrong-encoding',
  'formula',
  'quotes-broken',
  'too-many-cells',
  'shortened-number',
  'phone-invalid',
  'email-invalid',
  'card-invalid',
  'external-id-invalid',
  'date-invalid',
  'date-ambiguous',
  'date-future',
  'date-past',
  'birthday-invalid',
  'not-a-number',
  'too-many-decimals',
  'negative',
  'zero',
  'not-whole',
  'too-large',
  'tax-rate-invalid',
  'sku-invalid',
  'barcode-invalid',
  'barcode-check-digit',
  'choice-unknown',
  'nothing-given',
  'member-not-named',
  'product-not-named',
  'price-not-given',
  'twice-in-file',
  'member-unknown',
  'member-unclear',
  'member-closed',
  'product-unknown',
  'product-unclear',
  'card-in-use',
  'barcode-in-use',
  'not-the-owner',
  'receipt-differs',
  'receipt-broken',
  'receipt-too-long',
] as const;
export type FaultReason = (typeof FAULT_REASONS)[number];

/** One thing that is wrong with a row: in which field (null: in the row as a whole), and what its words need. */
export interface Fault {
  readonly field: string | null;
  readonly reason: FaultReason;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** A cell that was read, or what is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: FaultReason; readonly details?: Fault['details'] };

export const read = <T>(value: T): Read<T> => ({ ok: true, value });
export const wrong = (reason: FaultReason, details?: Fault['details']): Read<never> => ({
  ok: false,
  reason,
  ...(details ? { details } : {}),
});
