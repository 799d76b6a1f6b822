import { isDeepStrictEqual } from 'node:util';
import type { Act } from '../../../db/changes/act.ts';
import { buyersAfter, membersToCount, tiersToReview, untoldTiers } from '../../../db/nightly/nightly.queries.ts';
import { tierStanding } from '../../../db/tiers/tiers.queries.ts';
import { type DecidedTier, decideReview, decideRise, mayRise, tierChange } from '../../../shared/tiers/decide.ts';
import { isLadderInUse, rankOf } from '../../../shared/tiers/ladder.ts';
import { tellOfTier } from '../messages/tell-of-tier.ts';
import { countSpan } from '../tiers/count-span.ts';
import { standingOf } from '../tiers/standing.ts';
import { rulesOf } from '../tiers/tier-rules.ts';
import { type Counted, keySlice, type NightItem, type NightTerms, type Step } from './night-terms.ts';

const MEMBERS_READ = 5_000;
const PURCHASES_READ = 500;
const REVIEWS_READ = 400;
const NOTHING = { items: [], next: null } as const;

const inUse = ({ store }: NightTerms): boolean => isLadderInUse(store.programme().tiers);
const isSameLadder = ({ store, countedLadder }: NightTerms): boolean =>
  isDeepStrictEqual(store.programme().tiers, countedLadder);

/** Lifts whoever reached a tier and was not lifted by a sale: the rules changed, or the purchases were brought along. */
function lift(act: Act, { memberId }: NightItem, terms: NightTerms): Counted {
  const found = tierStanding.get(act.db, { memberId });
  if (found?.status !== 'active') return {};
  const count = countSpan(act.db, terms.store, found.memberPk);
  return record(
    act,
    found.memberId,
    decideRise(rulesOf(terms.store), found.tier, count, terms.today, 'counted'),
    terms,
  );
}

/** After the rules changed, everybody who may have reached a tier by what was ever bought is counted anew, once. */
export const countAll: Step = {
  name: 'count-all',
  read(db, terms, cursor) {
    if (!inUse(terms) || isSameLadder(terms)) return NOTHING;
    const { next, ...slice } = keySlice(cursor, 0, terms.newestMemberPk, MEMBERS_READ);
    const { tiers } = terms.store.programme();
    const items = membersToCount.all(db, slice).filter(({ tier, ...ever }) => mayRise(tiers, tier, ever));
    return { items: items.map(({ memberId, cursorPk }) => ({ memberId, cursor: String(cursorPk) })), next };
  },
  apply: lift,
};

/** Whoever bought since the night before, through whichever door the purchase came. */
export const countBuyers: Step = {
  name: 'count-buyers',
  read(db, terms, cursor) {
    if (!inUse(terms) || !isSameLadder(terms)) return NOTHING;
    const { next, ...slice } = keySlice(cursor, terms.countedPurchasePk, terms.newestPurchasePk, PURCHASES_READ);
    const items = buyersAfter.all(db, slice);
    return { items: items.map(({ memberId, cursorPk }) => ({ memberId, cursor: String(cursorPk) })), next };
  },
  apply: lift,
};

function review(act: Act, { memberId }: NightItem, terms: NightTerms): Counted {
  const found = tierStanding.get(act.db, { memberId });
  if (!found || found.status === 'erased' || found.status === 'removed') return {};
  const count = countSpan(act.db, terms.store, found.memberPk);
  return record(act, found.memberId, decideReview(rulesOf(terms.store), standingOf(found), count, terms.date), terms);
}

/** Tiers that were given by hand or brought along get the window that they are held in. */
export const takeOverTiers: Step = {
  name: 'take-over-tiers',
  read(db, terms, cursor) {
    if (!inUse(terms)) return NOTHING;
    const { next, ...slice } = keySlice(cursor, 0, terms.newestMemberPk, MEMBERS_READ);
    const items = untoldTiers.all(db, slice);
    return { items: items.map(({ memberId, cursorPk }) => ({ memberId, cursor: String(cursorPk) })), next };
  },
  apply: review,
};

/** Tiers whose window and grace are over: only those are read, by the index of the day. */
export const reviewTiers: Step = {
  name: 'review-tiers',
  read(db, terms, cursor) {
    if (!inUse(terms)) return NOTHING;
    const [afterDate = '', afterPk = '0'] = cursor.split(' ');
    const after = { date: terms.date, afterDate, afterPk: Number(afterPk), limit: REVIEWS_READ };
    const items = tiersToReview.all(db, after).map(({ memberId, reviewOn, cursorPk }) => ({
      memberId,
      cursor: `${reviewOn} ${cursorPk}`,
    }));
    return { items, next: items.length < REVIEWS_READ ? null : (items.at(-1)?.cursor ?? null) };
  },
  apply: review,
};

function record(
  act: Act,
  memberId: NightItem['memberId'],
  decided: DecidedTier | null,
  { store, ids, date }: NightTerms,
): Counted {
  if (!decided) return {};
  const of = { id: ids<'tier-change'>(), memberId, purchaseId: null, atMs: act.nowMs, businessDate: date };
  act.record('tier-change', tierChange(decided, of));
  tellOfTier(act, store, { ...decided, memberId, changeId: of.id }, ids);
  if (decided.reason === 'taken-over') return { takenOver: 1 };
  if (decided.from === decided.to) return { kept: 1 };
  return rankOf(decided.to) > rankOf(decided.from) ? { rose: 1 } : { fell: 1 };
}
