import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppHost } from '../../electron/api/app-host.ts';
import type { Backup, FactsAtRisk, RestoreReport } from '../../shared/contract/backups.contract.ts';
import { aServedStore, ask, openHost, PROCEDURES, type Served, seat } from '../api/served-store.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { rowsOf, tableNames } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { type Shop, shopOf } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws, expectSoundLog } from '../laws/expect-laws.ts';

const hosts: AppHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
});
const opened = (folder: string): AppHost => {
  const host = openHost(folder);
  hosts.push(host);
  return host;
};

async function asking<T>(host: AppHost, name: string, input?: unknown): Promise<T> {
  const asked = PROCEDURES.find((each) => each.path === name);
  if (!asked) throw new Error(`nothing serves ${name}`);
  const answer = await ask(host, 'window', asked, input);
  if (!answer.ok) throw new Error(answer.refusal ?? answer.code, { cause: answer.cause });
  return answer.data as T;
}

interface Sums {
  readonly sales: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly points: number;
  readonly counter: number;
}
const sumsOf = ({ store: { db } }: Pick<Shop, 'store'>): Sums =>
  db.raw
    .prepare(
      `SELECT count(*) AS sales, ifnull(sum(net_minor), 0) AS netMinor, ifnull(sum(tax_minor), 0) AS taxMinor,
         (SELECT ifnull(sum(points - debt_points), 0) FROM points_entry) AS points,
         (SELECT receipt_counter FROM till) AS counter FROM purchase`,
    )
    .get() as Sums;
const contentOf = ({ store: { db } }: Pick<Shop, 'store'>, but: readonly string[] = []) =>
  Object.fromEntries(
    tableNames(db)
      .filter((table) => !but.includes(table))
      .map((table) => [table, rowsOf(db, table)]),
  );

interface Drill {
  readonly folder: string;
  readonly file: string;
  /** As it was when the backup was made, and at the end. */
  readonly before: Sums;
  readonly last: Sums;
  readonly content: ReturnType<typeof contentOf>;
}

/** Sells, backs up, sells more, and ends without another backup. */
async function soldAfterABackup(sales = 30): Promise<Drill> {
  const folder = tempFolder();
  const served: Served = await aServedStore(folder);
  const { shop, host } = served;
  const products = [aProduct(shop, { priceMinor: 1990 }), aProduct(shop, { priceMinor: 350 })];
  const member = aMember(shop, { points: 100 });
  const someSales = () => {
    for (let index = 0; index < sales; index += 1)
      sell(shop, { member: index % 3 ? member : null, products: index % 2 ? products : products.slice(0, 1) });
  };
  someSales();
  must(await host.backups.make('alone'));
  const before = sumsOf(shop);
  const fresh = aMember(shop, { phone: '13812345678' });
  someSales();
  sell(shop, { member: fresh, products });
  const last = sumsOf(shop);
  const content = contentOf(shop);
  host.close();
  return { folder, file: path.join(folder, 'store.db'), before, last, content };
}

const PAGE = 4096;
/** Overwrites pages, but not the first nor those that `except` holds. */
function overwritePages(file: string, pages: readonly number[]): void {
  const bytes = readFileSync(file);
  for (const page of pages) bytes.fill(0x5a, (page - 1) * PAGE, page * PAGE);
  writeFileSync(file, bytes);
}
const pagesOf = (file: string) => readFileSync(file).length / PAGE;

/** The pages of a table, or of an index, asked of the file itself. */
function pagesHolding(folder: string, name: string): number[] {
  const host = openHost(folder);
  const { raw } = host.openStore()?.db ?? {};
  try {
    return raw?.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(name) as number[];
  } finally {
    host.close();
  }
}

const stateOf = (host: AppHost) => {
  const { state } = host.status();
  return state.kind === 'refused' ? state.reason : state.kind;
};
const reopenedShop = (host: AppHost): Shop => {
  const store = host.openStore();
  if (!store) throw new Error('no store is open');
  return shopOf(store, Date.now());
};
const newestGood = async (host: AppHost): Promise<Backup> => {
  const backups = await asking<Backup[]>(host, 'recovery.list', {});
  const best = backups.find(({ state }) => state === 'good');
  if (!best) throw new Error('no good backup');
  return best;
};

