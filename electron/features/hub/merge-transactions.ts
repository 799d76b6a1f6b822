import { heldOfSubject, holdFact, letGo, waitingFor } from '../../../db/hub/held-facts.queries.ts';
import {
  anyInForce,
  dropOthersInForce,
  eraseFactsOf,
  factByKey,
  factsOfTransaction,
  type HubFact,
  publishFact,
  putInForce,
  standingClaim,
} from '../../../db/hub/hub-facts.queries.ts';
import { savepoint, type WriteDb } from '../../../db/kernel/connection.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { type Claim, claimsOf, ERASED, GONE, settle } from '../../../shared/sync/claims.ts';
import type { Hlc } from '../../../shared/sync/hlc.ts';
import type { BodyOf } from '../../../shared/sync/kinds.ts';
import { type Fact, type Held, lookAtFact, type Need, needsOf } from '../../../shared/sync/look-at-fact.ts';
import { isPublished } from '../../../shared/sync/publication.ts';

/** Merging within one transaction of headquarters: the facts that are published take the next versions. */
export interface Merging {
  readonly tx: WriteDb;
  nextVersion(): number;
}

/** Why one fact cannot be merged now: thrown, so that what its transaction wrote before is undone. */
class CannotMerge extends Error {
  readonly factPk: number;
  readonly held: Held | Parked;
  constructor(factPk: number, held: Held | Parked) {
    super(held.reason);
    this.factPk = factPk;
    this.held = held;
  }
}
type Parked =
  | { readonly hold: 'parked'; readonly reason: 'needs'; readonly need: Need }
  | { readonly hold: 'parked'; readonly reason: 'not-erased' };

/**
 * Merges a transaction of a store, whole or not at all, and then whatever waited for it. One fact that can never be
 * merged is quarantined, one that speaks of something unknown is parked until that comes; the others of their
 * transaction wait with them.
 */
export function mergeTransactions(merging: Merging, first: readonly HubFact[]): void {
  const due: (readonly HubFact[])[] = [first];
  for (let facts = due.shift(); facts; facts = due.shift()) {
    if (!mergeOne(merging, facts)) continue;
    for (const fact of facts)
      for (const waiting of releasedBy(merging.tx, fact)) {
        letGo.run(merging.tx, waiting);
        due.push(factsOfTransaction.all(merging.tx, waiting));
      }
  }
}

/** The transactions that may be merged now: those that wait for what a fact says, or hold what it destroyed. */
function* releasedBy(tx: WriteDb, fact: HubFact) {
  yield* waitingFor.all(tx, fact);
  for (const id of forgottenBy(fact)) {
    yield* waitingFor.all(tx, { kind: 'member', id });
    yield* heldOfSubject.all(tx, { id });
  }
}

function forgottenBy({ kind, body }: HubFact): readonly Id<'anything'>[] {
  if (kind !== 'member-erasure' || !body) return [];
  const { memberIds } = JSON.parse(textOf(body) as string) as BodyOf<'member-erasure'>;
  return memberIds as readonly Id[] as readonly Id<'anything'>[];
}

/** Whether this person asked to be forgotten. */
export const isForgotten = (tx: WriteDb, id: Id<'anything'>): boolean =>
  standingClaim.get(tx, { kind: 'member', id, field: ERASED }) !== undefined;

function mergeOne(merging: Merging, facts: readonly HubFact[]): boolean {
  const looked = facts.map((row) => ({ row, look: lookAt(merging.tx, row) }));
  const unfit = new Map(
    looked.flatMap(({ row, look }) => (look && 'hold' in look ? [[row.factPk, look] as const] : [])),
  );
  if (unfit.size > 0) return hold(merging.tx, facts, unfit);
  try {
    savepoint(merging.tx, () => {
      for (const { row, look } of looked) if (look) mergeFact(merging, row, look as Fact);
    });
    return true;
  } catch (error) {
    if (!(error instanceof CannotMerge)) throw error;
    return hold(merging.tx, facts, new Map([[error.factPk, error.held]]));
  }
}

