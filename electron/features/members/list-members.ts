import type { z } from 'zod';
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
import type { MemberRow, membersContract } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { calendarDate } from '../../../shared/kernel/instant.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { keptOrdersOf } from '../lists/kept-orders.ts';
import { type Matches, orderAs, orderByKey, type RowOrder } from '../lists/order-rows.ts';
import { inSlices, matchesOf, pksOf } from '../lists/read-matches.ts';

type ListInput = z.output<typeof membersContract.list.input>;
/** Which members, and in what order. */
export type MemberQuestion = Pick<ListInput, 'q' | 'where' | 'sort' | 'descending'>;

const keptOrders = keptOrdersOf([
  'member',
  'member-card',
  'member-alias',
  'consent-event',
  'purchase',
  'points-entry',
  'audience',
  'audience-entry',
]);

/** Names change seldom, so their order outlives the sales that move every other. */
const keptNames = keptOrdersOf(['member']);
/** Those whom a search found lie apart, so fewer are read in one go. */
const FOUND_SLICE_ROWS = 16_384;
/** What stands beside the summary, as the store's own fields do, takes some twenty times as long to look at. */
const BESIDE_SLICE_ROWS = 4_096;

/** A window of the member list by position, and how many rows match. */
export async function listMembers(
  store: OpenStore,
  { offset, limit, ...question }: ListInput,
  nowMs: number,
): Promise<{ total: number; rows: MemberRow[] }> {
  const order = await orderOfMembers(store, question, nowMs);
  return { total: order.length, rows: memberRowsOf(store, order.subarray(offset, offset + limit), maskPhone) };
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
export function orderOfMembers(store: OpenStore, question: MemberQuestion, nowMs: number): Promise<RowOrder> {
  const { db, day } = store;
  const today = calendarDate(nowMs, day.zone);
  return keptOrders(db).of(db, JSON.stringify([question, today]), async () => {
    const { q, where, sort, descending } = question;
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
    if (sort === 'name') return orderAs(slices, await orderOfNames(db), descending);
    // 0 is no visit at all.
    return orderByKey(slices, sort === 'lastVisitDate' ? { descending, none: 0 } : { descending });
  });
}

const orderOfNames = (db: ReadDb): Promise<RowOrder> =>
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
