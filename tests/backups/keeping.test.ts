import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { changesInOrder, syncState } from '../../db/changes/changes.queries.ts';
import { connect } from '../../db/kernel/connection.ts';
import { openStoreDatabase } from '../../db/kernel/open-store-database.ts';
import { openComputerNotes } from '../../electron/api/computer-notes.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { openProgramLog } from '../../electron/api/program-log.ts';
import { type BackupKeeper, makeBackupKeeper } from '../../electron/features/backups/backup-keeper.ts';
import { BACKUPS_FOLDER } from '../../shared/backups/backup-name.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { sell } from '../fixtures/sell.ts';
import { makeShop, NOON, openShop, type Shop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws } from '../laws/expect-laws.ts';

const MINUTE_MS = 60_000;

interface Kept {
  readonly shop: Shop;
  readonly folder: string;
  readonly keeper: BackupKeeper;
  readonly damage: number[];
  readonly names: () => string[];
  readonly secondFolder: (folder: string | null) => void;
}

const shops: Shop[] = [];
afterEach(() => {
  for (const { store } of shops.splice(0)) store.db.close();
});

/** A store with a keeper whose clock the test sets. */
function kept(): Kept {
  const folder = tempFolder();
  const shop = makeShop(path.join(folder, 'store.db'));
  shops.push(shop);
  const notes = openComputerNotes(folder);
  notes.change({ check: { atMs: NOON, sound: true } });
  const damage: number[] = [];
  const keeper = makeBackupKeeper({
    dataFolder: folder,
    openStore: (): OpenStore => shop.store,
    isStopped: () => false,
    notes,
    log: openProgramLog(folder),
    clock: () => shop.nowMs,
    changed: () => {},
    damageFound: () => damage.push(shop.nowMs),
  });
  const names = () => {
    const at = path.join(folder, BACKUPS_FOLDER);
    return existsSync(at) ? readdirSync(at).toSorted() : [];
  };
  const secondFolder = (at: string | null) => notes.change({ backups: { everyMinutes: 20, secondFolder: at } });
  return { shop, folder, keeper, damage, names, secondFolder };
}

const someSales = (shop: Shop, count = 5) => {
  const product = aProduct(shop);
  const member = aMember(shop);
  for (let index = 0; index < count; index += 1) sell(shop, { member, products: [product] });
};

describe('a backup', () => {
  it('is the store as it was when it began, whatever is sold meanwhile, and holds every law', async () => {
    const { shop, folder, keeper, names } = kept();
    someSales(shop, 400);
    const making = keeper.make();
    const product = aProduct(shop);
    let during = 0;
    while (keeper.running) {
      sell(shop, { products: [product] });
      during += 1;
      await new Promise(setImmediate);
    }
    must(await making);
    expect(during).toBeGreaterThan(1);
    const [name = ''] = names();
    const copy = openShop(path.join(folder, BACKUPS_FOLDER, name));
    expectLaws(copy.store.db);
    const ours = changesInOrder.all(shop.store.db, {});
    const theirs = changesInOrder.all(copy.store.db, {});
    expect(theirs).toEqual(ours.slice(0, theirs.length));
    expect(theirs.length).toBeLessThan(ours.length);
    expect(name).toContain(`-seq-${theirs.length}.db`);
    copy.store.db.close();
    expectLaws(shop.store.db);
  });

  it('is one file, with no log or lock beside it, that opens as a store', async () => {
    const { shop, folder, keeper, names } = kept();
    someSales(shop);
    must(await keeper.make());
    expect(names()).toHaveLength(1);
    const copy = connect(path.join(folder, BACKUPS_FOLDER, names()[0] ?? ''), { readonly: true });
    expect(copy.raw.pragma('journal_mode', { simple: true })).toBe('delete');
    copy.raw.close();
    expect(keeper.list()).toMatchObject([{ state: 'good', facts: syncState.get(shop.store.db, {})?.lastSeq }]);
  });

  it('is made when it is due and something changed, and not else', async () => {
    const { shop, keeper, names } = kept();
    await keeper.tick();
    someSales(shop);
    shop.nowMs += 19 * MINUTE_MS;
    await keeper.tick();
    expect(names()).toEqual([]);
    shop.nowMs += MINUTE_MS;
    await keeper.tick();
    expect(names()).toHaveLength(1);
    expect(keeper.hasChanged()).toBe(false);
    shop.nowMs += 60 * MINUTE_MS;
    await keeper.tick();
    expect(names()).toHaveLength(1);
    someSales(shop);
    await keeper.tick();
    expect(names()).toHaveLength(2);
  });

  it('that is stopped leaves nothing behind and is made again later', async () => {
    const { shop, keeper, names } = kept();
    someSales(shop, 300);
    const making = keeper.make();
    await keeper.stop();
    expect(reasonOf(await making)).toBe('backup-cancelled');
    expect(names()).toEqual([]);
    expect(keeper.failure).toBeNull();
    must(await keeper.make());
    expect(names()).toHaveLength(1);
    expectLaws(shop.store.db);
  });

  it('is not made twice at once', async () => {
    const { shop, keeper } = kept();
    someSales(shop);
    const first = keeper.make();
    expect(reasonOf(await keeper.make())).toBe('backup-running');
    must(await first);
  });

  it('of a damaged store does not count as one, and says that the store is damaged', async () => {
    const { shop, folder, keeper, damage, names } = kept();
    someSales(shop, 60);
    must(await keeper.make());
    const page = shop.store.db.raw.prepare("SELECT max(pageno) FROM dbstat WHERE name = 'purchase_line'").pluck().get();
    shop.store.db.close();
    const file = path.join(folder, 'store.db');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, (Number(page) - 1) * 4096, Number(page) * 4096);
    writeFileSync(file, bytes);
    const reopened = openShop(file, shop.nowMs + 1000);
    shops.splice(0, 1, reopened);
    Object.assign(shop, { store: reopened.store, nowMs: reopened.nowMs });
    expect(reasonOf(await keeper.make())).toBe('backup-failed');
    expect(keeper.failure?.why).toBe('damaged');
    expect(damage).toHaveLength(1);
    expect(names()).toHaveLength(1);
  });
});

