import { hasPhoneForm } from './phone.ts';
import type { Birthday } from './profile.ts';

/** What of a member is looked at. */
export interface OnFile {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly wechatId: string | null;
  readonly birthday: Birthday | null;
  readonly gender: string | null;
  readonly address: string | null;
  /** When anything of it was last written or confirmed, in ms; null for never. */
  readonly confirmedAtMs: number | null;
}

/** What is to be mended, the gravest first. */
export const FLAWS = ['phone-missing', 'phone-invalid', 'unconfirmed', 'name-missing', 'birthday-missing'] as const;
export type Flaw = (typeof FLAWS)[number];

export interface Quality {
  /** 0 (nothing that helps) to 100 (complete and fresh). */
  readonly score: number;
  readonly flaws: readonly Flaw[];
}

/**
 * What each thing on file is worth; together 100. By what it lets a shop do: call and find (phone, name), congratulate
 * (birthday), write where a message costs nothing (e-mail or WeChat), send (address), address properly (gender).
 */
const WORTH = { phone: 40, name: 20, birthday: 15, writing: 10, address: 10, gender: 5 } as const;

const MONTH_MS = (365.25 / 12) * 86_400_000;
/** After so many months without a word details are called unconfirmed. */
export const UNCONFIRMED_MONTHS = 24;
/** Full worth for a year; then it fades evenly, to half after three. People move and change their numbers. */
const FRESH_MONTHS = 12;
const FADED_MONTHS = 36;

/** The share of its worth that is left of what was confirmed so long ago: 1 to 0.5. */
export function freshness(confirmedAtMs: number | null, nowMs: number): number {
  const months = confirmedAtMs === null ? Number.POSITIVE_INFINITY : (nowMs - confirmedAtMs) / MONTH_MS;
  const faded = (months - FRESH_MONTHS) / (FADED_MONTHS - FRESH_MONTHS);
  return 1 - 0.5 * Math.min(1, Math.max(0, faded));
}

/** Rates what is on file about one member: completeness times freshness, and what is to be mended. */
export function qualityOf(onFile: OnFile, nowMs: number): Quality {
  const { name, phone, email, wechatId, birthday, gender, address, confirmedAtMs } = onFile;
  const isValid = phone !== null && hasPhoneForm(phone);
  const worth =
    (isValid ? WORTH.phone : 0) +
    (name ? WORTH.name : 0) +
    (birthday ? WORTH.birthday : 0) +
    (email || wechatId ? WORTH.writing : 0) +
    (address ? WORTH.address : 0) +
    (gender ? WORTH.gender : 0);
  const isOld = confirmedAtMs === null || nowMs - confirmedAtMs > UNCONFIRMED_MONTHS * MONTH_MS;
  const has: Record<Flaw, boolean> = {
    'phone-missing': phone === null,
    'phone-invalid': phone !== null && !isValid,
    unconfirmed: isOld,
    'name-missing': !name,
    'birthday-missing': !birthday,
  };
  return { score: Math.round(worth * freshness(confirmedAtMs, nowMs)), flaws: FLAWS.filter((flaw) => has[flaw]) };
}
