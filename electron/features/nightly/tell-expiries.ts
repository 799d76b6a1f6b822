import { untoldExpiries } from '../../../db/messages/notices.queries.ts';
import { heldLots } from '../../../db/points/points.queries.ts';
import { addDays, startOfDate } from '../../../shared/kernel/instant.ts';
import { expiryRestDays } from '../../../shared/messages/notice.ts';
import { lastDayOf } from '../messages/message-values.ts';
import { noticeSettings } from '../messages/notice-settings.ts';
import { sendNotice } from '../messages/send-notice.ts';
import { keySlice, type NightItem, type NightTerms, type Step } from './night-terms.ts';

const MEMBERS_READ = 4_000;

interface Ending extends NightItem {
  readonly memberPk: number;
  readonly toldUntilMs: number;
}

/** Points end at midnight: those of the last day that a notice of today reaches end when that day is over. */
const reach = ({ store, today }: NightTerms, days: number) => startOfDate(addDays(today, days + 1), store.day.zone);

/**
 * Tells members of points that end soon, each lot once and not every day anew. Looks at points as they stand, so nights
 * that are caught up leave it to the one of today.
 */
export const tellExpiries: Step<Ending> = {
  name: 'tell-expiries',
  read(db, terms, cursor) {
    const { store, date, today, nowMs, newestMemberPk } = terms;
    const { expiryDays, notices } = noticeSettings(store);
    if (date !== today || notices['points-expiring'].by === 'off') return { items: [], next: null };
    const { next, ...slice } = keySlice(cursor, 0, newestMemberPk, MEMBERS_READ);
    const untilMs = reach(terms, expiryDays);
    const restMs = reach(terms, expiryDays - expiryRestDays(expiryDays));
    const found = untoldExpiries.all(db, { ...slice, storeId: store.facts.storeId, nowMs, untilMs, restMs });
    return { items: found.map((each) => ({ ...each, cursor: String(each.memberPk) })), next };
  },
  apply(act, { memberId, memberPk, toldUntilMs }, terms) {
    const { store, ids } = terms;
    const untilMs = reach(terms, noticeSettings(store).expiryDays);
    const fromMs = Math.max(act.nowMs, toldUntilMs);
    const ending = heldLots
      .all(act.db, { memberPk, holderId: store.facts.storeId })
      .filter(({ expiresAtMs }) => expiresAtMs !== null && expiresAtMs > fromMs && expiresAtMs <= untilMs);
    const points = ending.reduce((sum, { heldPoints }) => sum + heldPoints, 0);
    if (points === 0) return {};
    const firstMs = Math.min(...ending.map(({ expiresAtMs }) => expiresAtMs ?? untilMs));
    const isTold = sendNotice(
      act,
      {
        kind: 'points-expiring',
        memberId,
        about: String(untilMs),
        given: (language) => ({
          expiringPoints: new Intl.NumberFormat(language).format(points),
          expiryDate: lastDayOf(store, firstMs, language),
        }),
      },
      { store, ids },
    );
    return isTold ? { told: 1 } : {};
  },
};
