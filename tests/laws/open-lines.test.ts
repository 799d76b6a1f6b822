import { describe, expect, it } from 'vitest';
import { perform } from '../../db/changes/act.ts';
import { memberById } from '../../db/members/members.queries.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { FIRST_PROGRAMME } from '../../shared/points/programme.ts';
import { aMember } from '../fixtures/a-member.ts';
import { anOpenItem, aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { saleCommand, tryCommand } from '../fixtures/sell.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { expectLaws } from './expect-laws.ts';
import { expectReplay } from './expect-replay.ts';

const shop = aStore();
const { db } = shop.store;
const tea = aProduct(shop);
const line = { open: anOpenItem({ unitPriceMinor: 5000 }), quantityThousandths: 2000 };

const sellLines = (lines: Parameters<typeof saleCommand>[1]['lines'], member: Id<'member'> | null = null) => {
  const command = saleCommand(shop, { member, lines });
  must(tryCommand(shop, command, shop.managerId));
  return command.purchaseId;
};
const balance = (memberId: Id<'member'>) => memberById.get(db, { memberId })?.balancePoints;

describe('goods that are not in the catalogue', () => {
  it('are sold as they were scanned, named, priced and taxed', () => {
    const receipt = receiptOf(shop.store, sellLines([line, { productId: tea, quantityThousandths: 1000 }]));
    expect(receipt?.lines[0]).toMatchObject({
      productId: null,
      sku: '',
      name: '荧光笔',
      barcode: '4006381333931',
      unit: 'piece',
      quantityThousandths: 2000,
      unitPriceMinor: 5000,
      listPriceMinor: null,
      netMinor: 10_000,
      taxRateBp: 1300,
      taxMinor: 1150,
    });
    expect(receipt?.netMinor).toBe(11_000);
  });

  it('need somebody’s leave, who is named in the audit log', () => {
    const command = saleCommand(shop, { lines: [line] });
    expect(reasonOf(tryCommand(shop, command))).toBe('approval-needed');
    must(tryCommand(shop, command, shop.managerId));
    const entry = db.raw
      .prepare(
        `SELECT staff.name FROM audit_entry JOIN staff USING (staff_pk) WHERE action = 'open-line' ORDER BY audit_entry.rowid DESC`,
      )
      .pluck();
    expect(entry.get()).toBe('陈经理');
  });

  it('earn by the programme’s general rate, whatever single products and categories earn', () => {
    const own = aStore();
    const tripled = aProduct(own, { priceMinor: 10_000 });
    const programme = {
      ...FIRST_PROGRAMME,
      version: 2,
      earn: { ...FIRST_PROGRAMME.earn, productPercent: { [tripled]: 300 } },
    };
    perform(own.store.db, own.nowMs, ({ record }) =>
      record('programme', { id: own.ids<'programme'>(), owner: own.store.facts.storeId, version: 2, programme }),
    );
    const basket = {
      memberId: aMember(own),
      lines: [line, { productId: tripled, quantityThousandths: 1000 }],
      pointsToRedeem: 0,
    };
    const { lines } = must(quoteBasket(own.store, basket, own.nowMs));
    expect(lines.map(({ pointsEarned }) => pointsEarned)).toEqual([100, 300]);
  });

  it('are known again when the answer was lost, and as other goods refused', () => {
    const command = saleCommand(shop, { lines: [line] });
    const sell = (open = line.open) =>
      reasonOf(tryCommand(shop, { ...command, lines: [{ ...line, open }] }, shop.managerId));
    expect([sell(), sell()]).toEqual(['done', 'done']);
    for (const other of [{ name: '钢笔' }, { barcode: null }, { taxRateBp: 600 }])
      expect(sell({ ...line.open, ...other })).toBe('purchase-id-reused');
  });

  it('come back by receipt and line with their points, and their sale can be voided', () => {
    const member = aMember(shop);
    const sale = sellLines([line], member);
    expect(balance(member)).toBe(100);
    const back = receiptOf(shop.store, takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 1000 }]));
    expect(back?.lines[0]).toMatchObject({ productId: null, barcode: '4006381333931', netMinor: -5000 });
    expect(balance(member)).toBe(50);
    const wrong = sellLines([line], member);
    expect(reasonOf(tryVoiding(shop, wrong))).toBe('done');
    expect(balance(member)).toBe(50);
    expectLaws(db);
    expectReplay(db);
  });
});
