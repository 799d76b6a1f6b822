import type { Prepared } from './duplicates.ts';

/**
 * The keys of a person: only people who share one are compared, since a million cannot be compared with a million.
 * Whoever scores as a duplicate shares a key:
 * - the phone, the e-mail, the WeChat id, a card;
 * - the sound of the name with the birthday, or with the address;
 * - the sound of the name with the last four digits of the phone, and with all but its last six. A slip of the keys (one
 *   digit, or two neighbours) spoils one of the two at most.
 * A name that has no letters stands for its own sound.
 */
export function blockingKeys({ name, pinyin, phone, email, wechatId, birthday, address, cards }: Prepared): string[] {
  const keys = cards.map((card) => `c${card}`);
  if (phone) keys.push(`p${phone}`);
  if (email) keys.push(`e${email}`);
  if (wechatId) keys.push(`w${wechatId}`);
  const sound = pinyin || name;
  if (!sound) return keys;
  if (phone) keys.push(`l${phone.slice(-4)} ${sound}`, `f${phone.slice(0, -6)} ${sound}`);
  if (birthday) keys.push(`b${birthday.calendar} ${birthday.month}-${birthday.day} ${sound}`);
  if (address) keys.push(`a${address} ${sound}`);
  return keys;
}

/** FNV-1a over the UTF-16 units of a text: 32 bits, unsigned. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // The low bits of FNV mix well, the high ones less: fold.
  return (hash ^ (hash >>> 15)) >>> 0;
}
