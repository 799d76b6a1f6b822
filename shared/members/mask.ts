import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const CHINESE_MOBILE = /^\+86(1\d{2})\d{4}(\d{4})$/;

/**
 * What may be shown of a phone to those who need not know it: `138****5678` for a Chinese mobile, else the country
 * code and the last four digits (`+852 ****4567`). At least half of the national number stays hidden.
 */
export function maskPhone(e164: string): string {
  const chinese = CHINESE_MOBILE.exec(e164);
  if (chinese) return `${chinese[1]}****${chinese[2]}`;
  const phone = parsePhoneNumberFromString(e164);
  if (!phone) return '****';
  const national = phone.nationalNumber;
  const shown = Math.min(4, Math.floor(national.length / 2));
  return `+${phone.countryCallingCode} ****${national.slice(national.length - shown)}`;
}
