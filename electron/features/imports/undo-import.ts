import { setImmediate } from 'node:timers/promises';
import { type Act, perform } from '../../../db/changes/act.ts';
import {
  cardState,
  categoryUsed,
  earlierFactOfCard,
  earlierFactOfProduct,
  earlierFactsOfMember,
  lotHeld,
  memberStamps,
  memberUse,
  productSold,
  purchaseUse,
} from '../../../db/imports/import-findings.queries.ts';
import {
  actToUndo,
  changesToUndo,
  importRun,
  putKept,
  putUndoneFrom,
} from '../../../db/imports/import-runs.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { activeCards, consentsOf, membersByCard } from '../../../db/members/members.queries.ts';
import type { KeptReason, KeptSubject } from '../../../shared/imports/run.ts';
import { undonePurchase } from '../../../shared/imports/undone-purchase.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate, type Clock, type DayRule } from '../../../shared/kernel/instant.ts';
import { minus } from '../../../shared/kernel/minus.ts';
import type { ConsentEventFact, MemberCardFact, MemberFact } from '../../../shared/members/member.facts.ts';
import { profileOf, profileValues } from '../../../shared/members/profile-values.ts';
import type { PointsEntryFact } from '../../../shared/points/points-entry.fact.ts';
import type { CategoryFact, ProductFact } from '../../../shared/products/product.facts.ts';
import type { PurchaseFact } from '../../../shared/purchases/purchase.fact.ts';

export interface UndoOrder {
  readonly importId: Id<'import'>;
  readonly storeId: Id<'store'>;
  readonly staffId: Id<'staff'> | null;
  readonly day: DayRule;
}

export interface UndoRun {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly isHalted: () => boolean;
  readonly onChunk?: () => void;
  /** Moves the write-ahead log into the database, before it is so long that a sale would have to. */
  readonly checkpoint?: () => Promise<void>;
}

const CHUNK_MS = 40;
const MOST_CHANGES = 200;
const CHUNKS_A_CHECKPOINT = 20;

/**
 * Undoes an import as a whole: walks what it wrote backwards through the change log and reverses each fact by a fact.
 * What was used or changed since stays, and is listed with the reason. In chunks like the import itself, and as safe
 * against a kill. Returns whether all of it is undone.
 */
export async function undoImport(db: ReadDb, order: UndoOrder, run: UndoRun): Promise<boolean> {
  for (let chunks = 1; ; chunks += 1) {
    if (run.isHalted()) return false;
    if (!undoChunk(db, order, run)) return true;
    run.onChunk?.();
    await setImmediate();
    if (chunks % CHUNKS_A_CHECKPOINT === 0) await run.checkpoint?.();
  }
}

type Change = ReturnType<typeof changesToUndo.all>[number];

/** One change that is taken back, with what its reversal needs. */
interface Reversal extends UndoOrder {
  readonly act: Act;
  readonly ids: IdSource;
  readonly change: Change;
  readonly body: unknown;
  keep(subjectKind: KeptSubject, subjectId: Id, reason: KeptReason): void;
}

function undoChunk(db: ReadDb, order: UndoOrder, { clock, ids }: UndoRun): boolean {
  const began = performance.now();
  return perform<boolean>(db, clock(), (act) => {
    const importPk = importRun.get(act.db, { importId: order.importId })?.importPk;
    if (importPk === undefined) throw new Error('an import that was not begun');
    const next = actToUndo.get(act.db, { importPk });
    if (!next) return false;
    let { beforePk } = next;
    for (const change of changesToUndo.all(act.db, { ...next, limit: MOST_CHANGES })) {
      if (beforePk < next.beforePk && performance.now() - began > CHUNK_MS) break;
      beforePk = change.changePk;
      // Its person was erased since: nothing of it is left to take back.
      if (change.body === null) continue;
      const keep: Reversal['keep'] = (subjectKind, subjectId, reason) =>
        void putKept.run(act.db, { importPk, subjectKind, subjectId: subjectId as Id<'anything'>, reason });
      const body: unknown = JSON.parse(Buffer.from(change.body).toString('utf8'));
      REVERSE[change.kind]?.({ ...order, act, ids, change, body, keep }, importPk);
    }
    putUndoneFrom.run(act.db, { importPk, firstPk: next.firstPk, undoneFromPk: beforePk });
    return true;
  });
}

const REVERSE: Readonly<Record<string, (reversal: Reversal, importPk: number) => void>> = {
  'points-entry': reversePoints,
  'member-card': reverseCard,
  'consent-event': reverseConsent,
  member: (reversal, importPk) =>
    (reversal.body as MemberFact).enrolment ? reverseEnrolment(reversal, importPk) : reverseEdit(reversal),
  product: reverseProduct,
  category: reverseCategory,
  purchase: reversePurchase,
};

function reversePoints(reversal: Reversal): void {
  const { act, ids, importId, staffId, day, keep } = reversal;
  const fact = reversal.body as PointsEntryFact;
  if (fact.kind === 'opening') {
    const held = lotHeld.get(act.db, fact)?.heldPoints ?? 0;
    if (held !== fact.points) {
      keep('member', fact.memberId, 'points-used');
      return;
    }
  }
  act.record('points-entry', {
    ...fact,
    id: ids<'points-entry'>(),
    points: minus(fact.points),
    debtPoints: minus(fact.debtPoints),
    actId: importId as Id as Id<'act'>,
    atMs: act.nowMs,
    businessDate: businessDate(act.nowMs, day),
    staffId,
    lot: null,
  });
}

/** A card or a consent of somebody whom the import enrolled goes with the enrolment, or stays with it. */
const isOfEnrolment = ({ act, importId, change }: Reversal, memberId: Id<'member'>): boolean =>
  earlierFactsOfMember
    .all(act.db, { memberId, beforePk: change.changePk })
    .some((known) => enrolledBy(known.body) === importId);