describe('after the disk spoilt the file', () => {
  it('the newest good backup is restored, and everything sold since is brought back, to the fen', async () => {
    const { folder, file, before, last, content } = await soldAfterABackup();
    overwritePages(file, pagesHolding(folder, 'sqlite_autoindex_purchase_1'));
    const host = opened(folder);
    // The cheap look at the start may pass; the first sale that meets the spoilt page does not.
    if (stateOf(host) === 'open') host.damageFound();
    host.close();

    const again = opened(folder);
    expect(stateOf(again)).toBe('damaged');
    const backup = await newestGood(again);
    const risk = await asking<FactsAtRisk>(again, 'recovery.atRisk', backup);
    expect(risk).toMatchObject({ isReadable: true, unreadable: 0 });
    expect(risk.facts).toMatchObject({
      sales: last.sales - before.sales,
      netMinor: last.netMinor - before.netMinor,
      newMembers: 1,
    });
    const report = await asking<RestoreReport>(again, 'recovery.restore', { ...backup, bringBack: true });
    expect(report).toMatchObject({ broughtBack: risk.facts, lostFacts: 0, lostReceipts: [], isReadable: true });

    expect(stateOf(again)).toBe('open');
    const shop = reopenedShop(again);
    expect(sumsOf(shop)).toEqual(last);
    expectLaws(shop.store.db);
    // The restore itself is one entry more of the audit log, and a use of the till; all else is as it was.
    const later = ['audit_entry', 'change_log', 'sync_state', 'till'];
    const kept = Object.fromEntries(Object.entries(content).filter(([table]) => !later.includes(table)));
    expect(contentOf(shop, later)).toEqual(kept);
    expect(rowsOf(shop.store.db, 'change_log').slice(0, -1)).toEqual(content.change_log);
    expect(report.keptAs && existsSync(path.join(folder, 'backups', report.keptAs))).toBe(true);
  });

  it('where the log itself is spoilt, what can be read comes back and what cannot is told, by receipt number', async () => {
    const { folder, file, before, last } = await soldAfterABackup(120);
    const pages = pagesHolding(folder, 'change_log');
    overwritePages(file, [pages.at(-4) ?? 0]);
    const host = opened(folder);
    if (stateOf(host) === 'open') host.damageFound();
    host.close();
    const again = opened(folder);
    expect(stateOf(again)).toBe('damaged');
    const backup = await newestGood(again);
    const risk = await asking<FactsAtRisk>(again, 'recovery.atRisk', backup);
    expect(risk.unreadable).toBeGreaterThan(0);
    const report = await asking<RestoreReport>(again, 'recovery.restore', { ...backup, bringBack: true });
    expect(report.lostFacts).toBeGreaterThanOrEqual(risk.unreadable);
    const shop = reopenedShop(again);
    const now = sumsOf(shop);
    expect(now.sales - before.sales).toBe(report.broughtBack.sales);
    expect(now.netMinor - before.netMinor).toBe(report.broughtBack.netMinor);
    expect(report.broughtBack.sales).toBeGreaterThan(0);
    expect(report.lostReceipts).toHaveLength(last.sales - now.sales);
    // A number that is on somebody's paper is not given twice.
    expect(now.counter).toBe(last.counter);
    expectSoundLog(shop.store.db);
    const product = aProduct(shop);
    sell(shop, { products: [product] });
    expect(sumsOf(shop).counter).toBe(last.counter + 1);
  });

  it('where nothing can be read, the backup is restored and it is said that nobody knows what is missing', async () => {
    const { folder, file, before } = await soldAfterABackup();
    writeFileSync(file, Buffer.alloc(pagesOf(file) * PAGE, 0x5a));
    const host = opened(folder);
    expect(stateOf(host)).toBe('not-a-store');
    const backup = await newestGood(host);
    const report = await asking<RestoreReport>(host, 'recovery.restore', { ...backup, bringBack: true });
    expect(report).toMatchObject({ isReadable: false, lostFacts: 0, broughtBack: { facts: 0 } });
    expect(sumsOf(reopenedShop(host))).toEqual(before);
  });
});

describe('a store whose file is gone', () => {
  it('is said to be missing, never made anew, and restored from its backup', async () => {
    const { folder, file, before } = await soldAfterABackup();
    rmSync(file);
    const host = opened(folder);
    expect(stateOf(host)).toBe('missing');
    expect(existsSync(file)).toBe(false);
    const backup = await newestGood(host);
    const report = await asking<RestoreReport>(host, 'recovery.restore', { ...backup, bringBack: true });
    expect(report).toMatchObject({ isReadable: false, keptAs: null });
    expect(sumsOf(reopenedShop(host))).toEqual(before);
  });

  it('opens again by itself once the file is back', async () => {
    const { folder, file, last } = await soldAfterABackup();
    const elsewhere = path.join(tempFolder(), 'moved.db');
    copyFileSync(file, elsewhere);
    rmSync(file);
    const host = opened(folder);
    expect(stateOf(host)).toBe('missing');
    copyFileSync(elsewhere, file);
    await asking(host, 'recovery.reopen');
    expect(stateOf(host)).toBe('open');
    expect(sumsOf(reopenedShop(host))).toEqual(last);
  });

  it('is forgotten only when somebody says so', async () => {
    const { folder, file } = await soldAfterABackup();
    rmSync(file);
    const host = opened(folder);
    await asking(host, 'recovery.startAfresh');
    expect(stateOf(host)).toBe('first-run');
    expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(1);
  });

  it('is restored on another computer from the folder in which its backups lie', async () => {
    const { folder, before } = await soldAfterABackup();
    const host = opened(tempFolder());
    expect(stateOf(host)).toBe('first-run');
    const [backup] = await asking<Backup[]>(host, 'recovery.list', { folder });
    await asking(host, 'recovery.restore', { ...backup, folder, bringBack: true });
    expect(stateOf(host)).toBe('open');
    expect(sumsOf(reopenedShop(host))).toEqual(before);
  });
});

