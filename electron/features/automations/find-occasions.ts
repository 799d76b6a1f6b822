import {
  birthdayOccasions,
  expiryOccasions,
  friendsReferred,
  lapsedOccasions,
  purchaseOccasions,
  referrersOfFriends,
  secondPurchaseOccasions,
  tierOccasions,
  welcomeOccasions,
} from '../../../db/automations/occasions.queries.ts';
import type { AutomationTerms } from '../../../shared/automations/automation.ts';
import { AS_FRIEND, type Occasion } from '../../../shared/automations/decide-occasion.ts';
import type { DueDays } from '../../../shared/automations/due.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { addDays, businessDate, startOfDate } from '../../../shared/kernel/instant.ts';
import { birthdayCodesBetween, birthdayIn } from '../../../shared/members/birthday.ts';
import type { Birthday } from '../../../shared/members/profile.ts';
import { dayStartMs } from '../../../shared/nightly/night.ts';
import { firstStampAt } from '../../../shared/sync/hlc.ts';
import { isRise } from '../../../shared/tiers/ladder.ts';
import type { OpenStore } from '../../api/open-store.ts';

export interface FoundOccasion extends Occasion {
  readonly memberPk: number;
  readonly memberId: Id<'member'>;
}

/** Members by their keys: after one, until another. */
export interface MemberSlice {
  readonly afterPk: number;
  readonly untilPk: number;
}

const after = (date: string, days: number) => ({ occasion: date, dueOn: addDays(date, days) });

/** A business date may begin this long before the calendar's in the store's zone. */
const MARGIN_MS = 2 * 86_400_000;

/**
 * The occasions of an automation that are due on some days, of a slice of members, as things stand now: those of one
 * member follow each other. Whether one was met already, and by whom, is asked apart.
 */
export function findOccasions(
  { db, day, facts: { storeId } }: OpenStore,
  { automationPk, terms: { occasion: asked } }: { readonly automationPk: number; readonly terms: AutomationTerms },
  due: DueDays,
  slice: MemberSlice,
  nowMs: number,
): FoundOccasion[] {
  const of = { ...slice, storeId };
  /** The days that lie so long before those on which it is due. */
  const before = (days: number) => ({ from: addDays(due.from, -days), through: addDays(due.through, -days) });
  switch (asked.kind) {
    case 'birthday': {
      const days = before(-asked.daysBefore);
      const codes = JSON.stringify(birthdayCodesBetween(days.from, days.through));
      return birthdayOccasions.all(db, { ...of, codes }).flatMap(({ birthday, ...member }) => {
        const next = birthdayWithin(birthday, days);
        return next ? [{ ...member, occasion: String(next.year), dueOn: addDays(next.date, -asked.daysBefore) }] : [];
      });
    }
    case 'welcome': {
      const days = before(asked.delayDays);
      const instants = { fromMs: dayStartMs(days.from, day), untilMs: dayStartMs(addDays(days.through, 1), day) };
      return welcomeOccasions.all(db, { ...of, ...instants }).map(({ enrolledAtMs, ...member }) => ({
        ...member,
        occasion: 'welcome',
        dueOn: addDays(businessDate(enrolledAtMs, day), asked.delayDays),
      }));
    }
    case 'second-purchase':
      return secondPurchaseOccasions
        .all(db, { ...of, ...before(asked.days) })
        .map(({ date, ...member }) => ({ ...member, ...after(date, asked.days) }));
    case 'lapsed':
      return lapsedOccasions
        .all(db, { ...of, ...before(asked.days) })
        .map(({ date, ...member }) => ({ ...member, ...after(date, asked.days) }));
    case 'after-purchase': {
      const days = before(asked.days);
      const sinceStamp = firstStampAt(startOfDate(days.from, day.zone) - MARGIN_MS);
      return purchaseOccasions
        .all(db, { ...of, ...days, sinceStamp, categoryId: asked.categoryId })
        .map(({ purchaseId, date, ...member }) => ({
          ...member,
          occasion: purchaseId,
          dueOn: addDays(date, asked.days),
        }));
    }
    case 'referral': {
      const { leastMinor, whom } = asked;
      const terms = { ...of, ...before(asked.days), leastMinor };
      const friends = whom === 'referrer' ? [] : friendsReferred.all(db, terms);
      const referrers = whom === 'friend' ? [] : referrersOfFriends.all(db, terms);
      return [
        ...friends.map(({ friendId: _, date, ...member }) => ({
          ...member,
          ...after(date, asked.days),
          occasion: AS_FRIEND,
        })),
        ...referrers.map(({ friendId, date, ...member }) => ({
          ...member,
          ...after(date, asked.days),
          occasion: friendId,
        })),
      ].toSorted((one, other) => one.memberPk - other.memberPk);
    }
    case 'tier-change':
      return tierOccasions
        .all(db, { ...of, ...due })
        .filter((change) => isRise(change) === (asked.direction === 'up'))
        .map(({ memberPk, memberId, changeId, date }) => ({ memberPk, memberId, occasion: changeId, dueOn: date }));
    case 'points-expiring': {
      // Points end at midnight; what is told of is named by the instant until which it reaches.
      const untilMs = startOfDate(addDays(due.through, asked.days + 1), day.zone);
      const { leastPoints } = asked;
      return expiryOccasions
        .all(db, { ...of, automationPk, nowMs, untilMs, leastPoints })
        .map(({ memberPk, memberId }) => ({ memberPk, memberId, occasion: String(untilMs), dueOn: due.through }));
    }
  }
}

/** The birthday that counts on one of these days, and the year of its own calendar in which it does. */
function birthdayWithin(birthday: Birthday, { from, through }: DueDays) {
  const first = Number(from.slice(0, 4)) - 1;
  for (let year = first; year <= Number(through.slice(0, 4)); year += 1) {
    const date = birthdayIn(birthday, year);
    if (from <= date && date <= through) return { year, date };
  }
  return null;
}
