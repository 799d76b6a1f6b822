import { type PhoneRegion, toE164 } from './phone.ts';
import { plainLetters, searchKeys } from './search-keys.ts';

/** One way to look for members. Prefixes match the beginning of the stored name or key, exact values the whole. */
export type MemberQuery =
  | { readonly by: 'phone'; readonly e164: string }
  /** `digits` are four; `endsWith` is all that was typed, which the phone must end with (the same four, or more). */
  | { readonly by: 'last-4'; readonly digits: string; readonly endsWith: string }
  | { readonly by: 'card'; readonly number: string }
  | { readonly by: 'name'; readonly prefix: string }
  | { readonly by: 'pinyin'; readonly prefix: string }
  | { readonly by: 'initials'; readonly prefix: string };

const HAN = /[\p{Script=Han}〇]/gu;
const CARD = /^[0-9A-Za-z-]{4,32}$/;
const DIGITS_WITH_PUNCTUATION = /^\+?[\d\s().-]+$/;
const LATIN_WITH_PUNCTUATION = /^[\p{Script=Latin}\p{M}\s'’.·-]+$/u;

/**
 * Decides how a text typed or scanned at the till is searched. Returns attempts in order; the first that finds anybody
 * wins. An empty text gives none. Width and outer spaces do not matter (`１３８` is `138`).
 *
 * - **Digits** (with spaces, dashes, brackets or a leading +): a whole phone of `region`; four digits as the last four
 *   of a phone; as a card, exactly as it stands; five to ten digits as the end of a phone.
 * - **Letters**: without a vowel (`zw`, `lxm`, `zh`) initials, then pinyin; with one (`li`, `zhangw`, `ouyang`, `lv`,
 *   `Mary Smith`) pinyin, then initials where it could be some (at most four letters); a card last.
 * - **Chinese characters**: the beginning of the name as typed; then, from two characters on or with letters among them
 *   (`张wei`), the same sound by pinyin, because a clerk writes a name as it was heard.
 * - **Anything else**: a card where it has a card's form (`VIP-0012`), then the beginning of the name.
 */
export function readQuery(typed: string, region: PhoneRegion): MemberQuery[] {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (text === '') return [];
  if (DIGITS_WITH_PUNCTUATION.test(text)) return readDigits(text, region);
  if (LATIN_WITH_PUNCTUATION.test(text)) return readLetters(text);
  const chinese = text.match(HAN)?.length ?? 0;
  return chinese > 0 ? readChinese(text, chinese) : [...asCard(text), { by: 'name', prefix: text }];
}

function readDigits(text: string, region: PhoneRegion): MemberQuery[] {
  const digits = text.replace(/\D/g, '');
  const e164 = toE164(text, region);
  const attempts: MemberQuery[] = e164 ? [{ by: 'phone', e164 }] : [];
  const last4: MemberQuery = { by: 'last-4', digits: digits.slice(-4), endsWith: digits };
  if (digits.length === 4) return [...attempts, last4, ...asCard(text)];
  attempts.push(...asCard(text));
  if (digits.length > 4 && digits.length <= 10) attempts.push(last4);
  return attempts;
}

function readLetters(text: string): MemberQuery[] {
  const letters = plainLetters(text.replace(/(?<=[ln])ü/giu, 'v'));
  if (letters === '') return [{ by: 'name', prefix: text }];
  const pinyin: MemberQuery = { by: 'pinyin', prefix: letters };
  const initials: MemberQuery = { by: 'initials', prefix: letters };
  if (!/[aeiouv]/.test(letters)) return [initials, pinyin, ...asCard(text)];
  return letters.length <= 4 ? [pinyin, initials, ...asCard(text)] : [pinyin, ...asCard(text)];
}

function readChinese(text: string, characters: number): MemberQuery[] {
  const prefix = text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  const byName: MemberQuery = { by: 'name', prefix };
  const { pinyin } = searchKeys(prefix);
  const heard = pinyin !== '' && (characters > 1 || /[a-z]/i.test(text));
  return heard ? [byName, { by: 'pinyin', prefix: pinyin }] : [byName];
}

const asCard = (text: string): MemberQuery[] => (CARD.test(text) ? [{ by: 'card', number: text }] : []);
