import { expect } from 'vitest';
import { replayLog } from '../../db/changes/replay-log.ts';
import { connect, type ReadDb } from '../../db/kernel/connection.ts';
import { migrate } from '../../db/kernel/migrate.ts';
import { STORE_MIGRATIONS } from '../../db/migrations/store/index.ts';
import { LOCAL_TABLES } from '../../shared/sync/kinds.ts';
import { rowsOf, tableNames } from '../fixtures/rows.ts';
import { expectLaws } from './expect-laws.ts';

/** Local tables that a replay makes again, because they are derived from facts. */
const REBUILT = [
  'change_log',
  'sync_state',
  'lot_holding',
  'member_summary',
  'stock_level',
  'stock_day',
  'tier_standing',
  'offer_sum',
  'offer_member_sum',
  'campaign_day',
  'coupon_sum',
  'coupon_member_sum',
];

/** An empty database with what a store's log says replayed into it. */
export function replayed(db: ReadDb): ReadDb {
  const empty = connect(':memory:');
  migrate(empty, STORE_MIGRATIONS);
  replayLog(db, empty);
  return empty;
}

/** Replays a store's log into an empty database and compares every table, but for the `except`ed ones. */
export function expectReplay(db: ReadDb, except: readonly string[] = []): void {
  const again = replayed(db);
  for (const table of tableNames(db)) {
    if ((LOCAL_TABLES[table] && !REBUILT.includes(table)) || except.includes(table)) continue;
    expect(rowsOf(again, table), table).toEqual(rowsOf(db, table));
  }
  expectLaws(again);
  again.raw.close();
}
