import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importedReceipt } from '../../db/imports/import-findings.queries.ts';
import { keptOf } from '../../db/imports/import-runs.queries.ts';
import { memberById, memberProfile, membersByCard, membersByPhone } from '../../db/members/members.queries.ts';
import { productBySku } from '../../db/products/products.queries.ts';
import { auditPage } from '../../db/staff/audit.queries.ts';
import type { ImportDesk } from '../../electron/features/imports/import-desk.ts';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { listMembers } from '../../electron/features/members/list-members.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import type { Target } from '../../shared/imports/targets.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { aDesk, checkFile, importFile, managerOf, undoFile, upload } from '../fixtures/import-file.ts';
import { must } from '../fixtures/outcome.ts';
import { rowsOf, tableNames } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { openShop, type Shop } from '../fixtures/shop.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';

/** What a person would compare before and after: how many there are of everything, and what it sums to. */
function sumsOf({ store }: Shop) {
  const one = (sql: string) => store.db.raw.prepare(sql).get();
  return {
    members: one(`SELECT count(*) AS n FROM member WHERE status <> 'removed'`),
    identities: one('SELECT count(*) AS n FROM member_identity'),
    cards: one(`SELECT count(*) AS n FROM member_card WHERE state = 'active'`),
    products: one("SELECT count(*) AS n, ifnull(sum(price_minor), 0) AS price FROM product WHERE status <> 'removed'"),
    categories: one('SELECT count(*) AS n FROM category'),
    points: one('SELECT ifnull(sum(points - debt_points), 0) AS points FROM points_entry'),
    holdings: one('SELECT ifnull(sum(held_points), 0) AS held FROM lot_holding'),
    summaries: one(
      `SELECT ifnull(sum(purchases), 0) AS purchases, ifnull(sum(net_minor), 0) AS net, ifnull(sum(balance_points), 0) AS balance FROM member_summary`,
    ),
    purchases: one(`SELECT ifnull(sum(net_minor), 0) AS net, ifnull(sum(tax_minor), 0) AS tax FROM purchase`),
    days: store.db.raw
      .prepare('SELECT business_date AS day, sum(net_minor) AS net FROM purchase GROUP BY day HAVING net <> 0')
      .all(),
  };
}

const only = (found: readonly { readonly memberPk: number }[]): number => {
  expect(found).toHaveLength(1);
  return found[0]?.memberPk ?? 0;
};

const MEMBERS = [
  '手机,姓名,卡号,会员编号,积分,等级,生日,入会日期',
  '13812340001,林小雨,600100001,A-1,1280,金卡,1990-03-05,2019-06-18',
  '13812340002,欧阳娜娜,600100002,A-2,0,,,',
  ',无名,600100003,A-3,35,,农历8月15,',
].join('\n');
const PRODUCTS = [
  '货号,商品名称,售价,条码,分类,税率,进价',
  'TEA-1,龙井茶,68.00,6901234567892,茶叶,13%,41.5',
  'TEA-2,碧螺春,88,,茶叶,13,',
].join('\n');
const PURCHASES = [
  '小票号,销售时间,手机,货号,数量,单价,金额,支付方式',
  'R1,2024-03-05 14:20,13812340001,TEA-1,2,68.00,130.00,微信',
  'R2,2024-03-06,,TEA-2,1,88,88,现金',
  'R1,2024-03-05 14:20,13812340001,TEA-2,1,88.00,,微信',
  'R3,2024-03-07 09:00,13812340001,TEA-1,-1,68,68,微信',
].join('\n');

async function aFilledShop(shop: Shop, desk: ImportDesk) {
  const runs: Id<'import'>[] = [];
  for (const [target, file] of [
    ['members', MEMBERS],
    ['products', PRODUCTS],
    ['purchases', PURCHASES],
  ] as const) {
    const view = await importFile(desk, shop, target, file);
    expect(view).toMatchObject({ phase: 'applied', leftOut: 0 });
    runs.push(view.importId);
  }
  return runs;
}

