import { leafOf } from '../../shared/sync/chain.ts';
import { syncState } from '../changes/changes.queries.ts';
import { nodeDigest } from '../changes/digest.ts';
import type { Change } from '../changes/replay-log.ts';
import type { ReadDb } from '../kernel/connection.ts';
import { openRefusalOf } from '../kernel/open-store-database.ts';
import { changeAt, changesAfter, lastChange } from './backups.queries.ts';

/** A fact that could be read, or a stretch of the log that could not. */
export type FoundFact =
  | (Change & { readonly changePk: number })
  | { readonly lostFrom: number; readonly lostTo: number };

const BATCH = 200;
/** After so many rows in a row that cannot be read, where nothing says how long the log is, the end is taken for reached. */
const GIVE_UP_AFTER = 2_000;

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** What `read` answers, or undefined where the file is damaged there. */
function tryReading<T>(db: ReadDb, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!openRefusalOf(error, db.raw.name) && !(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/**
 * The key of the last row that two logs of the same store have in common: what comes after it in one is unknown to the
 * other. 0 where they have nothing in common. Chains are equal up to there and differ ever after, so it is searched by
 * halves; where a damaged file cannot be read, it is taken to agree.
 */
export function lastInCommon(one: ReadDb, other: ReadDb): number {
  const lastOfOne = lastChange.get(one, {})?.changePk ?? 0;
  const lastOfOther = tryReading(other, () => lastChange.get(other, {})?.changePk ?? 0) ?? lastOfOne;
  const agree = (changePk: number) => {
    const ours = changeAt.get(one, { changePk });
    const theirs = tryReading(other, () => changeAt.get(other, { changePk }) ?? null);
    return theirs === undefined || (ours !== undefined && theirs !== null && same(ours.chain, theirs.chain));
  };
  let agreed = 0;
  let beyond = Math.min(lastOfOne, lastOfOther) + 1;
  while (beyond - agreed > 1) {
    const middle = agreed + Math.floor((beyond - agreed) / 2);
    if (agree(middle)) agreed = middle;
    else beyond = middle;
  }
  return agreed;
}

/** A fact is what it was when its body fits its leaf; a person who was erased has left none. */
const isWhole = ({ body, salt, leaf }: Change): boolean =>
  body === null && salt === null ? true : body !== null && salt !== null && same(leafOf(salt, body, nodeDigest), leaf);

/** The last seq of a log, as its head or its last row says; null where neither can be read, so that its end is not known. */
export const lastSeqOf = (db: ReadDb): number | null =>
  tryReading(db, () => syncState.get(db, {})?.lastSeq) ?? tryReading(db, () => lastChange.get(db, {})?.seq) ?? null;

/**
 * The facts that a log holds after one of its rows, in order, as far as a damaged file lets them be read: from the
 * table itself, in batches, and one by one where a batch fails. What lies between is told as lost.
 */
export function* factsAfter(db: ReadDb, afterPk: number): Generator<FoundFact> {
  const lastKnown = lastSeqOf(db);
  let expected = (tryReading(db, () => changeAt.get(db, { changePk: afterPk })?.seq) ?? afterPk) + 1;
  let afterRow = afterPk;
  for (;;) {
    const batch = batchAfter(db, afterRow);
    for (const change of batch.rows) {
      if (!isWhole(change)) continue;
      if (change.seq > expected) yield { lostFrom: expected, lostTo: change.seq - 1 };
      yield change;
      expected = change.seq + 1;
    }
    afterRow = batch.throughPk;
    const isAtEnd =
      batch.isEnd || (lastKnown === null ? afterRow - expected > GIVE_UP_AFTER : afterRow > lastKnown + BATCH);
    if (isAtEnd) break;
  }
  if (lastKnown !== null && expected <= lastKnown) yield { lostFrom: expected, lostTo: lastKnown };
}

type Row = ReturnType<typeof changesAfter.all>[number];

function batchAfter(db: ReadDb, afterPk: number): { rows: Row[]; throughPk: number; isEnd: boolean } {
  const together = tryReading(db, () => changesAfter.all(db, { afterPk, limit: BATCH }));
  if (together)
    return { rows: together, throughPk: together.at(-1)?.changePk ?? afterPk, isEnd: together.length === 0 };
  const rows: Row[] = [];
  for (let changePk = afterPk + 1; changePk <= afterPk + BATCH; changePk += 1) {
    const row = tryReading(db, () => changeAt.get(db, { changePk }));
    if (row) rows.push(row);
  }
  return { rows, throughPk: afterPk + BATCH, isEnd: false };
}
