import { describe, expect, it } from 'vitest';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { enrolMember } from '../../electron/features/members/enrol-member.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { aMember, anEnrolment } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { reasonOf } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';

const shop = aStore();
const tea = aProduct(shop);
const trace = () => traceOf(shop.store.db);

describe('an answer that was lost is asked for again', () => {
  it('a sale is made once; the same id with another tender is another sale', () => {
    const command = saleCommand(shop, { products: [tea] });
    expect(reasonOf(tryCommand(shop, command))).toBe('done');
    const after = trace();
    expect(reasonOf(tryCommand(shop, command))).toBe('done');
    const [paid] = command.tenders;
    for (const tenders of [
      [{ ...paid, kind: 'alipay' }],
      [{ ...paid, amountMinor: 2000 }],
      [{ ...paid, reference: 'X' }],
    ] as (typeof command.tenders)[])
      expect(reasonOf(tryCommand(shop, { ...command, tenders }))).toBe('purchase-id-reused');
    expect(trace()).toEqual(after);
  });

  it('a redemption answers with its first receipt, whatever came after', () => {
    const memberId = aMember(shop, { points: 500 });
    const command = { redemptionId: shop.ids<'redemption'>(), memberId, points: 100, reward: 'a mug' };
    const redeem = () => redeemPoints(shop.store, command, shop.clerkId, shop.nowMs, shop.ids);
    const first = redeem();
    expect(first).toMatchObject({ ok: true, value: { balanceAfter: 400 } });
    sell(shop, { member: memberId, products: [tea] });
    const after = trace();
    expect(redeem()).toEqual(first);
    expect(trace()).toEqual(after);
  });

  it('an enrolment is known by what it said, also when the member was edited since', () => {
    const command = anEnrolment(shop, { name: '张伟', phone: '13812345678', birthday: undefined });
    const enrol = (of = command) => reasonOf(enrolMember(shop.store, of, shop.clerkId, shop.nowMs, shop.ids));
    expect(enrol()).toBe('done');
    editMember(shop.store, { memberId: command.memberId, fields: { name: '张维', phone: null } }, shop.nowMs);
    const after = trace();
    expect(enrol()).toBe('done');
    expect(enrol({ ...command, name: '张维', phone: undefined })).toBe('member-id-reused');
    expect(enrol({ ...command, address: 'elsewhere' })).toBe('member-id-reused');
    expect(enrol({ ...command, cardNumber: 'VIP-77' })).toBe('member-id-reused');
    expect(enrol({ ...command, consents: [{ purpose: 'profiling', given: true }] })).toBe('member-id-reused');
    expect(trace()).toEqual(after);
  });
});