describe('an import', () => {
  it('brings members with their cards, numbers and points, who are found and served at once', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const view = await importFile(desk, shop, 'members', MEMBERS);
    expect(view).toMatchObject({ phase: 'applied', added: 3, updated: 0, skipped: 0, leftOut: 0, startedBy: '陈经理' });
    const { by, matches } = findMembers(shop.store, { q: '13812340001', limit: 5 }, shop.nowMs);
    expect({ by, matches }).toMatchObject({
      by: 'phone',
      matches: [{ name: '林小雨', cardNumber: '600100001', tier: 'gold', availablePoints: 1280 }],
    });
    const memberId = matches[0]?.memberId as Id<'member'>;
    expect(memberProfile.get(shop.store.db, { memberId })).toMatchObject({
      source: 'import',
      enrolledBy: '陈经理',
      enrolledAtMs: Date.UTC(2019, 5, 17, 16),
      birthday: { calendar: 'solar', year: 1990, month: 3, day: 5 },
    });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('brings what was bought: a receipt a purchase, goods that came back a return, discounts and taxes within', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    await aFilledShop(shop, desk);
    const { raw } = shop.store.db;
    expect(
      raw
        .prepare(
          `SELECT receipt_number AS number, entry_kind AS kind, business_date AS day, gross_minor AS gross, discount_minor AS discount,
             net_minor AS net, tax_minor AS tax, (SELECT count(*) FROM purchase_line l WHERE l.purchase_pk = purchase.purchase_pk) AS lines,
             (SELECT kind FROM tender t WHERE t.purchase_pk = purchase.purchase_pk) AS tender FROM purchase ORDER BY purchase_pk`,
        )
        .all(),
    ).toEqual([
      {
        number: 'R1',
        kind: 'sale',
        day: '2024-03-05',
        gross: 22_400,
        discount: 600,
        net: 21_800,
        tax: 2508,
        lines: 2,
        tender: 'wechat-pay',
      },
      {
        number: 'R2',
        kind: 'sale',
        day: '2024-03-06',
        gross: 8800,
        discount: 0,
        net: 8800,
        tax: 1012,
        lines: 1,
        tender: 'cash',
      },
      {
        number: 'R3',
        kind: 'return',
        day: '2024-03-07',
        gross: -6800,
        discount: 0,
        net: -6800,
        tax: -782,
        lines: 1,
        tender: 'wechat-pay',
      },
    ]);
    const memberPk = only(membersByPhone.all(shop.store.db, { phone: '+8613812340001', limit: 2 }));
    expect(
      raw.prepare('SELECT purchases, net_minor AS net FROM member_summary WHERE member_pk = ?').get(memberPk),
    ).toEqual({ purchases: 1, net: 15_000 });
    const again = await checkFile(desk, shop, 'purchases', PURCHASES);
    expect(again).toMatchObject({ added: 0, skipped: 3, leftOut: 0 });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('opens the points of an account of a source once, however often it is imported', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const memberId = aMember(shop, { phone: '13812340001' });
    const file = '手机,积分,到期日\n13812340001,500,2030-12-31';
    expect(await importFile(desk, shop, 'points', file)).toMatchObject({ added: 1 });
    expect(await checkFile(desk, shop, 'points', file)).toMatchObject({ added: 0, skipped: 1 });
    expect(await importFile(desk, shop, 'points', file, { source: '另一系统' })).toMatchObject({ added: 1 });
    expect(memberCard(shop.store, memberId, shop.nowMs)).toMatchObject({
      availablePoints: 1000,
      nextExpiryMs: Date.UTC(2030, 11, 31, 16),
    });
  });

  it('gives members on file cards: where they have one it is kept, or replaced when that is asked for', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    aMember(shop, { phone: '13812340001', cardNumber: '600200001' });
    aMember(shop, { phone: '13812340002' });
    const file = '手机,卡号\n13812340001,600300001\n13812340002,600300002';
    expect(await importFile(desk, shop, 'cards', file)).toMatchObject({ added: 1, skipped: 1 });
    expect(await importFile(desk, shop, 'cards', file, { policy: 'update' })).toMatchObject({ updated: 1, skipped: 1 });
    expect(membersByCard.all(shop.store.db, { number: '600200001', limit: 1 })).toEqual([]);
    only(membersByCard.all(shop.store.db, { number: '600300001', limit: 2 }));
  });

  it('treats members who are on file as it is told to', async () => {
    const file = '手机,姓名,邮箱,等级\n13812340001,林小雨,lin@example.com,金卡';
    const outcomes = new Map<string, unknown>();
    for (const policy of ['skip', 'fill', 'update', 'create'] as const) {
      const shop = aStore();
      const desk = aDesk(shop);
      const memberId = aMember(shop, { phone: '13812340001', name: '小林' });
      const { added, updated, skipped } = await (policy === 'skip' ? checkFile : importFile)(
        desk,
        shop,
        'members',
        file,
        { policy },
      );
      const { name, email, tier } = memberById.get(shop.store.db, { memberId }) ?? {};
      outcomes.set(policy, { added, updated, skipped, name, email, tier });
    }
    expect(Object.fromEntries(outcomes)).toEqual({
      skip: { added: 0, updated: 0, skipped: 1, name: '小林', email: null, tier: 'member' },
      fill: { added: 0, updated: 1, skipped: 0, name: '小林', email: 'lin@example.com', tier: 'member' },
      update: { added: 0, updated: 1, skipped: 0, name: '林小雨', email: 'lin@example.com', tier: 'gold' },
      create: { added: 1, updated: 0, skipped: 0, name: '小林', email: null, tier: 'member' },
    });
  });

  it('leaves out a row that was sound when it was checked and is not any more', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const { importId, added } = await checkFile(
      desk,
      shop,
      'members',
      '手机,卡号\n13812340001,600100001\n13812340002,600100002',
    );
    expect(added).toBe(2);
    aMember(shop, { phone: '13912345678', cardNumber: '600100002' });
    must(desk.apply(importId, managerOf(shop)));
    await desk.idle();
    expect(must(desk.view(importId))).toMatchObject({ added: 2 - 1, leftOut: 0, updated: 0, skipped: 1 });
  });

  it('notes in the audit log who imported, stopped and undid what', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const { importId } = await importFile(desk, shop, 'members', MEMBERS);
    await undoFile(desk, shop, importId);
    const rows = auditPage.all(shop.store.db, { action: '', staffId: null, limit: 10, offset: 0 });
    expect(
      rows.map(({ action, staffName, subjectKind, subjectId, fields }) => ({
        action,
        staffName,
        subjectKind,
        subjectId,
        fields,
      })),
    ).toEqual(
      ['import-undo', 'import'].map((action) => ({
        action,
        staffName: '陈经理',
        subjectKind: 'import',
        subjectId: importId,
        fields: ['members'],
      })),
    );
  });
});