async function anOpenStore() {
  const { folder, before, last } = await soldAfterABackup();
  const host = opened(folder);
  const shop = reopenedShop(host);
  seat({ host, store: shop.store, shop }, 'window', 'manager');
  const [backup] = await asking<Backup[]>(host, 'backups.list');
  if (!backup) throw new Error('no backup');
  return { host, shop, backup, before, last };
}

describe('a restore from the settings', () => {
  it('leaves out exactly what it named, and can be undone by restoring what it replaced', async () => {
    const { host, backup, before, last } = await anOpenStore();
    const { facts } = await asking<FactsAtRisk>(host, 'backups.atRisk', backup);
    expect(facts).toMatchObject({ sales: last.sales - before.sales, netMinor: last.netMinor - before.netMinor });
    const report = await asking<RestoreReport>(host, 'backups.restore', {
      ...backup,
      bringBack: false,
      facts: facts.facts,
    });
    expect(report).toMatchObject({ lostFacts: facts.facts, broughtBack: { facts: 0 } });
    expect(report.lostReceipts).toHaveLength(facts.sales);
    const now = sumsOf(reopenedShop(host));
    expect({ ...now, counter: before.counter }).toEqual(before);
    expect(now.counter).toBe(last.counter);
    expectSoundLog(reopenedShop(host).store.db);

    const replaced = (await asking<Backup[]>(host, 'backups.list')).find(({ kind }) => kind === 'replaced');
    expect(replaced?.state).toBe('good');
    expect(readdirSync(path.join(host.dataFolder, 'backups')).filter((name) => !name.endsWith('.db'))).toEqual([]);
    await asking(host, 'backups.restore', { ...replaced, bringBack: true, facts: 0 });
    expect(sumsOf(reopenedShop(host))).toEqual(last);
    expectLaws(reopenedShop(host).store.db);
  });

  it('is refused where more came since somebody looked', async () => {
    const { host, shop, backup, last } = await anOpenStore();
    const { facts } = await asking<FactsAtRisk>(host, 'backups.atRisk', backup);
    sell(shop, { products: [aProduct(shop)] });
    const restoring = asking(host, 'backups.restore', { ...backup, bringBack: false, facts: facts.facts });
    await expect(restoring).rejects.toThrow('facts-came-since');
    expect(sumsOf(reopenedShop(host)).sales).toBe(last.sales + 1);
  });

  it('lets nobody sell meanwhile, and keeps signed in whoever works there still', async () => {
    const { host, shop, backup } = await anOpenStore();
    const restoring = asking(host, 'backups.restore', { ...backup, bringBack: true, facts: 0 });
    const meanwhile = asking(host, 'shifts.open', { shiftId: shop.ids(), floatMinor: 0 });
    await expect(meanwhile).rejects.toThrow('store-restoring');
    await restoring;
    await asking(host, 'shifts.open', { shiftId: shop.ids(), floatMinor: 0 });
    expect(host.client('window').staff?.role).toBe('manager');
  });
});

describe('a restore that was cut off by the power', () => {
  it('before the store was put aside is forgotten, and the store is as it was', async () => {
    const { folder, file, last } = await soldAfterABackup();
    writeFileSync(`${file}.restored`, 'not yet in its place');
    const host = opened(folder);
    expect(sumsOf(reopenedShop(host))).toEqual(last);
    expect(existsSync(`${file}.restored`)).toBe(false);
  });

  it('after the store was put aside is ended, and the log of the one before is not taken for its own', async () => {
    const { folder, file, before } = await soldAfterABackup();
    const backups = path.join(folder, 'backups');
    const [backup = ''] = readdirSync(backups);
    copyFileSync(path.join(backups, backup), `${file}.restored`);
    const live = opened(folder);
    sell(reopenedShop(live), { products: [aProduct(reopenedShop(live))] });
    const log = readFileSync(`${file}-wal`);
    live.close();
    const aside = path.join(backups, 'replaced-2026-03-15T04-00-00-000Z-seq-unknown.db');
    copyFileSync(path.join(backups, backup), `${file}.restored`);
    copyFileSync(file, aside);
    rmSync(file);
    writeFileSync(`${file}-wal`, log);
    const host = opened(folder);
    expect(sumsOf(reopenedShop(host))).toEqual(before);
    expectLaws(reopenedShop(host).store.db);
    expect(readFileSync(`${aside}-wal`)).toEqual(log);
  });
});
