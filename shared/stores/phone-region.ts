import type { PhoneRegion } from '../members/phone.ts';

const REGIONS: Readonly<Record<string, PhoneRegion>> = {
  CNY: 'CN',
  HKD: 'HK',
  MOP: 'MO',
  TWD: 'TW',
  SGD: 'SG',
  GBP: 'GB',
  USD: 'US',
  JPY: 'JP',
};

/** The country whose phone numbers a store's clerks type without a prefix, told by the store's currency. */
export const phoneRegionOf = (currency: string): PhoneRegion => REGIONS[currency] ?? 'CN';
