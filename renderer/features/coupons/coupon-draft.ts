import type { CouponTerms } from '../../../shared/coupons/coupon-kind.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';

/** A kind of coupon as typed. */
export interface CouponDraft {
  readonly name: string;
  readonly validity: 'days' | 'dates';
  readonly days: string;
  readonly from: string;
  readonly through: string;
  readonly usableBy: CouponTerms['usableBy'];
  readonly issued: string;
  readonly perMember: string;
  readonly budget: string;
}

export const BLANK: CouponDraft = {
  name: '',
  validity: 'days',
  days: '30',
  from: '',
  through: '',
  usableBy: 'anybody',
  issued: '',
  perMember: '',
  budget: '',
};

const limitText = (limit: number | null, places = 0): string =>
  limit === null ? '' : decimalText(limit, places, places > 0);

export const draftOf = ({ name, validity, usableBy, limits }: CouponTerms, moneyPlaces: number): CouponDraft => ({
  name,
  validity: validity.kind,
  days: validity.kind === 'days' ? String(validity.days) : BLANK.days,
  from: validity.kind === 'dates' ? validity.from : '',
  through: validity.kind === 'dates' ? validity.through : '',
  usableBy,
  issued: limitText(limits.issued),
  perMember: limitText(limits.perMember),
  budget: limitText(limits.budgetMinor, moneyPlaces),
});

export const MOST = { issued: 10_000_000, perMember: 1000, budgetMinor: 1_000_000_000_000, days: 3650 } as const;

export type CouponProblem = 'name' | 'days' | 'from' | 'through' | 'issued' | 'perMember' | 'budget';

/** A limit that was typed: null for none, undefined where it cannot be read. */
function readLimit(text: string, most: number, places = 0): number | null | undefined {
  if (text.trim() === '') return null;
  const read = readDecimal(text, places);
  return read === null || read < 1 || read > most ? undefined : read;
}

/** What was read of a draft: terms, or which fields are wrong. */
export function readCoupon(
  draft: CouponDraft,
  moneyPlaces: number,
):
  | { readonly ok: true; readonly terms: CouponTerms }
  | { readonly ok: false; readonly wrong: readonly CouponProblem[] } {
  const days = readDecimal(draft.days, 0);
  const issued = readLimit(draft.issued, MOST.issued);
  const perMember = readLimit(draft.perMember, MOST.perMember);
  const budgetMinor = readLimit(draft.budget, MOST.budgetMinor, moneyPlaces);
  const isByDays = draft.validity === 'days';
  const found: Record<CouponProblem, boolean> = {
    name: draft.name.trim() === '',
    days: isByDays && (days === null || days < 0 || days > MOST.days),
    from: !isByDays && draft.from === '',
    through: !isByDays && (draft.through === '' || (draft.from !== '' && draft.through < draft.from)),
    issued: issued === undefined,
    perMember: perMember === undefined,
    budget: budgetMinor === undefined,
  };
  const wrong = (Object.keys(found) as CouponProblem[]).filter((field) => found[field]);
  if (wrong.length > 0) return { ok: false, wrong };
  return {
    ok: true,
    terms: {
      name: draft.name.trim(),
      validity: isByDays
        ? { kind: 'days', days: days ?? 0 }
        : { kind: 'dates', from: draft.from, through: draft.through },
      usableBy: draft.usableBy,
      limits: { issued: issued ?? null, perMember: perMember ?? null, budgetMinor: budgetMinor ?? null },
    },
  };
}