describe('an import that is cancelled', () => {
  it('before anything is written leaves nothing, neither in the store nor on the disk', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const before = tableNames(shop.store.db).map((table) => rowsOf(shop.store.db, table));
    const { importId } = await checkFile(desk, shop, 'members', MEMBERS);
    must(await desk.cancel(importId, managerOf(shop)));
    expect(desk.view(importId)).toMatchObject({ reason: 'import-unknown' });
    expect(tableNames(shop.store.db).map((table) => rowsOf(shop.store.db, table))).toEqual(before);
    expect(fs.readdirSync(path.join(path.dirname(shop.file), 'imports'))).toEqual([]);
  });

  it('while it is written keeps what is written, until it is undone', async () => {
    const shop = aStore();
    const before = sumsOf(shop);
    const chunks = countingChunks(2);
    const desk = aDesk(shop, chunks);
    const { importId } = await checkFile(desk, shop, 'members', manyMembers(40));
    must(desk.apply(importId, managerOf(shop)));
    while (chunks.count < 5) await new Promise((resolve) => setImmediate(resolve));
    must(await desk.cancel(importId, managerOf(shop)));
    const stopped = must(desk.view(importId));
    expect(stopped).toMatchObject({ phase: 'stopped', isRunning: false });
    expect(stopped.added).toBeGreaterThan(0);
    expect(stopped.added).toBeLessThan(40);
    expect(await undoFile(desk, shop, importId)).toMatchObject({ phase: 'undone', kept: 0 });
    expect(sumsOf(shop)).toEqual(before);
  });
});

/** Chunks of so many units, counted. */
function countingChunks(units: number) {
  const chunks = {
    count: 0,
    mostUnits: () => {
      chunks.count += 1;
      return units;
    },
  };
  return chunks;
}

function manyMembers(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, n) => `1381234${String(n).padStart(4, '0')},会员${n},60010${String(n).padStart(4, '0')},${n}`,
  );
  return ['手机,姓名,卡号,积分', ...rows].join('\n');
}

