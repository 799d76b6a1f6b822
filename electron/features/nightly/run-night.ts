import { type Act, perform } from '../../../db/changes/act.ts';
import { diskRefusalOf } from '../../../db/kernel/disk-refusal.ts';
import { newestMemberPk, nights, putNight } from '../../../db/nightly/nightly.queries.ts';
import { newestPurchasePk } from '../../../db/purchases/purchases.queries.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { addDays, businessDate } from '../../../shared/kernel/instant.ts';
import {
  dayStartMs,
  MOST_DAYS_ALONE,
  MOST_FAILURES,
  NIGHT_STEPS,
  type NightCounts,
  type NightFailure,
  type NightStep,
  NO_COUNTS,
  nextNight,
} from '../../../shared/nightly/night.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { birthdayGifts } from './birthday-gifts.ts';
import { countAll, countBuyers, reviewTiers, takeOverTiers } from './count-tiers.ts';
import { meetAutomations } from './meet-automations.ts';
import type { Counted, NightItem, NightTerms, Step } from './night-terms.ts';
import { pointsByDay } from './points-by-day.ts';
import { tellExpiries } from './tell-expiries.ts';

export type Night = NonNullable<ReturnType<typeof nights.get>>;

const STEPS: Readonly<Record<NightStep, Step>> = {
  'count-all': countAll,
  'count-buyers': countBuyers,
  'take-over-tiers': takeOverTiers,
  'review-tiers': reviewTiers,
  'points-by-day': pointsByDay,
  'birthday-gifts': birthdayGifts,
  'tell-expiries': tellExpiries,
  'meet-automations': meetAutomations,
};

/** A chunk holds the till up no longer than this, its commit apart. */
const CHUNK_MS = 25;
/** More changes than one item makes. */
const ROOM_FOR_AN_ITEM = 20;

/** The last night that was begun. */
export const lastNight = ({ db }: OpenStore): Night | undefined => nights.get(db, { limit: 1 });

/** How many days wait for somebody to say that the date is right; 0 for none. */
export function daysInDoubt(store: OpenStore, nowMs: number): number {
  const last = lastNight(store);
  const next = last ? nextNight(last.date, businessDate(nowMs, store.day)) : null;
  return next && next.days > MOST_DAYS_ALONE ? next.days : 0;
}

/** The night to work on: the one that was begun, else the next one that is due, begun now. Null where none is. */
function openNight(store: OpenStore, nowMs: number): Night | null {
  const last = lastNight(store);
  if (last && last.endedAtMs === null) return last;
  const next = nextNight(last?.date ?? null, businessDate(nowMs, store.day));
  return next && begin(store, next.date, nowMs);
}

const begin = (store: OpenStore, date: string, nowMs: number, before?: Night): Night => ({
  date,
  startedAtMs: nowMs,
  endedAtMs: null,
  step: NIGHT_STEPS[0],
  cursor: '',
  throughPurchasePk: newestPurchasePk.get(store.db, {})?.purchasePk ?? 0,
  ladder: store.programme().tiers,
  // What was released is counted, not written, and so counted anew.
  counts: before ? { ...before.counts, pointsReleased: 0 } : NO_COUNTS,
  failures: [],
});

/** Begins the last night once more, for whoever wants to see now what is due: what was done is not done twice. */
export function beginAgain(store: OpenStore, nowMs: number): void {
  const last = lastNight(store);
  if (!last || last.endedAtMs === null || nextNight(last.date, businessDate(nowMs, store.day))) return;
  perform(store.db, nowMs, (act) => putNight.run(act.db, begin(store, last.date, nowMs, last)));
}

/**
 * Does the next few milliseconds of the night's work in one transaction, with how far it came. Returns false where there
 * is nothing to do. After a kill it goes on with the chunk that was not committed.
 */
export function runNight(store: OpenStore, clock: () => number, ids: IdSource): boolean {
  const nowMs = clock();
  const night = openNight(store, nowMs);
  if (!night) return false;
  const step = STEPS[night.step];
  const terms = termsOf(store, night, nowMs, ids);
  const slice = step.read(store.db, terms, night.cursor);
  try {
    doTogether(store, night, step, slice, terms, nowMs);
  } catch (error) {
    if (diskRefusalOf(error)) throw error;
    doApart(store, night, step, slice, terms, nowMs);
  }
  return true;
}

type Read = ReturnType<Step['read']>;

function doTogether(store: OpenStore, night: Night, step: Step, slice: Read, terms: NightTerms, nowMs: number): void {
  const began = performance.now();
  perform(store.db, nowMs, (act) => {
    let counts = night.counts;
    for (const [index, item] of slice.items.entries()) {
      if (index > 0 && (performance.now() - began > CHUNK_MS || act.room().changes < ROOM_FOR_AN_ITEM)) {
        const done = slice.items[index - 1] as NightItem;
        return putNight.run(act.db, { ...night, cursor: done.cursor, counts });
      }
      counts = add(counts, step.apply(act, item, terms));
    }
    return finish(act, night, slice, counts, night.failures);
  });
}

/** One of the items cannot be done: each gets a transaction of its own, and those that fail are told. */
function doApart(store: OpenStore, night: Night, step: Step, slice: Read, terms: NightTerms, nowMs: number): void {
  let { counts } = night;
  const failures: NightFailure[] = [...night.failures];
  for (const item of slice.items)
    try {
      counts = add(
        counts,
        perform<Counted>(store.db, nowMs, (act) => step.apply(act, item, terms)),
      );
    } catch (error) {
      if (diskRefusalOf(error)) throw error;
      counts = add(counts, { failed: 1 });
      const { code, name } = error as { readonly code?: string; readonly name: string };
      if (failures.length < MOST_FAILURES)
        failures.push({ step: step.name, memberId: item.memberId, code: code ?? name });
    }
  perform(store.db, nowMs, (act) => finish(act, night, slice, counts, failures));
}

/** The slice is done: on to the next one, the next step, or the end. */
function finish(act: Act, night: Night, slice: Read, counts: NightCounts, failures: Night['failures']): number {
  const done = { ...night, counts: add(counts, slice.counted ?? {}), failures };
  if (slice.next !== null) return putNight.run(act.db, { ...done, cursor: slice.next });
  const following = NIGHT_STEPS[NIGHT_STEPS.indexOf(night.step) + 1];
  return putNight.run(
    act.db,
    following ? { ...done, step: following, cursor: '' } : { ...done, endedAtMs: act.nowMs, cursor: '' },
  );
}

function add(counts: NightCounts, counted: Counted): NightCounts {
  const sums = { ...counts };
  for (const [name, count] of Object.entries(counted) as [keyof NightCounts, number][]) sums[name] += count;
  return sums;
}

function termsOf(store: OpenStore, night: Night, nowMs: number, ids: IdSource): NightTerms {
  const before = nights.all(store.db, { limit: 2 }).find(({ date }) => date < night.date);
  return {
    store,
    ids,
    date: night.date,
    today: businessDate(nowMs, store.day),
    nowMs,
    fromMs: dayStartMs(before?.date ?? addDays(night.date, -1), store.day),
    throughMs: dayStartMs(night.date, store.day),
    countedPurchasePk: before?.throughPurchasePk ?? 0,
    countedLadder: before?.ladder ?? null,
    newestPurchasePk: night.throughPurchasePk,
    newestMemberPk: newestMemberPk.get(store.db, {})?.memberPk ?? 0,
  };
}
