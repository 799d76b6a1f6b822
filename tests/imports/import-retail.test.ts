import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changesInOrder } from '../../db/changes/changes.queries.ts';
import { nodeDigest } from '../../db/changes/digest.ts';
import type { ReadDb } from '../../db/kernel/connection.ts';
import { lockDatabase } from '../../db/kernel/database-lock.ts';
import { openStoreDatabase, type StoreDatabase } from '../../db/kernel/open-store-database.ts';
import { ledgerFaults } from '../../db/points/points.queries.ts';
import { staffCredential } from '../../db/staff/staff.queries.ts';
import { importRetail } from '../../electron/features/imports/import-retail.ts';
import { readRetailFolder } from '../../electron/features/imports/read-retail-folder.ts';
import type { ImportRun } from '../../electron/features/imports/write-retail.ts';
import { pinMatches } from '../../electron/features/staff/pin-hash.ts';
import { type Id, makeIdSource } from '../../shared/kernel/id.ts';
import { findChainFault } from '../../shared/sync/chain.ts';
import { aFolder, aRetailFolder, SMALL_SHOP } from '../fixtures/retail-folder.ts';

const NOW = Date.UTC(2026, 0, 5, 9);
const PIN = '258013';

/** Enough invoices that the import takes several acts. */
const LONG_SHOP = {
  invoices: `${SMALL_SHOP.invoices}${range(1_600, (n) => `${600_000 + n},2011-04-01T10:00,${20_000 + (n % 700)},France`)}`,
  lines: `${SMALL_SHOP.lines}${range(1_600, (n) => `${600_000 + n},10002,${(n % 9) + 1},2.55`)}`,
};
function range(count: number, row: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => `${row(n)}\n`).join('');
}

async function read(shop: Parameters<typeof aRetailFolder>[0] = {}) {
  const reading = await readRetailFolder(aRetailFolder(shop));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.value;
}

function aRun(seed: number, run: Partial<ImportRun> = {}) {
  const ids = makeIdSource(
    () => NOW,
    (n) => new Uint8Array(n).fill(seed),
  );
  return { clock: () => NOW, ids, ...run };
}

/** A run that is told to stop after so many acts. */
function stoppingAfter(acts: number, seed: number) {
  const stop = new AbortController();
  let seen = 0;
  const onProgress = () => {
    seen += 1;
    if (seen === acts) stop.abort();
  };
  return aRun(seed, { signal: stop.signal, onProgress });
}

