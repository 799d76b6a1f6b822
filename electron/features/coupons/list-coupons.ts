import type { z } from 'zod';
import {
  countCouponsInState,
  couponKindInForce,
  couponPksInState,
  couponPksOfKind,
  couponsByPk,
  couponsInState,
  couponsOfKind,
  couponsOfMember,
} from '../../../db/coupons/coupons.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { memberForSale } from '../../../db/members/members.queries.ts';
import type { CouponRow, couponsContract, MemberCoupon } from '../../../shared/contract/coupons.contract.ts';
import { type CouponCondition, conditionOn } from '../../../shared/coupons/standing.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** Before and after every date there is. */
const FIRST = '';
const LAST = '9999-99';

/** The rows of the index that are in a condition on this day. */
const inIndex = (condition: CouponCondition, today: string) =>
  ({
    open: { state: 'open', fromDate: today, untilDate: LAST },
    expired: { state: 'open', fromDate: FIRST, untilDate: today },
    used: { state: 'used', fromDate: FIRST, untilDate: LAST },
    'taken-back': { state: 'taken-back', fromDate: FIRST, untilDate: LAST },
  })[condition] as { state: 'open' | 'used' | 'taken-back'; fromDate: string; untilDate: string };

type Found = ReturnType<typeof couponsOfKind.all>[number];

const rowOn =
  (today: string) =>
  ({ state, ...row }: Found): CouponRow => ({
    ...row,
    condition: conditionOn({ state, throughDate: row.throughDate }, today),
  });

/** The keys of all coupons of a kind in one condition, or in any, in the order of the list. */
export function orderOfCoupons(
  { db, day }: OpenStore,
  { kindId, condition }: Pick<z.output<typeof couponsContract.codes.input>, 'kindId' | 'condition'>,
  nowMs: number,
): Int32Array {
  const found =
    condition === null
      ? couponPksOfKind.iterate(db, { kindId })
      : couponPksInState.iterate(db, { kindId, ...inIndex(condition, businessDate(nowMs, day)) });
  return Int32Array.from(found, ({ couponPk }) => couponPk);
}

/** What the list shows of some coupons, in the order of their keys. */
export function couponRowsOf({ db }: { readonly db: ReadDb }, pks: Int32Array, today: string): CouponRow[] {
  const rows = couponsByPk.all(db, { pks: `[${pks.join()}]` });
  const rowOf = new Map(rows.map(({ couponPk, ...row }) => [couponPk, rowOn(today)(row)]));
  return [...pks].flatMap((pk) => rowOf.get(pk) ?? []);
}

/** The coupons of a kind, in one condition or in any. */
export function couponRows(
  { db, day }: OpenStore,
  { kindId, condition, offset, limit }: z.output<typeof couponsContract.codes.input>,
  nowMs: number,
): { readonly total: number; readonly rows: CouponRow[] } {
  const today = businessDate(nowMs, day);
  const rowOf = rowOn(today);
  if (condition === null) {
    const rows = couponsOfKind.all(db, { kindId, limit, offset }).map(rowOf);
    return { total: couponKindInForce.get(db, { kindId })?.issued ?? 0, rows };
  }
  const where = { kindId, ...inIndex(condition, today) };
  return {
    total: countCouponsInState.get(db, where)?.total ?? 0,
    rows: couponsInState.all(db, { ...where, limit, offset }).map(rowOf),
  };
}

const isOpen = ({ condition }: MemberCoupon): boolean => condition === 'open';

/** A member's coupons, open ones first. */
export function memberCoupons(
  { db, day }: OpenStore,
  memberId: Id<'member'>,
  nowMs: number,
): Outcome<MemberCoupon[], Refusal<'member-unknown'>> {
  const member = memberForSale.get(db, { memberId });
  if (!member || member.status === 'erased') return refuse('member-unknown');
  const today = businessDate(nowMs, day);
  const rows = couponsOfMember.all(db, { memberPk: member.memberPk }).map(
    ({ state, ...row }): MemberCoupon => ({
      ...row,
      condition: conditionOn({ state, throughDate: row.throughDate }, today),
    }),
  );
  return done([...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))]);
}
