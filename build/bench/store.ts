import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fillLargeStore } from '../../db/bench/large-store.ts';
import { bareCommit, bareRowidRead, someMembers } from '../../db/bench/raw-limits.ts';
import { idText } from '../../db/kernel/codec.ts';
import { checkpoint } from '../../db/kernel/connection.ts';
import { membersByCard, membersByPhone } from '../../db/members/members.queries.ts';
import { openAppHost } from '../../electron/api/open-app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import { memberProfile } from '../../electron/features/members/member-profile.ts';
import { saveProduct } from '../../electron/features/products/save-product.ts';
import { completeSale, type SaleCommand } from '../../electron/features/purchases/complete-sale.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import { createStore } from '../../electron/features/stores/create-store.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { searchKeys } from '../../shared/members/search-keys.ts';
import { SAMPLE_CATALOGUE } from '../../shared/sample/catalogue.ts';
import { samplePerson } from '../../shared/sample/people.ts';
import { makeRandom } from '../../shared/sample/random.ts';
import { againstRaw, alone, type Figure } from './measure.ts';

const NAMES = 20_000;

function someNames() {
  const random = makeRandom(11);
  const names = new Set<string>();
  for (let index = 0; names.size < NAMES && index < NAMES * 4; index += 1) {
    const { name } = samplePerson(random, index);
    if (name) names.add(name);
  }
  return [...names].map((name) => ({ name, ...searchKeys(name) }));
}

/** Makes a store of `members` in `folder` and opens it. */
function makeLargeStore(folder: string, members: number) {
  const host = openAppHost({ kind: 'browser', version: 'bench', dataFolder: folder });
  const made = host.makeStore((db) => {
    const storeId = createStore(
      db,
      {
        storeName: 'Bench',
        storeCode: 'B',
        currency: 'CNY',
        zone: 'Asia/Shanghai',
        cutoverMinutes: 240,
        sample: false,
        staff: [],
      },
      host.clock(),
      host.ids,
    );
    fillLargeStore(db, members, someNames());
    return storeId;
  });
  const store = host.openStore();
  if (!made.ok || !store) throw new Error('the bench store could not be made');
  return { host, store };
}

function putProducts(store: OpenStore, ids: <N extends string>() => Id<N>): Id<'product'>[] {
  return SAMPLE_CATALOGUE.map(({ sku, name, category, unit, priceMinor, taxRateBp, barcode }) => {
    const productId = ids<'product'>();
    saveProduct(
      store,
      { productId, sku, name, category, unit, priceMinor, taxRateBp, barcode, status: 'active' },
      Date.now(),
      ids,
    );
    return productId;
  });
}

/** Times what a till does against what SQLite itself takes, on a store of `members` members. */
export function benchStore(members: number): Figure[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulars-bench-'));
  try {
    const started = Date.now();
    const { host, store } = makeLargeStore(folder, members);
    const { size } = fs.statSync(path.join(folder, 'store.db'));
    console.log(
      `${members} members, ${(size / 2 ** 20).toFixed(0)} MiB, made in ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    const figures = [...benchReads(store), ...benchCheckout(store, host, folder)];
    host.close();
    return figures;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const N = 5_000;

function benchReads(store: OpenStore): Figure[] {
  const people = someMembers(store.db, N * 2);
  const of = (index: number) => people[index % people.length] as (typeof people)[number];
  const idOf = (index: number) => idText<'member'>(of(index).id);
  const readRowid = bareRowidRead(store.db);
  const raw = (index: number) => readRowid(of(index).memberPk);
  const exact = { n: N, rawName: 'bare read by rowid', goal: { kind: 'ratio', atMost: 2 } as const };
  const [bare, byPhone] = againstRaw({ ...exact, name: 'member by phone' }, raw, (index) =>
    membersByPhone.all(store.db, { phone: of(index).phone, limit: 10 }),
  );
  const [, byCard] = againstRaw({ ...exact, name: 'member by card' }, raw, (index) =>
    membersByCard.all(store.db, { number: of(index).card, limit: 10 }),
  );
  const find = (name: string, q: (index: number) => string) =>
    alone({ name: `find: ${name}`, n: 1_000, goal: { kind: 'p95', atMostMs: 10 } }, (index) => {
      findMembers(store, { q: q(index), limit: 10 }, Date.now());
    });
  return [
    bare as Figure,
    byPhone as Figure,
    byCard as Figure,
    find('phone', (index) => of(index).phone),
    find('last 4', (index) => of(index).last4),
    find('name', (index) => of(index).name),
    find('two characters', (index) => of(index).name.slice(0, 2)),
    find('pinyin', (index) => of(index).pinyin.slice(0, 6)),
    find('initials', (index) => of(index).initials),
    alone(
      { name: 'member card', n: N, goal: { kind: 'none' } },
      (index) => void memberCard(store, idOf(index), Date.now()),
    ),
    alone(
      { name: 'member page', n: 1_000, goal: { kind: 'p95', atMostMs: 10 } },
      (index) => void memberProfile(store, idOf(index), Date.now()),
    ),
  ];
}

function benchCheckout(store: OpenStore, host: ReturnType<typeof openAppHost>, folder: string): Figure[] {
  const sales = 2_000;
  const people = someMembers(store.db, sales + sales / 10);
  const products = putProducts(store, host.ids);
  checkpoint(store.db);
  const commands = people.map(({ id }, index): SaleCommand => {
    const lines = [0, 1, 2].map((step) => ({
      productId: products[(index * 3 + step * 7) % products.length] as Id<'product'>,
      quantityThousandths: 1000,
    }));
    const basket = { memberId: idText<'member'>(id), lines, pointsToRedeem: 0 };
    const quote = quoteBasket(store, basket, host.clock());
    if (!quote.ok) throw new Error(quote.reason);
    return {
      ...basket,
      purchaseId: host.ids(),
      tenders: [{ kind: 'cash', amountMinor: quote.value.netMinor, reference: null }],
      expectedNetMinor: quote.value.netMinor,
    };
  });
  const bare = bareCommit(path.join(folder, 'bare.db'));
  const figures = againstRaw(
    {
      name: 'checkout: member, 3 lines, points',
      rawName: 'bare commit of one row',
      n: sales,
      goal: { kind: 'ratio', atMost: 2.5 },
    },
    () => bare.commit(),
    (index) => {
      const outcome = completeSale(
        store,
        commands[index] as SaleCommand,
        { staffId: null, overrideById: null },
        host.clock(),
        host.ids,
      );
      if (!outcome.ok) throw new Error(outcome.reason);
    },
  );
  bare.close();
  return figures;
}