describe('the second place', () => {
  it('gets the same bytes, in a folder of the store’s own', async () => {
    const { shop, folder, keeper, names, secondFolder } = kept();
    const second = tempFolder();
    secondFolder(second);
    someSales(shop);
    must(await keeper.make());
    const [name = ''] = names();
    const there = path.join(second, `regulars-${shop.store.facts.storeId}`);
    expect(readdirSync(there)).toEqual([name]);
    expect(readFileSync(path.join(there, name))).toEqual(readFileSync(path.join(folder, BACKUPS_FOLDER, name)));
    expect(keeper.list().map(({ place }) => place)).toEqual(['here', 'second']);
  });

  it('that is gone fails by itself: the backup here is made, and selling goes on', async () => {
    const { shop, keeper, names, secondFolder } = kept();
    const second = path.join(tempFolder(), 'stick');
    mkdirSync(second);
    secondFolder(second);
    rmSync(second, { recursive: true });
    someSales(shop);
    must(await keeper.make());
    expect(names()).toHaveLength(1);
    expect(keeper.failure).toBeNull();
    expect(keeper.secondFailure?.why).toBe('folder-missing');
    someSales(shop);
    mkdirSync(second);
    must(await keeper.make());
    expect(keeper.secondFailure).toBeNull();
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written to says so', async () => {
    const { shop, keeper, secondFolder } = kept();
    const second = tempFolder();
    chmodSync(second, 0o555);
    secondFolder(second);
    someSales(shop);
    must(await keeper.make());
    expect(keeper.secondFailure?.why).toBe('not-writable');
    chmodSync(second, 0o755);
  });
});

describe('the check of the data', () => {
  it('comes once a day, also where nothing changes, and finds a sound store sound', async () => {
    const { shop, folder, keeper, damage } = kept();
    shop.nowMs += 25 * 60 * MINUTE_MS;
    const before = syncState.get(shop.store.db, {});
    await keeper.make();
    shop.nowMs += 25 * 60 * MINUTE_MS;
    await keeper.tick();
    expect(openComputerNotes(folder).now.check).toEqual({ atMs: shop.nowMs, sound: true });
    expect(damage).toEqual([]);
    expect(syncState.get(shop.store.db, {})).toEqual(before);
  });
});

describe('a file that another program is about to write', () => {
  it('is still locked after a backup was read from it', async () => {
    const { shop, keeper } = kept();
    someSales(shop);
    must(await keeper.make());
    expect(reasonOf(openStoreDatabase(shop.file))).toBe('in-use');
  });
});
