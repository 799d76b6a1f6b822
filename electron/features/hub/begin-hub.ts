import { beginHub, beginTimeline, versions } from '../../../db/hub/hub.queries.ts';
import { enrolLine, lineOf, settleReviews } from '../../../db/hub/lines.queries.ts';
import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { CHAIN_START } from '../../../shared/sync/chain.ts';
import { FIRST_HLC } from '../../../shared/sync/hlc.ts';

/** Makes headquarters' hub in an empty, migrated database. */
export const makeHub = (hub: ReadDb, ids: IdSource): void =>
  transaction(hub, (tx) => {
    beginHub.run(tx, {});
    beginTimeline.run(tx, { timeline: ids(), beganAtVersion: 0 });
  });

/**
 * After a restore: what was published since the backup may be published again under other versions, so stores go on from
 * the version that the backup has.
 */
export const noteHubRestored = (hub: ReadDb, ids: IdSource): void =>
  transaction(hub, (tx) => {
    beginTimeline.run(tx, { timeline: ids(), beganAtVersion: versions.get(tx, {})?.lastVersion ?? 0 });
  });

/** From now on this store may speak. Its log is expected from the first row. */
export const enrolStore = (hub: ReadDb, storeId: Id<'store'>): void =>
  transaction(hub, (tx) => {
    if (!lineOf.get(tx, { storeId })) enrolLine.run(tx, { storeId, chainHead: CHAIN_START, firstHlc: FIRST_HLC });
  });

/** Somebody looked at what happened to a store's disks, and only one of them goes on. */
export const settleStore = (hub: ReadDb, storeId: Id<'store'>, nowMs: number): void =>
  transaction(hub, (tx) => {
    const line = lineOf.get(tx, { storeId });
    if (line) settleReviews.run(tx, { linePk: line.linePk, nowMs });
  });
