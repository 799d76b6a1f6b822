import { z } from 'zod';
import { toE164 } from '../members/phone.ts';
import type { GENDERS, Tier } from '../members/profile.ts';
import { ean13CheckDigit } from '../products/ean-13.ts';
import type { TenderKind } from '../purchases/tender.ts';
import { type Read, read, wrong } from './fault.ts';
import { isShortened } from './read-number.ts';
import type { ReadingTerms } from './terms.ts';

/** Words of at most so many characters. */
export const readWords =
  (most: number) =>
  (text: string): Read<string> =>
    text.length > most ? wrong('too-long', { most, length: text.length }) : read(text);

const CHINESE_MOBILE = /^1[3-9]\d{9}$/;
/** The mobile's first seven digits tell whether it can exist; the last four may be anything. */
const mobileHeads = new Map<string, boolean>();
const MOST_HEADS = 50_000;

/** To E.164, as `toE164` does; what is a Chinese mobile by its form is looked up by its first seven digits. */
export function readPhone(text: string, { region }: ReadingTerms): Read<string> {
  if (isShortened(text)) return wrong('shortened-number', { value: text });
  const digits = text.endsWith('.0') ? text.slice(0, -2) : text;
  if (region === 'CN' && CHINESE_MOBILE.test(digits)) {
    const head = digits.slice(0, 7);
    let exists = mobileHeads.get(head);
    if (exists === undefined) {
      exists = toE164(digits, region) !== null;
      if (mobileHeads.size < MOST_HEADS) mobileHeads.set(head, exists);
    }
    return exists ? read(`+86${digits}`) : wrong('phone-invalid');
  }
  const phone = digits.length > 24 ? null : toE164(digits, region);
  return phone === null ? wrong('phone-invalid') : read(phone);
}

const email = z.email().max(120);
export function readEmail(text: string): Read<string> {
  const plain = text.normalize('NFKC');
  return email.safeParse(plain).success ? read(plain) : wrong('email-invalid');
}

function readCode(text: string, pattern: RegExp, reason: 'card-invalid' | 'sku-invalid' | 'barcode-invalid') {
  if (isShortened(text)) return wrong('shortened-number', { value: text });
  const code = text.normalize('NFKC').replace(/\s+/g, '');
  return pattern.test(code) ? read(code) : wrong(reason);
}

export const readCard = (text: string): Read<string> => readCode(text, /^[0-9A-Za-z-]{4,32}$/, 'card-invalid');
export const readSku = (text: string): Read<string> => readCode(text, /^[\w.-]{1,32}$/, 'sku-invalid');

/** A barcode; of 8, 12 and 13 digits (EAN-8, UPC-A, EAN-13) the last one must agree with the others. */
export function readBarcode(text: string): Read<string> {
  const code = readCode(text, /^[\w-]{3,32}$/, 'barcode-invalid');
  if (!code.ok || !/^(?:\d{8}|\d{12}|\d{13})$/.test(code.value)) return code;
  const expected = ean13CheckDigit(code.value.slice(0, -1).padStart(12, '0'));
  return Number(code.value.at(-1)) === expected ? code : wrong('barcode-check-digit', { expected });
}

/** A member's number in the system that the file comes from. */
export function readExternalId(text: string): Read<string> {
  if (isShortened(text)) return wrong('shortened-number', { value: text });
  return text.length > 64 ? wrong('external-id-invalid', { most: 64 }) : read(text);
}

/** One of a few words, in whichever language and case. */
const choice =
  <T extends string>(words: Readonly<Record<T, readonly string[]>>) =>
  (text: string): Read<T> => {
    const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
    for (const [value, known] of Object.entries(words) as [T, readonly string[]][])
      if (value === folded || known.includes(folded)) return read(value);
    const allowed = (Object.values(words) as (readonly string[])[]).map(([first]) => first).join(' / ');
    return wrong('choice-unknown', { allowed });
  };

export const readFlag = choice<'yes' | 'no'>({
  yes: ['是', '有', '对', 'y', '1', 'true', '√'],
  no: ['否', '无', '没有', '不是', 'n', '0', 'false', '×'],
});

export const readGender = choice<(typeof GENDERS)[number]>({
  female: ['女', '女性', '女士', 'f', 'female', 'w'],
  male: ['男', '男性', '先生', 'm', 'male'],
  other: ['其他', '未知', '保密', 'other', 'unknown', 'x'],
});

export const readTier = choice<Tier>({
  member: ['普通会员', '普通', '会员', '普卡', 'member', 'regular', 'basic', 'bronze'],
  silver: ['银卡', '银卡会员', '白银', 'silver'],
  gold: ['金卡', '金卡会员', '黄金', 'gold'],
  platinum: ['白金', '白金卡', '白金会员', '铂金', 'platinum'],
});

export const readUnit = choice<'piece' | 'kg'>({
  piece: ['件', '个', '只', '瓶', '包', '盒', '袋', '支', '条', '罐', '杯', '份', 'piece', 'pc', 'pcs', 'ea', 'each'],
  kg: ['公斤', '千克', 'kg', 'kilogram'],
});

export const readProductStatus = choice<'active' | 'discontinued'>({
  active: ['在售', '正常', '上架', '启用', 'active', 'onsale'],
  discontinued: ['停售', '下架', '停用', 'discontinued', 'inactive'],
});

export const readTender = choice<Exclude<TenderKind, 'points'>>({
  cash: ['现金', 'cash'],
  'bank-card': ['银行卡', '刷卡', 'bankcard', 'card', 'creditcard', 'debitcard'],
  'wechat-pay': ['微信', '微信支付', 'wechat', 'wechatpay'],
  alipay: ['支付宝', 'alipay'],
  'gift-card': ['礼品卡', '购物卡', 'giftcard', 'voucher'],
  other: ['其他', 'other'],
});
