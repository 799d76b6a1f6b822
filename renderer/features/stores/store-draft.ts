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
  /** `HH:MM` */
  readonly cutover: string;
}

const LATEST_CUTOVER_MINUTES = 720;

/** This computer's zone, yuan, a day that ends at four in the morning. */
export const newStoreDraft = (): StoreDraft => ({
  storeName: '',
  storeCode: 'S01',
  managerName: '',
  managerPin: '',
  pinAgain: '',
  currency: 'CNY',
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  cutover: '04:00',
});

/** Minutes after midnight of `HH:MM`, or null where it is no time. */
export function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** What is wrong with a draft, at its fields. */
export function checkStoreDraft(
  draft: StoreDraft,
  t: TFunction,
): Partial<Record<keyof StoreDraft, string | undefined>> {
  const required = (text: string) => (text.trim() === '' ? t('form.required') : undefined);
  const cutoverMinutes = minutesOf(draft.cutover);
  return {
    storeName: required(draft.storeName),
    storeCode: /^[A-Z0-9]{1,8}$/.test(draft.storeCode) ? undefined : t('stores.form.codeBad'),
    managerName: required(draft.managerName),
    managerPin: pinProblem(draft.managerPin, t),
    pinAgain: draft.pinAgain === draft.managerPin ? undefined : t('stores.form.pinDiffers'),
    cutover:
      cutoverMinutes === null || cutoverMinutes > LATEST_CUTOVER_MINUTES ? t('stores.form.cutoverBad') : undefined,
  };
}

function pinProblem(pin: string, t: TFunction): string | undefined {
  if (!PIN_PATTERN.test(pin)) return t('stores.form.pinBad');
  return isGuessablePin(pin) ? t('stores.form.pinGuessable') : undefined;
}
