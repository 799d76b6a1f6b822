/** The default alphabet of GSM 03.38 and what takes two places of it (an escape before it). */
const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_DOUBLE = '^{}\\[~]|€\f';

const ONE_PLACE = new Set(GSM_BASIC);
const TWO_PLACES = new Set(GSM_DOUBLE);

export interface SmsLength {
  readonly alphabet: 'gsm-7' | 'ucs-2';
  /** Places that the text takes: septets, or UTF-16 units. */
  readonly length: number;
  /** How many messages are sent, and paid for. */
  readonly parts: number;
  /** Places that are left in the last of them. */
  readonly left: number;
}

/** Places in a message alone, and in each of several, where a header takes some (3GPP TS 23.040). */
const PLACES = { 'gsm-7': { alone: 160, each: 153 }, 'ucs-2': { alone: 70, each: 67 } } as const;

/** How long a text is as an SMS. What takes two places is never cut between two parts. */
export function smsLength(text: string): SmsLength {
  const characters = Array.from(text);
  const isGsm = characters.every((each) => ONE_PLACE.has(each) || TWO_PLACES.has(each));
  const alphabet = isGsm ? 'gsm-7' : 'ucs-2';
  const placesOf = (each: string) => (isGsm ? (TWO_PLACES.has(each) ? 2 : 1) : each.length);
  const length = characters.reduce((sum, each) => sum + placesOf(each), 0);
  const { alone, each: inEach } = PLACES[alphabet];
  if (length <= alone) return { alphabet, length, parts: length === 0 ? 0 : 1, left: alone - length };
  let parts = 1;
  let used = 0;
  for (const character of characters) {
    const places = placesOf(character);
    if (used + places > inEach) {
      parts += 1;
      used = 0;
    }
    used += places;
  }
  return { alphabet, length, parts, left: inEach - used };
}
