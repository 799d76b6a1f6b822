import { setImmediate } from 'node:timers/promises';
import { audienceById } from '../../../db/audiences/audiences.queries.ts';
import {
  type AudienceCount,
  countOf,
  membersOf,
  type OnDay,
  type Who,
} from '../../../db/audiences/members-of-audience.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { listedMembers } from '../../../db/members/member-list.queries.ts';
import { calendarDate } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';

export const onDay = ({ day }: OpenStore, nowMs: number): OnDay => ({
  today: calendarDate(nowMs, day.zone),
  zone: day.zone,
});

/** Whether it is a segment as somebody writes it, or an audience that is there. */
export const isThere = (db: ReadDb, who: Who): boolean =>
  typeof who !== 'string' || audienceById.get(db, { audienceId: who })?.state === 'active';

/** Counts slice by slice: between two of them the till has its turn. */
export async function countAudience(
  store: OpenStore,
  who: Who,
  nowMs: number,
): Promise<AudienceCount & { readonly ofMembers: number }> {
  const sum = { members: 0, bySms: 0, byEmail: 0 };
  for (const slice of countOf(store.db, who, onDay(store, nowMs))) {
    sum.members += slice.members;
    sum.bySms += slice.bySms;
    sum.byEmail += slice.byEmail;
    await setImmediate();
  }
  return { ...sum, ofMembers: listedMembers.get(store.db, {})?.members ?? 0 };
}

/** The keys of the first few, as the member list's keys run. */
export async function firstOf(store: OpenStore, who: Who, limit: number, nowMs: number): Promise<Int32Array> {
  const found: number[] = [];
  for (const some of membersOf(store.db, who, onDay(store, nowMs))) {
    for (const { memberPk } of some) found.push(memberPk);
    if (found.length >= limit) break;
    await setImmediate();
  }
  return Int32Array.from(found.slice(0, limit));
}
