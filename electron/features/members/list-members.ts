import type { z } from 'zod';
import { valueReckonedAt } from '../../../db/analysis/value.queries.ts';
import { inAudience } from '../../../db/audiences/members-of-audience.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { type Clause, looksBeside } from '../../../db/kernel/define-filtered.ts';
import { memberClauses } from '../../../db/members/member-conditions.ts';
import {
  FINDS,
  lastMemberPk,
  MATCHES_AMONG_FOUND,
  MATCHES_IN_RANGE,
  type MemberSortKey,
  memberRows,
  membersInNameOrder,
  standingFor,
} from '../../../db/members/member-list.queries.ts';
import { MEMBER_SORTS, type MemberRow, type membersContract } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { calendarDate } from '../../../shared/kernel/instant.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { keptWhileTrueOf } from '../lists/kept-while-true.ts';
import { type Matches, orderAs, orderByKey, type RowOrder, rowsOf } from '../lists/order-rows.ts';
import { inSlices, matchesOf, pksOf } from '../lists/read-matches.ts';
import { type MemberColumns, readMemberColumns } from './member-columns.ts';

type ListInput = z.output<typeof membersContract.list.input>;
/** Which members, and in what order. */
export type MemberQuestion = Pick<ListInput, 'q' | 'where' | 'sort' | 'descending'>;

const SHOWN = [
  'member',
  'member-card',
  'member-alias',
  'consent-event',
  'purchase',
  'points-entry',
  'audience',
  'audience-entry',
] as const;
const keptOrders = keptWhileTrueOf<RowOrder>(SHOWN);
const keptColumns = keptWhileTrueOf<MemberColumns>(SHOWN);

/** Names change seldom, so their order outlives the sales that move every other. */
const keptNames = keptWhileTrueOf<Int32Array>(['member']);
/** Those whom a search found lie apart, so fewer are read in one go. */
const FOUND_SLICE_ROWS = 16_384;
/** What stands beside the summary, as the store's own fields do, takes some twenty times as long to look at. */
const BESIDE_SLICE_ROWS = 4_096;

/** A window of the member list by position, and how many rows match. */
export async function listMembers(
  store: OpenStore,
  { offset, limit, descending, ...question }: ListInput,
  nowMs: number,
): Promise<{ total: number; rows: MemberRow[] }> {
  const order = await knownOrder(store, question, nowMs);
  const pks = rowsOf(order, descending, offset, limit);
  return { total: order.sorted.length + order.without.length, rows: memberRowsOf(store, pks, maskPhone) };
}

/** What the list shows of some members, in the order of their keys. `shown` says how a phone number may be shown. */
export function memberRowsOf(
  { db }: { readonly db: ReadDb },
  pks: Int32Array,
  shown: (e164: string) => string,
): MemberRow[] {
  const rows = memberRows.all(db, { pks: `[${pks.join()}]` });
  const rowOf = new Map(
    rows.map(({ memberPk, phone, custom, ...row }) => [
      memberPk,
      { ...row, phoneMasked: phone && shown(phone), custom: custom ?? {} },
    ]),
  );
  return [...pks].flatMap((pk) => rowOf.get(pk) ?? []);
}

/** The primary keys of all members that a filter leaves, in the order of the list. */
export const orderOfMembers = async (
  store: OpenStore,
  { descending, ...question }: MemberQuestion,
  nowMs: number,
): Promise<Int32Array> => rowsOf(await knownOrder(store, question, nowMs), descending);

/** One order serves both ways. */
function knownOrder(store: OpenStore, question: Omit<MemberQuestion, 'descending'>, nowMs: number): Promise<RowOrder> {
  const { db, day } = store;
  const today = calendarDate(nowMs, day.zone);
  const { q, where, sort } = question;
  const isEveryone = q === '' && where.length === 0;
  // A reckoning moves the fifths that members are asked for, and is no fact.
  const reckonedAtMs = isEveryone ? null : (valueReckonedAt.get(db, {})?.atMs ?? null);
  const asked = (by: typeof sort) => JSON.stringify([{ ...question, sort: by }, today, reckonedAtMs]);
  const isSortedAnew = isEveryone && MEMBER_SORTS.some((by) => by !== sort && keptOrders(db).knows(db, asked(by)));
  return keptOrders(db).of(db, asked(sort), async () => {
    if (isSortedAnew) return orderOfEveryone(db, sort);
    const key: MemberSortKey = sort === 'name' ? 'none' : sort;
    const onDay = { today, zone: day.zone };
    const clauses = memberClauses(where, {
      ...onDay,
      inAudience: (audienceId) => inAudience(db, audienceId as Id<'audience'>, onDay),
    });
    const isBeside = clauses.some(looksBeside);
    const slices =
      q === ''
        ? inSlices(
            db,
            MATCHES_IN_RANGE[key].where(clauses),
            lastMemberPk.get(db, {})?.pk ?? 0,
            isBeside ? BESIDE_SLICE_ROWS : undefined,
          )
        : amongFound(store, key, clauses, q, isBeside ? BESIDE_SLICE_ROWS : FOUND_SLICE_ROWS);
    if (sort === 'name') return orderAs(slices, await orderOfNames(db));
    // 0 is no visit at all.
    return orderByKey(slices, sort === 'lastVisitDate' ? 0 : undefined);
  });
}

/**
 * Of all members, once they are sorted by one thing after another: what each has of all of these is read together, in
 * twice the time of one, and every other order is there at once.
 */
async function orderOfEveryone(db: ReadDb, sort: MemberQuestion['sort']): Promise<RowOrder> {
  const { pks, keys } = await keptColumns(db).of(db, 'everyone', () => readMemberColumns(db));
  if (sort === 'name') return orderAs([{ pks, keys: pks }], await orderOfNames(db));
  return orderByKey([{ pks, keys: keys[sort] }], sort === 'lastVisitDate' ? 0 : undefined);
}

const orderOfNames = (db: ReadDb): Promise<Int32Array> =>
  keptNames(db).of(db, 'names', async () => Int32Array.from(pksOf(membersInNameOrder.get(db, {}))));

function* amongFound(
  { db, phoneRegion }: OpenStore,
  key: MemberSortKey,
  clauses: readonly Clause[],
  q: string,
  rows: number,
): Generator<Matches> {
  const lower = q.toLowerCase().replace(/\s/g, '');
  const terms = { q, end: afterPrefix(q), lower, lowerEnd: afterPrefix(lower), phone: toE164(q, phoneRegion) ?? q };
  const standFor = new Map(standingFor.all(db, {}).map(({ mergedPk, memberPk }) => [mergedPk, memberPk]));
  const found = inOrder(FINDS.map((find) => pksOf(find.get(db, terms)).map((pk) => standFor.get(pk) ?? pk)));
  const matches = MATCHES_AMONG_FOUND[key].where(clauses);
  for (let at = 0; at < found.length; at += rows)
    yield matchesOf(matches.get(db, { found: `[${found.slice(at, at + rows).join()}]` }));
}

/** All keys of some lists, ascending, each once. */
function inOrder(lists: readonly (readonly number[])[]): Int32Array {
  const all = Int32Array.from(lists.flat()).toSorted();
  return all.filter((pk, at) => at === 0 || pk !== all[at - 1]);
}
