import type { Id } from '../../shared/kernel/id.ts';
import { FIRST_HLC, type Hlc } from '../../shared/sync/hlc.ts';
import type { BodyOf, Kind, RetractedKind, Retraction } from '../../shared/sync/kinds.ts';
import { lookAtFact } from '../../shared/sync/look-at-fact.ts';
import { performWithin } from '../changes/act.ts';
import { applyFact, applyRetraction } from '../changes/apply-fact.ts';
import { nodeDigest } from '../changes/digest.ts';
import type { Origin } from '../changes/origin.ts';
import { idBytes } from '../kernel/codec.ts';
import { savepoint, type WriteDb } from '../kernel/connection.ts';
import { erasedBy } from '../members/erasures.queries.ts';
import { restampMember } from '../members/write-members.ts';
import {
  changesOfMembersAfter,
  dropPulled,
  erasedHere,
  memberIsHere,
  ownChangesOfMember,
  pulledByLeaf,
  pulledWithProblems,
  putPulled,
} from './sync.queries.ts';

/** A fact that does not come from a till of this store: of another store, or of this store's own past. */
export interface ForeignFact {
  readonly leaf: Uint8Array;
  readonly storeId: Id<'store'>;
  readonly kind: string;
  readonly id: Id<'anything'>;
  readonly subject: Id<'anything'> | null;
  readonly op: 'put' | 'delete';
  readonly schemaVersion: number;
  /** The stamp under which headquarters takes it. */
  readonly hlc: string;
  readonly writtenHlc: string;
  readonly version: number;
  readonly body: string;
}

/**
 * Writes a published fact into the tables, once. What cannot be written (it speaks of something that is not here yet, or
 * that a constraint refuses) is kept with the reason and tried again; nothing of it is in the tables.
 *
 * Changes of members may come again, to be weighed anew: under another stamp, because the writer's clock was wrong or
 * headquarters was restored. A fact of this store itself comes back where headquarters weighed it otherwise than the
 * store did. Of somebody who asked to be forgotten nothing is written any more.
 */
export function writePulled(tx: WriteDb, fact: ForeignFact, ownStoreId: Id<'store'>): void {
  if (fact.subject && erasedHere.get(tx, { id: fact.subject }))
    return void putPulled.run(tx, { ...fact, body: null, problem: null });
  const known = pulledByLeaf.get(tx, fact);
  const isOwn = fact.storeId === ownStoreId;
  const isWeighed = fact.kind === 'member' && fact.op === 'put';
  if (!isWeighed && (isOwn || known?.problem === null)) return;
  const isWritten = known ? known.problem === null : isOwn;
  if (isWeighed && isWritten) restamp(tx, fact, known?.hlc ?? fact.writtenHlc, fact.hlc);
  const problem = problemOfPulled(tx, fact, ownStoreId);
  putPulled.run(tx, { ...fact, body: problem === null ? null : fact.body, problem });
}

/** An erasure of another store is said again in this store's own log. */
const problemOfPulled = (tx: WriteDb, fact: ForeignFact, ownStoreId: Id<'store'>): string | null =>
  fact.kind === 'member-erasure' && fact.storeId !== ownStoreId
    ? problemOf(tx, fact, () => sayAgain(tx, fact, ownStoreId))
    : problemOf(tx, fact);

/**
 * That is this store's receipt. The salt is made of the leaf, so that a store which was restored says it in the same
 * bytes.
 */
function sayAgain(tx: WriteDb, { leaf, body }: ForeignFact, ownStoreId: Id<'store'>): void {
  const erasure = JSON.parse(body) as BodyOf<'member-erasure'>;
  if (erasedBy.get(tx, { erasureId: erasure.id })) return;
  const salt = nodeDigest.sha256([leaf, idBytes(ownStoreId)]).subarray(0, 16);
  performWithin(
    tx,
    0,
    (act) => act.record('member-erasure', erasure),
    () => salt,
  );
}

const restamp = (tx: WriteDb, { id, storeId }: Pick<ForeignFact, 'id' | 'storeId'>, from: string, to: string): void => {
  const stampedAt = (hlc: string): Origin => ({ hlc: hlc as Hlc, storeId });
  if (from !== to) restampMember(tx, id as Id<never>, stampedAt(from), stampedAt(to));
};

/**
 * Headquarters was restored and forgot what it published behind a version, and with it under which stamps it took
 * changes of members. It may take them under others, and what counts no longer is not said again: so this store's own
 * have the stamps with which they were written, and those of others stand only until something else is said.
 */
export function forgetPublished(tx: WriteDb, storeId: Id<'store'>, version: number): void {
  const members = new Set<Id<'anything'>>();
  for (const fact of changesOfMembersAfter.all(tx, { version })) {
    const hlc = fact.storeId === storeId ? fact.writtenHlc : FIRST_HLC;
    if (fact.problem !== null) putPulled.run(tx, { ...fact, hlc, version: 0 });
    else {
      restamp(tx, fact, fact.hlc, hlc);
      dropPulled.run(tx, fact);
    }
    members.add(fact.id);
  }
  for (const member of members) weighOwnAgain(tx, member, storeId);
}

/** What lost against a change whose stamp was taken away may count after all. It was written once, so nothing refuses it. */
function weighOwnAgain(tx: WriteDb, id: Id<'anything'>, storeId: Id<'store'>): void {
  for (const change of ownChangesOfMember.all(tx, { id }))
    problemOf(tx, {
      ...change,
      storeId,
      kind: 'member',
      id,
      subject: id,
      op: 'put',
      writtenHlc: change.hlc,
      version: 0,
    });
}

/** What waited is tried again, until nothing of it moves: what it rests on may be here now, or a later program. */
export function writeWaiting(tx: WriteDb, ownStoreId: Id<'store'>): void {
  for (;;) {
    let written = 0;
    for (const { body, ...fact } of pulledWithProblems.all(tx, {})) {
      if (body === null || problemOfPulled(tx, { ...fact, body }, ownStoreId) !== null) continue;
      putPulled.run(tx, { ...fact, body: null, problem: null });
      written += 1;
    }
    if (written === 0) return;
  }
}

/** Null where the fact was written. A disk that fails says nothing about the fact, and is thrown. */
export function problemOf(
  tx: WriteDb,
  fact: ForeignFact,
  writeFact: () => void = () => write(tx, fact, { hlc: fact.hlc as Hlc, storeId: fact.storeId }),
): string | null {
  const look = lookAtFact(fact, fact.storeId);
  if ('hold' in look) return look.reason;
  try {
    savepoint(tx, writeFact);
    return null;
  } catch (error) {
    const code = (error as { readonly code?: string }).code ?? '';
    if (code !== '' && !code.startsWith('SQLITE_CONSTRAINT')) throw error;
    return code || 'refused';
  }
}

function write(tx: WriteDb, fact: ForeignFact, origin: Origin): void {
  const body = JSON.parse(fact.body) as unknown;
  // A tombstone that came before what it takes back waits for it, or it would be forgotten.
  if (fact.op === 'delete' && !memberIsHere.get(tx, fact)) throw new Error('a tombstone of a member that is not here');
  if (fact.op === 'delete') applyRetraction(tx, fact.kind as RetractedKind, body as Retraction, origin);
  else applyFact(tx, fact.kind as Kind, body as BodyOf<Kind>, origin);
}