/** Null where nothing is left to merge: a row may lack its body only under an erasure of its subject, before or after it. */
function lookAt(tx: WriteDb, row: HubFact): Fact | Held | Parked | null {
  if (row.body !== null || row.subject === null) return lookAtFact({ ...row, body: textOf(row.body) }, row.storeId);
  return isForgotten(tx, row.subject) ? null : { hold: 'parked', reason: 'not-erased' };
}

const textOf = (body: Uint8Array | null): string | null => body && Buffer.from(body).toString('utf8');

function hold(tx: WriteDb, facts: readonly HubFact[], held: ReadonlyMap<number, Held | Parked>): false {
  for (const { factPk } of facts) {
    const why = held.get(factPk) ?? { hold: 'parked', reason: 'same-transaction' };
    const need = 'need' in why ? why.need : null;
    holdFact.run(tx, { factPk, ...why, waitsKind: need?.kind ?? null, waitsId: need?.id ?? null });
  }
  return false;
}

function mergeFact(merging: Merging, row: HubFact, fact: Fact): void {
  const { tx } = merging;
  const { kind, id } = row;
  const need = needsOf(fact).find((one) => !anyInForce.get(tx, one));
  if (need) throw new CannotMerge(row.factPk, { hold: 'parked', reason: 'needs', need });
  if (standingClaim.get(tx, { kind, id, field: GONE })) return;
  if (kind === 'member' && isForgotten(tx, id)) return;
  for (const memberId of forgottenBy(row)) forget(tx, row, memberId);
  const beaten = new Set<number>();
  let taken = 0;
  for (const claim of claimsOf(fact, row.stamp as Hlc, row.storeId)) {
    const standing = standingClaim.get(tx, { kind, id, field: claim.field }) ?? null;
    const rival = standing && { rank: standing.rank, value: rivalValue(tx, standing, claim) };
    const settled = settle(rival, claim);
    if (settled === 'collision') throw new CannotMerge(row.factPk, { hold: 'quarantined', reason: 'id-collision' });
    if (settled === 'take') {
      putInForce.run(tx, { kind, id, field: claim.field, factPk: row.factPk, rank: claim.rank });
      taken += 1;
    } else if (settled === 'keep' && standing) beaten.add(standing.factPk);
  }
  if (fact.op === 'delete') dropOthersInForce.run(tx, { kind, id, field: GONE });
  publish(merging, row, fact, taken > 0, beaten);
}

/** Of somebody who is forgotten only that counts, and no log says anything more. */
function forget(tx: WriteDb, { factPk }: HubFact, id: Id<'anything'>): void {
  if (isForgotten(tx, id)) return;
  const member = { kind: 'member', id, field: ERASED } as const;
  putInForce.run(tx, { ...member, factPk, rank: '' });
  dropOthersInForce.run(tx, member);
  eraseFactsOf.run(tx, { subject: id });
}

/** The value that stands, where only it can decide; null where it was erased. */
function rivalValue(tx: WriteDb, standing: { readonly factPk: number; readonly rank: string }, claim: Claim) {
  if (standing.rank !== claim.rank) return '';
  const row = factByKey.get(tx, standing);
  const look = row && lookAtFact({ ...row, body: textOf(row.body) }, row.storeId);
  if (!row || !look || 'hold' in look) return null;
  return claimsOf(look, row.stamp as Hlc, row.storeId).find(({ field }) => field === claim.field)?.value ?? null;
}

/**
 * A clamped fact goes back to its own store too. That store let its own value win until now: what beat it follows again.
 */
function publish(merging: Merging, row: HubFact, fact: Fact, counts: boolean, beatenBy: ReadonlySet<number>): void {
  if (!isPublished(fact)) return;
  const isClamped = row.stamp !== row.hlc;
  if (!counts && !isClamped) return;
  publishFact.run(merging.tx, { factPk: row.factPk, version: merging.nextVersion(), goesBack: isClamped });
  if (!isClamped) return;
  for (const factPk of beatenBy)
    publishFact.run(merging.tx, { factPk, version: merging.nextVersion(), goesBack: true });
}
