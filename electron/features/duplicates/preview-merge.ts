import { activeCards, memberById, memberProfile } from '../../../db/members/members.queries.ts';
import { heldLots } from '../../../db/points/points.queries.ts';
import type { MergePreview, MergePreviewSide } from '../../../shared/contract/duplicates.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { inForce, strictest } from '../../../shared/members/consent.ts';
import { type MergeSide, ownValues, proposeCanonical, proposeValues } from '../../../shared/members/merge.ts';
import { isGone } from '../../../shared/members/profile.ts';
import { availablePoints } from '../../../shared/points/redeem.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { memberCard } from '../members/member-card.ts';
import { mergeSides } from './merge-sides.ts';

type PreviewOutcome = Outcome<MergePreview, Refusal<'member-unknown' | 'already-merged' | 'member-erased'>>;

/** The ids side by side, what a merge would keep of each and why, and what the merged member would have. */
export function previewMerge(store: OpenStore, memberIds: readonly Id<'member'>[], nowMs: number): PreviewOutcome {
  const found = mergeSides(store.db, memberIds, store.phoneRegion);
  if (found.length < memberIds.length) return refuse('member-unknown');
  if (found.some(({ status }) => isGone(status))) return refuse('member-erased');
  if (found.some(({ canonicalId }) => canonicalId !== null)) return refuse('already-merged');
  const canonicalId = proposeCanonical(found);
  const proposals = proposeValues(found, canonicalId);
  const sides = found.flatMap((side) => sideOf(store, side, nowMs) ?? []);
  const lots = found.flatMap(({ memberId }) => lotsOf(store, memberId));
  const debtPoints = sum(sides, ({ card }) => card.debtPoints);
  const tier = found.find(({ memberId }) => memberId === proposals.tier?.from)?.values.tier ?? 'member';
  return done({
    sides,
    canonicalId,
    proposals: Object.fromEntries(
      Object.entries(proposals).flatMap(([field, proposal]) => (proposal ? [[field, proposal]] : [])),
    ),
    joint: {
      purchases: sum(sides, (side) => side.purchases),
      netMinor: sum(sides, (side) => side.netMinor),
      balancePoints: sum(sides, (side) => side.balancePoints),
      availablePoints: availablePoints({ status: 'active', debtPoints, lots }, nowMs),
      debtPoints,
      lots: lots.length,
      cards: sides.flatMap(({ cards }) => cards),
      tier,
      consents: jointConsents(found),
    },
  });
}

const lotsOf = ({ db, facts }: OpenStore, memberId: Id<'member'>) => {
  const known = memberById.get(db, { memberId });
  return known ? heldLots.all(db, { memberPk: known.memberPk, holderId: facts.storeId }) : [];
};

const sum = (sides: readonly MergePreviewSide[], of: (side: MergePreviewSide) => number): number =>
  sides.reduce((total, side) => total + of(side), 0);

function jointConsents(sides: readonly MergeSide[]): MergePreview['joint']['consents'] {
  const withdrawn = strictest(sides.map(({ consents }) => consents)).map(({ purpose }) => purpose);
  return inForce(sides.flatMap(({ consents }) => consents)).map(({ purpose, given }) => ({
    purpose,
    given: given && !withdrawn.includes(purpose),
  }));
}

function sideOf(store: OpenStore, { memberId, values, consents, ...side }: MergeSide, nowMs: number) {
  const { db } = store;
  const card = memberCard(store, memberId, nowMs);
  const known = memberById.get(db, { memberId });
  const profile = memberProfile.get(db, { memberId });
  if (!card || !known || !profile) return null;
  const { email, gender, birthday, address, note, wechatId } = values;
  return {
    card,
    email,
    gender,
    birthday,
    address,
    note,
    wechatId,
    custom: ownValues(values),
    enrolledAtMs: side.enrolledAtMs,
    purchases: side.purchases,
    netMinor: profile.netMinor,
    balancePoints: known.balancePoints,
    lots: lotsOf(store, memberId).length,
    cards: activeCards.all(db, { memberId }).map(({ number }) => number),
    consents: consents.map(({ purpose, given }) => ({ purpose, given })),
  };
}
