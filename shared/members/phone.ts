import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Where a phone typed without a country code is taken to be: ISO 3166-1 alpha-2, such as `CN`. */
export type PhoneRegion = CountryCode;

/**
 * Brings a phone as typed to E.164 (`+8613812345678`), or null where no phone has that form. Takes full-width digits,
 * spaces, dashes, brackets, `+86`, `0086` and a bare `86`. Fixed lines count; an extension does not fit E.164 and is refused.
 *
 * Uses the library's full metadata: the smaller set checks Chinese numbers so loosely that a mobile with a digit too
 * many passes, and the mobile set refuses fixed lines.
 */
export function toE164(typed: string, region: PhoneRegion): string | null {
  const phone = parsePhoneNumberFromString(typed.normalize('NFKC').trim(), { defaultCountry: region, extract: false });
  return phone?.isValid() && !phone.ext ? phone.number : null;
}

/**
 * Whether a stored phone has the form of one: E.164, and in China (the bulk of them) a mobile of 11 digits that begins with
 * 13 to 19, or a fixed line. Cheap, for looking over a million; `toE164` is what is asked at the door.
 */
export const hasPhoneForm = (stored: string): boolean =>
  stored.startsWith('+86')
    ? /^\+86(1[3-9]\d{9}|10\d{8}|[2-9]\d{7,11}|[48]00\d{7})$/.test(stored)
    : /^\+[1-9]\d{6,14}$/.test(stored);

/** A whole number as people write it down: a Chinese mobile by its eleven digits, any other as it stands. */
export const writtenPhone = (e164: string): string => e164.replace(/^\+86(?=1\d{10}$)/, '');

/** The four digits by which people name their phone at a till. */
export const last4 = (e164: string): string => e164.slice(-4);