function reverseCard(reversal: Reversal): void {
  const { act, change, keep } = reversal;
  const fact = reversal.body as MemberCardFact;
  if (isOfEnrolment(reversal, fact.memberId)) return;
  const state = cardState.get(act.db, { cardId: fact.id })?.state;
  if (fact.state === 'active') {
    if (state === 'active') act.record('member-card', { ...fact, state: 'replaced' });
    else keep('member', fact.memberId, 'changed-since');
    return;
  }
  const before = earlierFactOfCard.get(act.db, {
    memberId: fact.memberId,
    cardId: fact.id,
    beforePk: change.changePk,
  });
  const isFree = membersByCard.all(act.db, { number: fact.number, limit: 1 }).length === 0;
  const hasOther = activeCards.all(act.db, { memberId: fact.memberId }).length > 0;
  if (before && state === fact.state && isFree && !hasOther)
    act.record('member-card', JSON.parse(Buffer.from(before.body).toString('utf8')) as MemberCardFact);
}

/** What was said before counts again; of who was never asked a “yes” is withdrawn. */
function reverseConsent(reversal: Reversal): void {
  const { act, ids, staffId, keep } = reversal;
  const fact = reversal.body as ConsentEventFact;
  if (isOfEnrolment(reversal, fact.memberId)) return;
  const said = consentsOf.all(act.db, fact).filter(({ purpose }) => purpose === fact.purpose);
  if (said.at(-1)?.eventId !== fact.id) {
    keep('member', fact.memberId, 'changed-since');
    return;
  }
  const given = said.find(({ eventId }) => eventId === fact.supersedesId)?.given ?? false;
  if (given === fact.given) return;
  act.record('consent-event', {
    ...fact,
    id: ids<'consent-event'>(),
    given,
    staffId,
    atMs: act.nowMs,
    supersedesId: fact.id,
  });
}

const enrolledBy = (body: Uint8Array): Id<'import'> | null =>
  (JSON.parse(Buffer.from(body).toString('utf8')) as MemberFact).enrolment?.importId ?? null;

function reverseEnrolment({ act, importId, body, keep }: Reversal, importPk: number): void {
  const { id: memberId } = body as MemberFact;
  const use = memberUse.get(act.db, { memberId, importId, importPk });
  if (!use) return;
  if (use.bought) keep('member', memberId, 'bought-since');
  else if (use.usedPoints) keep('member', memberId, 'points-used');
  else if (use.used) keep('member', memberId, 'used-since');
  else if (use.changed) keep('member', memberId, 'changed-since');
  else act.retract('member', { id: memberId, why: 'import-undone' });
}

/** Each field goes back to what it was, unless somebody wrote it since: its stamp is then another. */
function reverseEdit({ act, change, body, storeId, keep }: Reversal): void {
  const fact = body as MemberFact;
  const now = memberStamps.get(act.db, { memberId: fact.id });
  if (!now || now.status === 'erased' || now.status === 'removed') return;
  const untouched = new Set((JSON.parse(now.stamps) as Record<string, string[]>)[`${change.hlc} ${storeId}`]);
  const earlier = earlierFactsOfMember
    .all(act.db, { memberId: fact.id, beforePk: change.changePk })
    .map((known) => JSON.parse(Buffer.from(known.body).toString('utf8')) as MemberFact);
  const written = profileValues(fact.profile).map(([field]) => field);
  const before = earlier.map((one) => new Map(profileValues(one.profile)));
  const profile = written
    .filter((field) => untouched.has(field))
    .map((field) => [field, before.find((one) => one.has(field))?.get(field) ?? null] as const);
  const tier = earlier.find((known) => known.standing.tier)?.standing.tier ?? 'member';
  const standing = fact.standing.tier !== undefined && untouched.has('tier') ? { tier } : {};
  if (profile.length + Object.keys(standing).length > 0)
    act.record('member', { id: fact.id, enrolment: null, profile: profileOf(profile), standing });
  const touched = written.some((field) => !untouched.has(field));
  if (touched || (fact.standing.tier !== undefined && !untouched.has('tier'))) keep('member', fact.id, 'changed-since');
}

function reverseProduct({ act, change, body, keep }: Reversal): void {
  const fact = body as ProductFact;
  const now = productSold.get(act.db, { productId: fact.id });
  if (!now) return;
  if (now.version !== fact.version) {
    keep('product', fact.id, 'changed-since');
    return;
  }
  const before = earlierFactOfProduct.get(act.db, { productId: fact.id, beforePk: change.changePk })?.body;
  if (before) {
    const earlier = JSON.parse(Buffer.from(before).toString('utf8')) as ProductFact;
    act.record('product', { ...earlier, version: fact.version + 1 });
  } else if (now.sold) keep('product', fact.id, 'sold-since');
  else if (now.stocked) keep('product', fact.id, 'used-since');
  else act.retract('product', { id: fact.id, why: 'import-undone' });
}

/** A category that holds other things by now is nobody's loss. */
function reverseCategory({ act, body }: Reversal): void {
  const { id: categoryId } = body as CategoryFact;
  if (categoryUsed.get(act.db, { categoryId })?.used === 0)
    act.retract('category', { id: categoryId, why: 'import-undone' });
}

function reversePurchase({ act, ids, body, keep }: Reversal): void {
  const fact = body as PurchaseFact;
  const use = purchaseUse.get(act.db, { purchaseId: fact.id });
  if (!use || use.state === 'voided') return;
  if (use.returned) keep('purchase', fact.id, 'returned-since');
  else act.record('purchase', undonePurchase(fact, ids<'purchase'>()));
}
