/** Decimal places of a currency (ISO 4217): 2 for CNY, 0 for JPY. */
export const decimalPlaces = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
