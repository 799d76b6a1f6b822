import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../shared/imports/targets.ts';
import { aStore } from '../fixtures/a-store.ts';
import { MEMBERS, manyMembers, PRODUCTS, PURCHASES, sumsOf } from '../fixtures/filled-shop.ts';
import { aDesk, checkFile, importFile, managerOf, upload } from '../fixtures/import-file.ts';
import { must } from '../fixtures/outcome.ts';
import { rowsOf, tableNames } from '../fixtures/rows.ts';
import { openShop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { countingChunks } from './counting-chunks.ts';

describe('an import that is interrupted', () => {
  it('goes on exactly where it was when the store is opened again', async () => {
    const shop = aStore();
    const chunks = countingChunks(3);
    const desk = aDesk(shop, chunks);
    const { importId } = await checkFile(desk, shop, 'members', manyMembers(50));
    must(desk.apply(importId, managerOf(shop)));
    while (chunks.count < 4) await new Promise((resolve) => setImmediate(resolve));
    desk.close();
    await desk.idle();
    shop.store.db.close();

    const again = openShop(shop.file);
    const next = aDesk(again);
    await next.idle();
    expect(must(next.view(importId))).toMatchObject({ phase: 'applied', added: 50, leftOut: 0 });
    expect(sumsOf(again)).toMatchObject({ members: { n: 50 }, points: { points: (49 * 50) / 2 } });
    expectLaws(again.store.db);
    again.store.db.close();
  });

  it('stays paused over a restart when somebody paused it, and what was only prepared is gone', async () => {
    const shop = aStore();
    const chunks = countingChunks(3);
    const desk = aDesk(shop, chunks);
    const { importId } = await checkFile(desk, shop, 'members', manyMembers(50));
    upload(desk, shop, 'members', 'half.csv', Buffer.from('手机\n'));
    must(desk.apply(importId, managerOf(shop)));
    while (chunks.count < 4) await new Promise((resolve) => setImmediate(resolve));
    must(await desk.pause(importId));
    desk.close();
    shop.store.db.close();

    const again = openShop(shop.file);
    const next = aDesk(again);
    expect(next.list().map(({ phase }) => phase)).toEqual(['paused']);
    expect(fs.readdirSync(path.join(path.dirname(shop.file), 'imports'))).toEqual([importId]);
    must(next.resume(importId));
    await next.idle();
    expect(must(next.view(importId))).toMatchObject({ phase: 'applied', added: 50 });
    again.store.db.close();
  });

  it('ends the same whatever the size of its chunks and wherever it is interrupted', async () => {
    const imports: { readonly begun: string; readonly expected: unknown }[] = [];
    for (const [target, file, ...before] of [
      ['products', PRODUCTS],
      ['members', `${MEMBERS}\n13812340009,王五,,,77,,,`],
      ['purchases', PURCHASES, ['members', MEMBERS], ['products', PRODUCTS]],
    ] as const) {
      const begun = await begunImport(target, file, before);
      imports.push({ begun, expected: await endedFrom(begun, [9], []) });
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...imports),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
        async ({ begun, expected }, sizes, stops) => {
          expect(await endedFrom(begun, sizes, stops)).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** A folder with a store in which an import has just begun. */
async function begunImport(
  target: Target,
  file: string,
  before: readonly (readonly [Target, string])[],
): Promise<string> {
  const shop = aStore();
  const earlier = aDesk(shop);
  for (const [known, rows] of before) await importFile(earlier, shop, known, rows);
  const desk = aDesk(shop, { mostUnits: () => 1 });
  const { importId } = await checkFile(desk, shop, target, file);
  must(desk.apply(importId, managerOf(shop)));
  desk.close();
  await desk.idle();
  shop.store.db.close();
  return path.dirname(shop.file);
}

/** Goes on with a copy of it, in chunks of these sizes, closing it after so many turns again and again. */
async function endedFrom(begun: string, sizes: readonly number[], stops: readonly number[]): Promise<unknown> {
  const folder = tempFolder();
  fs.cpSync(begun, folder, { recursive: true });
  let asked = 0;
  const options = { mostUnits: () => sizes[asked++ % sizes.length] ?? 1 };
  for (const turns of stops) {
    const shop = openShop(path.join(folder, 'store.db'));
    const desk = aDesk(shop, options);
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    desk.close();
    await desk.idle();
    shop.store.db.close();
  }
  const shop = openShop(path.join(folder, 'store.db'));
  const desk = aDesk(shop, options);
  await desk.idle();
  expect(desk.list()[0]).toMatchObject({ phase: 'applied' });
  const { db } = shop.store;
  /** Everything but when it was written down, and in how many acts. */
  const state = Object.fromEntries(
    tableNames(db)
      .filter((table) => !['change_log', 'sync_state', 'import_run', 'import_act'].includes(table))
      .map((table) => [table, rowsOf(db, table).map(({ stamps: _, hlc: __, ...row }) => row)]),
  );
  const log = db.raw.prepare('SELECT kind, id, body FROM change_log ORDER BY change_pk').all();
  desk.close();
  db.close();
  return { state, log };
}
