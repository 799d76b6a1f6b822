import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importedReceipt } from '../../db/imports/import-findings.queries.ts';
import { keptOf } from '../../db/imports/import-runs.queries.ts';
import { memberProfile } from '../../db/members/members.queries.ts';
import { productBySku } from '../../db/products/products.queries.ts';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { listMembers } from '../../electron/features/members/list-members.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { aFilledShop, MEMBERS, manyMembers, PRODUCTS, sumsOf } from '../fixtures/filled-shop.ts';
import { aDesk, checkFile, importFile, managerOf, undoFile } from '../fixtures/import-file.ts';
import { must } from '../fixtures/outcome.ts';
import { rowsOf, tableNames } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';
import { countingChunks } from './counting-chunks.ts';

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
