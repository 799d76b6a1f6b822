import { type FactsSummary, NO_FACTS, withFact } from '../../shared/backups/facts-summary.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { nextChain } from '../../shared/sync/chain.ts';
import type { BodyOf, Kind } from '../../shared/sync/kinds.ts';
import { perform } from '../changes/act.ts';
import { syncState } from '../changes/changes.queries.ts';
import { nodeDigest } from '../changes/digest.ts';
import { type Change, replayTogether } from '../changes/replay-log.ts';
import type { ReadDb } from '../kernel/connection.ts';
import { diskRefusalOf } from '../kernel/disk-refusal.ts';
import { openRefusalOf } from '../kernel/open-store-database.ts';
import { memberKey } from './backups.queries.ts';
import { type FoundFact, factsAfter } from './facts-after.ts';

export interface BroughtBack {
  readonly broughtBack: FactsSummary;
  /** Facts that could not be read, or that rest on one that could not. */
  readonly lostFacts: number;
}

const bodyOf = ({ body }: Change): unknown => body && JSON.parse(Buffer.from(body).toString('utf8'));

/** What facts were about, and how many could not be read. */
export function summaryOf(found: Iterable<FoundFact>): { readonly summary: FactsSummary; readonly unreadable: number } {
  let summary = NO_FACTS;
  let unreadable = 0;
  for (const fact of found) {
    if ('lostFrom' in fact) unreadable += fact.lostTo - fact.lostFrom + 1;
    else summary = withFact(summary, fact.kind as Kind, bodyOf(fact));
  }
  return { summary, unreadable };
}

/** The facts of one transaction, and whether none of them is missing. */
interface Together {
  readonly changes: readonly Change[];
  readonly isComplete: boolean;
}

function* byTransaction(found: Iterable<FoundFact>): Generator<Together | { readonly lost: number }> {
  let changes: Change[] = [];
  const isBegun = () => changes[0]?.tx === changes[0]?.seq;
  for (const fact of found) {
    if ('lostFrom' in fact) {
      // Whether the transaction before the gap ended there, nobody can tell any more.
      if (changes.length > 0) yield { changes, isComplete: false };
      changes = [];
      yield { lost: fact.lostTo - fact.lostFrom + 1 };
      continue;
    }
    if (changes[0] && changes[0].tx !== fact.tx) {
      yield { changes, isComplete: isBegun() };
      changes = [];
    }
    changes.push(fact);
  }
  if (changes.length > 0) yield { changes, isComplete: isBegun() };
}

/** Whether these facts are the very next of a log, link by link. */
function follows(to: ReadDb, changes: readonly Change[]): boolean {
  const state = syncState.get(to, {});
  if (!state || Buffer.compare(state.epoch, changes[0]?.epoch ?? Buffer.alloc(0)) !== 0) return false;
  let head = state.chainHead;
  for (const [index, change] of changes.entries()) {
    if (change.seq !== state.lastSeq + 1 + index) return false;
    head = nextChain(head, change, change.leaf, nodeDigest);
    if (Buffer.compare(head, change.chain) !== 0) return false;
  }
  return true;
}

/** The same facts under new numbers, behind what the log holds. Throws where they rest on something that is missing. */
function recordAgain(to: ReadDb, changes: readonly Change[], nowMs: number): void {
  perform(to, nowMs, (act) => {
    for (const change of changes) {
      const body = bodyOf(change) as BodyOf<Kind> | null;
      if (body === null) continue;
      if ('memberId' in body && body.memberId !== null && !memberKey.get(act.db, { memberId: body.memberId }))
        throw new Error('a fact of a member that is not here');
      act.record(change.kind as Kind, body);
    }
  });
}

const nameOf = ({ kind, id, body }: Change): string =>
  `${kind} ${Buffer.from(id).toString('hex')} ${Buffer.from(nodeDigest.sha256([body ?? new Uint8Array()])).toString('hex')}`;

/**
 * Brings facts back into a restored store through the door by which they were written. Those that follow what the store
 * holds come back as they were, number by number and link by link, so that the log is the one that it was. Those behind
 * a gap, or of a log that went another way after row `commonPk`, are recorded again under new numbers; where they rest
 * on what was lost, they are lost too. Each transaction comes back whole or not at all; one that is here already stays.
 */
export function bringBack(
  to: ReadDb,
  found: Iterable<FoundFact>,
  { commonPk, nowMs }: { readonly commonPk: number; readonly nowMs: number },
): BroughtBack {
  const state = syncState.get(to, {});
  if (!state) throw new Error('there is no log to bring facts back into');
  const here = new Set<string>();
  for (const fact of factsAfter(to, commonPk)) if (!('lostFrom' in fact)) here.add(nameOf(fact));
  let broughtBack = NO_FACTS;
  let lostFacts = 0;
  for (const group of byTransaction(found)) {
    if ('lost' in group) {
      lostFacts += group.lost;
      continue;
    }
    const { changes } = group;
    if (changes.every((change) => here.has(nameOf(change)))) continue;
    if (comesBack(to, group, state.storeId, nowMs))
      for (const change of changes) broughtBack = withFact(broughtBack, change.kind as Kind, bodyOf(change));
    else lostFacts += changes.length;
  }
  return { broughtBack, lostFacts };
}

function comesBack(to: ReadDb, { changes, isComplete }: Together, storeId: Id<'store'>, nowMs: number): boolean {
  if (!isComplete) return false;
  try {
    if (follows(to, changes)) replayTogether(to, changes, storeId);
    else recordAgain(to, changes, nowMs);
    return true;
  } catch (error) {
    // A full or broken disk ends it all. What a writer refuses rests on a fact that is gone: of a lot, a member, a card.
    if (diskRefusalOf(error) || openRefusalOf(error, to.raw.name)) throw error;
    return false;
  }
}
