import type { TFunction } from 'i18next';
import { isGuessablePin, PIN_PATTERN } from '../../../shared/staff/pin.ts';

/** What the store form holds: text as typed. */
export interface StoreDraft {
  readonly storeName: string;
  readonly storeCode: string;
  readonly managerName: string;
  readonly managerPin: string;
  readonly pinAgain: string;
  readonly currency: string;
  readonly zone: string;
  /** Minutes after midnight, as the list of times gives them. */
  readonly cutoverMinutes: string;
}

/** Midnight to noon by half hours: when a business day may end. */
export const CUTOVERS = Array.from({ length: 25 }, (_, half) => half * 30);

/** This computer's zone, yuan, a day that ends at four in the morning. */
export const newStoreDraft = (): StoreDraft => ({
  storeName: '',
  storeCode: 'S01',
  managerName: '',
  managerPin: '',
  pinAgain: '',
  currency: 'CNY',
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  cutoverMinutes: '240',
});

/** What is wrong with a draft, at its fields. */
export function checkStoreDraft(
  draft: StoreDraft,
  t: TFunction,
): Partial<Record<keyof StoreDraft, string | undefined>> {
  const required = (text: string) => (text.trim() === '' ? t('form.required') : undefined);
  return {
    storeName: required(draft.storeName),
    storeCode: /^[A-Z0-9]{1,8}$/.test(draft.storeCode) ? undefined : t('stores.form.codeBad'),
    managerName: required(draft.managerName),
    managerPin: pinProblem(draft.managerPin, t),
    pinAgain: draft.pinAgain === draft.managerPin ? undefined : t('stores.form.pinDiffers'),
  };
}

function pinProblem(pin: string, t: TFunction): string | undefined {
  if (!PIN_PATTERN.test(pin)) return t('stores.form.pinBad');
  return isGuessablePin(pin) ? t('stores.form.pinGuessable') : undefined;
}
