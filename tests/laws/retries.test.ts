import { describe, expect, it } from 'vitest';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { enrolMember } from '../../electron/features/members/enrol-member.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { sendToMember } from '../../electron/features/messages/send-to-member.ts';
import { adjustPoints } from '../../electron/features/points/adjust-points.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { takeBackGoods } from '../../electron/features/purchases/take-back-goods.ts';
import { beginShift } from '../../electron/features/shifts/begin-shift.ts';
import { closeShift } from '../../electron/features/shifts/close-shift.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember, anEnrolment } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { merge } from '../fixtures/merge.ts';
import { aReachable, useChannels } from '../fixtures/message-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
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
    const fields = { name: '张维', phone: null };
    must(editMember(shop.store, { memberId: command.memberId, fields }, shop.clerkId, shop.nowMs, shop.ids));
    const after = trace();
    expect(enrol()).toBe('done');
    expect(enrol({ ...command, name: '张维', phone: undefined })).toBe('member-id-reused');
    expect(enrol({ ...command, address: 'elsewhere' })).toBe('member-id-reused');
    expect(enrol({ ...command, cardNumber: 'VIP-77' })).toBe('member-id-reused');
    expect(enrol({ ...command, consents: [{ purpose: 'profiling', given: true }] })).toBe('member-id-reused');
    expect(trace()).toEqual(after);
  });

  it('a return is known by the goods that came back', () => {
    const originalId = sell(shop, { products: [tea, tea] });
    const command = {
      returnId: shop.ids<'purchase'>(),
      originalId,
      lines: [{ lineNo: 1, quantityThousandths: 1000 }],
      refunds: [{ kind: 'cash' as const, amountMinor: 1000, reference: null }],
    };
    const takeBack = (of = command) => reasonOf(takeBackGoods(shop.store, of, shop.clerkId, shop.nowMs, shop.ids));
    expect(takeBack()).toBe('done');
    const after = trace();
    expect(takeBack()).toBe('done');
    expect(takeBack({ ...command, lines: [{ lineNo: 2, quantityThousandths: 1000 }] })).toBe('purchase-id-reused');
    expect(takeBack({ ...command, refunds: [{ kind: 'cash', amountMinor: 900, reference: null }] })).toBe(
      'purchase-id-reused',
    );
    expect(trace()).toEqual(after);
  });

  it('an adjustment answers as it did first, also when the leave that it needed has ended', () => {
    const memberId = aMember(shop, { points: 100 });
    const command = { adjustmentId: shop.ids<'adjustment'>(), memberId, points: 50, reason: 'for the wait' };
    const adjust = (approvedById: Id<'staff'> | null) =>
      adjustPoints(shop.store, command, { staffId: shop.clerkId, approvedById }, shop.nowMs, shop.ids);
    expect(reasonOf(adjust(null))).toBe('approval-needed');
    const first = adjust(shop.managerId);
    sell(shop, { member: memberId, products: [tea] });
    const after = trace();
    expect(adjust(null)).toEqual(first);
    expect(trace()).toEqual(after);
  });

  it('a consent is recorded once under its id', () => {
    const command = {
      eventId: shop.ids<'consent-event'>(),
      memberId: aMember(shop),
      purpose: 'marketing-sms' as const,
      given: true,
      noticeVersion: '1',
    };
    const consent = (of = command) => reasonOf(setConsent(shop.store, of, shop.clerkId, shop.nowMs, shop.ids));
    expect(consent()).toBe('done');
    const after = trace();
    expect(consent()).toBe('done');
    expect(consent({ ...command, given: false })).toBe('consent-id-reused');
    expect(trace()).toEqual(after);
  });

  it('a message to somebody is sent once, also when they were merged or the channel was closed before it was asked for again', () => {
    useChannels(shop, { sms: { url: 'http://127.0.0.1:9/', signature: '解放路店' } }, { sms: 'the key' });
    const memberId = aReachable(shop);
    const command = {
      messageId: shop.ids<'message'>(),
      memberId,
      channel: 'sms' as const,
      purpose: 'service' as const,
      language: 'en' as const,
      subject: null,
      text: 'Your tea is here.',
    };
    const send = (of = command) => reasonOf(sendToMember(shop.store, of, shop.managerId, shop.nowMs, shop.ids));
    expect(send()).toBe('done');
    merge(shop, aMember(shop), memberId);
    useChannels(shop, {});
    const after = trace();
    expect(send()).toBe('done');
    expect(send({ ...command, text: 'Your coffee is here.' })).toBe('message-id-reused');
    expect(trace()).toEqual(after);
  });

  it('a shift opens once, also when it was closed before the answer was asked for again', () => {
    const shiftId = shop.ids<'shift'>();
    const begin = (floatMinor: number) =>
      reasonOf(beginShift(shop.store, { shiftId, floatMinor }, shop.clerkId, shop.nowMs));
    expect(begin(5000)).toBe('done');
    closeShift(shop.store, { shiftId, countedMinor: 5000 }, shop.clerkId, shop.nowMs);
    const after = trace();
    expect(begin(5000)).toBe('done');
    expect(begin(6000)).toBe('shift-id-reused');
    expect(trace()).toEqual(after);
  });
});