function opened(file: string): StoreDatabase {
  const outcome = openStoreDatabase(file);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

/** The facts in their order, but for the acts they were written in. */
const factsIn = (db: ReadDb): string[] =>
  changesInOrder.all(db, {}).map(({ kind, body }) => `${kind} ${Buffer.from(body ?? []).toString('utf8')}`);

describe('importing a shop', () => {
  it('puts a whole store in place, whose totals, log and ledger are sound', async () => {
    const folder = aFolder();
    const file = path.join(folder, 'store.db');
    const reading = await read();
    expect(await importRetail(file, reading, PIN, aRun(1))).toEqual({
      ok: true,
      value: { totals: reading.totals, how: 'made' },
    });
    expect(fs.readdirSync(folder)).toEqual(['store.db']);
    const db = opened(file);
    expect(findChainFault(changesInOrder.iterate(db, {}), nodeDigest)).toBeNull();
    expect(ledgerFaults.all(db, {})).toEqual([]);
    db.close();
  });

  it('says, when it is asked again, that the store is there, and writes nothing', async () => {
    const file = path.join(aFolder(), 'store.db');
    const reading = await read();
    await importRetail(file, reading, PIN, aRun(1));
    const before = fs.readFileSync(file);
    expect(await importRetail(file, reading, '471920', aRun(2))).toEqual({
      ok: true,
      value: { totals: reading.totals, how: 'already-there' },
    });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });
});

describe('an import that was interrupted', () => {
  it('leaves no store in place, goes on when it is run again, and ends with the facts of a run at one go', async () => {
    const reading = await read(LONG_SHOP);
    const whole = path.join(aFolder(), 'store.db');
    expect((await importRetail(whole, reading, PIN, aRun(1))).ok).toBe(true);

    const file = path.join(aFolder(), 'store.db');
    for (const acts of [1, 2]) {
      expect(await importRetail(file, reading, PIN, stoppingAfter(acts, 1))).toMatchObject({ reason: 'stopped' });
      expect(fs.existsSync(file)).toBe(false);
    }
    expect(await importRetail(file, reading, PIN, aRun(1))).toEqual({
      ok: true,
      value: { totals: reading.totals, how: 'continued' },
    });

    const [atOneGo, inThree] = [opened(whole), opened(file)];
    expect(factsIn(inThree)).toEqual(factsIn(atOneGo));
    expect(findChainFault(changesInOrder.iterate(inThree, {}), nodeDigest)).toBeNull();
    atOneGo.close();
    inThree.close();
  });

  it('gives the manager the PIN of the run that ends it', async () => {
    const reading = await read(LONG_SHOP);
    const file = path.join(aFolder(), 'store.db');
    await importRetail(file, reading, '471920', stoppingAfter(1, 1));
    await importRetail(file, reading, PIN, aRun(2));
    const db = opened(file);
    const manager = changesInOrder.all(db, {}).find(({ kind }) => kind === 'staff');
    const { id } = JSON.parse(Buffer.from(manager?.body ?? []).toString('utf8')) as { id: Id<'staff'> };
    const pinHash = staffCredential.get(db, { staffId: id })?.pinHash ?? '';
    db.close();
    expect(await pinMatches(pinHash, PIN)).toBe(true);
    expect(await pinMatches(pinHash, '471920')).toBe(false);
  });

  it('is not gone on with from other files', async () => {
    const file = path.join(aFolder(), 'store.db');
    await importRetail(file, await read(LONG_SHOP), PIN, stoppingAfter(1, 1));
    expect(await importRetail(file, await read(), PIN, aRun(2))).toMatchObject({ reason: 'another-import' });
  });

  it('is not gone on with while another run writes', async () => {
    const file = path.join(aFolder(), 'store.db');
    const lock = lockDatabase(`${file}.part`);
    expect(await importRetail(file, await read(), PIN, aRun(1))).toMatchObject({ reason: 'in-use' });
    lock?.release();
  });
});

describe('a folder that holds something else', () => {
  it('is refused untouched when that is the store of other files', async () => {
    const file = path.join(aFolder(), 'store.db');
    await importRetail(file, await read(), PIN, aRun(1));
    const before = fs.readFileSync(file);
    expect(await importRetail(file, await read(LONG_SHOP), PIN, aRun(2))).toMatchObject({ reason: 'another-store' });
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused untouched when that is no store at all', async () => {
    const file = path.join(aFolder(), 'store.db');
    fs.writeFileSync(file, 'a shopping list');
    expect(await importRetail(file, await read(), PIN, aRun(1))).toMatchObject({ reason: 'another-store' });
    expect(fs.readFileSync(file, 'utf8')).toBe('a shopping list');
  });
});

describe('a store that does not come to what the files come to', () => {
  it('is not put in place, and the differences are named', async () => {
    const file = path.join(aFolder(), 'store.db');
    const reading = await read();
    const claimed = { ...reading, totals: { ...reading.totals, netMinor: reading.totals.netMinor + 1 } };
    expect(await importRetail(file, claimed, PIN, aRun(1))).toMatchObject({
      reason: 'totals-differ',
      differences: [
        `netMinor: ${claimed.totals.netMinor} in the files, ${reading.totals.netMinor} in the store`,
        `netMinor of lines: ${claimed.totals.netMinor} in the files, ${reading.totals.netMinor} in the store`,
      ],
    });
    expect(fs.existsSync(file)).toBe(false);
    expect(fs.existsSync(`${file}.part`)).toBe(true);
  });
});

describe('the largest invoice that the files may hold', () => {
  it('fits one act, whatever its lines are called', async () => {
    const name = '茶'.repeat(300);
    const rows = Array.from({ length: 400 }, () => '536365,22423,-999999999,0.000001\n').join('');
    const shop = {
      products: SMALL_SHOP.products.replace('"CAKESTAND, 3 TIER"', name),
      lines: SMALL_SHOP.lines + rows,
    };
    const file = path.join(aFolder(), 'store.db');
    expect((await importRetail(file, await read(shop), PIN, aRun(1))).ok).toBe(true);

    const tooMany = await readRetailFolder(aRetailFolder({ ...shop, lines: shop.lines + rows.slice(0, 33 * 20) }));
    expect(tooMany).toMatchObject({
      ok: false,
      faults: [{ what: 'InvoiceNo "536365" has 423 lines, more than one purchase holds' }],
    });
  });
});
