import type { Birthday } from './profile.ts';

/** What is compared of two people. The phone in E.164, the rest as typed; what is not known is null. */
export interface Comparable {
  readonly name: string | null;
  /** The name by its sound; see `searchKeys`. */
  readonly pinyin: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly wechatId: string | null;
  readonly birthday: Birthday | null;
  readonly gender: string | null;
  readonly address: string | null;
  /** Every card that the person ever had. */
  readonly cards: readonly string[];
}

/**
 * How likely an observation is of one person seen twice (m) and of two different people (u): the weights of Fellegi and
 * Sunter (A Theory for Record Linkage, JASA 64, 1969). An agreement counts log2(m / u) bits for, and a contradiction as
 * many against; what is missing on either side counts nothing. Each field answers with one of its levels at most.
 *
 * The figures are estimates of ours, not learnt from any shop's data, and these are the thoughts behind them:
 * - phone: four in five of those who are enrolled twice give the same one, one in twenty mistypes it; strangers share one
 *   in a family. A slip of the keys meets a stranger's number by chance about once in a million, the last four digits
 *   once in 10,000.
 * - name: the same two-character name is borne by about one pair in 2,000 (王伟 is common, most are not); a clerk writes
 *   one in twelve as it was heard.
 * - birthday: 365 days, some 70 years; clerks take lunar for solar now and then.
 * - card, WeChat: hardly ever shared. E-mail: shared in families like the phone.
 * - address: only one that names a house; people who live together share it, so it needs a name beside it.
 */
const LEVELS = {
  'same-phone': { m: 0.8, u: 2e-6 },
  'phone-slip': { m: 0.05, u: 1e-6 },
  'same-last-4': { m: 0.02, u: 1e-4 },
  'other-phone': { m: 0.13, u: 1 },
  'same-email': { m: 0.7, u: 1e-6 },
  'other-email': { m: 0.3, u: 1 },
  'same-card': { m: 0.3, u: 1e-7 },
  'same-wechat': { m: 0.9, u: 1e-7 },
  'other-wechat': { m: 0.1, u: 1 },
  'same-name': { m: 0.8, u: 5e-4 },
  'same-sound': { m: 0.08, u: 1e-3 },
  'other-name': { m: 0.12, u: 1 },
  'same-birthday': { m: 0.85, u: 4e-5 },
  'same-day': { m: 0.85, u: 1 / 365 },
  'other-birthday': { m: 0.15, u: 1 },
  'same-address': { m: 0.5, u: 1e-4 },
  'other-gender': { m: 0.02, u: 0.5 },
} as const;

export type DuplicateReason = keyof typeof LEVELS;
export const DUPLICATE_REASONS = Object.keys(LEVELS) as DuplicateReason[];

/** Evidence of a reason in bits: positive speaks for one person. */
export const bitsOf = (reason: DuplicateReason): number => Math.log2(LEVELS[reason].m / LEVELS[reason].u);

const BITS = Object.fromEntries(DUPLICATE_REASONS.map((reason) => [reason, bitsOf(reason)])) as Record<
  DuplicateReason,
  number
>;

export const BANDS = ['sure', 'likely', 'possible'] as const;
export type Band = (typeof BANDS)[number];

/**
 * From how many bits on. `sure`: two strong agreements and nothing against (same phone and name). `likely`: one thing that
 * hardly anybody shares (the phone alone), or a name with a whole birthday. `possible`: worth a look (the same sound and
 * last four digits; one phone with two names, as in a family). Below, nobody is bothered.
 */
export const BAND_FROM: Readonly<Record<Band, number>> = { sure: 26, likely: 18.5, possible: 13 };

export interface Likeness {
  /** Sum of the evidence, in bits. */
  readonly bits: number;
  /** Null where nobody need look. */
  readonly band: Band | null;
  /** What speaks for and against, strongest for first. */
  readonly reasons: readonly DuplicateReason[];
}

/** A person with everything that is compared brought to one form, so that many can be compared with each other. */
export interface Prepared extends Omit<Comparable, 'name' | 'email' | 'address'> {
  readonly name: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

/** Width, case and spaces do not tell people apart. */
const folded = (text: string | null): string | null =>
  text === null ? null : text.normalize('NFKC').toLowerCase().replace(/\s+/g, '') || null;

/** An address counts when it names a house: it has a number and is not just a town. */
const house = (text: string | null): string | null =>
  text && text.length >= 6 && /\d|[一二三四五六七八九十]/.test(text) ? text : null;

export const prepare = (person: Comparable): Prepared => ({
  ...person,
  name: folded(person.name),
  email: folded(person.email),
  address: house(folded(person.address)?.replace(/[\p{P}]/gu, '') ?? null),
});

/**
 * Whether two phones differ by one slip of the keys: one digit another one, or two neighbours swapped. Both in E.164.
 */
export function differBySlip(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function phoneLevel(a: string | null, b: string | null): DuplicateReason | null {
  if (a === null || b === null) return null;
  if (a === b) return 'same-phone';
  if (differBySlip(a, b)) return 'phone-slip';
  return a.slice(-4) === b.slice(-4) ? 'same-last-4' : 'other-phone';
}

function nameLevel(a: Prepared, b: Prepared): DuplicateReason | null {
  if (a.name === null || b.name === null) return null;
  if (a.name === b.name) return 'same-name';
  return a.pinyin && a.pinyin === b.pinyin ? 'same-sound' : 'other-name';
}

/** Years must agree only where both are known. A solar and a lunar birthday are not compared. */
function birthdayLevel(a: Birthday | null, b: Birthday | null): DuplicateReason | null {
  if (a === null || b === null || a.calendar !== b.calendar) return null;
  const sameDay = a.month === b.month && a.day === b.day && a.leapMonth === b.leapMonth;
  const yearsKnown = a.year !== null && b.year !== null;
  if (!sameDay || (yearsKnown && a.year !== b.year)) return 'other-birthday';
  return yearsKnown ? 'same-birthday' : 'same-day';
}

const textLevel = <T extends DuplicateReason>(
  a: string | null,
  b: string | null,
  same: T,
  other: T | null,
): T | null => (a === null || b === null ? null : a === b ? same : other);

/** Without one of these nobody is taken for another: strangers share a birthday, a house, four digits. */
const TELLING: ReadonlySet<DuplicateReason> = new Set([
  'same-phone',
  'same-email',
  'same-card',
  'same-wechat',
  'same-name',
  'same-sound',
]);

/** How alike two people are, and why. The same from both sides. */
export function compare(a: Prepared, b: Prepared): Likeness {
  const levels: (DuplicateReason | null)[] = [
    phoneLevel(a.phone, b.phone),
    nameLevel(a, b),
    birthdayLevel(a.birthday, b.birthday),
    textLevel<DuplicateReason>(a.email, b.email, 'same-email', 'other-email'),
    textLevel<DuplicateReason>(a.wechatId, b.wechatId, 'same-wechat', 'other-wechat'),
    textLevel<DuplicateReason>(a.address, b.address, 'same-address', null),
    a.cards.some((card) => b.cards.includes(card)) ? 'same-card' : null,
    a.gender && b.gender && a.gender !== b.gender ? 'other-gender' : null,
  ];
  const reasons = levels.filter((level) => level !== null);
  const bits = reasons.reduce((sum, reason) => sum + BITS[reason], 0);
  const isTelling = reasons.some((reason) => TELLING.has(reason));
  const band = (isTelling && BANDS.find((one) => bits >= BAND_FROM[one])) || null;
  return { bits, band, reasons: band ? reasons.toSorted((x, y) => BITS[y] - BITS[x]) : reasons };
}
