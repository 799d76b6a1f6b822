import path from 'node:path';
import { expect, it } from 'vitest';
import { openStoreDatabase } from '../../db/kernel/open-store-database.ts';
import { prepareSampleStore } from '../../electron/features/sample/create-sample.ts';
import { must } from '../fixtures/outcome.ts';
import { idsAt } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

it('the sample’s last day ends too: at whatever hour it is made, no shift is open and none closed later than that', async () => {
  const nowMs = Date.UTC(2026, 2, 15, 8);
  const chain = { stores: 1, members: 60, days: 30, seed: 7, plain: false, nowMs };
  const create = await prepareSampleStore(
    chain,
    0,
    idsAt(() => nowMs),
  );
  const db = must(openStoreDatabase(path.join(tempFolder(), 'store.db')));
  create(db);
  const shifts = db.raw.prepare('SELECT closed_at_ms AS closedAtMs FROM shift').all() as {
    closedAtMs: number | null;
  }[];
  expect(shifts.length).toBeGreaterThan(5);
  for (const { closedAtMs } of shifts) expect(closedAtMs ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(nowMs);
  db.close();
});
