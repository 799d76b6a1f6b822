import type { Act } from '../../../db/changes/act.ts';
import { tierStanding } from '../../../db/tiers/tiers.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { Tier } from '../../../shared/members/profile.ts';
import type { PurchaseFact } from '../../../shared/purchases/purchase.fact.ts';
import { type DecidedTier, decideFall, decideRise, mayRise, tierChange } from '../../../shared/tiers/decide.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { tellOfTier } from '../messages/tell-of-tier.ts';
import { countSpan } from './count-span.ts';
import { standingOf } from './standing.ts';
import { rulesOf } from './tier-rules.ts';

/** What a sale has read of its member anyway. */
export interface BuyingMember {
  readonly memberPk: number;
  /** The id that stands for the person. */
  readonly canonicalId: Id<'member'>;
  readonly status: string;
  readonly tier: Tier;
  /** All that was ever bought, before this sale. */
  readonly ever: { readonly netMinor: number; readonly purchases: number };
}

/**
 * A sale that reaches the next threshold lifts its member within its own transaction. What the summary holds says for
 * most sales that none can have been reached; only else the member's purchases in the window are counted.
 */
export function liftBySale(act: Act, store: OpenStore, member: BuyingMember, sale: PurchaseFact, ids: IdSource): void {
  const rules = rulesOf(store);
  const ever = { netMinor: member.ever.netMinor + sale.netMinor, purchases: member.ever.purchases + 1 };
  if (member.status !== 'active' || !mayRise(rules.ladder, member.tier, ever)) return;
  const count = countSpan(act.db, store, member.memberPk);
  record(
    act,
    store,
    member.canonicalId,
    decideRise(rules, member.tier, count, sale.businessDate, 'reached'),
    sale,
    ids,
  );
}

/** Goods that came back, or a sale that was voided, take a tier that rested on them. */
export function lowerByReturn(act: Act, store: OpenStore, goods: PurchaseFact, ids: IdSource): void {
  const found = goods.memberId && tierStanding.get(act.db, { memberId: goods.memberId });
  if (!found) return;
  const count = countSpan(act.db, store, found.memberPk);
  record(
    act,
    store,
    found.memberId,
    decideFall(rulesOf(store), standingOf(found), count, goods.businessDate),
    goods,
    ids,
  );
}

function record(
  act: Act,
  store: OpenStore,
  memberId: Id<'member'>,
  decided: DecidedTier | null,
  { id: purchaseId, businessDate }: PurchaseFact,
  ids: IdSource,
): void {
  if (!decided) return;
  const of = { id: ids<'tier-change'>(), memberId, purchaseId, atMs: act.nowMs, businessDate };
  act.record('tier-change', tierChange(decided, of));
  tellOfTier(act, store, { ...decided, memberId, changeId: of.id }, ids);
}
