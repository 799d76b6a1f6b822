import path from 'node:path';
import { expect, it } from 'vitest';
import { makeShop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectWhole, sellAndKill } from './kill-while-selling.ts';

/** A hundred in `npm run test:long`. */
const KILLS = Number(process.env.REGULARS_KILLS ?? 20);
const LONGEST_MS = 100;

it(`loses no acknowledged sale to ${KILLS} kills at any moment`, { timeout: KILLS * 10_000 }, async () => {
  const file = path.join(tempFolder('disk'), 'store.db');
  makeShop(file).store.db.close();
  let sold = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const acknowledged = await sellAndKill(file, Math.random() * LONGEST_MS);
    expectWhole(file, acknowledged);
    sold += acknowledged.length;
  }
  expect(sold).toBeGreaterThan(KILLS);
});
