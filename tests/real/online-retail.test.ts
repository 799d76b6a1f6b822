import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesInOrder } from '../../db/changes/changes.queries.ts';
import { nodeDigest } from '../../db/changes/digest.ts';
import { importedPurchases } from '../../db/imports/imports.queries.ts';
import { randomBytes } from '../../db/kernel/random-bytes.ts';
import { ledgerFaults } from '../../db/points/points.queries.ts';
import { purchasesOfMember } from '../../db/purchases/purchases.queries.ts';
import type { AppHost } from '../../electron/api/app-host.ts';
import { openAppHost, STORE_FILE } from '../../electron/api/open-app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { importRetail } from '../../electron/features/imports/import-retail.ts';
import { type RetailReading, readRetailFolder } from '../../electron/features/imports/read-retail-folder.ts';
import { findRetailStore } from '../../electron/features/imports/retail-store.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { makeIdSource } from '../../shared/kernel/id.ts';
import { findChainFault } from '../../shared/sync/chain.ts';
import { AFTER_ALL_STAMPS } from '../../shared/sync/hlc.ts';
import { aFolder } from '../fixtures/retail-folder.ts';

const SHOP = path.resolve(import.meta.dirname, '../../../shared/data/online-retail');
const hasShop = fs.existsSync(SHOP);
if (!hasShop) console.warn(`SKIPPED: the import of a real shop, because ${SHOP} is not there`);

/** As published with the data: each line in pence, rounded half up. */
const PUBLISHED = {
  products: 4_070,
  members: 4_372,
  invoices: 25_900,
  returns: 3_836,
  lines: 541_909,
  netMinor: 974_774_793,
  returnsNetMinor: -89_681_249,
};
const UK_NET_MINOR = 818_780_636;
const COUNTRIES = 38;

const MINUTES = 60_000;

/** One store for all that is asked of it, since making it is most of the work. */
describe.skipIf(!hasShop)('a real shop', () => {
  const folder = aFolder();
  const storeFile = path.join(folder, STORE_FILE);
  let reading: RetailReading;
  let host: AppHost;
  let store: OpenStore;
  const outcomes: Awaited<ReturnType<typeof importRetail>>[] = [];

  beforeAll(async () => {
    const read = await readRetailFolder(SHOP);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    reading = read.value;
    const run = { clock: Date.now, ids: makeIdSource(Date.now, randomBytes) };
    const stop = new AbortController();
    const stopHalfWay = (written: number, total: number) => written > total / 2 && stop.abort();
    outcomes.push(
      await importRetail(storeFile, reading, '258013', { ...run, signal: stop.signal, onProgress: stopHalfWay }),
    );
    outcomes.push(await importRetail(storeFile, reading, '258013', run));
    host = openAppHost({ kind: 'browser', version: 'test', dataFolder: folder });
    const opened = host.openStore();
    if (!opened) throw new Error(JSON.stringify(host.status().state));
    store = opened;
  }, 10 * MINUTES);

  afterAll(() => host?.close());

  it('that was interrupted half-way is whole when the import is run again, to the published pence', () => {
    const [interrupted, continued] = outcomes;
    expect(interrupted).toMatchObject({ ok: false, reason: 'stopped' });
    expect(continued).toMatchObject({ ok: true, value: { how: 'continued', totals: PUBLISHED } });
    const byCountry = continued?.ok ? continued.value.totals.netMinorByCountry : {};
    expect(byCountry['United Kingdom']).toBe(UK_NET_MINOR);
    expect(Object.keys(byCountry)).toHaveLength(COUNTRIES);
  });

  it('is answered by SQL from the store, country by country, with and without members', () => {
    const found = findRetailStore(store.db, reading);
    if (typeof found === 'string') throw new Error(found);
    const groups = importedPurchases.all(store.db, { importId: found.target.importId });
    const sum = (rows: typeof groups) => rows.reduce((total, { netMinor }) => total + netMinor, 0);
    expect(sum(groups)).toBe(PUBLISHED.netMinor);
    expect(sum(groups.filter(({ tillCode }) => tillCode === 'United Kingdom'))).toBe(UK_NET_MINOR);
    expect(sum(groups.filter(({ entryKind }) => entryKind === 'return'))).toBe(PUBLISHED.returnsNetMinor);
  });

  it(
    'has a log whose chain verifies and a ledger without a fault',
    () => {
      expect(findChainFault(changesInOrder.iterate(store.db, {}), nodeDigest)).toBeNull();
      expect(ledgerFaults.all(store.db, {})).toEqual([]);
      expect(store.db.raw.pragma('integrity_check', { simple: true })).toBe('ok');
    },
    5 * MINUTES,
  );

  it.each([
    ['17850', 'card'],
    ['Customer 17850', 'name'],
  ])('opens in the program, where a clerk who types "%s" finds customer 17850 by %s', (q, by) => {
    const found = findMembers(store, { q, limit: 5 }, Date.now());
    expect(found.by).toBe(by);
    expect(found.matches.map(({ name, cardNumber }) => [name, cardNumber])).toEqual([['Customer 17850', '17850']]);
  });

  it('shows what customer 17850 bought', () => {
    const memberId = findMembers(store, { q: '17850', limit: 1 }, Date.now()).matches[0]?.memberId;
    if (!memberId) throw new Error('customer 17850 is not there');
    const page = { memberId, before: AFTER_ALL_STAMPS, limit: 500 };
    const purchases = purchasesOfMember.all(store.db, page);
    const invoices = reading.source.invoices.filter(({ customerId }) => customerId === '17850');
    expect(purchases.map(({ receiptNumber }) => receiptNumber).toSorted()).toEqual(
      invoices.map(({ invoiceNo }) => invoiceNo).toSorted(),
    );
  });
});
