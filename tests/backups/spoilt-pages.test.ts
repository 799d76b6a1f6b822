import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyStore } from '../../db/backups/copy-store.ts';
import { prepareRestore } from '../../db/backups/prepare-restore.ts';
import { ledgerFaults } from '../../db/points/points.queries.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { sell } from '../fixtures/sell.ts';
import { makeShop, openShop, type Shop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws, expectSoundLog } from '../laws/expect-laws.ts';

const PAGE = 4096;
const folder = tempFolder();
const at = (name: string) => path.join(folder, name);

const figures = ({ store: { db } }: Shop) =>
  db.raw
    .prepare(
      `SELECT count(*) AS sales, sum(net_minor) AS netMinor, (SELECT count(*) FROM change_log) AS facts FROM purchase`,
    )
    .get() as { readonly sales: number; readonly netMinor: number; readonly facts: number };

/** A store, its backup, and as much again sold after it. */
async function soldAfterABackup() {
  const shop = makeShop(at('store.db'));
  const products = [aProduct(shop), aProduct(shop, { priceMinor: 1990 })];
  const someSales = () => {
    const member = aMember(shop, { points: 50 });
    for (let index = 0; index < 40; index += 1)
      sell(shop, { member: index % 4 ? member : null, products: index % 2 ? products : products.slice(0, 1) });
  };
  someSales();
  await copyStore(at('store.db'), at('backup.db'), { pagesPerStep: 1000, restMs: 0, onProgress: () => {} });
  const before = figures(shop);
  someSales();
  const last = figures(shop);
  shop.store.db.close();
  return { before, last, bytes: readFileSync(at('store.db')) };
}

it('whichever pages are spoilt, what was sold is brought back or told as lost, and no law is broken', async () => {
  const { before, last, bytes } = await soldAfterABackup();
  const pages = bytes.length / PAGE;
  const somePages = fc.uniqueArray(fc.integer({ min: 1, max: pages }), { minLength: 1, maxLength: 4 });
  let whole = 0;
  fc.assert(
    fc.property(somePages, fc.constantFrom(0x5a, 0x00, 0xff), (spoilt, byte) => {
      const present = Buffer.from(bytes);
      for (const page of spoilt) present.fill(byte, (page - 1) * PAGE, page * PAGE);
      writeFileSync(at('present.db'), present);
      const report = must(
        prepareRestore({
          backup: at('backup.db'),
          present: at('present.db'),
          to: at('restored.db'),
          bringBack: true,
          nowMs: Date.now(),
          onPhase: () => {},
        }),
      );
      copyFileSync(at('restored.db'), at('opened.db'));
      const restored = openShop(at('opened.db'));
      try {
        const now = figures(restored);
        expect(now.sales - before.sales).toBe(report.broughtBack.sales);
        expect(now.netMinor - before.netMinor).toBe(report.broughtBack.netMinor);
        expect(now.facts).toBe(before.facts + report.broughtBack.facts);
        expectSoundLog(restored.store.db);
        expect(ledgerFaults.all(restored.store.db, {})).toEqual([]);
        const isWhole = report.isReadable && report.lostFacts === 0 && now.facts === last.facts;
        if (isWhole) {
          whole += 1;
          expectLaws(restored.store.db);
        }
        // What came back and what is told as lost is everything, unless it is said that nobody knows.
        const known = now.facts + report.lostFacts;
        expect(known).toBeLessThanOrEqual(last.facts);
        expect(report.isReadable && known < last.facts).toBe(false);
      } finally {
        restored.store.db.close();
      }
    }),
    { numRuns: 100 },
  );
  expect(whole).toBeGreaterThan(20);
});