describe('an import that is undone', () => {
  it('leaves every count and every sum as it was before, and a log that replays to the same store', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    aMember(shop, { phone: '13912345678', points: 300, cardNumber: '600900001' });
    aProduct(shop, { sku: 'OLD-1' });
    const before = sumsOf(shop);
    const runs = await aFilledShop(shop, desk);
    expect(sumsOf(shop)).not.toEqual(before);
    for (const importId of runs.toReversed())
      expect(await undoFile(desk, shop, importId)).toMatchObject({ phase: 'undone', kept: 0 });
    expect(sumsOf(shop)).toEqual(before);
    const asked = { q: '', sort: 'name', descending: false, offset: 0, limit: 10 } as const;
    expect((await listMembers(shop.store, { ...asked, where: [] }, shop.nowMs)).total).toBe(1);
    expect(findMembers(shop.store, { q: '13812340001', limit: 5 }, shop.nowMs).matches).toEqual([]);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('can be imported again, with its points, numbers and receipts', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const runs = await aFilledShop(shop, desk);
    const after = sumsOf(shop);
    for (const importId of runs.toReversed()) await undoFile(desk, shop, importId);
    await aFilledShop(shop, desk);
    expect(sumsOf(shop)).toEqual(after);
    expect(importedReceipt.get(shop.store.db, { receiptNumber: 'R1' })).toBeDefined();
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('puts every field, card and price back that nobody changed since', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const memberId = aMember(shop, { phone: '13812340001', name: '小林', cardNumber: '600200001' });
    aProduct(shop, { sku: 'TEA-1', name: '茶', priceMinor: 6000 });
    const look = () => ({
      member: memberProfile.get(shop.store.db, { memberId }),
      card: memberCard(shop.store, memberId, shop.nowMs),
      price: productBySku.get(shop.store.db, { code: 'TEA-1' })?.priceMinor,
      name: productBySku.get(shop.store.db, { code: 'TEA-1' })?.name,
    });
    const before = look();
    const members = await importFile(desk, shop, 'members', MEMBERS, { policy: 'update' });
    const products = await importFile(desk, shop, 'products', PRODUCTS, { policy: 'update' });
    expect(look()).toMatchObject({
      member: { name: '林小雨' },
      card: { tier: 'gold', cardNumber: '600100001' },
      price: 6800,
    });
    expect(await undoFile(desk, shop, products.importId)).toMatchObject({ kept: 0 });
    expect(await undoFile(desk, shop, members.importId)).toMatchObject({ kept: 0 });
    expect(look()).toEqual(before);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('gives a debt back that it had repaid', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const memberId = aMember(shop, { phone: '13812340001', points: 300 });
    const product = aProduct(shop, { priceMinor: 30_000 });
    const sale = sell(shop, { member: memberId, products: [product] });
    must(
      redeemPoints(
        shop.store,
        { redemptionId: shop.ids(), memberId, points: 600, reward: '锅' },
        null,
        shop.nowMs,
        shop.ids,
      ),
    );
    takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 1000 }]);
    const before = memberCard(shop.store, memberId, shop.nowMs);
    expect(before).toMatchObject({ availablePoints: 0, debtPoints: 300 });
    const { importId } = await importFile(desk, shop, 'points', '手机,积分\n13812340001,500');
    expect(memberCard(shop.store, memberId, shop.nowMs)).toMatchObject({ availablePoints: 200, debtPoints: 0 });
    expect(await undoFile(desk, shop, importId)).toMatchObject({ kept: 0 });
    expect(memberCard(shop.store, memberId, shop.nowMs)).toEqual(before);
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('keeps what was used or changed since, and says why', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const [members, products, purchases] = await aFilledShop(shop, desk);
    const idOf = (phone: string) =>
      findMembers(shop.store, { q: phone, limit: 1 }, shop.nowMs).matches[0]?.memberId as Id<'member'>;
    const lin = idOf('13812340001');
    must(
      redeemPoints(
        shop.store,
        { redemptionId: shop.ids(), memberId: lin, points: 100, reward: '杯子' },
        null,
        shop.nowMs,
        shop.ids,
      ),
    );
    must(
      editMember(shop.store, { memberId: idOf('13812340002'), fields: { name: '欧阳' } }, null, shop.nowMs, shop.ids),
    );
    const tea = productBySku.get(shop.store.db, { code: 'TEA-1' })?.productId as Id<'product'>;
    sell(shop, { products: [tea], member: null });

    await undoFile(desk, shop, purchases as Id<'import'>);
    expect(await undoFile(desk, shop, products as Id<'import'>)).toMatchObject({ kept: 1 });
    expect(await undoFile(desk, shop, members as Id<'import'>)).toMatchObject({ phase: 'undone', kept: 2 });
    const kept = (importId: Id<'import'> | undefined) =>
      keptOf
        .all(shop.store.db, { importId: importId as Id<'import'>, limit: 10, offset: 0 })
        .map(({ subjectName, reason }) => `${subjectName} ${reason}`);
    expect(kept(products)).toEqual(['龙井茶 sold-since']);
    expect(kept(members)).toEqual(['欧阳 changed-since', '林小雨 points-used']);
    expect(memberCard(shop.store, lin, shop.nowMs)).toMatchObject({ availablePoints: 1180, cardNumber: '600100001' });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });
});

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
    for (const [target, file, ...before] of [
      ['products', PRODUCTS],
      ['members', `${MEMBERS}\n13812340009,王五,,,77,,,`],
      ['purchases', PURCHASES, ['members', MEMBERS], ['products', PRODUCTS]],
    ] as const) {
      const begun = await begunImport(target, file, before);
      const expected = await endedFrom(begun, [9], []);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
          fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }),
          async (sizes, stops) => {
            expect(await endedFrom(begun, sizes, stops)).toEqual(expected);
          },
        ),
        { numRuns: 100 },
      );
    }
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
